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
});
