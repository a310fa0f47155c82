/**
 * Finds out that a service as a whole does not work, so that a run need not try it once more for every agent (a circuit
 * breaker). All moments are in milliseconds since the epoch.
 */
export interface CircuitBreaker {
	/** Requests given up since the last one that the service answered. */
	failures: number;
	/** When the first attempt that failed since then was sent; `undefined`: the last one was answered. */
	failingSince: number | undefined;
}

/** One failure may be the agent's own, and two a coincidence. */
const MAX_FAILURES = 3;

export const startCircuitBreaker = (): CircuitBreaker => ({ failures: 0, failingSince: undefined });

/** The service answered, be it with a refusal: it works. */
export function onAnswer(state: CircuitBreaker): void {
	state.failures = 0;
	state.failingSince = undefined;
}

/** @param sentAt when the attempt was sent */
export function onTrouble(state: CircuitBreaker, sentAt: number): void {
	state.failingSince ??= sentAt;
}

export function onGivenUp(state: CircuitBreaker): void {
	state.failures++;
}

/**
 * Whether the service is not asked any more.
 *
 * @param patienceMs as long as a single request is repeated: nothing speaks for trying the next one any longer
 */
export const isOpen = ({ failures, failingSince }: CircuitBreaker, now: number, patienceMs: number): boolean =>
	failures >= MAX_FAILURES || (failingSince !== undefined && now - failingSince >= patienceMs);
