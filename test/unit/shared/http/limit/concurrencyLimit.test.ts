import {
	endRound,
	isCalm,
	onError,
	onSuccess,
	onThrottled,
	onUnavailable,
	startConcurrencyLimit,
	type ConcurrencyLimit,
} from '../../../../../nodes/shared/http/limit/concurrencyLimit';

const around = (now: number, backlog = 1_000) => ({ now, inFlight: 0, backlog });
const success = { isFull: false, isFirst: false, rttMs: 100 };
const succeed = (state: ConcurrencyLimit, times: number, now = 1_000, backlog = 1_000) => {
	for (let i = 0; i < times; i++) onSuccess(state, success, around(now, backlog));
};
/** A limit in slow start that has come up to `limit`. */
const started = (limit: number): ConcurrencyLimit => ({ ...startConcurrencyLimit(200), hasSucceeded: true, limit });
/** A limit that came down to `limit` at 1,000 ms and has since paid for that refusal. */
function steady(limit: number): ConcurrencyLimit {
	const state = started(limit + 1);
	onThrottled(state, { accepted: limit, startsWave: true }, 1_000);
	succeed(state, Math.max(20, 3 * limit), 2_000);
	endRound(state, false, around(1_400));
	return state;
}

describe('slow start', () => {
	it('goes from one to eight, then up by one with each success', () => {
		const state = startConcurrencyLimit(200);
		expect(state.limit).toBe(1);
		onSuccess(state, { ...success, isFirst: true }, around(100));
		expect(state.limit).toBe(8);
		succeed(state, 8);
		expect(state.limit).toBe(16);
	});

	it('never exceeds the maximum', () => {
		const state = startConcurrencyLimit(5);
		onSuccess(state, { ...success, isFirst: true }, around(100));
		succeed(state, 10);
		expect(state.limit).toBe(5);
	});

	it('stays where it is while nothing is left to send', () => {
		const state = startConcurrencyLimit(200);
		onSuccess(state, { ...success, isFirst: true }, around(100, 0));
		expect(state.limit).toBe(1);
	});

	it('ends when the service says that it is full', () => {
		const state = startConcurrencyLimit(200);
		onSuccess(state, { ...success, isFull: true, isFirst: true }, around(100));
		succeed(state, 10);
		expect(state).toMatchObject({ limit: 1, inSlowStart: false, noIncreaseBefore: 1_100 });
	});

	it('goes on after refusals before the first success, for they tell of others at the service', () => {
		const state = startConcurrencyLimit(200);
		onThrottled(state, { accepted: 0, startsWave: true }, 100);
		expect(state).toMatchObject({ limit: 1, inSlowStart: true, successesOwed: 0 });
		succeed(state, 3);
		expect(state.limit).toBe(4);
		onThrottled(state, { accepted: 2, startsWave: true }, 1_100);
		expect(state).toMatchObject({ limit: 2, inSlowStart: false });
	});

	it('is taken back where twice the limit gained less than a twentieth', () => {
		const state = startConcurrencyLimit(200);
		state.limit = 8;
		endRound(state, false, around(1_000));
		for (const [limit, successes] of [
			[8, 100],
			[16, 102],
		] as const) {
			state.limit = limit;
			state.round = { ...state.round, limit };
			succeed(state, successes, 1_000, 0);
			endRound(state, false, around(state.round.startedAt + 100));
		}
		expect(state).toMatchObject({ limit: 8, inSlowStart: false, noIncreaseBefore: 1_200 + 1_500 });
	});
});

describe('a refusal', () => {
	it('brings the limit down to what was accepted, and ends slow start', () => {
		const state = started(60);
		onThrottled(state, { accepted: 50, startsWave: true }, 1_000);
		expect(state).toMatchObject({ limit: 50, inSlowStart: false, successesOwed: 20 });
		expect(state.lastDecrease).toEqual({ at: 1_000, limit: 50, successesSince: 0 });
	});

	it('never brings it up, nor below one', () => {
		const state = started(4);
		onThrottled(state, { accepted: 9, startsWave: true }, 1_000);
		expect(state.limit).toBe(4);
		onThrottled(state, { accepted: 0, startsWave: false }, 1_001);
		expect(state.limit).toBe(1);
	});

	it('of the same wave leaves the beginning of the wave', () => {
		const state = started(60);
		onThrottled(state, { accepted: 55, startsWave: true }, 1_000);
		onThrottled(state, { accepted: 50, startsWave: false }, 1_002);
		expect(state.lastDecrease).toEqual({ at: 1_000, limit: 50, successesSince: 0 });
	});

	it('costs twenty successes, a large wave no more than 200', () => {
		const state = started(1);
		for (let i = 0; i < 50; i++) onThrottled(state, { accepted: 50, startsWave: i === 0 }, 1_000);
		succeed(state, 199, 2_000);
		expect(isCalm(state, 2_000)).toBe(false);
		succeed(state, 1, 2_000);
		expect(isCalm(state, 2_000)).toBe(true);
	});

	it('is followed by half a second without an increase', () => {
		const state = started(1);
		onThrottled(state, { accepted: 1, startsWave: true }, 1_000);
		succeed(state, 20);
		expect([isCalm(state, 1_499), isCalm(state, 1_500)]).toEqual([false, true]);
	});
});

