import { problem, value, type Result } from '../../../../shared/values/result';
import type { EpochDay } from '../../calendar/day';
import type { ColumnNames } from '../cells';
import { readLegendLines, type Legend, type LegendLine } from '../legend';
import { codeLines } from '../legendRows';
import type { RosterNote } from '../problem';
import { readDaysAcross, readTimesAcross } from './agentsDown';
import type { GridProblem } from './complaints';
import type { DayContext } from './dayHeadings';
import type { GridEntry } from './entries';
import { findShape } from './findShape';
import { columnsNote, notReadNote, openShiftsNote, repeatedLeaveNote, wordsNote } from './gridNotes';
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
}

/** A grid as rows of a roster, which `rosterOf` reads. */
export interface Grid {
	entries: GridEntry[];
	/** What cannot be read, besides what `rosterOf` finds in the rows. */
	problems: GridProblem[];
	notes: RosterNote[];
	/** The days that it is about: of all others nothing is known. */
	days: Set<EpochDay> | 'all';
}

/**
 * Turns a grid into the rows of a roster: agents down and days or times across, shifts down or across with names in the
 * cells, or days down and agents across.
 *
 * @param items one for each line below the headings
 * @returns a problem where the grid as a whole cannot be read
 */
export function rowsOfGrid(items: Array<Record<string, unknown>>, options: GridOptions): Result<Grid> {
	const codes = codeLines(items);
	const legend = readLegendLines([...options.legend, ...codes.lines]);
	const [wrongLine] = legend.problems;
	if (wrongLine !== undefined) return problem(wrongLine);
	const read = gridTable(items, codes.indexes, options.columns, options.leaveOut);
	if (read.kind === 'problem') return read;
	const table = withSecondHeadings(read.value, options);
	const reading = new GridReading(legend, options.emptyCells);
	const found = findShape(table, reading, options);
	if (found.kind === 'problem') return found;
	const { shape, readAs } = found.value;
	const unread = unreadColumns(reading, table, found.value);
	const open = readShape(reading, table, shape);
	const days = daysOfShape(shape);
	const dates = days.map((on) => (on.kind === 'dates' ? on.dates : undefined));
	const isDated = !dates.includes(undefined);
	addBreaks(reading, legend, table);
	const words = [...reading.words.values()];
	return value({
		entries: reading.entries,
		problems: reading.complaints.list(),
		notes: [
			columnsNote(readAs),
			...wordsNote(words, 'Legend'),
			...(isDated ? [] : repeatedLeaveNote(words)),
			...notReadNote(unread),
			...openShiftsNote(open),
		],
		days: isDated ? new Set(dates.flatMap((on) => on ?? [])) : 'all',
	});
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

/** The breaks that the legend has in its shifts. */
function addBreaks(reading: GridReading, { breaks }: Legend, { lines }: GridTable): void {
	const [first] = lines;
	for (const { code, start, end } of breaks) {
		const place = { row: 0, column: `Legend, ${code}`, item: first?.item ?? 0 };
		reading.push({ agent: '*', kind: 'break', shift: code, start, end }, place, 'entry');
	}
}
