import type { IDataObject } from 'n8n-workflow';

/** The columns that are empty in every row: n8n's table would show a red *empty* in each of their cells. */
export const emptyColumns = (rows: readonly IDataObject[], columns: readonly string[]): Set<string> =>
	new Set(columns.filter((column) => rows.every((row) => isEmptyCell(row[column]))));

const isEmptyCell = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';