describe('after a refusal', () => {
	it.each([
		[1, 2],
		[3, 6],
	])('twice as many at once are kept whatever they gained, as long as they are few: %i, then %i', (before, after) => {
		const state = steady(before);
		state.limit = after;
		state.baseline = { limit: before, throughput: 1 };
		state.round = { startedAt: 5_000, limit: after, successes: 1, errors: 0 };
		endRound(state, true, around(5_100));
		expect(state.limit).toBe(after);
	});

	it('the limit rises by 1, 3, 9, a round each', () => {
		const state = steady(5);
		const limits = [2_000, 2_100, 2_200].map((now) => {
			state.round.successes = 5;
			endRound(state, false, around(now));
			return state.limit;
		});
		expect(limits).toEqual([6, 9, 18]);
	});

	describe('and two increases in succession', () => {
		/** Five at once, then six, then nine. */
		function rising(backlog = 1_000): ConcurrencyLimit {
			const state = steady(5);
			for (const now of [2_000, 2_100]) {
				state.round.successes = 5;
				endRound(state, false, around(now, backlog));
			}
			return state;
		}
		const succeedIn = (state: ConcurrencyLimit, rttMs: number, backlog = 1_000) =>
			onSuccess(state, { ...success, rttMs }, around(2_150, backlog));

		it('each quick response adds three more', () => {
			const state = rising();
			succeedIn(state, 100);
			expect(state.limit).toBe(12);
			succeedIn(state, 150);
			expect(state.limit).toBe(15);
		});

		it('the first of them adds none', () => {
			const state = steady(5);
			state.round.successes = 5;
			endRound(state, false, around(2_000));
			succeed(state, 5, 2_050);
			expect(state.limit).toBe(6);
		});

		it('a response adds none that has waited in a queue of the service, or with nothing left to send', () => {
			const state = rising();
			succeedIn(state, 151);
			succeedIn(state, 100, 0);
			expect(state.limit).toBe(9);
		});

		it('the shortest time is one since the last refusal', () => {
			const state = rising();
			onThrottled(state, { accepted: 9, startsWave: true }, 2_150);
			state.isRising = true;
			succeedIn(state, 300);
			expect(state).toMatchObject({ limit: 12, minRttMs: 300 });
			onThrottled(state, { accepted: 12, startsWave: false }, 2_150);
			expect(state.minRttMs).toBe(300);
		});

		it.each([
			['a refusal', (state: ConcurrencyLimit) => onThrottled(state, { accepted: 9, startsWave: true }, 2_150)],
			[
				'a round without an increase, since the run is about to end,',
				(state: ConcurrencyLimit) => {
					state.round.successes = 9;
					endRound(state, false, around(2_200, 10));
				},
			],
			[
				'a service that says it is full',
				(state: ConcurrencyLimit) => onSuccess(state, { ...success, isFull: true }, around(2_150)),
			],
		])('%s ends it', (_what, happens) => {
			const state = rising();
			happens(state);
			succeedIn(state, 100);
			expect(state.limit).toBe(9);
		});

		it('the maximum is kept', () => {
			const state = { ...rising(), maxConcurrency: 10 };
			succeedIn(state, 100);
			expect(state.limit).toBe(10);
		});
	});

	it.each([
		['starts keep a gap', true, 1_000],
		['the run ends within a second and a half', false, 10],
	])('it does not rise while %s', (_why, isPaced, backlog) => {
		const state = steady(5);
		state.round.successes = 5;
		endRound(state, isPaced, around(2_000, backlog));
		expect(state.limit).toBe(5);
	});
});

it('a round with more errors than successes halves the limit', () => {
	const state = steady(40);
	for (let i = 0; i < 50; i++) onError(state);
	succeed(state, 9, 2_000);
	endRound(state, false, around(2_000));
	expect(state).toMatchObject({ limit: 20, step: 1, noIncreaseBefore: 2_500 });
});

