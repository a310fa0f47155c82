import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	bySid,
	makeWorker,
	PEOPLE,
	WORKSPACE_SID,
	type TaskRouterEvent,
	type Worker,
} from '../../../simulators';
import { activityEvent } from '../../../simulators/twilio/taskRouterEvents';
import { byId, sidOf, upTo } from '../../support/pack/workers';
import { each, readsIn, taskRouter, textAt, useStage } from '../../support/pack/stage';

const stage = useStage();
const { anna } = PEOPLE;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const iso = (ms: number) => new Date(ms).toISOString();
/** On a whole second, so that TaskRouter's rounding moves nothing. */
const now = () => Math.floor(Date.now() / 1000) * 1000;

type ActivityName = keyof typeof ACTIVITY;
/** An activity, and how long ago the worker changed to it, oldest first. */
type Moves = Array<[name: ActivityName, ago: number]>;

/** A workspace whose workers changed their activities so. */
async function staff(histories: Moves[], edit: (event: TaskRouterEvent) => void = () => undefined): Promise<number> {
	const at = now();
	const workers: Worker[] = [];
	const events: TaskRouterEvent[] = [];
	const { activities } = stage.twilio.state;
	for (const [index, moves] of histories.entries()) {
		const [name, ago] = moves.at(-1) ?? ['offline', 365 * DAY];
		const worker = makeWorker({
			sid: sidOf(index),
			friendly_name: `Robot ${index}`,
			activity_sid: ACTIVITY[name],
			date_status_changed: `${iso(at - ago).slice(0, 19)}Z`,
		});
		workers.push(worker);
		for (const [turn, [to, since]] of moves.entries()) {
			const [, before = since + 26_123] = moves[turn - 1] ?? [];
			const activity = activities[ACTIVITY[to]];
			if (!activity) throw new Error(to);
			const moved = { ...worker, activity_sid: activity.sid };
			const event = activityEvent(moved, { at: at - since, heldMs: before - since }, stage.twilio.state);
			edit(event);
			events.push(event);
		}
	}
	// By time, as they happened.
	events.sort((one, other) => one.event_date_ms - other.event_date_ms);
	await stage.reset({
		twilio: { workers: bySid(workers), events: new Map(events.map((event) => [event.sid, event])) },
	});
	return at;
}

const ask = (from: number, until: number | undefined, more: INodeParameters = {}) =>
	taskRouter({
		operation: 'getHistory',
		historyFrom: iso(from),
		historyUntil: until === undefined ? '' : iso(until),
		...more,
	});
const agents = (count: number): IDataObject[] => upTo(count).map((index) => ({ agentId: sidOf(index) }));
const eventReads = () => readsIn(stage.twilio.seen).filter((path) => path.includes('/Events'));
const states = (out: Parameters<typeof each>[0]) => each(out, 'state');

