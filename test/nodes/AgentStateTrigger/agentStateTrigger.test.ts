import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { ACTIVITY, PEOPLE, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE } from '../../../simulators';
import { later } from '../../support/later';
import { Poller } from '../../support/bench/poller';
import { CASTS, desiredStates, each, rowsOf, taskRouter, useStage, wish, writesIn } from '../../support/pack/stage';
import { byName } from '../../support/pack/vendors';
import { sidOf, twilioWith, upTo } from '../../support/pack/workers';

const { anna, bob, carla } = PEOPLE;
const stage = useStage();

const trigger = (parameters: INodeParameters, staticData: IDataObject = {}) =>
	new Poller(stage.bench, { node: 'agentStateTrigger', parameters, credentials: stage.credentials, staticData });

/** A worker's activity as the agent's own phone changes it. */
function move(worker: string, activity: string): void {
	const found = stage.twilio.state.workers[worker];
	if (!found) throw new Error(`no worker ${worker}`);
	Object.assign(found, { activity_sid: activity, date_status_changed: '2026-11-03T11:00:00Z' });
}

const agentsIn = (items: INodeExecutionData[] | null) => (items ? each(items, 'agent') : null);

const FIRST_COLUMNS = ['agent', 'state', 'previousState', 'native', 'since', 'event', 'at'];

describe.each(CASTS.filter(({ tells }) => tells).map((cast) => [cast.id, cast] as const))(
	'Agent State Trigger for %s',
	(vendor, cast) => {
		const agents = cast.agents.map(({ id }) => id).join(', ');
		const parameters = { vendor, agents, ...cast.place };
		const setStates = async () => await stage.run({ vendor, ...cast.place }, desiredStates(cast));
		beforeEach(() => cast.prepare?.(stage));

		it('starts with nothing, and then tells of each agent whose state has changed, once', async () => {
			const watched = trigger({ ...parameters, ignoreOwnChanges: false });

			expect(await watched.activate()).toBeNull();
			expect(await watched.poll()).toBeNull();
			await setStates();
			const items = (await watched.poll()) ?? [];

			expect(rowsOf(items).map(({ agentId, state }) => [agentId, state])).toEqual([
				[cast.agents[0]?.id, 'available'],
				[cast.agents[1]?.id, 'offline'],
			]);
			expect(Object.keys(items[0]?.json ?? {}).slice(0, FIRST_COLUMNS.length)).toEqual(FIRST_COLUMNS);
			expect(items[0]?.json).toMatchObject({
				agent: cast.agents[0]?.name,
				event: 'stateChanged',
				service: vendor,
				scope: cast.scope,
				byUs: true,
			});
			expect(await watched.poll()).toBeNull();
		});

		it('leaves out what Agent State itself has changed', async () => {
			const watched = trigger(parameters);
			await watched.activate();
			await setStates();

			expect(await watched.poll()).toBeNull();
		});

		it('shows agents as they are in a test run, and remembers nothing of it', async () => {
			const watched = trigger(parameters);
			const items = (await watched.test()) ?? [];

			expect(each(items, 'agentId')).toEqual(cast.agents.map(({ id }) => id));
			expect(each(items, 'event')).toEqual(['currentState', 'currentState']);
			expect(watched.stored).toEqual({});
		});
	},
);

