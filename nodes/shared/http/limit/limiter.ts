import type { Clock } from '../../n8n/clock';
import type { RunControl } from '../../n8n/runControl';
import type { AttemptOutcome } from '../retry';
import { onResponse, onSend, opensAt, startAdaptiveLimit, type Permit } from './adaptiveLimit';

/** Decides how many requests of one node run are in flight at once, and when each may start. */
export interface Limiter {
	/**
	 * Resolves when a request may start; when the run is over, as soon as the limit allows.
	 *
	 * @param isRetry for a request that was sent before: it goes first, or a run would end with waiting for it
	 */
	acquire(isRetry?: boolean): Promise<Permit>;
	/** Follows every `acquire` once, with what came of the request; `undefined` when none was sent. */
	release(permit: Permit, outcome: AttemptOutcome | undefined): void;
	/** The most that can ever be in flight: more tasks than this need not be started. */
	readonly maxConcurrency: number;
}

/**
 * A limiter that finds the service's limit by itself and never exceeds `maxConcurrency`.
 *
 * The first request goes alone: n8n does not share the fetching of a token (five requests at once fetch five
 * tokens), and a wrong password costs one refused request instead of many.
 */
export function createLimiter(
	maxConcurrency: number,
	clock: Clock,
	run: Pick<RunControl, 'signal' | 'backlog'>,
): Limiter {
	const state = startAdaptiveLimit(maxConcurrency);
	const retries: Array<(permit: Permit) => void> = [];
	const fresh: Array<(permit: Permit) => void> = [];
	let inFlight = 0;
	let isWaiting = false;

	const mustWait = () => clock.now() < opensAt(state) && !run.signal.aborted;

	function admit() {
		while (inFlight < state.concurrency.limit) {
			if (mustWait()) {
				if (retries.length + fresh.length > 0) void admitLater();
				return;
			}
			const next = retries.shift() ?? fresh.shift();
			if (!next) return;
			inFlight++;
			next(onSend(state, inFlight, clock.now()));
		}
	}

	/** Nothing else may happen until then: with nothing in flight no response would call `admit`. */
	async function admitLater() {
		if (isWaiting) return;
		isWaiting = true;
		while (mustWait()) await clock.wait(opensAt(state) - clock.now());
		isWaiting = false;
		admit();
	}

	return {
		maxConcurrency,
		async acquire(isRetry = false) {
			return await new Promise<Permit>((resolve) => {
				(isRetry ? retries : fresh).push(resolve);
				admit();
			});
		},
		release(permit, outcome) {
			inFlight--;
			const backlog = retries.length + fresh.length + run.backlog.count;
			try {
				if (outcome) onResponse(state, permit, outcome, { now: clock.now(), inFlight, backlog });
			} finally {
				// Whatever broke: those who wait must not wait for ever.
				admit();
			}
		},
	};
}
