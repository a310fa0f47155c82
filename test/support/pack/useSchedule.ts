import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Bench, type Job, type Outcome } from '../bench/bench';

type RunSchedule = (items: IDataObject[], parameters?: INodeParameters, more?: Partial<Job>) => Promise<Outcome>;

/**
 * For the tests of one file: Shift Schedule in n8n's engine, opened once.
 *
 * @param usual parameters of every run, on top of *Get State Now* in Warsaw on Tuesday 3 November 2026 at noon
 */
export function useSchedule(usual: INodeParameters = {}): RunSchedule {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(async () => await bench.close());
	const fixed = { operation: 'getStateNow', zone: 'Europe/Warsaw', evaluateAt: '2026-11-03T12:00' };
	return async (items, parameters = {}, more = {}) =>
		await bench.run({
			node: 'shiftSchedule',
			parameters: { ...fixed, ...usual, ...parameters },
			items,
			...more,
		});
}
