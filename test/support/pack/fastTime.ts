import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type * as clocks from '../../../nodes/shared/n8n/clock';
import { root } from '../../architecture/imports';

interface FastTime {
	/** How much faster it goes. */
	factor: number;
	/** How many milliseconds have passed besides those that were waited for: none, until a test replaces it. */
	skipped: () => number;
}

/**
 * Ends every wait of the built nodes at once and moves their clock by as much. Nothing else moves it, however busy the
 * machine is, but for the time that a test lets pass.
 */
export function useVirtualTime(): { pass: (ms: number) => void } {
	const clock = jest.requireActual<typeof clocks>(path.join(root, 'dist/nodes/shared/n8n/clock'));
	const { waitFor } = clock;
	let passed = 0;
	beforeEach(() => {
		// Whoever looks at the clock from time to time has to let others work meanwhile.
		jest.spyOn(clock, 'waitFor').mockImplementation(async (ms, signal) => await waitFor(Math.min(ms, 5), signal));
		jest.spyOn(clock, 'clockOf').mockImplementation((signal) => {
			const start = Date.now() - passed;
			let waited = 0;
			return {
				now: () => start + waited + passed,
				async wait(ms) {
					if (!(ms > 0) || signal.aborted) return;
					waited += ms;
					await setImmediate();
				},
			};
		});
	});
	afterEach(() => jest.restoreAllMocks());
	return { pass: (ms) => void (passed += ms) };
}

/**
 * Makes the time of the built nodes go faster for the tests of one file: they wait for a hundredth of what they mean to,
 * and all their moments are as far apart as they mean.
 */
export function useFastTime(factor = 100): FastTime {
	const usual: FastTime = { factor, skipped: () => 0 };
	const time = { ...usual };
	const clock = jest.requireActual<typeof clocks>(path.join(root, 'dist/nodes/shared/n8n/clock'));
	const { waitFor } = clock;
	beforeEach(() => {
		const start = Date.now();
		Object.assign(time, usual);
		const wait = async (ms: number, signal: AbortSignal) => await waitFor(ms / time.factor, signal);
		jest.spyOn(clock, 'waitFor').mockImplementation(wait);
		jest.spyOn(clock, 'clockOf').mockImplementation((signal) => ({
			now: () => start + (Date.now() - start) * time.factor + time.skipped(),
			wait: async (ms) => await wait(ms, signal),
		}));
	});
	afterEach(() => jest.restoreAllMocks());
	return time;
}
