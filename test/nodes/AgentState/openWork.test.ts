import type { IDataObject } from 'n8n-workflow';
import {
	ACTIVITY,
	bySid,
	makeReservation,
	makeWorker,
	PEOPLE,
	VOIPNOW_QUEUE,
	type ReservationStatus,
} from '../../../simulators';
import { sidOf, upTo } from '../../support/pack/workers';
import { each, readsIn, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';

const { anna, bob, carla, dawid, frank } = PEOPLE;
const stage = useStage();

const untilDone = { openWork: 'untilDone' };
const atMost = (openWorkMinutes: number) => ({ openWork: 'atMost', openWorkMinutes });
/** In the zone that n8n has unless it is told another. */
const clock = (at: number) =>
	new Date(at).toLocaleTimeString('en-GB', { timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit' });
const minutesAgo = (minutes: number) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;
const bodies = () => writesIn(stage.twilio.seen).map(({ path }) => path.split('/').at(-1));

/** Carla is on a task, Dawid wraps one up, Bob has one offered, Anna has none. */
const team = [carla, dawid, bob, anna].map(({ worker }) => wish(worker, 'busy'));

/** What someone does to the reservations of an agent. */
function settle(person: { worker: string }, status: ReservationStatus): void {
	for (const reservation of Object.values(stage.twilio.state.reservations)) {
		if (reservation.worker_sid === person.worker) reservation.reservation_status = status;
	}
}

describe('agents with open work', () => {
	it('are changed at once unless the user says otherwise, and nothing is read for it', async () => {
		const { out } = await stage.run(taskRouter({ options: { rejectPending: true } }), team);

		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed', 'changed']);
		expect(readsIn(stage.twilio.seen).filter((path) => /Tasks|Reservations/.test(path))).toEqual([]);
	});

	it('are left until it is done, and the row says since when and what comes next', async () => {
		const options = { ...untilDone, rejectPending: true };
		const { out, error } = await stage.run(taskRouter({ options }), team);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['deferred', 'deferred', 'changed', 'changed']);
		expect(each(out, 'current')).toEqual(['available', 'break', 'busy', 'busy']);
		expect(textAt(out, 0)).toMatch(/^on a task since \d\d:\d\d; the next run after that changes the state$/);
		expect(textAt(out, 1)).toMatch(/^wrapping up a task since \d\d:\d\d; the next run after that/);
		expect(each(out, 'restore').map(Boolean)).toEqual([false, false, true, true]);
		expect(bodies()).toEqual([bob.worker, anna.worker]);

		settle(carla, 'completed');
		const next = await stage.run(taskRouter({ options }), team);
		expect(each(next.out, 'outcome')).toEqual(['changed', 'deferred', 'unchanged', 'unchanged']);
	});

	it('are not left for a state that gets work', async () => {
		const { out } = await stage.run(taskRouter({ options: untilDone }), [wish(dawid.worker, 'available')]);

		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(readsIn(stage.twilio.seen).filter((path) => /Tasks|Reservations/.test(path))).toEqual([]);
	});

	it.each(['completed', 'canceled', 'rejected', 'rescinded', 'timeout', 'pending'] as const)(
		'are not those with a reservation that is %s',
		async (status) => {
			settle(carla, status);
			const options = { ...untilDone, rejectPending: true };
			const { out } = await stage.run(taskRouter({ options }), [wish(carla.worker, 'busy')]);

			expect(each(out, 'outcome')).toEqual(['changed']);
		},
	);

	it('are told in a preview as in the run, and a preview starts no clock', async () => {
		const staticData = {};
		const { out } = await stage.run(taskRouter({ options: atMost(30), previewOnly: true }), team, { staticData });

		expect(each(out, 'outcome')).toEqual(['deferred', 'deferred', 'preview', 'preview']);
		expect(staticData).toEqual({ 'node:Node': {} });
	});

	it('fail with the words of the service where their work cannot be read, and nobody is changed', async () => {
		stage.twilio.faults.push({ status: 403, times: 'always', match: { path: /Reservations/ } });
		const agents = [wish(carla.worker, 'busy'), wish(anna.worker, 'busy')];
		const { error } = await stage.run(taskRouter({ options: untilDone }), agents);

		expect(error?.message).toContain(`Agent ${carla.name}, ${carla.worker}: `);
		expect(error?.description ?? error?.message).toContain('Nothing was changed.');
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it('are left in a restore too', async () => {
		const { out } = await stage.run(taskRouter(), [wish(carla.worker, 'busy'), wish(dawid.worker, 'available')]);
		const rows = out.map(({ json }) => json);
		settle(dawid, 'accepted');
		const restored = await stage.run(taskRouter({ operation: 'restorePrevious', options: untilDone }), rows);

		expect(each(restored.out, 'outcome')).toEqual(['changed', 'deferred']);
	});

	it('are left once, however often they are named', async () => {
		const items = [wish(carla.worker, 'busy'), wish(carla.name, 'busy')];
		const { out } = await stage.run(taskRouter({ options: untilDone }), items);

		expect(each(out, 'outcome')).toEqual(['deferred']);
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});
});

describe('agents who are left at most so many minutes', () => {
	const asked = [wish(carla.worker, 'busy')];
	const run = async (minutes: number, staticData: IDataObject, mode: 'trigger' | 'manual' = 'trigger') =>
		await stage.run(taskRouter({ options: atMost(minutes) }), asked, { staticData, mode });
	const kept = (staticData: IDataObject) =>
		(staticData['node:Node'] as { deferred?: Record<string, { since: number; last: number }> }).deferred ?? {};
	/** As if the runs before had been so long ago. */
	function backdate(staticData: IDataObject, minutes: number): void {
		for (const one of Object.values(kept(staticData))) {
			one.since -= minutes * 60_000;
			one.last -= minutes * 60_000;
		}
	}

	it('are changed when the time since the first run that left them is over', async () => {
		const staticData: IDataObject = {};
		const first = await run(30, staticData);
		expect(each(first.out, 'outcome')).toEqual(['deferred']);
		expect(textAt(first.out, 0)).toMatch(
			new RegExp(
				`^on a task since .*; the next run after that, or a run after ${clock(Date.now() + 30 * 60_000)} changes`,
			),
		);

		backdate(staticData, 20);
		expect(each((await run(30, staticData)).out, 'outcome')).toEqual(['deferred']);
		backdate(staticData, 10);
		const last = await run(30, staticData);
		expect(each(last.out, 'outcome')).toEqual(['changed']);
		expect(textAt(last.out, 0)).toMatch(/^on a task since \d\d:\d\d; was left for 30 minutes, which is the limit$/);
		expect(kept(staticData)).toEqual({});
	});

	it('are not timed by a run from the editor, and the row says so', async () => {
		const { out } = await run(30, {}, 'manual');

		expect(each(out, 'outcome')).toEqual(['deferred']);
		expect(textAt(out, 0)).toContain('A manual run does not remember how long the agent has been left alone');
		expect(textAt(out, 0)).not.toContain('a run after');
	});

	it('start anew with the next task', async () => {
		const staticData: IDataObject = {};
		await run(30, staticData);
		backdate(staticData, 20);
		settle(carla, 'completed');
		await run(30, staticData);
		expect(kept(staticData)).toEqual({});

		settle(carla, 'accepted');
		await stage.run(taskRouter(), [wish(carla.worker, 'available')]);
		expect(each((await run(30, staticData)).out, 'outcome')).toEqual(['deferred']);
	});

	it('start anew half a day after they were left last', async () => {
		const staticData: IDataObject = {};
		await run(30, staticData);
		backdate(staticData, 12 * 60);

		expect(each((await run(30, staticData)).out, 'outcome')).toEqual(['deferred']);
	});

	it('are changed at once with 0 minutes', async () => {
		expect(each((await run(0, {})).out, 'outcome')).toEqual(['changed']);
	});

	it('keep their time through a run that failed', async () => {
		const staticData: IDataObject = {};
		await run(30, staticData);
		backdate(staticData, 30);
		stage.twilio.faults.push({ status: 403, match: { path: /Reservations/ } });
		const options = atMost(30);
		const failed = await stage.run(taskRouter({ options }), asked, {
			staticData,
			onError: 'continueRegularOutput',
		});
		expect(each(failed.out, 'outcome')).toEqual(['failed']);
		expect(each((await run(30, staticData)).out, 'outcome')).toEqual(['changed']);
	});
});

describe('the work of many agents is read with few requests', () => {
	const statuses = ['accepted', 'wrapping', 'pending', 'completed'] as const;

	/** So many available workers, and so many tasks among them. */
	async function staff(count: number, tasks: number): Promise<void> {
		const workers = upTo(count).map((index) =>
			makeWorker({ sid: sidOf(index), friendly_name: `Robot ${index}`, activity_sid: ACTIVITY.available }),
		);
		const reservations = upTo(tasks).map((index) =>
			makeReservation({
				worker_sid: sidOf((index * 7) % count),
				reservation_status: statuses[index % 4] ?? 'accepted',
				date_updated: minutesAgo(3),
			}),
		);
		await stage.reset({ twilio: { workers: bySid(workers), reservations: bySid(reservations) } });
	}

	it.each<[agents: number, of: number, tasks: number, requests: number]>([
		[1, 400, 100, 2],
		[2, 400, 100, 4],
		// Four lists, and one request for each of the open tasks.
		[10, 400, 8, 4 + 6],
		// The tasks are more than the agents are worth: two requests for each agent.
		[10, 400, 200, 1 + 20],
		[400, 400, 100, 4 + 75],
		[3_000, 3_000, 400, 4 + 300],
		[3_000, 3_000, 0, 4],
	])('%i of %i agents, with %i tasks: %i requests', async (agents, of, tasks, requests) => {
		await staff(of, tasks);
		const items = upTo(agents).map((index) => wish(sidOf(index), 'offline'));
		const { out, error } = await stage.run(taskRouter({ previewOnly: true, options: untilDone }), items);

		expect(error).toBeUndefined();
		const working = new Set(
			Object.values(stage.twilio.state.reservations)
				.filter(({ reservation_status: status }) => status === 'accepted' || status === 'wrapping')
				.map(({ worker_sid: worker }) => worker),
		);
		expect(each(out, 'outcome')).toEqual(
			upTo(agents).map((index) => (working.has(sidOf(index)) ? 'deferred' : 'preview')),
		);
		const reads = readsIn(stage.twilio.seen).filter((path) => /Tasks|Reservations/.test(path));
		expect(reads.length).toBe(requests);
	});
});

describe('at VoipNow', () => {
	const voipNow = (options: IDataObject, queues = VOIPNOW_QUEUE) => ({
		vendor: 'voipNow',
		user: '@me',
		queues,
		options: options as Record<string, string>,
	});
	const ring = (status: '0' | '1' | '2' | '3', { extension } = bob) => {
		const phone = stage.voipNow.state.extensions[extension];
		if (phone) phone.status = status;
	};
	/** Online in the queue. */
	const enlist = ({ extension }: { extension: string }) =>
		Object.assign(stage.voipNow.state.queues[VOIPNOW_QUEUE]?.agents ?? {}, { [extension]: '1' });
	const presences = () => readsIn(stage.voipNow.seen).filter((path) => path.includes('/presence/'));

	it.each([
		['3', 'on a call; the next run after that changes the state'],
		['2', 'being called; the next run after that changes the state'],
	] as const)('an agent whose phone has status %s is left', async (status, reason) => {
		ring(status);
		const { out, error } = await stage.run(voipNow(untilDone), [wish(bob.extension, 'break')]);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['deferred']);
		expect(textAt(out, 0)).toBe(reason);
		expect(writesIn(stage.voipNow.seen)).toEqual([]);
	});

	it.each(['0', '1'] as const)('an agent whose phone has status %s is changed', async (status) => {
		ring(status);
		const { out } = await stage.run(voipNow(untilDone), [wish(bob.extension, 'break')]);

		expect(each(out, 'outcome')).toEqual(['changed']);
	});

	it('agents are looked up in one list', async () => {
		ring('3', dawid);
		const items = [bob, dawid].map(({ extension }) => wish(extension, 'offline'));
		enlist(carla);
		const { out } = await stage.run(voipNow(untilDone), [...items, wish(carla.extension, 'offline')]);

		expect(each(out, 'outcome')).toEqual(['changed', 'deferred', 'changed']);
		expect(presences()).toHaveLength(1);
	});

	it('an agent who is named by the short extension is left, alone or among others', async () => {
		ring('3');
		enlist(carla);
		enlist(dawid);
		const short = (extension: string) => extension.slice(extension.indexOf('*') + 1);
		const items = [bob, carla, dawid].map(({ extension }) => wish(short(extension), 'offline'));
		for (const wishes of [items.slice(0, 1), items]) {
			const { out } = await stage.run(voipNow(untilDone), wishes);

			expect(each(out, 'outcome')[0]).toBe('deferred');
		}
	});

	it("someone else's phone with the number of a remote agent's ID says nothing about that agent", async () => {
		const { extensions } = stage.voipNow.state;
		const [phone] = Object.values(extensions);
		extensions[frank.extension] = { ...structuredClone(phone), status: '3' } as (typeof extensions)[string];
		enlist(frank);
		for (const others of [[], [bob, dawid]]) {
			const wishes = [frank, ...others].map(({ extension }) => wish(extension, 'break'));
			const { out } = await stage.run(voipNow(untilDone), wishes);

			expect(each(out, 'outcome')[0]).toBe('skipped');
		}
	});

	it('an agent without a phone is left alone, with the way out', async () => {
		enlist(frank);
		const { out, error } = await stage.run(voipNow(untilDone), [wish(frank.extension, 'break')]);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['skipped']);
		expect(textAt(out, 0)).toBe(
			"VoipNow does not show whether the agent has open work. Choose 'Change Now' to change the agent in any case",
		);

		const timed = await stage.run(voipNow(atMost(30)), [wish(frank.extension, 'break')]);
		expect(each(timed.out, 'outcome')).toEqual(['deferred']);
		expect(textAt(timed.out, 0)).toMatch(/open work; a run after \d\d:\d\d changes the state$/);
	});
});
