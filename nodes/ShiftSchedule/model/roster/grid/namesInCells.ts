import { weekdayOf } from '../../calendar/day';
import { foldedWord } from '../usualWords';
import { timedParts, type GridCell } from './cell';
import type { GridDays } from './dayHeadings';
import type { GridPlace } from './entries';
import type { GridReading } from './reading';
import { isUnfilled, type GridLine, type GridTable } from './table';

/** What people write where a shift has nobody yet. */
const nobody = new Set(
	[
		'-, –, —, none, nobody, n/a, open, open shift, tbd, tba, tbc, vacant, unassigned, unfilled, offen, unbesetzt',
		'wakat, brak, vacante, sin asignar, à pourvoir, ?',
	].flatMap((line) => line.split(', ')),
);

/** A shift of a turned grid: what its heading or its label says. */
export interface NamedShift {
	label: string;
	says: GridCell;
}

/** A line for each shift and a column for each day, with the names of agents in the cells. */
export function readShiftsDown(
	reading: GridReading,
	table: GridTable,
	label: string,
	days: Map<string, GridDays>,
): number {
	let open = 0;
	for (const { json, row, item } of table.lines) {
		const shift = { label: String(json[label]), says: reading.read(json[label]) };
		for (const [column, on] of days) open += addNames(reading, json[column], shift, on, { row, column, item });
	}
	return open;
}

/** A line for each day or week and a column for each shift, with the names of agents in the cells. */
export function readDaysDown(
	reading: GridReading,
	table: GridTable,
	shifts: Map<string, NamedShift>,
	daysOf: (line: GridLine) => GridDays | undefined,
): number {
	let open = 0;
	for (const line of table.lines) {
		const days = daysOf(line);
		if (days === undefined) continue;
		for (const [column, shift] of shifts) {
			open += addNames(reading, line.json[column], shift, days, { row: line.row, column, item: line.item });
		}
	}
	return open;
}

/** @returns 1 for a shift that nobody has, else 0 */
function addNames(
	reading: GridReading,
	cell: unknown,
	{ label, says }: NamedShift,
	days: GridDays,
	place: GridPlace,
): 0 | 1 {
	if (isUnfilled(cell)) return 0;
	if (nobody.has(foldedWord(String(cell)))) return 1;
	const agent = reading.agentNamed(cell);
	if (says.kind === 'empty') {
		reading.refuse({ kind: 'problem', problem: 'has names, and its line has no shift' }, agent, place);
	} else if (says.kind !== 'parts') {
		reading.refuse(says, agent, place);
	} else {
		const parts = timedParts(says.parts);
		if (parts.kind === 'problem') {
			reading.refuse(parts, agent, place);
			return 0;
		}
		reading.note(says.meanings);
		for (const part of parts.value) {
			const named = part.shift === '' ? { ...part, shift: nameOfShift(label) } : part;
			reading.addPart(named, onWeekdays(days, part.weekdays), agent, place);
		}
	}
	return 0;
}

/** A label of times alone names no shift. */
const nameOfShift = (label: string): string => (/^\s*\d/.test(label) ? '' : label.trim());

function onWeekdays(days: GridDays, weekdays: number[] | undefined): GridDays {
	if (weekdays === undefined) return days;
	return days.kind === 'dates'
		? { kind: 'dates', dates: days.dates.filter((day) => weekdays.includes(weekdayOf(day))) }
		: { kind: 'weekdays', weekdays: days.weekdays.filter((day) => weekdays.includes(day)) };
}

/** A line for each day and a column for each agent, with codes or times in the cells. */
export function readAgentsAcross(
	reading: GridReading,
	table: GridTable,
	agents: string[],
	daysOf: (line: GridLine) => GridDays | undefined,
): void {
	for (const line of table.lines) {
		const days = daysOf(line);
		if (days === undefined) continue;
		for (const column of agents) {
			const place = { row: line.row, column, item: line.item };
			reading.addCell(line.json[column], days, reading.agentNamed(column), place);
		}
	}
}
