import type { Clock } from '../../n8n/clock';
import type { RunControl } from '../../n8n/runControl';
import type { AttemptOutcome } from '../retry';
import { adaptiveWidth, type Start } from './concurrencyLimit';

/** Decides how many requests of one node run are under way at once. */
export interface Limiter {
	/**
	 * Resolves when a request may start.
	 *
	 * @param isAgain for a request that was sent before: it goes first, or a run would end with waiting for it
	 */
	acquire(isAgain?: boolean): Promise<Start>;
	/** Every `enter` is followed by one `leave` with what came of the request; `undefined` when none was sent. */
	release(start: Start, outcome: AttemptOutcome | undefined): void;
	/** The most that can ever be under way: more tasks than this need not be started. */
	readonly maxConcurrency: number;
}

/**
 * A pacer that finds the service's limit by itself and stays below a ceiling.
 *
 * The first request goes alone: n8n's first OAuth2 token fetch is not shared (five requests at once fetch five
 * tokens), and a wrong password costs one refused request instead of many.
 */
export function createLimiter(ceiling: number, clock: Clock, run: Pick<RunControl, 'signal' | 'backlog'>): Limiter {
	const width = adaptiveWidth(ceiling);
	const again: Array<(start: Start) => void> = [];
	const fresh: Array<(start: Start) => void> = [];
	let underWay = 0;
	let isWaiting = false;

	function admit() {
		while (underWay < width.places) {
			if (clock.now() < width.opensAt && !run.signal.aborted) {
				if (again.length + fresh.length > 0) void admitLater();
				return;
			}
			const next = again.shift() ?? fresh.shift();
			if (!next) return;
			underWay++;
			next(width.started(underWay, clock.now()));
		}
	}

	/** Nothing else may happen until then: nobody is under way whose answer would call `admit`. */
	async function admitLater() {
		if (isWaiting) return;
		isWaiting = true;
		while (clock.now() < width.opensAt && !run.signal.aborted) await clock.wait(width.opensAt - clock.now());
		isWaiting = false;
		admit();
	}

	return {
		maxConcurrency: ceiling,
		async acquire(isAgain = false) {
			return await new Promise<Start>((resolve) => {
				(isAgain ? again : fresh).push(resolve);
				admit();
			});
		},
		release(start, outcome) {
			underWay--;
			const backlog = again.length + fresh.length + run.backlog.count;
			width.ended(start, outcome, { now: clock.now(), others: underWay, backlog });
			admit();
		},
	};
}
