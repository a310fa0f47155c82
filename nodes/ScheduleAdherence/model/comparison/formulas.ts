import type { Totals } from './totals';

/** See `adherenceOf`. */
export const formulaNames = ['genesys', 'share', 'neutral'] as const;

export type FormulaName = (typeof formulaNames)[number];

export interface Formula {
	name: FormulaName;
	/** Whether work for which nothing is scheduled counts against the agent, as additional scheduled time. */
	countsOutside: boolean;
}

/**
 * The adherence in percent. Time of which nothing is known is left out, as if it were not scheduled, and excused time is
 * as good as in adherence.
 *
 * - `genesys`: 100 % less the share of the exceptions, which are the deviations beyond the tolerance
 *   (help.genesys.cloud, how-genesys-cloud-calculates-adherence-and-conformance)
 * - `share`: the share of the time in adherence, to the second (Amazon Connect, NICE CXone, Salesforce)
 * - `neutral`: the same, after neutral time is taken away from what is scheduled (Calabrio)
 *
 * @returns `undefined` where nothing is scheduled, or nothing of it is known
 */
export function adherenceOf(totals: Totals, { name, countsOutside }: Formula): number | undefined {
	const { inAdherence, exceptions, tolerated, excused, neutral, outside, outsideExceptions } = totals;
	const scheduled = inAdherence + exceptions + tolerated + excused + neutral;
	if (scheduled === 0) return undefined;
	if (name === 'genesys') {
		const beyond = countsOutside ? outsideExceptions : 0;
		return percentOf(scheduled - exceptions, scheduled + beyond);
	}
	const counted = name === 'neutral' ? scheduled - neutral : scheduled;
	return counted === 0 ? undefined : percentOf(inAdherence + excused, counted + (countsOutside ? outside : 0));
}

/**
 * The conformance in percent: all time worked, whenever, as a share of the work that is scheduled. It may exceed 100.
 *
 * @returns `undefined` where no work is scheduled, or nothing of it is known
 */
export const conformanceOf = ({ worked, knownWork }: Totals): number | undefined =>
	knownWork === 0 ? undefined : percentOf(worked, knownWork);

const percentOf = (part: number, whole: number): number => (part / whole) * 100;
