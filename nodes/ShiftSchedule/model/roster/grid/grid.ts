import { problem, value, type Result } from '../../../../shared/values/result';
import type { EpochDay } from '../../calendar/day';
import type { ColumnNames } from '../columns';
import { readLegendLines, type LegendLine } from '../legend';
import { codeLines } from '../legendRows';
import type { RosterOptions } from '../roster';
import { readDaysAcross, readTimesAcross } from './agentsDown';
import type { DayContext } from './dayHeadings';
import { gridRoster, type GridRoster } from './gridRoster';
import { findShape } from './findShape';
import {
	columnsNote,
	notReadNote,
	openShiftsNote,
	repeatedAgentsNotes,
	repeatedLeaveNote,
	wordsNote,
} from './gridNotes';
import { readAgentsAcross, readDaysDown, readShiftsDown } from './namesInCells';
import { GridReading, type EmptyCells } from './reading';
import { withSecondHeadings } from './secondHeadings';
import { daysOfLine, daysOfShape, type CellsHold, type GridShape } from './shape';
import { gridTable, type GridTable } from './table';
import { unreadColumns } from './unread';

export interface GridOptions extends DayContext {
	columns: ColumnNames;
	/** Headings of columns that nobody wants read. */
	leaveOut: string[];
	/** The legend of the node; rows of kind `code` in the grid add to it. */
	legend: LegendLine[];
	emptyCells: EmptyCells;
	cellsHold: CellsHold;
	/** How the reader of rows is to read the columns about agents. */
	roster: RosterOptions;
}

/** A grid, read. */
export interface Grid extends GridRoster {
	/** The days that it is about: of all others nothing is known. */
	days: Set<EpochDay> | 'all';
}

/**
 * Reads a grid: agents down and days or times across, shifts down or across with names in the cells, or days down and
 * agents across.
 *
 * @param items one for each line below the headings
 * @returns a problem where the grid as a whole cannot be read
 */
export function readGrid(items: Array<Record<string, unknown>>, options: GridOptions): Result<Grid> {
	const codes = codeLines(items);
	const legend = readLegendLines([...options.legend, ...codes.lines]);
	const [wrongLine] = legend.problems;
	if (wrongLine !== undefined) return problem(wrongLine);
	const read = gridTable(items, codes.indexes, options.columns, options.leaveOut);
	if (read.kind === 'problem') return read;
	const headed = withSecondHeadings(read.value, options);
	if (headed.kind === 'problem') return headed;
	const table = headed.value;
	const reading = new GridReading(legend, options.emptyCells);
	const found = findShape(table, reading, options);
	if (found.kind === 'problem') return found;
	const { shape, readAs } = found.value;
	const unread = unreadColumns(reading, table, found.value);
	const open = readShape(reading, table, shape);
	const heading = 'agent' in shape ? shape.agent : '';
	const roster = gridRoster(reading, legend.breaks, heading, agentOptions(shape, options.roster));
	const dates = daysOfShape(shape).map((on) => (on.kind === 'dates' ? on.dates : undefined));
	const isDated = !dates.includes(undefined);
	const words = [...reading.words.values()];
	return value({
		...roster,
		notes: [
			columnsNote(readAs),
			...wordsNote(words, 'Legend'),
			...(isDated ? [] : repeatedLeaveNote(words)),
			...notReadNote(unread),
			...openShiftsNote(open),
			...(shape.kind === 'daysAcross' ? repeatedAgentsNotes(table, shape.agent) : []),
			...roster.notes,
		],
		days: isDated ? new Set(dates.flatMap((on) => on ?? [])) : 'all',
	});
}

/** A line or a column is one agent, whatever the name: a comma in it is part of it, unless the user says otherwise. */
function agentOptions(shape: GridShape, options: RosterOptions): RosterOptions {
	const areNames = shape.kind === 'shiftsDown' || shape.kind === 'shiftsAcross';
	return areNames || options.agentsInCell === 'several' ? options : { ...options, agentsInCell: 'one' };
}

/** @returns how many shifts have no agent */
function readShape(reading: GridReading, table: GridTable, shape: GridShape): number {
	if (shape.kind === 'shiftsDown') return readShiftsDown(reading, table, shape.label, shape.days);
	if (shape.kind === 'daysAcross') readDaysAcross(reading, table, shape.agent, shape.days);
	else {
		const daysOf = daysOfLine.bind(undefined, shape.days);
		if (shape.kind === 'shiftsAcross') return readDaysDown(reading, table, shape.shifts, daysOf);
		if (shape.kind === 'agentsAcross') readAgentsAcross(reading, table, shape.agents, daysOf);
		else readTimesAcross(reading, table, shape.agent, shape.slots, daysOf);
	}
	return 0;
}
