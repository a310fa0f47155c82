import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when `happened` turns true; a test that waits for what never happens fails by jest's own timeout. */
export async function until(happened: () => boolean): Promise<void> {
	while (!happened()) await sleep(2);
}

export const pause = async (ms: number) => await sleep(ms);
