import { inQuotes, listedNames, textOf } from '../../../../shared/values/text';
import { problem, value, type Result } from '../../../../shared/values/result';
import { isoDate } from '../../calendar/day';
import { normalizedHeading } from '../../../../shared/values/headings';
import type { TimeRange } from '../timeRanges';
import { dayHeadings, type DayContext, type DayHeadings, type GridDays } from './dayHeadings';
import { quotedList } from './gridNotes';
import { dayColumn, type DayColumn } from './lineDays';
import type { GridReading } from './reading';
import type { CellsHold, FoundShape, LineDays } from './shape';
import { columnOfAgents, calledAgents, isUnfilled, isHarmless, type GridTable } from './table';
import { timeHeadings } from './timeHeadings';

interface ShapeContext extends DayContext {
	cellsHold: CellsHold;
}

/** Finds out which form a grid has. Where that is not certain, it is refused with the field that says it. */
export function findShape(table: GridTable, reading: GridReading, context: ShapeContext): Result<FoundShape> {
	const taken = [...table.own.values()];
	const headings = table.names.filter((name) => !taken.includes(name));
	const across = dayHeadings(headings, context);
	if (across.kind === 'problem') return across;
	const slots = timeHeadings(headings);
	// Beside 8.00 and 9.00, 8.30 is not a day in August.
	const areTimes = slots.kind === 'value' && slots.value.size > across.value.days.size;
	if (across.value.days.size > 0 && !areTimes) return daysAcross(table, reading, context, across.value);
	if (slots.kind === 'problem') return slots;
	const down = dayColumn(table, context);
	if (down.kind === 'problem') return down;
	const others = headings.filter((name) => !slots.value.has(name) && !down.value?.columns.includes(name));
	const hasAgents = table.own.has('agent') || calledAgents(table, others).length > 0;
	if (slots.value.size > 0 && (hasAgents || down.value === undefined)) {
		return timesAcross(table, others, slots.value, down.value, context);
	}
	if (down.value !== undefined && !hasAgents) {
		return daysDown(table, reading, [...slots.value.keys(), ...others], down.value, context.cellsHold);
	}
	const there = `The columns are: ${listedNames(table.names)}`;
	return problem(
		down.value === undefined
			? `No column is a day or a time of day. A grid has days across (Mon, 2026-11-23, 23/11), times across (08:00, 08:30) or a column of days. ${there}`
			: `This is not a grid: it has a column of days, ${inQuotes(down.value.name)}, and a column of agents. Set 'Roster From' to 'Rows of the Input'. ${there}`,
	);
}

const without = (names: string[], ...taken: string[]): string[] => names.filter((name) => !taken.includes(name));

function daysAcross(
	table: GridTable,
	reading: GridReading,
	{ cellsHold }: ShapeContext,
	{ days, readAs }: DayHeadings,
): Result<FoundShape> {
	const others = without(table.names, ...days.keys());
	const columns = [...days.keys()];
	const as =
		readAs ??
		`${quotedList([columns[0] ?? '', ...(columns.length > 1 ? [columns.at(-1) ?? ''] : [])]).replace(' and ', ' to ')} as days`;
	const isCalled = table.own.has('agent') || calledAgents(table, others).length > 0;
	const label = others.find((name) => isShiftLabel(table, reading, name));
	const holdsNames = cellsHold === 'agents' || (cellsHold === 'any' && !isCalled && label !== undefined);
	if (!holdsNames) {
		const agent = columnOfAgents(table, others);
		if (agent.kind === 'problem') return agent;
		const shape = { kind: 'daysAcross' as const, agent: agent.value, days };
		return value({
			shape,
			used: [...columns, agent.value],
			readAs: `Read ${inQuotes(agent.value)} as the agent, and ${as}.`,
		});
	}
	const only = without(others, ...others.filter(isHarmless));
	const name = label ?? (only.length === 1 ? only[0] : undefined);
	if (name === undefined) {
		return problem(
			`No column says which shift each row is. It needs times such as 09:00-17:00, or codes of 'Legend'. The columns beside the days are: ${listedNames(others) || 'none'}`,
		);
	}
	const shape = { kind: 'shiftsDown' as const, label: name, days };
	return value({
		shape,
		used: [...columns, name],
		readAs: `Read ${inQuotes(name)} as the shift, the cells as agents, and ${as}.`,
	});
}

