import type { ColumnNames } from '../columns';
import { meaningOfHeading, normalizedHeading } from '../headings';
import { dayHeadings, type DayContext } from './dayHeadings';
import { quotedList } from './gridNotes';
import { dayColumn } from './lineDays';
import { calledAgents, gridTable, isUnfilled, type GridTable } from './table';
import { timeHeadings } from './timeHeadings';

/** One such column may be anything. */
const FEWEST_DAYS = 2;

/** So many rows show what a table is. */
const SAMPLE_ROWS = 50;

/**
 * Why the rows of a table are those of a grid: its columns are days or times of a day, or it has days and no agents.
 *
 * @returns the end of a sentence that begins with the table; `undefined` where it is no grid for certain
 */
export function looksLikeGrid(
	items: Array<Record<string, unknown>>,
	columns: ColumnNames,
	context: DayContext,
): string | undefined {
	const read = gridTable(items.slice(0, SAMPLE_ROWS), new Set(), columns, []);
	if (read.kind === 'problem') return undefined;
	const table = read.value;
	const named = namedColumns(table);
	const saysWhen = table.names.some((name) => named.has(name) || isWhen(table, name));
	const days = saysWhen ? undefined : columnsOfTime(table, context);
	if (days !== undefined) return `has a column for each day or time: ${quotedList(days)}`;
	if (table.own.has('agent') || calledAgents(table, table.names).length > 0 || table.names.some(isOfAgents)) {
		return undefined;
	}
	const down = dayColumn(table, context);
	if (down.kind === 'problem' || down.value === undefined) return undefined;
	return `has a column of days, "${down.value.name}", and none of agents`;
}

/** The columns with which the user says when a row is. */
const namedColumns = ({ own }: GridTable): Set<string> =>
	new Set((['start', 'from', 'days', 'kind'] as const).flatMap((column) => own.get(column) ?? []));

/** With such a column, whatever it is called, a row says by itself when it is. */
function isWhen({ lines }: GridTable, name: string): boolean {
	const meaning = meaningOfHeading(normalizedHeading(name));
	const isOne = meaning.kind === 'column' && ['start', 'from', 'days', 'kind'].includes(meaning.column);
	return isOne && lines.some(({ json }) => !isUnfilled(json[name]));
}

const isOfAgents = (name: string): boolean => meaningOfHeading(normalizedHeading(name)).kind === 'agent';

function columnsOfTime({ names }: GridTable, context: DayContext): string[] | undefined {
	const days = dayHeadings(names, context);
	if (days.kind === 'value' && days.value.days.size >= FEWEST_DAYS) return [...days.value.days.keys()];
	const times = timeHeadings(names);
	return times.kind === 'value' && times.value.size > 0 ? [...times.value.keys()] : undefined;
}
