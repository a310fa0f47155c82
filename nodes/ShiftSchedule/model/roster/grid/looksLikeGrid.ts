import { inQuotes } from '../../../../shared/values/text';
import type { ColumnNames, RosterColumn } from '../columns';
import { normalizedHeading } from '../../../../shared/values/headings';
import { layoutOf } from '../layout';
import { dayHeadings, type DayContext } from './dayHeadings';
import { quotedList } from './gridNotes';
import { dayColumn } from './lineDays';
import { calledAgents, gridTable, isUnfilled, type GridTable } from './table';
import { timeHeadings } from './timeHeadings';

/** One such column may be anything. */
const FEWEST_COLUMNS = 2;

/** So many rows show what a table is. */
const SAMPLE_ROWS = 50;

/**
 * Why the rows of a table are those of a grid: its columns are days or times of a day, or it has days and no agents.
 *
 * @returns the end of a sentence that begins with the table; `undefined` where it is not a grid for certain
 */
export function looksLikeGrid(
	items: Array<Record<string, unknown>>,
	columns: ColumnNames,
	context: DayContext,
): string | undefined {
	const sample = items.slice(0, SAMPLE_ROWS);
	const read = gridTable(sample, new Set(), columns, []);
	if (read.kind === 'problem') return undefined;
	const table = read.value;
	const { placements } = layoutOf(sample, columns);
	const readAs = (...wanted: RosterColumn[]): string[] =>
		[...placements].flatMap(([name, one]) => (one.kind === 'column' && wanted.includes(one.column) ? [name] : []));
	const saysWhen = readAs('start', 'from', 'days', 'kind').some((name) => isMentioned(table, columns, name));
	const days = saysWhen ? undefined : columnsOfTime(table, context);
	if (days !== undefined) return `has a column for each day or time: ${quotedList(days)}`;
	if (readAs('agent', 'name').length > 0 || calledAgents(table, table.names).length > 0) return undefined;
	const down = dayColumn(table, context);
	if (down.kind === 'problem' || down.value === undefined) return undefined;
	return `has a column of days, ${inQuotes(down.value.name)}, and no column of agents`;
}

/** Whether a column has values, or the user names it. */
const isMentioned = ({ lines }: GridTable, columns: ColumnNames, name: string): boolean =>
	Object.values(columns).some((one) => normalizedHeading(one) === normalizedHeading(name)) ||
	lines.some(({ json }) => !isUnfilled(json[name]));

function columnsOfTime({ names }: GridTable, context: DayContext): string[] | undefined {
	const days = dayHeadings(names, context);
	if (days.kind === 'value' && days.value.days.size >= FEWEST_COLUMNS) return [...days.value.days.keys()];
	const times = timeHeadings(names);
	return times.kind === 'value' && times.value.size > 0 ? [...times.value.keys()] : undefined;
}
