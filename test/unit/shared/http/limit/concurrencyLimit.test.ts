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
const succeed = (state: ConcurrencyLimit, times: number, now = 1_000, backlog = 1_000) => {
	for (let i = 0; i < times; i++) onSuccess(state, false, false, around(now, backlog));
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
		onSuccess(state, false, true, around(100));
		expect(state.limit).toBe(8);
		succeed(state, 8);
		expect(state.limit).toBe(16);
	});

	it('never exceeds the maximum', () => {
		const state = startConcurrencyLimit(5);
		onSuccess(state, false, true, around(100));
		succeed(state, 10);
		expect(state.limit).toBe(5);
	});

	it('stays where it is while nothing is left to send', () => {
		const state = startConcurrencyLimit(200);
		onSuccess(state, false, true, around(100, 0));
		expect(state.limit).toBe(1);
	});

	it('ends when the service says that it is full', () => {
		const state = startConcurrencyLimit(200);
		onSuccess(state, true, true, around(100));
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
	it('its successes are owed for twenty seconds at most: others may have been at the service', () => {
		const state = started(9);
		for (let i = 0; i < 10; i++) onThrottled(state, { accepted: 1, startsWave: i === 0 }, 1_000);
		const owed = [20_999, 21_000].map((now) => {
			succeed(state, 1, now);
			return state.successesOwed;
		});
		expect(owed).toEqual([199, 0]);
	});

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
