import { getEventListeners } from 'node:events';
import { performance } from 'node:perf_hooks';

import { clockOf, waitFor } from '../../../../nodes/shared/n8n/clock';

const LONG_MS = 3_600_000;
/** Far less than the waits themselves, and enough for a machine that has other work. */
const AT_ONCE_MS = 5_000;

describe('a wait', () => {
	it('takes its time', async () => {
		const began = performance.now();
		await waitFor(30, new AbortController().signal);
		expect(performance.now() - began).toBeGreaterThanOrEqual(29);
	});

	it.each([0, -1, NaN])('of %d ms ends at once', async (ms) => {
		await expect(waitFor(ms, new AbortController().signal)).resolves.toBeUndefined();
	});

	it('ends as soon as the run is over, without an error', async () => {
		const run = new AbortController();
		const began = performance.now();
		const wait = waitFor(LONG_MS, run.signal);
		run.abort();
		await expect(wait).resolves.toBeUndefined();
		expect(performance.now() - began).toBeLessThan(AT_ONCE_MS);
	});

	it('ends with the run also in an n8n whose own waits do not, such as 1.123', async () => {
		const run = new AbortController();
		const began = performance.now();
		const wait = waitFor(LONG_MS, run.signal, async (ms) => {
			await new Promise((resolve) => setTimeout(resolve, Math.min(ms, 2 * AT_ONCE_MS)).unref());
		});
		run.abort();
		await wait;
		expect(performance.now() - began).toBeLessThan(AT_ONCE_MS);
	});

	it('does not begin after the end of the run', async () => {
		await expect(waitFor(LONG_MS, AbortSignal.abort())).resolves.toBeUndefined();
	});

	it('thousands at a time on one signal bring no warning of a leak, and all end with it', async () => {
		const warnings: Error[] = [];
		const note = (warning: Error) => warnings.push(warning);
		process.on('warning', note);
		const [cancelled, stopped] = [new AbortController(), new AbortController()];
		const clock = clockOf(AbortSignal.any([cancelled.signal, stopped.signal]));
		const waits = Array.from({ length: 3_000 }, async () => await clock.wait(LONG_MS));
		await new Promise((resolve) => setImmediate(resolve));
		cancelled.abort();
		await Promise.all(waits);
		await new Promise((resolve) => setImmediate(resolve));
		process.off('warning', note);
		expect(warnings).toEqual([]);
	});

	it('leaves no listener behind', async () => {
		const { signal } = new AbortController();
		await Promise.all(Array.from({ length: 20 }, async () => await waitFor(1, signal)));
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});
});
