import { AgentState } from '../../../nodes/AgentState/AgentState.node';
import { ACTIVITY, PEOPLE, VOIPNOW_QUEUE } from '../../../simulators';
import { later } from '../../support/later';
import { sidOf, twilioWith, upTo } from '../../support/pack/workers';
import { each, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';
import { twilioCredential } from '../../support/pack/vendors';

const { anna, bob, carla, dawid, elif, frank } = PEOPLE;
const stage = useStage();

const writes = () => writesIn(stage.twilio.seen);
const bodies = () => writes().map(({ body }) => body);

describe('protected states', () => {
	it.each([
		['by the name of the service', 'break, busy'],
		['in other case and with blanks', ' , BUSY ,Break,'],
	])('are not left: %s', async (_how, protectedStates) => {
		const { out, error } = await stage.run(taskRouter({ options: { protectedStates } }), [
			wish(dawid.worker, 'available'),
			wish(elif.worker, 'available'),
			wish(anna.worker, 'available'),
		]);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['skipped', 'skipped', 'changed']);
		expect(textAt(out, 0)).toBe('is in "Break", which is protected');
		expect(out[0]?.json).toMatchObject({ previous: 'break', current: 'break', restore: null });
		expect(writes()).toHaveLength(1);
	});

	it('can be meant by the word of this workflow', async () => {
		const lunch = stage.twilio.state.activities[ACTIVITY.break];
		if (lunch) lunch.friendly_name = 'Lunch';
		const { out } = await stage.run(taskRouter({ options: { protectedStates: 'break' } }), [
			wish(dawid.worker, 'available'),
		]);

		expect(each(out, 'outcome')).toEqual(['skipped']);
		expect(writes()).toEqual([]);
	});
});

