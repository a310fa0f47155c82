import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { dateOrders, writtenDate, type DateOrder } from './dateText';

/** What people call an order, as in 'Dates Are'. */
export const nameOfOrder: Record<DateOrder, string> = {
	dayFirst: 'Day First',
	monthFirst: 'Month First',
	yearFirst: 'Year First',
};

/**
 * Finds the order of day, month and year that a whole table has: one date such as `13/11/2026` settles it for `11/3/2026`.
 *
 * @param cells those that hold dates; what is not text, or no date of which the order matters, is passed over
 * @returns `undefined` where no date settles it; a problem where two dates settle it differently
 */
export function dateOrderOf(cells: Iterable<unknown>): Result<DateOrder | undefined> {
	const seen = new Set<string>();
	let left: DateOrder[] = [...dateOrders];
	let settledBy = '';
	for (const cell of cells) {
		if (typeof cell !== 'string' || !mayMatter(cell) || seen.has(cell)) continue;
		seen.add(cell);
		const found = writtenDate(cell);
		if (found.kind === 'problem') continue;
		const { readings, usual } = found.value;
		const able =
			usual === undefined ? left.filter((order) => readings.has(order)) : left.filter((order) => order === usual);
		if (able.length === 0) {
			return problem(
				`has dates in different orders, such as ${inQuotes(settledBy)} and ${inQuotes(cell)}: write them all as 2026-01-05`,
			);
		}
		if (able.length < left.length) settledBy = cell;
		left = able;
	}
	const [only, ...more] = left;
	return value(more.length > 0 ? undefined : only);
}

/** Dates of numbers alone, with the year last or of two digits. */
const mayMatter = (text: string): boolean => /(?:^|[^\d])\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2}|^\d{8}/.test(text);
