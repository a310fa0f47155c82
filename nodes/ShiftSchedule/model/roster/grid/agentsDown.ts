import { inQuotes, textOf } from '../../../../shared/values/text';
import type { CellPart, GridCell } from './cell';
import type { GridDays } from './dayHeadings';
import type { AgentCells } from './entries';
import type { GridReading } from './reading';
import type { GridLine, GridTable } from './table';
import type { TimeRange } from '../timeRanges';

/** The columns of a line that are about its agent. */
export function agentCells({ own }: GridTable, { json }: GridLine, agent: string): AgentCells {
	const cells: Record<string, unknown> = { agent: json[agent] };
	for (const column of ['name', 'service', 'zone'] as const) {
		const name = own.get(column);
		if (name !== undefined) cells[column] = json[name];
	}
	return cells;
}

/** A line for each agent and a column for each day. */
export function readDaysAcross(
	reading: GridReading,
	table: GridTable,
	agent: string,
	days: Map<string, GridDays>,
): void {
	for (const line of table.lines) {
		const cells = agentCells(table, line, agent);
		for (const [column, on] of days) {
			reading.addCell(line.json[column], on, cells, { row: line.row, column, item: line.item });
		}
	}
}

/** Marks that say only that an agent works at that time. */
const workMarks = new Set(['x', '✓', '✔', '✗', '×', '1', 'true', '●', '•', '■', '*']);

/** A column that is a time, and what a line says at it. */
interface SlotPart {
	column: string;
	range: TimeRange;
	part: Omit<CellPart, 'ranges'>;
}

/**
 * A line for each agent and a column for each time of the day, with a mark or a code in it. Neighbouring columns with the
 * same are one stretch.
 *
 * @param daysOf the days that a line is about
 */
export function readTimesAcross(
	reading: GridReading,
	table: GridTable,
	agent: string,
	slots: Map<string, TimeRange>,
	daysOf: (line: GridLine) => GridDays | undefined,
): void {
	for (const line of table.lines) {
		const days = daysOf(line);
		if (days === undefined) continue;
		const cells = agentCells(table, line, agent);
		const place = { row: line.row, column: '', item: line.item };
		const parts = slotParts(reading, line, slots, cells);
		const [first] = parts;
		const worked = parts.filter(({ part }) => part.name !== 'off');
		if (first === undefined) reading.addEmpty(days, cells, place);
		else if (worked.length === 0) reading.addPart({ ...first.part, ranges: [] }, days, cells, place);
		for (const { column, part, range } of stretches(worked)) {
			reading.addPart({ ...part, ranges: [range] }, days, cells, { ...place, column });
		}
	}
}

function slotParts(reading: GridReading, line: GridLine, slots: Map<string, TimeRange>, agent: AgentCells): SlotPart[] {
	const found: SlotPart[] = [];
	for (const [column, range] of slots) {
		const place = { row: line.row, column, item: line.item };
		const cell = slotCell(reading, line.json[column]);
		if (cell.kind === 'empty') continue;
		if (cell.kind !== 'parts') {
			reading.refuse(cell, agent, place);
			continue;
		}
		const [part, another] = cell.parts;
		if (part === undefined || another !== undefined || part.ranges.length > 0) {
			const text = String(line.json[column]);
			const problem = `${inQuotes(text)} has times or several codes, and the column is a time already: write one code`;
			reading.refuse({ kind: 'problem', problem }, agent, place);
			continue;
		}
		reading.note(cell.meanings);
		found.push({ column, range, part });
	}
	return found;
}

/** In a column that is a time, a code with times of its own stands for its state alone. */
function slotCell(reading: GridReading, cell: unknown): GridCell {
	const text = textOf(cell);
	const found = reading.read(cell);
	if (found.kind === 'parts' && found.meanings.length === 1) {
		return { ...found, parts: found.parts.map((part) => ({ ...part, ranges: [] })) };
	}
	if (workMarks.has(text.toLowerCase())) return { kind: 'parts', parts: [WORKS], meanings: [] };
	return text === '0' || text.toLowerCase() === 'false' ? { kind: 'parts', parts: [OFF], meanings: [] } : found;
}

const WORKS: CellPart = { name: 'available', shift: '', reason: '', ranges: [] };
const OFF: CellPart = { ...WORKS, name: 'off' };

/** Joins what follows each other and is the same. */
function stretches(parts: SlotPart[]): SlotPart[] {
	const found: SlotPart[] = [];
	for (const { column, part, range } of parts) {
		const last = found.at(-1);
		const isNext =
			last !== undefined &&
			last.range.start + last.range.minutes === range.start &&
			// Marks have no code, and each code has one meaning.
			last.part.shift === part.shift;
		if (isNext) last.range = { ...last.range, minutes: last.range.minutes + range.minutes };
		else found.push({ column, part, range });
	}
	return found;
}