/** Whether all values of a column are times, or codes that have times. */
function isShiftLabel({ lines }: GridTable, reading: GridReading, name: string): boolean {
	const cells = lines.map(({ json }) => json[name]).filter((cell) => !isUnfilled(cell));
	return (
		cells.length > 0 &&
		cells.every((cell) => {
			const read = reading.read(cell);
			return read.kind === 'parts' && read.parts.every(({ ranges }) => ranges.length > 0);
		})
	);
}

function timesAcross(
	table: GridTable,
	others: string[],
	slots: Map<string, TimeRange>,
	down: DayColumn | undefined,
	{ inPeriod }: ShapeContext,
): Result<FoundShape> {
	const agent = columnOfAgents(table, [...new Set([...others, ...table.own.values()])]);
	if (agent.kind === 'problem') return agent;
	const same: GridDays =
		inPeriod === undefined
			? { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] }
			: { kind: 'dates', dates: [inPeriod] };
	const days: LineDays = down ? { kind: 'each', days: down.days } : { kind: 'same', days: same };
	const when = down
		? `${inQuotes(down.name)} as the day`
		: inPeriod === undefined
			? "the times as those of every day: set 'Date in the Grid' if they are of one day"
			: `the times as those of ${isoDate(inPeriod)}`;
	return value({
		shape: { kind: 'timesAcross', agent: agent.value, slots, days },
		used: [...slots.keys(), agent.value, ...(down?.columns ?? [])],
		readAs: `Read ${inQuotes(agent.value)} as the agent, and ${when}.`,
	});
}

function daysDown(
	table: GridTable,
	reading: GridReading,
	others: string[],
	down: DayColumn,
	cellsHold: CellsHold,
): Result<FoundShape> {
	const columns = others.filter((name) => !isHarmless(name));
	const flat = columns.filter((name) => ['start', 'end', 'starttime', 'endtime'].includes(normalizedHeading(name)));
	if (flat.length > 0) {
		return problem(
			`This is not a grid: it has the column ${inQuotes(flat[0] ?? '')}. Set 'Roster From' to 'Rows of the Input'`,
		);
	}
	const days: LineDays = { kind: 'each', days: down.days };
	const used = [...columns, ...down.columns];
	const holds = cellsHold === 'any' ? whatCellsHold(table, reading, columns) : cellsHold;
	if (holds === 'codes') {
		const shape = { kind: 'agentsAcross' as const, agents: columns, days };
		return value({
			shape,
			used,
			readAs: `Read ${inQuotes(down.name)} as the day, and ${quotedList(columns)} as agents.`,
		});
	}
	if (holds === 'agents') {
		const shifts = new Map(columns.map((name) => [name, { label: name, says: reading.read(name) }]));
		const readAs = `Read ${inQuotes(down.name)} as the day, ${quotedList(columns)} as shifts, and the cells as agents.`;
		return value({ shape: { kind: 'shiftsAcross', shifts, days }, used, readAs });
	}
	if (holds === 'nothing') {
		return problem(`All cells are empty: it is not clear whether they hold agents or codes. Set 'Cells Hold'`);
	}
	return problem(
		`It is not clear whether the cells hold agents or codes, such as ${inQuotes(holds.cell)} in the column ${inQuotes(holds.column)}. Set 'Cells Hold', and add the ${quotedList(columns)} or the codes to 'Legend', with their times`,
	);
}

/** Cells that all have a meaning are codes; headings that all have one are shifts, with agents in the cells. */
function whatCellsHold(
	{ lines }: GridTable,
	reading: GridReading,
	columns: string[],
): 'codes' | 'agents' | 'nothing' | { column: string; cell: string } {
	const isRead = (cell: unknown): boolean => reading.read(cell).kind === 'parts';
	const areShifts = columns.some(isRead);
	const filled = columns.flatMap((column) =>
		lines.map(({ json }) => ({ column, cell: json[column] })).filter(({ cell }) => !isUnfilled(cell)),
	);
	const areCodes = filled.some(({ cell }) => isRead(cell));
	if (areShifts !== areCodes) return areShifts ? 'agents' : 'codes';
	const [first] = filled;
	return first === undefined ? 'nothing' : { column: first.column, cell: textOf(first.cell) };
}
