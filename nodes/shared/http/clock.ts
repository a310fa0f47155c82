import { sleep } from 'n8n-workflow';

/** The time in one node run, and when it is over. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after so many milliseconds, or soon after the run is over. */
	wait(ms: number): Promise<void>;
	/** True once the run was cancelled or stopped by a failure: no further attempt starts then. */
	isOver(): boolean;
	/** How many items of the run are still to be begun. */
	unbegun(): number;
}

/** Waits are cut into slices of this length, so that a cancelled execution ends at once (timers are not at hand). */
const SLICE_MS = 250;

export function clockOf({ isOver, unbegun }: Pick<Clock, 'isOver' | 'unbegun'>): Clock {
	return {
		now: () => Date.now(),
		async wait(ms) {
			for (let left = ms; left > 0 && !isOver(); left -= SLICE_MS) await sleep(Math.min(left, SLICE_MS));
		},
		isOver,
		unbegun,
	};
}
