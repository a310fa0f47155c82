import type { Weekday } from '../calendar/day';
import { cellAt } from './cells';
import { tooLong } from './cellText';
import type { RosterColumn } from './columns';
import { dateOrderOf } from './dateOrder';
import type { DateOrder } from './dateText';
import { languagesOfDays } from './days';
import type { Layout } from './layout';
import { writingOf, type Writing } from './writing';

/** What the form says about the writing of a table. */
interface Said {
	order?: DateOrder;
	firstDay?: Weekday;
}

/** A column of days has a few dozen texts; each is tried in all languages. */
const MOST_DAYS = 200;

const withDates: RosterColumn[] = ['from', 'until', 'start', 'end'];

/**
 * Finds how a whole table is written, so that one cell settles what another leaves open: the order of its dates and the
 * language of its days.
 */
export function writingOfTable(
	rows: ReadonlyArray<Record<string, unknown>>,
	layout: Layout,
	{ order, firstDay }: Said,
): Writing {
	const days = new Set<string>();
	for (const cell of cellsIn(rows, layout, ['days'])) {
		if (days.size >= MOST_DAYS) break;
		if (typeof cell === 'string') days.add(cell);
	}
	const languages = days.size > 1 ? languagesOfDays(days) : undefined;
	return writingOf(order ?? orderFound(rows, layout), {
		...(firstDay !== undefined && { firstDay }),
		...(languages && { languages }),
	});
}

/** Where two dates settle it differently, those that can be read in two ways are refused: the slip may be anywhere. */
function orderFound(rows: ReadonlyArray<Record<string, unknown>>, layout: Layout): DateOrder | undefined {
	const found = dateOrderOf(cellsIn(rows, layout, withDates));
	return found.kind === 'value' ? found.value : undefined;
}

function* cellsIn(
	rows: ReadonlyArray<Record<string, unknown>>,
	layout: Layout,
	columns: RosterColumn[],
): Generator<unknown> {
	const keys = [...layout.placements].flatMap(([key, one]) =>
		one.kind === 'day' || (one.kind === 'column' && columns.includes(one.column)) ? [key] : [],
	);
	const paths = layout.paths.flatMap(([column, path]) => (columns.includes(column) ? [path] : []));
	for (const json of rows) {
		const cells = [...keys.map((key) => json[key]), ...paths.map((path) => cellAt(json, path))];
		yield* cells.filter((cell) => tooLong(cell) === undefined);
	}
}