it('a service that is away is asked one by one, and then slow start begins anew', () => {
	const state = steady(40);
	onUnavailable(state, 3_000);
	expect(state).toMatchObject({ limit: 1, inSlowStart: true });
	succeed(state, 3, 4_000);
	expect(state.limit).toBe(4);
});

it('a run begins with one request, in slow start, and knows nothing', () => {
	expect(startConcurrencyLimit(7)).toEqual({
		limit: 1,
		maxConcurrency: 7,
		inSlowStart: true,
		hasSucceeded: false,
		step: 1,
		isRising: false,
		minRttMs: Infinity,
		noIncreaseBefore: 0,
		successesOwed: 0,
		lastDecrease: { at: 0, limit: 0, successesSince: 0 },
		baseline: undefined,
		round: { startedAt: 0, limit: 1, successes: 0, errors: 0 },
	});
});

describe('what happens in a round', () => {
	/** A limit of 5 that has paid for its refusals, after a round of 100 ms in which five requests went well. */
	const calm: ConcurrencyLimit = {
		limit: 5,
		maxConcurrency: 200,
		inSlowStart: false,
		hasSucceeded: true,
		step: 1,
		isRising: false,
		minRttMs: Infinity,
		noIncreaseBefore: 0,
		successesOwed: 0,
		lastDecrease: { at: 1_000, limit: 5, successesSince: 15 },
		baseline: undefined,
		round: { startedAt: 1_900, limit: 5, successes: 5, errors: 0 },
	};
	type Ending = Partial<Omit<ConcurrencyLimit, 'round'>> & {
		round?: Partial<ConcurrencyLimit['round']>;
		isPaced?: boolean;
		backlog?: number;
	};
	function ended({ round, isPaced = false, backlog = 10_000, ...more }: Ending): ConcurrencyLimit {
		const state = { ...calm, ...more, round: { ...calm.round, ...round } };
		endRound(state, isPaced, around(2_000, backlog));
		return state;
	}

	it.each<[limit: number, step: number, ending: Ending]>([
		[6, 3, {}],
		[5, 1, { lastDecrease: { ...calm.lastDecrease, successesSince: 14 } }],
		[5, 1, { successesOwed: 1 }],
		[6, 3, { noIncreaseBefore: 2_000 }],
		[5, 1, { noIncreaseBefore: 2_001 }],
		[5, 1, { isPaced: true }],
		[5, 1, { inSlowStart: true }],
		[5, 3, { inSlowStart: true, step: 3 }],
		[6, 3, { backlog: 75 }],
		[5, 1, { backlog: 74 }],
		[5, 1, { backlog: 0 }],
		[5, 1, { backlog: 0, round: { successes: 0 } }],
		// What began to rise goes on, whatever speaks against beginning.
		[8, 9, { step: 3, isPaced: true, successesOwed: 9 }],
		[200, 27, { limit: 199, step: 9 }],
		[6, 3, { round: { errors: 5 } }],
		[2, 1, { round: { errors: 6 } }],
		[1, 1, { limit: 1, round: { errors: 6 } }],
		[2, 1, { step: 3, round: { errors: 6 } }],
		[2, 1, { inSlowStart: true, round: { errors: 6 } }],
		// A round that took no time counts as a millisecond.
		[6, 3, { round: { startedAt: 2_000 }, backlog: 7_500 }],
		[5, 1, { round: { startedAt: 2_000 }, backlog: 7_499 }],
	])('brings the limit to %i, and the next step to %i: %j', (limit, step, ending) => {
		expect(ended(ending)).toMatchObject({ limit, step });
	});

	it('begins anew with the next round', () => {
		expect(ended({ round: { errors: 1 } }).round).toEqual({ startedAt: 2_000, limit: 6, successes: 0, errors: 0 });
		expect(ended({ round: { errors: 6 } }).round).toEqual({ startedAt: 2_000, limit: 2, successes: 0, errors: 0 });
	});

	it('ends slow start and puts off the next increase where most requests failed', () => {
		expect(ended({ inSlowStart: true, round: { errors: 6 } })).toMatchObject({
			inSlowStart: false,
			noIncreaseBefore: 2_500,
		});
	});

	const four = { limit: 4, throughput: 1 };
	const five = { limit: 5, throughput: 0.05 };
	it.each<[ConcurrencyLimit['baseline'], Ending]>([
		[five, {}],
		[undefined, { round: { startedAt: 1_000 } }],
		[{ limit: 5, throughput: 5 / 999 }, { round: { startedAt: 1_001 } }],
		[five, { inSlowStart: true }],
		[four, { inSlowStart: true, baseline: four }],
		[four, { step: 3, baseline: four }],
		[five, { baseline: four }],
		[four, { baseline: four, round: { startedAt: 1_000 } }],
		[undefined, { backlog: 0 }],
	])('is compared with later ones as %j: %j', (baseline, ending) => {
		expect(ended(ending).baseline).toEqual(baseline);
	});

	it.each<[limit: number, noIncreaseBefore: number, round: Partial<ConcurrencyLimit['round']>, baseline: number]>([
		[9, 0, { limit: 8, successes: 105 }, 4],
		[4, 3_500, { limit: 8, successes: 104 }, 4],
		[1, 3_500, { limit: 8, successes: 104 }, 1],
		// Too few at once to compare, and less than twice as many.
		[9, 0, { limit: 7, successes: 104 }, 1],
		[9, 0, { limit: 9, successes: 104 }, 5],
		[5, 3_500, { limit: 10, successes: 104 }, 5],
	])(
		'leads to a limit of %i, and to no increase before %i ms, by what it gained: %j after %i',
		(limit, noIncreaseBefore, round, before) => {
			const state = ended({
				limit: 8,
				lastDecrease: { at: 1_000, limit: 5, successesSince: 100 },
				round,
				baseline: { limit: before, throughput: 1 },
			});
			expect(state).toMatchObject({ limit, noIncreaseBefore });
		},
	);

	it('is what the next one is compared with where it was worth it', () => {
		const ending = { limit: 8, round: { limit: 8, successes: 105 }, baseline: four };
		expect(ended(ending).baseline).toEqual({ limit: 8, throughput: 1.05 });
		expect(ended({ ...ending, round: { limit: 8, successes: 104 } }).baseline).toEqual(four);
		expect(ended({ ...ending, inSlowStart: true, round: { limit: 8, successes: 104 } }).inSlowStart).toBe(false);
	});

	it.each<[boolean, Partial<ConcurrencyLimit>]>([
		[true, {}],
		[false, { inSlowStart: true }],
		[false, { successesOwed: 1 }],
		[true, { noIncreaseBefore: 2_000 }],
		[false, { noIncreaseBefore: 2_001 }],
	])('is calm or not: %s with %j', (expected, more) => {
		expect(isCalm({ ...calm, ...more }, 2_000)).toBe(expected);
	});

	it.each<[Partial<ConcurrencyLimit>, isFull: boolean, Partial<ConcurrencyLimit>]>([
		[{}, false, { limit: 5, successesOwed: 0, noIncreaseBefore: 0 }],
		[{ successesOwed: 3 }, false, { successesOwed: 2 }],
		[{}, true, { limit: 5, step: 1, noIncreaseBefore: 0 }],
		[{ step: 3 }, true, { limit: 5, step: 1, noIncreaseBefore: 3_000 }],
		[{ step: 3 }, false, { limit: 5, step: 3, noIncreaseBefore: 0 }],
		[{ inSlowStart: true }, true, { limit: 5, inSlowStart: false, noIncreaseBefore: 3_000 }],
		[{ inSlowStart: true }, false, { limit: 6, inSlowStart: true }],
		[{ inSlowStart: true, maxConcurrency: 5 }, false, { limit: 5 }],
	])('has a success in it: %j (the service is full: %s) becomes %j', (more, isFull, expected) => {
		const state = structuredClone({ ...calm, ...more });
		onSuccess(state, { ...success, isFull }, around(2_000));
		expect(state).toMatchObject({
			...expected,
			lastDecrease: { at: 1_000, limit: 5, successesSince: 16 },
			round: { successes: 6, errors: 0 },
		});
	});

	it('has a refusal in it, before which nothing is compared any more', () => {
		const state = structuredClone({ ...calm, step: 3, successesOwed: 195, baseline: four });
		onThrottled(state, { accepted: 3, startsWave: false }, 2_000);
		expect(state).toEqual({
			...calm,
			limit: 3,
			noIncreaseBefore: 2_500,
			successesOwed: 200,
			lastDecrease: { at: 1_000, limit: 3, successesSince: 15 },
			baseline: four,
		});
		onThrottled(state, { accepted: 2, startsWave: true }, 2_100);
		expect(state).toMatchObject({
			limit: 2,
			lastDecrease: { at: 2_100, limit: 2, successesSince: 0 },
			baseline: undefined,
		});
	});

	it('has the service go away in it', () => {
		const state = structuredClone({ ...calm, step: 3, baseline: four });
		onUnavailable(state, 2_000);
		expect(state).toEqual({ ...calm, limit: 1, inSlowStart: true, noIncreaseBefore: 2_000 });
	});
});
