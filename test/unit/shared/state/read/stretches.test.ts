import fc from 'fast-check';
import type { Native, Observed } from '../../../../../nodes/shared/state/adapter';
import type { StateChange } from '../../../../../nodes/shared/state/history';
import { beginningOf, changesWithin, stateStretches } from '../../../../../nodes/shared/state/read/stretches';

const state = (label: string): Native => ({ label, fields: { sid: label } });
const change = (at: number, to: string, more: Partial<StateChange> = {}): StateChange => ({
	agent: 'A',
	at,
	native: state(to),
	before: undefined,
	lasted: undefined,
	...more,
});
const agent = (label: string, since: number | null): Observed => ({
	id: 'A',
	name: 'Anna',
	native: state(label),
	since: since === null ? null : new Date(since).toISOString(),
});
const told = (stretches: ReturnType<typeof stateStretches>) =>
	stretches.map(({ native, from, until }) => [native?.label ?? null, from, until]);

const window = { from: 10_000, until: 90_000 };

describe('the stretches of a window', () => {
	it.each<[what: string, changes: StateChange[], expected: unknown[]]>([
		['without a change', [], [['x', 10_000, 90_000]]],
		[
			'with one',
			[change(20_000, 'a')],
			[
				['x', 10_000, 20_000],
				['a', 20_000, 90_000],
			],
		],
		['with one at its start', [change(10_000, 'a')], [['a', 10_000, 90_000]]],
		['with one to the same state', [change(20_000, 'x')], [['x', 10_000, 90_000]]],
		[
			'with two at one moment',
			[change(20_000, 'a'), change(20_000, 'b')],
			[
				['x', 10_000, 20_000],
				['b', 20_000, 90_000],
			],
		],
		[
			'where a change is missing, and how long the state before had lasted is told',
			[change(20_000, 'a'), change(60_000, 'c', { before: state('b'), lasted: 15_000 })],
			[
				['x', 10_000, 20_000],
				['a', 20_000, 45_000],
				['b', 45_000, 60_000],
				['c', 60_000, 90_000],
			],
		],
		[
			'where a change is missing, and nothing more is told',
			[change(20_000, 'a'), change(60_000, 'c', { before: state('b') })],
			[
				['x', 10_000, 20_000],
				[null, 20_000, 60_000],
				['c', 60_000, 90_000],
			],
		],
		[
			'where the change before the first one is missing',
			[change(60_000, 'c', { before: state('b'), lasted: 15_000 })],
			[
				['x', 10_000, 45_000],
				['b', 45_000, 60_000],
				['c', 60_000, 90_000],
			],
		],
	])('%s', (_what, changes, expected) => {
		expect(told(stateStretches(changes, state('x'), window))).toEqual(expected);
	});

	it('are those of the true history, whatever it was and in whatever order its changes come', () => {
		const history = fc.array(
			fc.record({ length: fc.integer({ min: 1, max: 50_000 }), to: fc.constantFrom('a', 'b', 'c') }),
			{ minLength: 1, maxLength: 12 },
		);
		fc.assert(
			fc.property(
				history,
				fc.integer({ min: 0, max: 80_000 }),
				fc.integer({ min: 1, max: 80_000 }),
				fc.boolean(),
				(turns, from, length, isReversed) => {
					let at = 0;
					const truth = turns.map(({ length: held, to }) => ({ to, at: (at += held) }));
					const now = at + 30_000;
					const until = Math.min(from + length, now);
					if (from >= until) return;
					const asked = { from, until };
					const stateAt = (moment: number) => truth.filter((one) => one.at <= moment).at(-1)?.to ?? null;
					const changes = truth.map((one, turn) =>
						change(one.at, one.to, { lasted: one.at - (truth[turn - 1]?.at ?? 0) || undefined }),
					);
					const last = truth.at(-1);
					const since = Math.floor((last?.at ?? 0) / 1000) * 1000;
					const observed = agent(last?.to ?? '', since);
					const within = changesWithin(isReversed ? changes.toReversed() : changes, observed, asked);
					const beginning = beginningOf(within, observed, from);
					const before = stateAt(from);
					const native =
						beginning.kind === 'known' ? beginning.native : before === null ? null : state(before);
					const stretches = stateStretches(within, native, asked);

					expect(stretches[0]?.from).toBe(from);
					expect(stretches.at(-1)?.until).toBe(until);
					stretches.slice(1).forEach((one, turn) => expect(one.from).toBe(stretches[turn]?.until));
					for (const one of stretches) {
						expect(one.from).toBeLessThan(one.until);
						// The record has whole seconds, and so is early by up to one where its own event is out of the window.
						const isEarly = one.from >= since && one.from < (last?.at ?? 0);
						if (one.native && !isEarly) expect(one.native.label).toBe(stateAt(one.from));
					}
				},
			),
		);
	});
});

