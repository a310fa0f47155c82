/**
 * Finds out whether a gap between starts is needed: for a moment the run keeps none. A limit per time refuses that at
 * once. Other runs at the service, which were the reason as well, may have ended. All moments are in milliseconds since
 * the epoch.
 */
export interface GapTrial {
	/** The one that goes on. */
	running: { startedAt: number; successes: number } | undefined;
	/** None begins before this. */
	notBefore: number;
	/** The time from a refusal to the next trial. */
	waitMs: number;
}

const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 20_000;
/** A limit per time lets a few requests pass before it refuses: what it saved up while the gap was kept. */
const TRIAL_MS = 700;
const TRIAL_SUCCESSES = 5;

export const startGapTrial = (): GapTrial => ({ running: undefined, notBefore: 0, waitMs: MIN_WAIT_MS });

/**
 * @param hasGap whether there is a gap to do without
 * @returns whether a trial has gone well: the refusals before it do not count any more
 */
export function onSuccess(state: GapTrial, hasGap: boolean, now: number): boolean {
	const { running } = state;
	if (!running) {
		if (hasGap && now >= state.notBefore) state.running = { startedAt: now, successes: 0 };
		return false;
	}
	running.successes++;
	if (running.successes < TRIAL_SUCCESSES || now - running.startedAt < TRIAL_MS) return false;
	state.running = undefined;
	state.waitMs = MIN_WAIT_MS;
	return true;
}

/**
 * A 429. Each trial that is refused doubles the time to the next.
 *
 * @returns whether it ended a trial
 */
export function onThrottled(state: GapTrial, now: number): boolean {
	const wasRunning = state.running !== undefined;
	if (wasRunning) state.waitMs = Math.min(MAX_WAIT_MS, 2 * state.waitMs);
	state.running = undefined;
	state.notBefore = Math.max(state.notBefore, now + state.waitMs);
	return wasRunning;
}

/** The service takes nothing for now, as at the end of a window of time: what that has taught is kept for a while. */
export function onClosed(state: GapTrial, now: number): void {
	state.notBefore = now + MAX_WAIT_MS;
}