describe('grace time', () => {
	const options = { graceMinutes: 10 };
	/** n8n has kept something of an earlier run. */
	const remembering = () => ({ staticData: { 'node:Node': { hasRun: true } } });

	it('leaves alone whom someone else has just changed', async () => {
		const { out } = await stage.run(
			taskRouter({ options }),
			[wish(dawid.worker, 'available'), wish(frank.worker, 'available')],
			remembering(),
		);

		// Dawid went on his break five minutes ago, Frank left two hours ago.
		expect(each(out, 'outcome')).toEqual(['skipped', 'changed']);
		expect(textAt(out, 0)).toBe('was put into "Break" by someone else 5 minutes ago');
		expect(writes()).toHaveLength(1);
	});

	it('is not sure of it in the first run, which knows of none before', async () => {
		const { out } = await stage.run(taskRouter({ options }), [wish(dawid.worker, 'available')], {
			workflowId: 'just published',
		});

		expect(textAt(out, 0)).toBe(
			'was put into "Break" by someone else, as far as this first run can tell, 5 minutes ago',
		);
	});

	it('takes no change for that of someone else where n8n loses what earlier runs have left, and says so', async () => {
		const asked = [wish(dawid.worker, 'available'), wish(frank.worker, 'available')];
		await stage.run(taskRouter({ options }), [wish(frank.worker, 'available')]);
		const { out, hints } = await stage.run(taskRouter({ options }), asked);

		expect(each(out, 'outcome')).toEqual(['changed', 'unchanged']);
		expect(hints).toContainEqual(
			expect.objectContaining({
				type: 'warning',
				message:
					"n8n has kept nothing from earlier runs of this node, so Grace Time has no effect: the node cannot tell which changes are its own. Queue mode of n8n 2.40 and 2.41 does that: set 'Memory' to 'Kept in Columns' there.",
			}),
		);
	});

	it.each([
		['a run by hand', { mode: 'manual' as const }],
		['a run that finds what an earlier one has left', remembering()],
	])('counts in %s, which tells of no loss', async (_what, how) => {
		await stage.run(taskRouter({ options }), [wish(frank.worker, 'available')]);
		const { out, hints } = await stage.run(taskRouter({ options }), [wish(dawid.worker, 'available')], how);

		expect(each(out, 'outcome')).toEqual(['skipped']);
		expect(hints.map(({ message }) => message).join()).not.toContain('kept nothing');
	});

	it('does not hold back what this node itself changed', async () => {
		const staticData = {};
		await stage.run(taskRouter({ options }), [wish(frank.worker, 'available')], { staticData });
		const { out } = await stage.run(taskRouter({ options }), [wish(frank.worker, 'offline')], { staticData });

		expect(each(out, 'outcome')).toEqual(['changed']);
	});

	it('still knows its own change after a later one failed', async () => {
		const staticData = {};
		await stage.run(taskRouter({ options }), [wish(frank.worker, 'available')], { staticData });
		stage.twilio.faults.push({ status: 403, match: { method: 'POST' } });
		const away = [wish(frank.worker, 'offline')];
		const refused = await stage.run(taskRouter({ options }), away, {
			staticData,
			onError: 'continueRegularOutput',
		});
		const { out } = await stage.run(taskRouter({ options }), away, { staticData });

		expect([...each(refused.out, 'outcome'), ...each(out, 'outcome')]).toEqual(['failed', 'changed']);
	});

	it('does not hold back what another workflow of this n8n changed', async () => {
		await stage.run(taskRouter(), [wish(frank.worker, 'available')]);
		const { out } = await stage.run(taskRouter({ options }), [wish(frank.worker, 'offline')], remembering());

		expect(each(out, 'outcome')).toEqual(['changed']);
	});

	it('holds back what someone changed to the state that this n8n had set before', async () => {
		await stage.run(taskRouter(), [wish(frank.worker, 'available')]);
		later(5);
		const worker = stage.twilio.state.workers[frank.worker];
		if (worker) worker.date_status_changed = new Date(Date.now()).toISOString();
		const { out } = await stage.run(taskRouter({ options }), [wish(frank.worker, 'offline')], remembering());

		expect(each(out, 'outcome')).toEqual(['skipped']);
	});

	it('holds back when someone changed the agent after this node', async () => {
		const staticData = {};
		await stage.run(taskRouter({ options }), [wish(frank.worker, 'available')], { staticData });
		const worker = stage.twilio.state.workers[frank.worker];
		if (worker) worker.activity_sid = ACTIVITY.busy;
		const { out } = await stage.run(taskRouter({ options }), [wish(frank.worker, 'offline')], { staticData });

		expect(each(out, 'outcome')).toEqual(['skipped']);
		expect(textAt(out, 0)).toContain('was put into "Busy" by someone else');
	});

	it('counts as its own what was confirmed by reading back only', async () => {
		const staticData = {};
		const late = { ...options, confirmAfter: 0 };
		stage.twilio.faults.push({
			status: 200,
			body: { sid: frank.worker, activity_sid: ACTIVITY.offline, activity_name: 'Offline' },
			match: { method: 'POST' },
		});
		const worker = stage.twilio.state.workers[frank.worker];
		stage.twilio.faults.push({ delayMs: 1, match: { method: 'GET', path: /Workers/ } });
		stage.twilio.faults.push({ delayMs: 300, match: { method: 'GET', path: /Workers/ } });
		const running = stage.run(taskRouter({ options: late }), [wish(frank.worker, 'available')], { staticData });
		await until(() => writes().length > 0);
		Object.assign(worker ?? {}, {
			activity_sid: ACTIVITY.available,
			date_status_changed: new Date().toISOString(),
		});
		expect(each((await running).out, 'outcome')).toEqual(['changed']);

		const { out } = await stage.run(taskRouter({ options }), [wish(frank.worker, 'offline')], { staticData });
		expect(each(out, 'outcome')).toEqual(['changed']);
	});
});

async function until(isTrue: () => boolean): Promise<void> {
	while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('reading back', () => {
	const options = { confirmAfter: 0 };

	it('finds everyone in the new state, with one list for many', async () => {
		const { out } = await stage.run(taskRouter({ options }), [
			wish(anna.worker, 'available'),
			wish(carla.worker, 'offline'),
			wish(frank.worker, 'busy'),
		]);

		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed']);
		expect(stage.twilio.seen.filter(({ method }) => method === 'GET')).toHaveLength(3);
	});

	it('tells who has left the new state again', async () => {
		stage.twilio.faults.push({ delayMs: 1, match: { method: 'GET', path: /Workers/ } });
		stage.twilio.faults.push({ delayMs: 300, match: { method: 'GET', path: /Workers/ } });
		const running = stage.run(taskRouter({ options }), [wish(anna.worker, 'available')]);
		await until(() => writes().length > 0);
		await until(() => stage.twilio.state.workers[anna.worker]?.activity_sid === ACTIVITY.available);
		Object.assign(stage.twilio.state.workers[anna.worker] ?? {}, { activity_sid: ACTIVITY.break });
		const { out, hints } = await running;

		expect(out[0]?.json).toMatchObject({
			outcome: 'unconfirmed',
			reason: 'reads "Break" after 0 seconds',
			previous: 'offline',
			current: 'break',
		});
		expect(hints[0]).toMatchObject({ message: '1 agent: 1 not confirmed.', type: 'warning' });
	});

	it('confirms what the service answered without a word, also where nobody asked for it', async () => {
		stage.voipNow.state.updateAnswer = 'noContent';
		const voipNow = { vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE };
		const blind = await stage.run(voipNow, [wish(anna.extension, 'available')]);
		const seeing = await stage.run({ ...voipNow, options }, [wish(anna.extension, 'offline')]);

		expect(blind.out[0]?.json).toMatchObject({ outcome: 'changed', current: 'available' });
		expect(blind.out[0]?.json).not.toHaveProperty('reason');
		expect(seeing.out[0]?.json).toMatchObject({ outcome: 'changed', current: 'offline' });
		expect(seeing.out[0]?.json).not.toHaveProperty('reason');
	});

	it('keeps what the answer said when it cannot read', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.0001);
		stage.twilio.faults.push({ delayMs: 1, match: { method: 'GET', path: /Workers/ } });
		stage.twilio.faults.push({ status: 403, times: 'always', match: { method: 'GET', path: /Workers/ } });
		const { out, error } = await stage.run(taskRouter({ options }), [wish(anna.worker, 'available')]);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed']);
	});
});