describe('the history of an agent', () => {
	const moves: Moves = [
		['available', 30 * HOUR],
		['break', 10 * HOUR],
		['busy', 9 * HOUR],
		['offline', 2 * HOUR],
	];

	it('is told in stretches without a gap, cut at the window, with the state before it', async () => {
		const at = await staff([moves]);
		const { out, error } = await stage.run(ask(at - 12 * HOUR, at - HOUR), agents(1));

		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json)).toEqual(
			[
				['available', 'Available', 12, 10],
				['break', 'Break', 10, 9],
				['busy', 'Busy', 9, 2],
				['offline', 'Offline', 2, 1],
			].map(([state, native, from, until]) => ({
				agent: 'Robot 0',
				state,
				native,
				from: iso(at - Number(from) * HOUR),
				until: iso(at - Number(until) * HOUR),
				service: 'twilioTaskRouter',
				scope: WORKSPACE_SID,
				agentId: sidOf(0),
			})),
		);
		expect(Object.keys(out[0]?.json ?? {})).toEqual(
			expect.arrayContaining(['agent', 'state', 'native', 'from', 'until', 'agentId']),
		);
		// The events of the time, and the one before it.
		expect(eventReads()).toHaveLength(2);
	});

	it.each<[what: string, hours: [number, number], expected: string[], reads: number]>([
		['all in one state, which is the present one', [1, 0], ['offline'], 1],
		['before the present state, without a change', [8, 3], ['busy'], 2],
		['from the very moment of a change', [9, 3], ['busy'], 1],
		['up to the very moment of a change', [8, 2], ['busy'], 2],
		['of a day', [24, 0], ['available', 'break', 'busy', 'offline'], 2],
	])('is right for a window %s', async (_what, [from, until], expected, reads) => {
		const at = await staff([moves]);
		const { out } = await stage.run(ask(at - from * HOUR, at - until * HOUR), agents(1));

		expect(states(out)).toEqual(expected);
		expect([out[0]?.json.from, out.at(-1)?.json.until]).toEqual([iso(at - from * HOUR), iso(at - until * HOUR)]);
		expect(eventReads()).toHaveLength(reads);
	});

	it('takes the state before from the event where that tells it', async () => {
		const at = await staff([moves], ({ event_data: data, event_date_ms: when }) => {
			if (when < Date.now() - 9.5 * HOUR && when > Date.now() - 11 * HOUR) {
				Object.assign(data, {
					worker_previous_activity_sid: ACTIVITY.available,
					worker_previous_activity_name: 'Available',
				});
			}
		});
		const { out } = await stage.run(ask(at - 12 * HOUR, at - 9 * HOUR), agents(1));

		expect(states(out)).toEqual(['available', 'break']);
		expect(eventReads()).toHaveLength(1);
	});

	it('says so where nobody can tell the state before', async () => {
		const at = await staff([[['offline', 2 * HOUR]]]);
		const { out, error } = await stage.run(ask(at - 12 * HOUR, undefined), agents(1));

		expect(error).toBeUndefined();
		expect(states(out)).toEqual([null, 'offline']);
		expect(each(out, 'native')).toEqual([null, 'Offline']);
		expect(each(out, 'reason')).toEqual(['the service has no record of this time', null]);
		expect(out[0]?.json.until).toBe(out[1]?.json.from);
	});

	it('never takes a state for known because its event is missing', async () => {
		const at = await staff([moves]);
		stage.twilio.state.events.clear();
		const { out } = await stage.run(ask(at - 12 * HOUR, at - HOUR), agents(1));

		// The worker's own record says since when it is offline, and nothing says what was before.
		expect(states(out)).toEqual([null, 'offline']);
		expect(out[1]?.json.from).toBe(iso(at - 2 * HOUR));
	});

	it('goes by the mapping, and by the present names of activities', async () => {
		const at = await staff([moves]);
		const lunch = stage.twilio.state.activities[ACTIVITY.busy];
		if (lunch) lunch.friendly_name = 'Lunch';
		const rule = [{ state: 'break', reason: '', native: byId(ACTIVITY.busy) }];
		const { out } = await stage.run(
			ask(at - 8 * HOUR, at - 3 * HOUR, { twilioTaskRouterMapping: { rule } }),
			agents(1),
		);

		expect(out[0]?.json).toMatchObject({ state: 'break', native: 'Lunch' });
	});

	it('is put out once for an agent who is named twice', async () => {
		const at = await staff([moves]);
		const items = [{ agentId: sidOf(0) }, { agentId: 'robot 0' }];
		const { out } = await stage.run(ask(at - 8 * HOUR, at - 3 * HOUR), items);

		expect(states(out)).toEqual(['busy']);
	});

	it('fails by itself where an agent is unknown', async () => {
		const at = await staff([moves]);
		const items = [{ agentId: 'Nobody' }, { agentId: sidOf(0) }];
		const { out } = await stage.run(ask(at - 8 * HOUR, at - 3 * HOUR), items, { onError: 'continueRegularOutput' });

		expect(each(out, 'outcome')).toEqual(['failed', null]);
		expect(states(out)).toEqual([null, 'busy']);
	});

	it('is an operation of the TaskRouter node too', async () => {
		const at = await staff([moves]);
		const { out, error } = await stage.bench.run({
			node: 'twilioTaskRouter',
			parameters: {
				resource: 'worker',
				operation: 'getHistory',
				workspace: byId(WORKSPACE_SID),
				worker: byId(sidOf(0)),
				historyFrom: iso(at - 12 * HOUR),
			},
			items: [{}],
			credentials: stage.credentials,
		});

		expect(error).toBeUndefined();
		expect(states(out)).toEqual(['available', 'break', 'busy', 'offline']);
	});
});

