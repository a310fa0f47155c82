import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Bench, type Job, type Outcome } from '../bench/bench';

export interface AdherenceSides {
	scheduled: IDataObject[];
	actual: IDataObject[];
	/** A third input. */
	excused?: IDataObject[];
}

type RunAdherence = (sides: AdherenceSides, parameters?: INodeParameters, more?: Partial<Job>) => Promise<Outcome>;

/**
 * For the tests of one file: Schedule Adherence in n8n's engine, opened once.
 *
 * @param usual parameters of every run, on top of *Get Adherence* in Warsaw on Wednesday 25 November 2026 at noon, without a
 *   tolerance and a picture
 */
export function useAdherence(usual: INodeParameters = {}): RunAdherence {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(async () => await bench.close());
	const fixed = {
		...{ operation: 'getAdherence', zone: 'Europe/Warsaw', evaluateAt: '2026-11-25T12:00' },
		...{ tolerance: 0, pictureShows: 'none' },
	};
	return async ({ scheduled, actual, excused }, parameters = {}, more = {}) =>
		await bench.run({
			node: 'scheduleAdherence',
			parameters: { ...fixed, ...(excused && { hasExcused: true }), ...usual, ...parameters },
			items: scheduled,
			moreInputs: [actual, ...(excused ? [excused] : [])],
			...more,
		});
}

/** A row of Preview Timeline: `09:00-12:00 available`, on 24 November 2026 in Warsaw. */
export function planned(agentId: string, text: string, more: IDataObject = {}): IDataObject {
	const { start, end, state, rest } = partsOf(text);
	return { agent: agentId, agentId, desiredState: state, reason: rest, zone: 'Europe/Warsaw', start, end, ...more };
}

/** A row of Get History; what stands behind the state is the service's own name for it. */
export function was(agentId: string, text: string, more: IDataObject = {}): IDataObject {
	const { start, end, state, rest } = partsOf(text);
	return { agent: agentId, state, native: rest || state, from: start, until: end, agentId, ...more };
}

/** `-1 22:00` is the evening before, `+1 06:00` the next morning. */
function partsOf(text: string): { start: string; end: string; state: string; rest: string } {
	const [, from = '', until = '', state = '', rest = ''] =
		/^((?:[+-]\d )?[\d:]+)-((?:[+-]\d )?[\d:]+) (\S+) ?(.*)$/.exec(text) ?? [];
	return { start: momentIn(from), end: momentIn(until), state, rest };
}

/** Winter time in Warsaw. */
function momentIn(text: string): string {
	const [, days = '0', time = ''] = /^(?:([+-]\d) )?(.+)$/.exec(text) ?? [];
	return `2026-11-${24 + Number(days)}T${time}:00+01:00`;
}
