import { sleep } from 'n8n-workflow';

/** The time of a run. A simulation has one of its own. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after so many milliseconds, or at once when the run is over. */
	wait(ms: number): Promise<void>;
}

export const clockOf = (signal: AbortSignal): Clock => ({
	now: () => Date.now(),
	wait: async (ms) => await waitFor(ms, signal),
});

/**
 * @param signal ends the wait; what is aborted is told by the signal, so that this never rejects
 * @param pause n8n's own wait
 */
export async function waitFor(ms: number, signal: AbortSignal, pause: typeof sleep = sleep): Promise<void> {
	if (!(ms > 0) || signal.aborted) return;
	// A signal of its own for each wait: Node warns of a leak where more than ten listen to the same one.
	const own = AbortSignal.any([signal]);
	// The waits of older n8n, such as 2.0, do not end with their signal.
	const aborted = new Promise<void>((end) => {
		own.onabort = () => end();
	});
	await Promise.race([pause(ms, own).catch(() => undefined), aborted]);
	own.onabort = null;
}