describe('pending work', () => {
	it('is rejected only along with a state that gets no work', async () => {
		const { out, error } = await stage.run(taskRouter({ options: { rejectPending: true } }), [
			wish(bob.worker, 'offline'),
			wish(anna.worker, 'available'),
		]);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
		expect(bodies().sort()).toEqual([
			`ActivitySid=${ACTIVITY.offline}&RejectPendingReservations=true`,
			`ActivitySid=${ACTIVITY.available}`,
		]);
	});

	it('stays, and the change is refused in words that help, when nobody asked to reject it', async () => {
		const { error } = await stage.run(taskRouter(), [wish(bob.worker, 'offline')]);

		expect(error?.message).toContain('has pending reservations');
		expect(bodies()).toEqual([`ActivitySid=${ACTIVITY.offline}`]);
	});
});

describe('unknown agents', () => {
	const options = { unknownAgents: 'skip' };
	const nobody = `WK${'e'.repeat(32)}`;

	it.each(['setState', 'compare', 'getState'])('can be skipped, and their rows say so: %s', async (operation) => {
		const { out, error } = await stage.run(taskRouter({ operation, options }), [
			wish('Ana Kowalska', 'available'),
			wish(anna.worker, 'available'),
			wish(nobody, 'available'),
		]);

		expect(error).toBeUndefined();
		expect(out).toHaveLength(3);
		for (const at of [0, 2]) {
			expect(out[at]?.json).toMatchObject({ outcome: 'skipped', agentId: null });
			expect(textAt(out, at)).toContain('no such agent: matches no worker. There are: Anna Kowalska');
		}
		expect(writes()).toHaveLength(operation === 'setState' ? 1 : 0);
	});

	it('are not a conflict when two items name them', async () => {
		const items = [wish('Nobody', 'available'), wish('Nobody', 'busy')];
		const { out, error } = await stage.run(taskRouter({ options }), items);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['skipped', 'skipped']);
	});
});

describe('the parallel limit', () => {
	it.each([1, 3])('of %i is kept', async (parallelLimit) => {
		const twilio = await twilioWith(12);
		twilio.faults.latency(10);
		const items = upTo(12).map((index) => wish(sidOf(index), 'available'));
		const { out } = await stage.run(taskRouter({ options: { parallelLimit } }), items, {
			credentials: twilioCredential(twilio.url),
		});
		await twilio.close();

		expect(out).toHaveLength(12);
		expect(twilio.maxInFlight).toBeLessThanOrEqual(parallelLimit);
	});

	it.each([
		['as it is added', undefined, 4],
		['with a number of its own', 12, 12],
	])('does not go beyond the number of the service, or what was typed: %s', async (_how, typed, most) => {
		const { options = [] } = new AgentState().description.properties.find(({ name }) => name === 'options') ?? {};
		const added = options.find(({ name }) => name === 'parallelLimit');
		const parallelLimit = typed ?? (added && 'default' in added ? Number(added.default) : NaN);
		const agents = upTo(60).map((index) => String(100 + index));
		const queue = stage.voipNow.state.queues[VOIPNOW_QUEUE];
		if (queue) queue.agents = Object.fromEntries(agents.map((agent) => [agent, '0']));
		// Long enough for all of them to be on their way at once on a busy machine.
		stage.voipNow.faults.latency(100);
		const { error } = await stage.run(
			{ vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE, options: { parallelLimit } },
			agents.map((agent) => wish(agent, 'available')),
		);

		expect(error).toBeUndefined();
		expect(parallelLimit).not.toBeNaN();
		expect(stage.voipNow.maxInFlight).toBe(most);
	});
});
