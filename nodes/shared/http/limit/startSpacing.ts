/**
 * Spreads the starts of requests over the time that a request takes, so that they never go out in a wave: responses to
 * a wave arrive as one, and each then waits until all others have been dealt with, on either side (docs/performance.md).
 * All moments are in milliseconds since the epoch.
 */
export interface StartSpacing {
	/** No request may start before this. */
	opensAt: number;
	/** By when the starts so far are spread evenly. */
	spreadUntil: number;
	/** The shortest successful round trip of the last round and of this one, in milliseconds; Infinity without any. */
	minRtt: { lastRound: number; thisRound: number };
}

/** The part of a round trip over which starts are spread; over all of it they could not catch up. */
const SPREAD = 0.8;
/** Starts that are late, since waits are exact to a millisecond at best, are made up for within this part of it. */
const CATCH_UP = 0.05;
const MIN_CATCH_UP_MS = 1;
/** The shortest wait: a few starts at a time cost fewer waits than each alone. */
const MAX_TICK_MS = 4;

export const startSpacing = (): StartSpacing => ({
	opensAt: 0,
	spreadUntil: 0,
	minRtt: { lastRound: Infinity, thisRound: Infinity },
});

/** @param limit how many requests may be in flight at once */
export function onSend(state: StartSpacing, limit: number, now: number): void {
	const rtt = knownMinRtt(state);
	const catchUp = Math.max(MIN_CATCH_UP_MS, CATCH_UP * rtt);
	state.spreadUntil = Math.max(state.spreadUntil, now - catchUp) + (SPREAD * rtt) / limit;
	if (state.spreadUntil <= now) return;
	const wait = Math.ceil(Math.max(state.spreadUntil - now, Math.min(catchUp, MAX_TICK_MS)));
	state.opensAt = Math.max(state.opensAt, now + wait);
}

export function onSuccess({ minRtt }: StartSpacing, rttMs: number): void {
	minRtt.thisRound = Math.min(minRtt.thisRound, rttMs);
}

export function endRound(state: StartSpacing): void {
	state.minRtt = { lastRound: state.minRtt.thisRound, thisRound: Infinity };
}

/** 0 as long as nothing is known: then nothing is spread. */
function knownMinRtt({ minRtt }: StartSpacing): number {
	const shortest = Math.min(minRtt.lastRound, minRtt.thisRound);
	return shortest === Infinity ? 0 : shortest;
}
