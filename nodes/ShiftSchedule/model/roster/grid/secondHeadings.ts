import { dayHeadings, type DayContext } from './dayHeadings';
import { isUnfilled, type GridTable } from './table';

/** Fewer days in a line are no headings: a grid of two days has no second line of them. */
const FEWEST_DAYS = 3;

/**
 * Sheets often have two lines of headings, or a title above them: then the first row of the table holds the days. Takes it
 * for headings, and returns the table below it under the joined headings (`Mon 23/11`).
 */
export function withSecondHeadings(table: GridTable, context: DayContext): GridTable {
	const { lines, names, own } = table;
	const [first, ...others] = lines;
	if (first === undefined) return table;
	const values = names
		.filter((name) => !isUnfilled(first.json[name]))
		.map((name) => [name, String(first.json[name])] as const);
	const daysIn = (texts: string[]): number => {
		const found = dayHeadings(texts, context);
		return found.kind === 'value' ? found.value.days.size : 0;
	};
	const days = daysIn([...new Set(values.map(([, text]) => text))]);
	if (days < FEWEST_DAYS) return table;
	const before = daysIn(names);
	// With days in the headings and in the row, all of the row must be days: else it is the row of an agent.
	if (before > 0 && days < values.length) return table;
	const renamed = new Map(values.map(([name, text]) => [name, before > 0 ? `${name} ${text}` : text]));
	if (before > 0 && daysIn(names.map((name) => renamed.get(name) ?? name)) < days) return table;
	const newName = (name: string): string => renamed.get(name) ?? name;
	return {
		names: names.map(newName),
		own: new Map([...own].map(([column, name]) => [column, newName(name)])),
		lines: others.map((line) => ({
			...line,
			json: Object.fromEntries(Object.entries(line.json).map(([name, cell]) => [newName(name), cell])),
		})),
	};
}
