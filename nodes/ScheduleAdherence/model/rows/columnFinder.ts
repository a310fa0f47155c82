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
	const wanted = names.map((name): readonly string[] => {
		const own = textOf(given[name]);
		return own === '' ? headings[name] : [foldHeading(own)];
	});
	// All rows of a table have the same columns, so that they are looked up once.
	const known = new Map<string, string[][]>();
	const columnsIn = (keys: string[]): string[][] => {
		const signature = keys.join('\n');
		const before = known.get(signature);
		if (before) return before;
		const byHeading = new Map(keys.map((key) => [foldHeading(key), key]));
		const found = wanted.map((one) => one.flatMap((heading) => byHeading.get(heading) ?? []));
		known.set(signature, found);
		return found;
	};
	return (row) => {
		const columns = columnsIn(Object.keys(row));
		const cells = names.map((name, index) => {
			const column = columns[index]?.find((key) => !isBlank(row[key]));
			return [name, column === undefined ? undefined : row[column]] as const;
		});
		return Object.fromEntries(cells) as Record<Name, unknown>;
	};
}

const isBlank = (cell: unknown): boolean =>
	cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
