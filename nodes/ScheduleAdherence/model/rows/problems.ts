import { shortened } from '../../../shared/values/text';

/** The node's inputs, as they are called on the screen. */
export const sides = ['Scheduled', 'Actual', 'Excused'] as const;

export type Side = (typeof sides)[number];

/** Something in a row that cannot be read. */
export interface AdherenceProblem {
	/** A sentence that names the row, the column and what to write instead. */
	message: string;
	side: Side;
	/** From 1. */
	row: number;
	/** The agent of the row, as it has it; empty where it names none, or all. */
	agent: string;
}

/** @param row from 1 */
export function rowProblem(side: Side, row: number, agent: string, problem: string): AdherenceProblem {
	const whose = agent === '' ? '' : ` (${shortened(agent)})`;
	return { message: `${side}, row ${row}${whose}: ${problem}`, side, row, agent };
}
