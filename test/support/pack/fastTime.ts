import path from 'node:path';
import type * as clocks from '../../../nodes/shared/n8n/clock';
import { root } from '../../architecture/imports';

/**
 * Makes the time of the built nodes go faster for the tests of one file: they wait for a hundredth of what they mean to,
 * and all their moments are as far apart as they mean.
 */
export function useFastTime(factor = 100): void {
	const clock = jest.requireActual<typeof clocks>(path.join(root, 'dist/nodes/shared/n8n/clock'));
	const { waitFor } = clock;
	beforeEach(() => {
		const start = Date.now();
		const wait = async (ms: number, signal: AbortSignal) => await waitFor(ms / factor, signal);
		jest.spyOn(clock, 'waitFor').mockImplementation(wait);
		jest.spyOn(clock, 'clockOf').mockImplementation((signal) => ({
			now: () => start + (Date.now() - start) * factor,
			wait: async (ms) => await wait(ms, signal),
		}));
	});
	afterEach(() => jest.restoreAllMocks());
}
