import {
	isClosed,
	onSend,
	onSuccess,
	onThrottled,
	onTrialRefused,
	pauseAsAsked,
	startRateFallback,
} from '../../../../../nodes/shared/http/limit/rateFallback';

const alone = { startsWave: true, wasAlone: true, accepted: 0 };
const wave = (at: number, successesSince: number) => ({ at, limit: 1, successesSince });

describe('a service that refuses even one at a time', () => {
	it('is given the gap that its successes took since the last wave', () => {
		const state = startRateFallback();
		onThrottled(state, alone, undefined, wave(1_000, 5), 1_200);
		expect(state.gapMs).toBe(40);
		onSend(state, 1_300);
		expect(state.opensAt).toBe(1_340);
	});

	it('is given a gap that grows by a quarter at least, and doubles at most', () => {
		const state = startRateFallback();
		const gaps = [wave(0, 10), wave(0, 1_000), wave(0, 1), wave(0, 1), wave(0, 1)].map((last) => {
			onThrottled(state, alone, undefined, last, 5_000);
			return state.gapMs;
		});
		expect(gaps).toEqual([50, 62.5, 125, 250, 500]);
	});

	it('is never given a gap above a second', () => {
		const state = startRateFallback();
		for (let i = 0; i < 20; i++) onThrottled(state, alone, undefined, wave(0, 1), 60_000);
		expect(state.gapMs).toBe(1_000);
	});

	it('and answers nothing well is given pauses that double, from 100 ms to 5 s, until a success', () => {
		const state = startRateFallback();
		const refuse = (now: number) => {
			onThrottled(state, alone, undefined, wave(0, 0), now);
			return state.opensAt - now;
		};
		expect([10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000].map(refuse)).toEqual([
			100, 200, 400, 800, 1_600, 3_200, 5_000,
		]);
		onSuccess(state, false);
		expect(refuse(80_000)).toBe(100);
	});
});

describe('a gap', () => {
	it('shrinks with each success once nothing speaks against it, and is given up below 5 ms', () => {
		const state = { ...startRateFallback(), gapMs: 6 };
		const gaps = [false, true, true, true, true, true].map((isCalm) => {
			onSuccess(state, isCalm);
			return Math.round(state.gapMs * 100) / 100;
		});
		expect(gaps).toEqual([6, 5.7, 5.41, 5.14, 4.89, 0]);
	});

	it('holds the next start back from the refusal on that it follows from', () => {
		const state = startRateFallback();
		onThrottled(state, alone, undefined, wave(1_000, 5), 1_200);
		expect(state.opensAt).toBe(1_240);
	});

	it('is kept from the refusal of a trial without it on, or as long as the service asks for', () => {
		const state = { ...startRateFallback(), gapMs: 300 };
		onTrialRefused(state, undefined, 1_000);
		expect(state).toEqual({ gapMs: 300, opensAt: 1_300, blindPauseMs: 0 });
		onTrialRefused(state, 2_000, 2_000);
		expect(state).toEqual({ gapMs: 300, opensAt: 4_000, blindPauseMs: 0 });
	});
});

it.each([
	['the third refusal in a row', { blindPauseMs: 400 }, true],
	['the second', { blindPauseMs: 200 }, false],
	['a pause of more than a second', { opensAt: 2_001 }, true],
	['a pause of a second', { opensAt: 2_000 }, false],
])('%s tells whether the service takes nothing at all for now', (_what, more, expected) => {
	expect(isClosed({ ...startRateFallback(), ...more }, 1_000)).toBe(expected);
});

describe('Retry-After', () => {
	it.each([
		['to the only request in flight', alone, 6_000],
		['to one of several', { startsWave: true, wasAlone: false, accepted: 3 }, 0],
	])('%s', (_who, refusal, opensAt) => {
		const state = startRateFallback();
		onThrottled(state, refusal, 5_000, wave(0, 0), 1_000);
		expect(state.opensAt).toBe(opensAt);
	});

	it.each([
		[60_000, 61_000],
		[60_001, 0],
		[undefined, 0],
	])('of %p ms from a service that is away holds the run back until %i', (retryAfterMs, opensAt) => {
		const state = startRateFallback();
		pauseAsAsked(state, retryAfterMs, 1_000);
		expect(state.opensAt).toBe(opensAt);
	});

	it('never shortens a longer pause', () => {
		const state = startRateFallback();
		pauseAsAsked(state, 5_000, 1_000);
		pauseAsAsked(state, 1_000, 1_500);
		expect(state.opensAt).toBe(6_000);
	});
});

it.each<[string, Parameters<typeof onThrottled>[1], number | undefined, number, object]>([
	['is alone, with successes before it', alone, undefined, 5, { gapMs: 40, opensAt: 1_240, blindPauseMs: 0 }],
	['is alone, without any success', alone, undefined, 0, { gapMs: 0, opensAt: 1_300, blindPauseMs: 100 }],
	['is alone, without any success, and told how long', alone, 700, 0, { gapMs: 0, opensAt: 1_900, blindPauseMs: 0 }],
	['is alone, and told how long', alone, 700, 5, { gapMs: 40, opensAt: 1_900, blindPauseMs: 0 }],
	[
		'is not the first of its wave',
		{ ...alone, startsWave: false },
		undefined,
		5,
		{ gapMs: 0, opensAt: 0, blindPauseMs: 0 },
	],
	['is one of several', { ...alone, wasAlone: false }, undefined, 5, { gapMs: 0, opensAt: 0, blindPauseMs: 0 }],
	['leaves room for one', { ...alone, accepted: 1 }, 700, 5, { gapMs: 40, opensAt: 1_240, blindPauseMs: 0 }],
])('a refusal that %s', (_what, refusal, retryAfterMs, successes, expected) => {
	const state = startRateFallback();
	onThrottled(state, refusal, retryAfterMs, wave(1_000, successes), 1_200);
	expect(state).toEqual(expected);
});

it('a gap of 5 ms is given up, and without a gap nothing is held back', () => {
	const state = { ...startRateFallback(), gapMs: 5 };
	onSuccess(state, true);
	expect(state.gapMs).toBe(0);
	onSend(state, 1_000);
	expect(state.opensAt).toBe(0);
});
