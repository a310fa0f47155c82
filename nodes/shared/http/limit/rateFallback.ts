import type { Decrease } from './concurrencyLimit';
import type { ThrottledResponse } from './refusalDetector';

/**
 * Pauses of the whole run, for services whose limit counts requests in a time: where even one request at once is too
 * much, starts keep a gap. All moments are in milliseconds since the epoch.
 */
export interface RateFallback {
	/** No request may start before this. */
	opensAt: number;
	/** The least time from start to start, in milliseconds; 0 when more than one at once is allowed. */
	gapMs: number;
	/** The last pause made without knowing how long it has to be. */
	blindPauseMs: number;
}

/** A longer Retry-After concerns the one request that was told of it. */
const MAX_PAUSE_MS = 60_000;
const MAX_GAP_MS = 1_000;
/** A gap grows by at least a quarter and at most doubles, the first one up to 50 ms. */
const GAP_GROWTH = 1.25;
const MAX_GAP_GROWTH = 2;
const MAX_FIRST_GAP_MS = 50;
/** With each success a gap shrinks by a twentieth; a short one is given up. */
const GAP_DECAY = 0.95;
const MIN_GAP_MS = 5;
const MIN_BLIND_PAUSE_MS = 100;
const MAX_BLIND_PAUSE_MS = 5_000;
/** Others at the service cost one refusal or two in a row, and pauses of a second at most. */
const CLOSED_BLIND_PAUSE_MS = 400;
const CLOSED_PAUSE_MS = 1_000;

export const startRateFallback = (): RateFallback => ({ opensAt: 0, gapMs: 0, blindPauseMs: 0 });

export function onSend(state: RateFallback, now: number): void {
	if (state.gapMs > 0) pause(state, state.gapMs, now);
}

/** @param isCalm whether nothing speaks against going faster again */
export function onSuccess(state: RateFallback, isCalm: boolean): void {
	state.blindPauseMs = 0;
	if (isCalm) state.gapMs = state.gapMs > MIN_GAP_MS ? state.gapMs * GAP_DECAY : 0;
}

/** A trial without the gap was refused. */
export function onTrialRefused(state: RateFallback, retryAfterMs: number | undefined, now: number): void {
	pause(state, state.gapMs, now);
	pauseAsAsked(state, retryAfterMs, now);
}

/** Whether the service takes nothing at all for now. */
export const isClosed = ({ blindPauseMs, opensAt }: RateFallback, now: number): boolean =>
	blindPauseMs >= CLOSED_BLIND_PAUSE_MS || opensAt - now > CLOSED_PAUSE_MS;

/**
 * A 429.
 *
 * @param last the wave of refusals before this one
 */
export function onThrottled(
	state: RateFallback,
	{ startsWave, wasAlone, accepted }: ThrottledResponse,
	retryAfterMs: number | undefined,
	last: Readonly<Decrease>,
	now: number,
): void {
	if (startsWave && wasAlone) slowDown(state, retryAfterMs, last, now);
	// Refused though it was alone: what the service asks for concerns the whole run.
	if (accepted === 0) pauseAsAsked(state, retryAfterMs, now);
}

/** The service as a whole is away and says for how long. */
export function pauseAsAsked(state: RateFallback, retryAfterMs: number | undefined, now: number): void {
	if (retryAfterMs !== undefined && retryAfterMs <= MAX_PAUSE_MS) pause(state, retryAfterMs, now);
}

/** The gap is what a success took on average since the last wave; without a success there is nothing to go by. */
function slowDown(
	state: RateFallback,
	retryAfterMs: number | undefined,
	{ at, successesSince }: Readonly<Decrease>,
	now: number,
): void {
	const { gapMs } = state;
	if (successesSince > 0) {
		const measured = Math.max((now - at) / successesSince, gapMs * GAP_GROWTH);
		state.gapMs = Math.min(measured, Math.max(gapMs * MAX_GAP_GROWTH, MAX_FIRST_GAP_MS), MAX_GAP_MS);
		pause(state, state.gapMs, now);
	} else if (retryAfterMs === undefined) {
		state.blindPauseMs = Math.min(MAX_BLIND_PAUSE_MS, Math.max(MIN_BLIND_PAUSE_MS, 2 * state.blindPauseMs));
		pause(state, state.blindPauseMs, now);
	}
}

function pause(state: RateFallback, ms: number, now: number): void {
	state.opensAt = Math.max(state.opensAt, now + ms);
}