describe('a window', () => {
	it.each<[what: string, from: (at: number) => string, until: (at: number) => string, words: RegExp]>([
		['that ends before it starts', (at) => iso(at - HOUR), (at) => iso(at - DAY), /'From' must be before 'Until'/],
		['that ends where it starts', (at) => iso(at - HOUR), (at) => iso(at - HOUR), /'From' must be before 'Until'/],
		[
			'that lies further back than Twilio keeps events',
			(at) => iso(at - 31 * DAY),
			() => '',
			/Twilio TaskRouter keeps the changes of 30 days: 'From' can be \d{4}-\d\d-\d\d \d\d:\d\d at the earliest/,
		],
		['that is still to come', (at) => iso(at + HOUR), (at) => iso(at + DAY), /'From' is still to come/],
		['that is not a time', () => 'yesterday', () => '', /'From' must be a date and time/],
		['that ends at no time', () => '', () => '2026', /'Until' must be a date and time/],
	])('%s is refused before anything is asked', async (_what, from, until, words) => {
		const at = now();
		const parameters = taskRouter({ operation: 'getHistory', historyFrom: from(at), historyUntil: until(at) });
		const { error } = await stage.run(parameters, [{ agentId: anna.worker }]);

		expect(error?.message).toMatch(words);
		expect(stage.twilio.seen).toEqual([]);
	});

	it('is the last 24 hours when nothing is set, and ends now where it would end later', async () => {
		const at = await staff([[['offline', 40 * HOUR]]]);
		for (const parameters of [{}, { historyFrom: iso(at - DAY), historyUntil: iso(at + DAY) }]) {
			const { out } = await stage.run(taskRouter({ operation: 'getHistory', ...parameters }), agents(1));
			const [from, until] = [textAt(out, 0, 'from'), textAt(out, 0, 'until')].map(Date.parse);

			expect(states(out)).toEqual(['offline']);
			expect(Math.abs(Number(from) - (at - DAY))).toBeLessThan(MINUTE);
			expect(Math.abs(Number(until) - at)).toBeLessThan(MINUTE);
		}
	});

	it('can be of each item', async () => {
		const at = await staff([
			[
				['busy', 5 * HOUR],
				['offline', HOUR],
			],
		]);
		const items = [4, 0.5].map((hours) => ({ agentId: sidOf(0), since: iso(at - hours * HOUR) }));
		const { out } = await stage.run(ask(at, undefined, { historyFrom: '={{ $json.since }}' }), items);

		expect(states(out)).toEqual(['busy', 'offline', 'offline']);
		expect(out.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([0, 0, 1]);
	});
});

describe('services without a history', () => {
	it.each(['conpeek', 'twilioConversations', 'twilioFrontline', 'voipNow'])('say so: %s', async (vendor) => {
		const places = { serviceScope: 'default', user: '@me', queues: '0003*212' };
		const { error } = await stage.run({ operation: 'getHistory', vendor, ...places }, [
			{ agentId: anna.extension },
		]);

		expect(error?.message).toContain("keeps no record of its agents' past states");
	});
});

describe('the history of many agents is read with few requests', () => {
	/** Each is available by day and on a break at noon, for so many days. */
	const turns = (days: number): Moves =>
		upTo(days * 4).map((turn): [ActivityName, number] => {
			const names: ActivityName[] = ['available', 'break', 'available', 'offline'];
			return [names[turn % 4] ?? 'offline', (days * 4 - turn) * 6 * HOUR - 2 * HOUR];
		});

	it.each<[agents: number, of: number, hours: number, requests: number, earlier: number]>([
		[1, 300, 24, 1, 1],
		[2, 300, 24, 2, 2],
		[10, 300, 24, 2, 10],
		[300, 300, 24, 2, 300],
		[300, 300, 240, 12, 300],
		// The pages of all are more than the agents: the first page shows it.
		[3, 300, 240, 1 + 3, 3],
	])(
		'%i of %i agents, %i hours: %i requests, and %i for the states before',
		async (count, of, hours, requests, earlier) => {
			const at = await staff(upTo(of).map(() => turns(12)));
			// What is counted is what is asked for, not what is refused and asked for again.
			stage.twilio.state.rateLimitPerSecond = 10_000;
			const { out, error } = await stage.run(ask(at - hours * HOUR - 3 * HOUR, undefined), agents(count));

			expect(error).toBeUndefined();
			expect(out.filter(({ json }) => json.state === null)).toEqual([]);
			for (const index of upTo(count)) {
				const rows = out.filter(({ json }) => json.agentId === sidOf(index)).map(({ json }) => json);
				expect(rows[0]?.from).toBe(iso(at - hours * HOUR - 3 * HOUR));
				rows.slice(1).forEach((row, turn) => expect(row.from).toBe(rows[turn]?.until));
			}
			const ofOne = eventReads().filter((path) => path.includes('WorkerSid'));
			const own = requests + earlier;
			expect(eventReads().length).toBeLessThanOrEqual(own);
			expect(ofOne.length).toBeLessThanOrEqual(own);
		},
	);
});
