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

/** @param signal ends the wait; what is aborted is told by the signal, so that this never rejects */
export async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
	if (!(ms > 0) || signal.aborted) return;
	// A signal of its own for each wait: Node warns of a leak where more than ten listen to the same one.
	await sleep(ms, AbortSignal.any([signal])).catch(() => undefined);
}
