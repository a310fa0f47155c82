import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes } from '../../../../shared/values/text';
import { dayHeadings, type DayContext } from './dayHeadings';
import { isHarmless, isUnfilled, type GridTable } from './table';

/** Fewer days in a line are not headings: a grid of two days has no second line of them. */
const FEWEST_DAYS = 3;

/**
 * Sheets often have two lines of headings, or a title above them: then the first row of the table holds the days. Takes it
 * for headings, and returns the table below it under the joined headings (`Mon 23/11`).
 *
 * @returns a problem where two columns would have the same heading: the cells of one would be lost
 */
export function withSecondHeadings(table: GridTable, context: DayContext): Result<GridTable> {
	const { lines, names, own } = table;
	const [first, ...others] = lines;
	if (first === undefined) return value(table);
	const values = names
		.filter((name) => !isUnfilled(first.json[name]))
		.map((name) => [name, String(first.json[name])] as const);
	const daysIn = (texts: string[]): number => {
		const found = dayHeadings(texts, context);
		return found.kind === 'value' ? found.value.days.size : 0;
	};
	const days = daysIn([...new Set(values.map(([, text]) => text))]);
	if (days < FEWEST_DAYS) return value(table);
	const before = daysIn(names);
	// With days in the headings and in the row, all of the row must be days: else it is the row of an agent.
	if (before > 0 && days < values.length) return value(table);
	const renamed = new Map(values.map(([name, text]) => [name, before > 0 ? `${name} ${text}` : text]));
	const newName = (name: string): string => renamed.get(name) ?? name;
	const newNames = names.map(newName);
	if (before > 0 && daysIn(newNames) < days) return value(table);
	const twice = newNames.find((name, index) => newNames.indexOf(name) < index && !isHarmless(name));
	if (twice !== undefined) {
		return problem(
			`The first row is read as headings, and two of them are ${inQuotes(twice)}: write days as dates, and give every other column a heading of its own`,
		);
	}
	return value({
		names: newNames,
		own: new Map([...own].map(([column, name]) => [column, newName(name)])),
		lines: others.map((line) => ({
			...line,
			json: Object.fromEntries(Object.entries(line.json).map(([name, cell]) => [newName(name), cell])),
		})),
	});
}
