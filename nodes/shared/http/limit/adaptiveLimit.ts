import { isThrottled, type AttemptOutcome } from '../retry';
import * as concurrencyLimit from './concurrencyLimit';
import * as gapTrial from './gapTrial';
import * as rateFallback from './rateFallback';
import * as refusalDetector from './refusalDetector';
import * as startSpacing from './startSpacing';

/**
 * How many requests may be in flight, and from when on the next may start, found out from the responses. Composed of
 * five parts, as botocore's ClientRateLimiter is (retries/adaptive.py). It has no clock and no queue.
 */
export interface AdaptiveLimit {
	readonly concurrency: concurrencyLimit.ConcurrencyLimit;
	readonly refusals: refusalDetector.RefusalDetector;
	readonly fallback: rateFallback.RateFallback;
	readonly spacing: startSpacing.StartSpacing;
	readonly trial: gapTrial.GapTrial;
	/** Requests sent so far. */
	sent: number;
	/** The serial number of the first request whose response ends the present round. */
	firstOfRound: number;
}

/** A request that was let go, remembered until its response. Moments in milliseconds since the epoch. */
export interface Permit extends refusalDetector.SentRequest {
	/** 1 for the first request of the run. */
	serial: number;
}

export const startAdaptiveLimit = (maxConcurrency: number): AdaptiveLimit => ({
	concurrency: concurrencyLimit.startConcurrencyLimit(maxConcurrency),
	refusals: refusalDetector.startRefusalDetector(),
	fallback: rateFallback.startRateFallback(),
	spacing: startSpacing.startSpacing(),
	trial: gapTrial.startGapTrial(),
	sent: 0,
	firstOfRound: 0,
});

/** No request may start before this. */
export const opensAt = ({ fallback, spacing }: AdaptiveLimit): number => Math.max(fallback.opensAt, spacing.opensAt);

/** @param inFlight requests in flight, this one included */
export function onSend(state: AdaptiveLimit, inFlight: number, now: number): Permit {
	if (!state.trial.running) rateFallback.onSend(state.fallback, now);
	startSpacing.onSend(state.spacing, state.concurrency.limit, now);
	return { serial: ++state.sent, inFlight, sentAt: now };
}

export function onResponse(
	state: AdaptiveLimit,
	permit: Permit,
	outcome: AttemptOutcome,
	around: concurrencyLimit.Surroundings,
): void {
	const { concurrency, fallback, spacing } = state;
	const { now } = around;
	const { status, retryAfterMs, isFull = false } = outcome.kind === 'status' ? outcome : LOST;
	if (status === 429) onThrottled(state, permit, retryAfterMs, around);
	else if (isThrottled(outcome)) {
		concurrencyLimit.onUnavailable(concurrency, now);
		rateFallback.pauseAsAsked(fallback, retryAfterMs, now);
	} else if (status === LOST.status || status === 408 || status >= 500) concurrencyLimit.onError(concurrency);
	else {
		const rttMs = now - permit.sentAt;
		concurrencyLimit.onSuccess(concurrency, { isFull, isFirst: state.sent === 1, rttMs }, around);
		startSpacing.onSuccess(spacing, rttMs);
		const isCalm = !isFull && around.backlog > 0 && concurrencyLimit.isCalm(concurrency, now);
		rateFallback.onSuccess(fallback, isCalm);
		tryWithoutGap(state, now);
	}
	if (permit.serial < state.firstOfRound) return;
	concurrencyLimit.endRound(concurrency, fallback.gapMs > 0, around);
	startSpacing.endRound(spacing);
	state.firstOfRound = state.sent + 1;
}

const LOST = { status: 0, retryAfterMs: undefined, isFull: false };

/** After a trial that went well, nothing is left of the refusals before it. */
function tryWithoutGap({ concurrency, fallback, trial }: AdaptiveLimit, now: number): void {
	if (!gapTrial.onSuccess(trial, fallback.gapMs > 0, now)) return;
	fallback.gapMs = 0;
	concurrency.successesOwed = 0;
}

/** The wave before is looked at by all parts before the concurrency limit begins a new one. */
function onThrottled(
	{ concurrency, refusals, fallback, trial }: AdaptiveLimit,
	permit: Permit,
	retryAfterMs: number | undefined,
	{ now, inFlight }: concurrencyLimit.Surroundings,
): void {
	const last = concurrency.lastDecrease;
	const refusal = refusalDetector.onRefusal(refusals, permit, inFlight, last, now);
	// The gap was right, and a refusal without it says nothing else.
	if (gapTrial.onThrottled(trial, now)) {
		rateFallback.onTrialRefused(fallback, retryAfterMs, now);
	} else {
		rateFallback.onThrottled(fallback, refusal, retryAfterMs, last, now);
		concurrencyLimit.onThrottled(concurrency, refusal, now);
	}
	if (rateFallback.isClosed(fallback, now)) gapTrial.onClosed(trial, now);
}
