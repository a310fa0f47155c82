import { unmarkedText } from '../../../shared/values/formula';
import { foldHeading, textOf } from '../../../shared/values/text';

/** A row of an input, as it came. */
export type InputRow = Readonly<Record<string, unknown>>;

/** Whether a row says nothing at all, such as the one item of a table without rows. */
export const isEmptyRow = (row: InputRow): boolean => Object.keys(row).length === 0;

/** The cells of a row that mean something, by what they mean. */
export type CellsOf<Name extends string> = (row: InputRow) => Record<Name, unknown>;

/**
 * Finds cells by the usual headings of their columns; case, blanks and underscores make no difference. Of several such
 * cells the first that is not empty counts, in the order of the headings.
 *
 * @param headings by meaning, folded as `foldHeading` does
 * @param given the headings that the form names instead
 */
export function columnFinder<Name extends string>(
	headings: Record<Name, readonly string[]>,
	given: Partial<Record<string, string>> = {},
): CellsOf<Name> {
	const names = Object.keys(headings) as Name[];
	const none = Object.fromEntries(names.map((name) => [name, undefined])) as Record<Name, unknown>;
	// All rows of a table have the same columns, so that they are looked up once.
	let known: { keys: string[]; columns: Array<[Name, string[]]> } | undefined;
	const columnsIn = (row: InputRow): Array<[Name, string[]]> => {
		const keys = Object.keys(row);
		if (known && hasKeys(known.keys, keys)) return known.columns;
		const byHeading = new Map(keys.map((key) => [foldHeading(key), key]));
		const columns = names.map((name): [Name, string[]] => {
			const own = textOf(given[name]);
			const wanted = own === '' ? headings[name] : [foldHeading(own)];
			return [name, wanted.flatMap((heading) => byHeading.get(heading) ?? [])];
		});
		known = { keys, columns: columns.filter(([, found]) => found.length > 0) };
		return known.columns;
	};
	return (row) => {
		const cells = { ...none };
		for (const [name, columns] of columnsIn(row)) {
			const column = columns.find((key) => !isBlankCell(row[key]));
			const cell = column === undefined ? undefined : row[column];
			if (column !== undefined) cells[name] = typeof cell === 'string' ? unmarkedText(cell) : cell;
		}
		return cells;
	};
}

const hasKeys = (keys: readonly string[], others: readonly string[]): boolean =>
	keys.length === others.length && keys.every((key, index) => key === others[index]);

const isBlankCell = (cell: unknown): boolean =>
	cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
