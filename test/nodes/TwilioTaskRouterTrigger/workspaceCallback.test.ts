import type { INodeParameters } from 'n8n-workflow';
import { ACTIVITY, PEOPLE, WORKSPACE_SID } from '../../../simulators/twilio/cast';
import { Bench } from '../../support/bench/bench';
import { useTrigger } from '../../support/pack/useTrigger';

const stage = useTrigger();
const { anna } = PEOPLE;
const OTHER = { event_callback_url: 'https://user:pass@other.example.com/hook', events_filter: 'task.created' };
const NONE = { event_callback_url: '', events_filter: '' };

const workspace = () => stage.twilio.state.workspaces[WORKSPACE_SID];
const listener = async (more: INodeParameters = {}) =>
	await stage.listener({
		listenThrough: 'workspaceCallback',
		events: ['worker.activity.update', 'worker.created'],
		...more,
	});
const replacing = async () => await listener({ options: { ifTaken: 'replace' } });

describe('the event callback of a workspace', () => {
	it('is taken, heard and given back', async () => {
		const trigger = await listener();
		await trigger.activate();
		expect(workspace()).toMatchObject({
			event_callback_url: trigger.addressOf('production'),
			events_filter: 'worker.activity.update,worker.created',
		});
		await stage.change(`/Workers/${anna.worker}`, { ActivitySid: ACTIVITY.break });
		await stage.twilio.deliveries.settled();
		expect(trigger.executions.flat().map(({ json }) => json)).toMatchObject([
			{ agent: anna.name, state: 'break', previousState: 'offline', payload: { worker_sid: anna.worker } },
		]);
		stage.twilio.deliveries.resend(stage.twilio.deliveries.sent.slice());
		await stage.twilio.deliveries.settled();
		expect(trigger.executions).toHaveLength(1);
		await trigger.deactivate();
		expect(workspace()).toMatchObject(NONE);
	});

	it('stays with whoever has it, whose password is not told', async () => {
		Object.assign(workspace() ?? {}, OTHER);
		const trigger = await listener();
		const activation = trigger.activate();
		await expect(activation).rejects.toThrow('already sends its events to other.example.com,');
		expect(workspace()).toMatchObject(OTHER);
	});

	it('is replaced if the user says so, and put back', async () => {
		Object.assign(workspace() ?? {}, OTHER);
		const trigger = await replacing();
		await trigger.activate();
		expect(workspace()?.event_callback_url).toBe(trigger.addressOf('production'));
		trigger.restart(await Bench.open());
		await trigger.open();
		await trigger.activate('init');
		expect(workspace()?.event_callback_url).toBe(trigger.addressOf('production'));
		await trigger.deactivate();
		expect(workspace()).toMatchObject(OTHER);
	});

	it('is left to whoever took it meanwhile', async () => {
		const trigger = await listener();
		await trigger.activate();
		Object.assign(workspace() ?? {}, OTHER);
		await trigger.deactivate();
		expect(workspace()).toMatchObject(OTHER);
	});

	it('goes back from a test to the published workflow', async () => {
		const trigger = await replacing();
		await trigger.activate();
		await trigger.activate('manual');
		expect(workspace()?.event_callback_url).toBe(trigger.addressOf('test'));
		await trigger.deactivate('test');
		expect(workspace()?.event_callback_url).toBe(trigger.addressOf('production'));
		await trigger.deactivate();
		expect(workspace()).toMatchObject(NONE);
	});

	it('is given back when n8n was killed before it could store what it did', async () => {
		const trigger = await listener();
		await trigger.activate();
		trigger.stored.production = {};
		await trigger.activate('init');
		await trigger.deactivate();
		expect(workspace()).toMatchObject(NONE);
	});

	it('is as it was after an activation that failed', async () => {
		Object.assign(workspace() ?? {}, OTHER);
		const trigger = await replacing();
		stage.twilio.faults.push({ status: 400, afterProcessing: true, match: { method: 'POST', path: /Workspaces/ } });
		await expect(trigger.activate()).rejects.toThrow(/^Trigger: /);
		expect(workspace()).toMatchObject(OTHER);
	});

	it('changes hands when the user changes the way of listening', async () => {
		const trigger = await listener();
		await trigger.activate();
		trigger.job.parameters.listenThrough = 'eventStreams';
		await trigger.activate('update');
		expect(workspace()).toMatchObject(NONE);
		expect(Object.keys(stage.twilio.state.sinks)).toHaveLength(1);
		await trigger.deactivate();
		expect(stage.twilio.state.sinks).toEqual({});
	});
});
