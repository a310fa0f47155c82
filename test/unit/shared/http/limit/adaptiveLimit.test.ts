import {
	onResponse,
	onSend,
	opensAt,
	startAdaptiveLimit,
	type AdaptiveLimit,
} from '../../../../../nodes/shared/http/limit/adaptiveLimit';
import type { AttemptOutcome } from '../../../../../nodes/shared/http/retry';

const status = (code: number, retryAfterMs?: number): AttemptOutcome => ({
	kind: 'status',
	status: code,
	retryAfterMs,
});
const SUCCESS = status(200);
const LOST: AttemptOutcome = { kind: 'lost', code: 'ECONNRESET' };

/** Sends as many as the limit allows and answers all of them 100 ms later. */
function round(state: AdaptiveLimit, now: number, outcomeOf: (index: number) => AttemptOutcome): number {
	const sent = Array.from({ length: state.concurrency.limit }, (_, index) => onSend(state, index + 1, now));
	sent.forEach((permit, index) => {
		const around = { now: now + 100, inFlight: sent.length - index - 1, backlog: 10_000 };
		onResponse(state, permit, outcomeOf(index), around);
	});
	return state.concurrency.limit;
}

describe('an adaptive limit', () => {
	it('doubles from round to round', () => {
		const state = startAdaptiveLimit(100);
		const limits = [0, 200, 400, 600, 800].map((now) => round(state, now, () => SUCCESS));
		expect(limits).toEqual([8, 16, 32, 64, 100]);
	});

	it.each([
		['lost', LOST],
		['408', status(408)],
		['500', status(500)],
		['503 without Retry-After', status(503)],
	])('is halved by a round in which most requests end with %s', (_what, outcome) => {
		const state = startAdaptiveLimit(100);
		for (const now of [0, 200, 400]) round(state, now, () => SUCCESS);
		round(state, 600, () => outcome);
		// The first response of a round ends the one before, in which all was well.
		expect(round(state, 800, () => outcome)).toBeLessThanOrEqual(16);
	});

	it('takes a request that the service found wrong for a success: the service is not busy', () => {
		const state = startAdaptiveLimit(100);
		expect(round(state, 0, () => status(404))).toBe(8);
	});

	it('opens only when both the spacing and the pauses allow it', () => {
		const state = startAdaptiveLimit(100);
		state.spacing.opensAt = 20;
		state.fallback.opensAt = 10;
		expect(opensAt(state)).toBe(20);
		state.fallback.opensAt = 30;
		expect(opensAt(state)).toBe(30);
	});

	it('holds the run back when a service that is away says for how long', () => {
		const state = startAdaptiveLimit(100);
		for (const now of [0, 200]) round(state, now, () => SUCCESS);
		round(state, 400, () => status(503, 5_000));
		expect(state.concurrency).toMatchObject({ limit: 1, inSlowStart: true });
		expect(opensAt(state)).toBe(5_500);
	});

	const around = (now: number, backlog = 10_000) => ({ now, inFlight: 0, backlog });

	it.each<[AttemptOutcome, successes: number, errors: number]>([
		[SUCCESS, 1, 0],
		[status(407), 1, 0],
		[status(499), 1, 0],
		[status(408), 0, 1],
		[status(500), 0, 1],
		[status(599), 0, 1],
		[LOST, 0, 1],
		[{ kind: 'damaged' }, 0, 1],
		[status(429), 0, 0],
		[status(503, 1), 0, 0],
	])('counts %j as %i successes and %i errors', (outcome, successes, errors) => {
		const state = startAdaptiveLimit(100);
		const permit = onSend(state, 1, 1_000);
		// Not the last of its round, so that the round stays to be looked at.
		state.firstOfRound = 2;
		onResponse(state, permit, outcome, around(1_100));
		expect(state.concurrency.round).toMatchObject({ successes, errors });
	});

	it('numbers its requests, and ends a round with the first one that was sent in it', () => {
		const state = startAdaptiveLimit(100);
		const [first, second] = [onSend(state, 1, 1_000), onSend(state, 2, 1_010)];
		expect([first, second]).toEqual([
			{ serial: 1, inFlight: 1, sentAt: 1_000 },
			{ serial: 2, inFlight: 2, sentAt: 1_010 },
		]);
		onResponse(state, first, SUCCESS, around(1_100));
		expect([state.firstOfRound, state.concurrency.round.startedAt]).toEqual([3, 1_100]);
		expect(state.spacing.minRtt).toEqual({ lastRound: 100, thisRound: Infinity });
		onResponse(state, second, SUCCESS, around(1_130));
		expect([state.firstOfRound, state.concurrency.round.startedAt]).toEqual([3, 1_100]);
		expect(state.spacing.minRtt).toEqual({ lastRound: 100, thisRound: 120 });
		onResponse(state, onSend(state, 2, 1_140), SUCCESS, around(1_200));
		expect([state.firstOfRound, state.concurrency.round.startedAt]).toEqual([4, 1_200]);
		expect(state.spacing.minRtt).toEqual({ lastRound: 60, thisRound: Infinity });
	});

	it('keeps a gap between starts, which shrinks while all is calm and more is to come', () => {
		const gapAfter = (outcome: AttemptOutcome, backlog: number, now: number) => {
			const state = startAdaptiveLimit(100);
			state.fallback.gapMs = 100;
			Object.assign(state.concurrency, { inSlowStart: false });
			const permit = onSend(state, 1, now - 100);
			onResponse(state, permit, outcome, around(now, backlog));
			return [state.fallback.gapMs, state.fallback.opensAt];
		};
		const full: AttemptOutcome = { kind: 'status', status: 200, retryAfterMs: undefined, isFull: true };
		expect(gapAfter(SUCCESS, 1, 2_000)).toEqual([95, 2_000]);
		expect(gapAfter(SUCCESS, 0, 2_000)).toEqual([100, 2_000]);
		expect(gapAfter(full, 1, 2_000)).toEqual([100, 2_000]);
	});

	describe('in a trial without its gap', () => {
		/** One that began at 30,000 ms, with a gap of 400 ms and 50 successes owed. */
		function inTrial(): AdaptiveLimit {
			const state = startAdaptiveLimit(100);
			state.fallback.gapMs = 400;
			Object.assign(state.concurrency, { inSlowStart: false, hasSucceeded: true, successesOwed: 51 });
			onResponse(state, onSend(state, 1, 29_900), SUCCESS, around(30_000));
			return state;
		}
		const sendAt = (state: AdaptiveLimit, now: number, outcome: AttemptOutcome) =>
			onResponse(state, onSend(state, 1, now - 100), outcome, around(now));

		it('keeps no gap, and with success owes nothing and has none any more', () => {
			const state = inTrial();
			const opens = [30_200, 30_400, 30_600, 30_800, 31_000].map((now) => {
				sendAt(state, now, SUCCESS);
				return opensAt(state) <= now;
			});
			expect(opens).toEqual([false, true, true, true, true]);
			expect([state.fallback.gapMs, state.concurrency.successesOwed]).toEqual([0, 0]);
		});

		it('has the gap back after a refusal, which costs nothing else', () => {
			const state = inTrial();
			const before = structuredClone(state.concurrency);
			sendAt(state, 30_400, status(429));
			expect([state.fallback.gapMs, opensAt(state), state.concurrency.successesOwed]).toEqual([400, 30_800, 50]);
			expect(state.concurrency.lastDecrease).toEqual(before.lastDecrease);
		});

		it('begins none for twenty seconds where the service takes nothing for a while', () => {
			const state = inTrial();
			sendAt(state, 30_400, status(429, 1_001));
			expect(state.trial).toMatchObject({ running: undefined, notBefore: 50_400 });
		});
	});

	it('does not rise while starts keep a gap', () => {
		const limitAfter = (gapMs: number) => {
			const state = startAdaptiveLimit(100);
			state.fallback.gapMs = gapMs;
			Object.assign(state.concurrency, { inSlowStart: false, limit: 5 });
			state.concurrency.lastDecrease.successesSince = 100;
			onResponse(state, onSend(state, 1, 30_000), SUCCESS, around(30_100));
			return state.concurrency.limit;
		};
		expect([limitAfter(0), limitAfter(100)]).toEqual([6, 5]);
	});

	it('jumps to eight with the first answer of the run, and then counts', () => {
		const state = startAdaptiveLimit(100);
		const permits = [onSend(state, 1, 0), onSend(state, 2, 0)];
		for (const permit of permits) onResponse(state, permit, SUCCESS, around(100));
		expect(state.concurrency.limit).toBe(3);
	});

	it('comes down at a refusal to what was accepted, with a pause for one that was alone', () => {
		const state = startAdaptiveLimit(100);
		state.concurrency.limit = 9;
		state.concurrency.hasSucceeded = true;
		onResponse(state, onSend(state, 9, 1_000), status(429), { now: 1_010, inFlight: 6, backlog: 10 });
		expect(state.concurrency).toMatchObject({ limit: 8, inSlowStart: false });
		expect(state.fallback.opensAt).toBe(0);
		onResponse(state, onSend(state, 1, 2_000), status(429, 700), { now: 2_010, inFlight: 0, backlog: 10 });
		expect(state.fallback.opensAt).toBe(2_710);
	});

	it('knows nothing at its beginning', () => {
		expect(startAdaptiveLimit(7)).toMatchObject({ sent: 0, firstOfRound: 0, concurrency: { maxConcurrency: 7 } });
	});
});