describe('all agents of a workspace', () => {
	const parameters = taskRouter();

	it('are read by one list, and nothing is written', async () => {
		const watched = trigger(parameters);
		await watched.activate();
		const before = stage.twilio.seen.length;
		move(anna.worker, ACTIVITY.break);
		const items = (await watched.poll()) ?? [];
		const seen = stage.twilio.seen.slice(before).map(({ path }) => path.replace(/\?.*/, '').split('/').at(-1));

		expect(rowsOf(items)).toEqual([
			{
				agent: anna.name,
				agentId: anna.worker,
				state: 'break',
				previousState: 'offline',
				native: 'Break',
				since: '2026-11-03T11:00:00.000Z',
				event: 'stateChanged',
				at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
				previousNative: 'Offline',
				service: 'twilioTaskRouter',
				scope: stage.twilio.state.workers[anna.worker]?.workspace_sid,
				byUs: false,
			},
		]);
		expect(seen).toEqual(['Activities', 'Workers']);
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it('are told of what Agent State was refused to set and the agent then did', async () => {
		const watched = trigger(parameters);
		await watched.activate();
		stage.twilio.faults.push({ status: 400, match: { method: 'POST' } });
		await stage.run(parameters, [wish(anna.worker, 'break')], { onError: 'continueRegularOutput' });
		move(anna.worker, ACTIVITY.break);

		expect(agentsIn(await watched.poll())).toEqual([anna.name]);
	});

	it('tell after a restart what has changed meanwhile, each agent once', async () => {
		const watched = trigger(parameters);
		await watched.activate();
		for (const activity of [ACTIVITY.busy, ACTIVITY.available, ACTIVITY.break]) move(anna.worker, activity);
		const items = (await watched.activate()) ?? [];

		expect(rowsOf(items).map(({ agent, state, previousState }) => [agent, state, previousState])).toEqual([
			[anna.name, 'break', 'offline'],
		]);
		expect(await watched.poll()).toBeNull();
	});

	it('come through an outage of the service without a storm', async () => {
		const watched = trigger(parameters);
		await watched.activate();
		stage.twilio.faults.push({ status: 403, times: 3 });
		move(anna.worker, ACTIVITY.break);
		for (let poll = 0; poll < 3; poll++) await expect(watched.poll()).rejects.toThrow('Access Denied');

		expect(agentsIn(await watched.poll())).toEqual([anna.name]);
		expect(await watched.poll()).toBeNull();
	});

	it('tell nothing of a list of which a page failed', async () => {
		await stage.twilio.close();
		stage.twilio = await twilioWith(1200);
		const credentials = { twilioContactCenterApi: { ...stage.credentials.twilioContactCenterApi } };
		credentials.twilioContactCenterApi.apiRootOverride = `${stage.twilio.url}/{product}`;
		stage.credentials = { ...stage.credentials, ...credentials };
		const watched = trigger(parameters);
		await watched.activate();
		for (const index of [3, 1100]) move(sidOf(index), ACTIVITY.available);
		stage.twilio.faults.push({ status: 403, match: { path: /Workers.*PageToken|Workers.*Page=1/ } });
		await expect(watched.poll()).rejects.toThrow('Access Denied');

		expect(agentsIn(await watched.poll())).toEqual(['Worker 3', 'Worker 1100']);
	});

	it('may be missing from one list', async () => {
		const watched = trigger({ ...parameters, options: { alsoTell: ['agentAdded', 'agentRemoved'] } });
		await watched.activate();
		const { workers } = stage.twilio.state;
		const kept = workers[anna.worker];
		delete workers[anna.worker];
		expect(await watched.poll()).toBeNull();
		if (kept) workers[anna.worker] = kept;
		expect(await watched.poll()).toBeNull();

		delete workers[anna.worker];
		expect(await watched.poll()).toBeNull();
		expect(rowsOf((await watched.poll()) ?? [])).toMatchObject([
			{ agentId: anna.worker, state: null, previousState: 'offline', event: 'agentRemoved', byUs: null },
		]);
		if (kept) workers[anna.worker] = kept;
		expect(rowsOf((await watched.poll()) ?? [])).toMatchObject([
			{ agent: anna.name, state: 'offline', previousState: null, event: 'agentAdded' },
		]);
	});

	it('are told of once when two polls run at the same time', async () => {
		const watched = trigger(parameters);
		await watched.activate();
		move(anna.worker, ACTIVITY.break);
		const told = await Promise.all([watched.poll(), watched.poll(), watched.poll()]);

		expect(told.flatMap((items) => agentsIn(items) ?? [])).toEqual([anna.name]);
	});

	it('change when the activity does, not when it is renamed', async () => {
		const watched = trigger(parameters);
		await watched.activate();
		for (const activity of Object.values(stage.twilio.state.activities)) activity.friendly_name += ' (new)';

		expect(await watched.poll()).toBeNull();
	});

	it('all start the workflow at first if the user wants that', async () => {
		const watched = trigger({ ...parameters, options: { tellAllAtFirst: true } });
		const first = rowsOf((await watched.activate()) ?? []);

		expect(first).toHaveLength(Object.keys(PEOPLE).length);
		expect(new Set(first.map(({ event }) => event))).toEqual(new Set(['currentState']));
		expect(await watched.poll()).toBeNull();
	});

	it('are only noted after a long pause if the user wants that', async () => {
		const watched = trigger({ ...parameters, options: { startAnewMinutes: 60 } });
		await watched.activate();
		move(anna.worker, ACTIVITY.break);
		later(61);
		expect(await watched.poll()).toBeNull();

		move(anna.worker, ACTIVITY.available);
		later(120);
		expect(agentsIn(await watched.poll())).toEqual([anna.name]);
	});

	it('take at most a megabyte of static data for 15,000 of them', async () => {
		await stage.twilio.close();
		stage.twilio = await twilioWith(15_000);
		stage.credentials = {
			...stage.credentials,
			twilioContactCenterApi: {
				...stage.credentials.twilioContactCenterApi,
				apiRootOverride: `${stage.twilio.url}/{product}`,
			},
		};
		const watched = trigger(parameters);
		await watched.activate();
		for (const index of upTo(15_000)) if (index % 2 === 0) move(sidOf(index), ACTIVITY.available);

		expect(await watched.poll()).toHaveLength(7_500);
		expect(JSON.stringify(watched.stored).length).toBeLessThan(700_000);
	});
});

describe('the filters', () => {
	it.each([
		['to a state', { toStates: ['break'] }, [anna.name]],
		['from a state', { fromStates: ['available'] }, [bob.name]],
		['from one and to one', { fromStates: ['available'], toStates: ['break'] }, []],
		['to several', { toStates: ['break', 'offline'] }, [anna.name, bob.name]],
		['of agents by name', { agents: `${carla.name}, ${bob.identity}` }, [bob.name]],
	])('%s', async (_what, parameters, expected) => {
		const names = Object.values(stage.twilio.state.workers);
		for (const worker of names) {
			const person = Object.values(PEOPLE).find((one) => one.worker === worker.sid);
			worker.attributes = JSON.stringify({ email: person?.identity });
		}
		move(anna.worker, ACTIVITY.offline);
		move(bob.worker, ACTIVITY.available);
		const watched = trigger(taskRouter(parameters));
		await watched.activate();
		move(anna.worker, ACTIVITY.break);
		move(bob.worker, ACTIVITY.offline);

		expect(agentsIn(await watched.poll()) ?? []).toEqual(expected);
	});

	it('mean each state that one of the service stands for', async () => {
		const told: unknown[] = [];
		for (const toStates of [['busy'], ['break'], ['available']]) {
			const { agents = {} } = stage.voipNow.state.queues[VOIPNOW_QUEUE] ?? {};
			agents[anna.extension] = '0';
			const watched = trigger({ vendor: 'voipNow', queues: VOIPNOW_QUEUE, toStates });
			await watched.activate();
			agents[anna.extension] = '2';
			told.push(agentsIn(await watched.poll()));
		}

		expect(told).toEqual([[anna.extension], [anna.extension], null]);
	});

	it('keep what they leave out out of the next poll, too', async () => {
		const watched = trigger(taskRouter({ toStates: ['available'] }));
		await watched.activate();
		move(anna.worker, ACTIVITY.break);
		expect(await watched.poll()).toBeNull();
		move(anna.worker, ACTIVITY.available);

		expect(rowsOf((await watched.poll()) ?? [])).toMatchObject([{ previousState: 'break', state: 'available' }]);
	});
});

describe('several queues', () => {
	it('are told of each for itself', async () => {
		const watched = trigger({ vendor: 'voipNow', queues: `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}` });
		await watched.activate();
		const sales = stage.voipNow.state.queues[VOIPNOW_SALES_QUEUE];
		if (sales) sales.agents[anna.extension] = '1';
		const items = (await watched.poll()) ?? [];

		expect(rowsOf(items)).toMatchObject([
			{ agentId: anna.extension, state: 'available', previousState: 'offline', scope: VOIPNOW_SALES_QUEUE },
		]);
	});
});

describe('bad input', () => {
	it.each([
		['a worker who is not there', taskRouter({ agents: 'Anna Kowalska, Nobody' }), /'Agents' \(.*"Nobody"/],
		['no agents where there is no list', { vendor: 'twilioFrontline' }, /'Agents' is empty: Twilio Frontline/],
		['a service that tells no states', { vendor: 'conpeek' }, /There is no service "conpeek" here/],
		['a state that is none', taskRouter({ toStates: ['lunch'] }), /'To States': "lunch" is not a state/],
		['no queue', { vendor: 'voipNow', queues: '' }, /'Queues' is/],
		['a workspace that is not there', taskRouter({ workspace: byName('Nowhere') }), /Nowhere/],
	])('is refused at activation and in a test run: %s', async (_what, parameters, message) => {
		const watched = trigger(parameters);

		await expect(watched.activate()).rejects.toThrow(message);
		await expect(watched.test()).rejects.toThrow(message);
		expect(watched.stored).toEqual({});
	});

	it('is not an agent who has left since', async () => {
		const watched = trigger(taskRouter({ agents: `${anna.name}, ${bob.name}` }));
		await watched.activate();
		delete stage.twilio.state.workers[bob.worker];
		move(anna.worker, ACTIVITY.break);

		expect(agentsIn(await watched.poll())).toEqual([anna.name]);
	});

	it('is not a memory that was damaged', async () => {
		const watched = trigger(taskRouter(), { 'node:Trigger': { readAt: 'x', snapshots: '{"version":1' } });

		expect(await watched.activate()).toBeNull();
	});
});