describe('the agent’s own record', () => {
	it('adds the last change where its event is missing', () => {
		const within = changesWithin([change(20_000, 'a')], agent('b', 30_000), window);
		expect(within.map(({ at, native }) => [at, native.label])).toEqual([
			[20_000, 'a'],
			[30_000, 'b'],
		]);
	});

	it.each<[what: string, observed: Observed]>([
		['of the event itself, in whole seconds', agent('a', 20_000)],
		['of a time before the window', agent('b', 5_000)],
		['of a time after it', agent('b', 95_000)],
		['without a time', agent('b', null)],
	])('adds nothing %s', (_what, observed) => {
		expect(changesWithin([change(20_400, 'a')], observed, window)).toHaveLength(1);
	});

	it('leaves out the changes of others', () => {
		expect(changesWithin([change(20_000, 'b', { agent: 'B' })], agent('a', 0), window)).toEqual([]);
	});
});

describe('the state at the start', () => {
	it.each<[what: string, within: StateChange[], observed: Observed, expected: unknown]>([
		['is the present one since before', [], agent('a', 5_000), { kind: 'known', native: state('a') }],
		['is found before where the present one came later', [], agent('a', 95_000), { kind: 'earlier' }],
		['is found before where nobody says since when', [], agent('a', null), { kind: 'earlier' }],
		[
			'is the one that the first change left',
			[change(20_000, 'a', { before: state('b') })],
			agent('a', 0),
			{ kind: 'known', native: state('b') },
		],
		[
			'is found when the first change says',
			[change(20_000, 'a', { lasted: 15_000 })],
			agent('a', 0),
			{ kind: 'earlier', at: 5_000 },
		],
		[
			'is unknown where a change is missing',
			[change(20_000, 'a', { lasted: 5_000, before: state('b') })],
			agent('a', 0),
			{ kind: 'known', native: null },
		],
	])('%s', (_what, within, observed, expected) => {
		expect(beginningOf(within, observed, window.from)).toEqual(expected);
	});
});

describe('at the edges of a window', () => {
	it.each<[number, number]>([
		[9_999, 0],
		[10_000, 1],
		[89_999, 1],
		[90_000, 0],
	])('a change at %d counts %d times', (at, count) => {
		expect(changesWithin([change(at, 'a')], agent('a', null), window)).toHaveLength(count);
		// The same for the one that the record alone tells of.
		const since = { ...agent('b', null), since: new Date(at).toISOString() };
		expect(changesWithin([], since, window)).toHaveLength(count);
	});

	it('the record tells of nothing that is not later than the last change, and of no unknown state', () => {
		expect(changesWithin([change(20_000, 'a')], agent('b', 20_000), window)).toHaveLength(1);
		expect(changesWithin([change(20_000, 'a')], agent('b', 21_000), window)).toHaveLength(2);
		expect(changesWithin([change(20_000, 'a')], agent('a', 21_000), window)).toHaveLength(1);
		expect(changesWithin([], { ...agent('a', 20_000), native: null }, window)).toEqual([]);
		expect(changesWithin([], { ...agent('a', null), since: 'soon' }, window)).toEqual([]);
	});

	it.each<[what: string, first: Partial<StateChange>, beginning: unknown]>([
		['just began within it, as far as seconds tell', { lasted: 9_000 }, { kind: 'earlier', at: 11_000 }],
		['began within it', { lasted: 8_999, before: state('b') }, { kind: 'known', native: null }],
		['began before', { lasted: 20_000, before: state('b') }, { kind: 'known', native: state('b') }],
		['is not told of', {}, { kind: 'earlier', at: undefined }],
		['ended at its start', { at: 10_000, lasted: 5_000 }, { kind: 'known', native: null }],
	])('where the state before the first change %s', (_what, first, beginning) => {
		expect(beginningOf([change(20_000, 'a', first)], agent('a', 0), window.from)).toEqual(beginning);
	});

	it.each([
		[10_000, { kind: 'known', native: state('a') }],
		[10_001, { kind: 'earlier', at: undefined }],
	])('a state since %d', (since, beginning) => {
		const observed = { ...agent('a', null), since: new Date(since).toISOString() };
		expect(beginningOf([], observed, window.from)).toEqual(beginning);
	});

	it('a state that nobody knows goes on until one is known', () => {
		expect(told(stateStretches([change(20_000, 'a')], null, window))).toEqual([
			[null, 10_000, 20_000],
			['a', 20_000, 90_000],
		]);
		// It cannot have begun before the stretch that it ends.
		const long = change(60_000, 'c', { before: state('b'), lasted: 70_000 });
		expect(told(stateStretches([change(20_000, 'a'), long], state('x'), window))).toEqual([
			['x', 10_000, 20_000],
			['b', 20_000, 60_000],
			['c', 60_000, 90_000],
		]);
	});
});
