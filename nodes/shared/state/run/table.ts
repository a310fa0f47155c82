import type { IDataObject } from 'n8n-workflow';
import { emptyColumns } from '../../n8n/columns';
import type { Form } from '../input/form';

interface Table {
	/** In the order in which people read. */
	columns: readonly string[];
	/** Those that stay even when they are empty in every row. */
	kept: readonly string[];
}

/**
 * Shown only to who asks for them. The time of the row is one of them: browsers break ISO times at their hyphens, so that
 * in n8n's table it makes every row two lines high, and n8n shows beside the run when it was.
 */
export const technicalColumns: readonly string[] = ['at', 'attempts', 'durationMs', 'requestId'];

const results: Table = {
	columns: [
		...['agent', 'outcome', 'previous', 'current', 'reason', 'service', 'scope', 'agentId', 'requested'],
		...technicalColumns,
		'restore',
	],
	kept: ['agent', 'outcome', 'previous', 'current'],
};

const lastColumns = ['since', 'service', 'scope', 'agentId'];

/** The columns of each operation of Agent State. */
export const tables: Readonly<Record<Form['operation'], Table>> = {
	setState: results,
	restorePrevious: results,
	getState: { columns: ['agent', 'state', 'native', 'outcome', 'reason', ...lastColumns], kept: ['agent', 'state'] },
	getHistory: {
		columns: ['agent', 'state', 'from', 'until', 'native', 'outcome', 'reason', 'service', 'scope', 'agentId'],
		kept: ['agent', 'state', 'from', 'until', 'native', 'agentId'],
	},
	compare: {
		columns: [
			...['agent', 'matches', 'desired', 'actual', 'outcome', 'reason', 'outMinutes'],
			...['desiredNative', 'actualNative'],
			...lastColumns,
		],
		kept: ['agent', 'matches', 'desired', 'actual'],
	},
};

/** Of the items that go in, and of the rows that come out, where the memory stands in columns. */
export const MEMORY_COLUMN = 'memory';

/** It is last, since nobody reads it, and in every row, since a table keeps it. */
export const withMemory = ({ columns, kept }: Table): Table => ({
	columns: [...columns, MEMORY_COLUMN],
	kept: [...kept, MEMORY_COLUMN],
});

/**
 * Rows of one table: every row has the same columns in the same order, and a column that is empty in all of them is
 * left out.
 *
 * @param columns in their order
 * @param kept those that stay even when they are empty
 */
export function toTable(
	rows: readonly IDataObject[],
	columns: readonly string[],
	kept: readonly string[],
): IDataObject[] {
	const empty = emptyColumns(rows, columns);
	const shown = columns.filter((column) => kept.includes(column) || !empty.has(column));
	return rows.map((row) => {
		const cells: IDataObject = {};
		for (const column of shown) cells[column] = row[column] ?? null;
		return cells;
	});
}
