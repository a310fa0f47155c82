import type { TimeRange } from '../timeRanges';
import type { GridDays } from './dayHeadings';
import type { NamedShift } from './namesInCells';
import type { GridLine } from './table';

/** What stands in the cells; `any`: found out. */
export type CellsHold = 'any' | 'codes' | 'agents';

/** The days that the lines of a grid are about: each has its own, or all have the same where no column says. */
export type LineDays = { kind: 'each'; days: Map<GridLine, GridDays> } | { kind: 'same'; days: GridDays };

/** The forms that a grid has. */
export type GridShape =
	| { kind: 'daysAcross'; agent: string; days: Map<string, GridDays> }
	| { kind: 'timesAcross'; agent: string; slots: Map<string, TimeRange>; days: LineDays }
	| { kind: 'shiftsDown'; label: string; days: Map<string, GridDays> }
	| { kind: 'shiftsAcross'; shifts: Map<string, NamedShift>; days: LineDays }
	| { kind: 'agentsAcross'; agents: string[]; days: LineDays };

/** A form that was found, with the columns that it uses and what it took for what, in words. */
export interface FoundShape {
	shape: GridShape;
	used: string[];
	readAs: string;
}

export const daysOfLine = (days: LineDays, line: GridLine): GridDays | undefined =>
	days.kind === 'same' ? days.days : days.days.get(line);

/** All days that a grid is about. */
export function daysOfShape(shape: GridShape): GridDays[] {
	if (shape.kind === 'daysAcross' || shape.kind === 'shiftsDown') return [...shape.days.values()];
	return shape.days.kind === 'same' ? [shape.days.days] : [...shape.days.days.values()];
}
