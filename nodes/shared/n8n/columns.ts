import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** The columns that are empty in every row: n8n's table would show a red *empty* in each of their cells. */
export const emptyColumns = (rows: readonly IDataObject[], columns: readonly string[]): Set<string> =>
	new Set(columns.filter((column) => rows.every((row) => isEmptyCell(row[column]))));

const isEmptyCell = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';

/**
 * Leaves out each column that is empty or null in every row: n8n's table would show a red *empty* in each of them.
 *
 * @param items the rows of one output, all with the same columns
 */
export function withoutEmptyColumns(items: INodeExecutionData[]): INodeExecutionData[] {
	const rows = items.map(({ json }) => json);
	const empty = emptyColumns(rows, Object.keys(rows[0] ?? {}));
	if (empty.size === 0) return items;
	return items.map((item) => ({
		...item,
		json: Object.fromEntries(Object.entries(item.json).filter(([column]) => !empty.has(column))),
	}));
}
