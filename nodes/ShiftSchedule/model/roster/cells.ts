import type { Result } from '../../../shared/values/result';
import type { RosterProblem } from './problem';

/** The columns of a roster; see roster.ts for what each means. */
export const rosterColumns = [
	...(['agent', 'name', 'service', 'zone', 'kind', 'shift', 'days', 'start', 'end', 'state', 'reason'] as const),
	...(['from', 'until', 'rotation', 'step', 'with', 'stagger', 'priority', 'needed'] as const),
] as const;

export type RosterColumn = (typeof rosterColumns)[number];

/** How the user's table names the columns; one that is not there goes by its own name. */
export type ColumnNames = Partial<Record<RosterColumn, string>>;

/** One row of a roster, read cell by cell. Its problems are collected, so that all of them are told at once. */
export interface Cells {
	/** As people count the rows. */
	row: number;
	isBlank: boolean;
	/** Whether it has values and none of a roster's columns: it belongs to another table, or is what a failed step left. */
	isForeign: boolean;
	/** The names of all its columns, without those that sheets and tables add themselves. */
	columns: string[];
	/** As it stands in the table; `''` when the cell is empty or missing. */
	raw(column: RosterColumn): unknown;
	/** As trimmed text; `''` for what is no text, number, truth value or list of them. */
	text(column: RosterColumn): string;
	/** Adds a problem. It returns `undefined`, so that a reader can return with it. */
	complain(column: RosterColumn, problem: string): undefined;
	/** The value; of a problem, `undefined` after a complaint. */
	valueOrComplaint<T>(column: RosterColumn, result: Result<T>): T | undefined;
	problems: RosterProblem[];
}

/** The user's names of the columns, and the headings to look for: worked out once for all rows. */
export type Headings = Map<RosterColumn, { name: string; heading: string }>;

export const headingsOf = (names: ColumnNames): Headings =>
	new Map(
		rosterColumns.map((column) => {
			const name = names[column] ?? column;
			return [column, { name, heading: normalizedHeading(name) }];
		}),
	);

/** @param row how people find the row, unless it says so itself: n8n's Google Sheets node adds `row_number` */
export function cellsOf(json: Record<string, unknown>, headings: Headings, row: number): Cells {
	const cells = new Map<string, unknown>();
	for (const [name, cell] of Object.entries(json)) {
		const text = typeof cell === 'string' ? cell.trim() : cell;
		if (text !== '' && text !== null && text !== undefined) cells.set(normalizedHeading(name), text);
	}
	const raw = (column: RosterColumn): unknown => cells.get(headings.get(column)?.heading ?? column) ?? '';
	const columns = Object.keys(json).filter((name) => !keptBySystems.has(normalizedHeading(name)));
	const known = [...headings.values()].map(({ heading }) => heading);
	const isForeign =
		columns.some((name) => cells.has(normalizedHeading(name))) &&
		!columns.some((name) => known.includes(normalizedHeading(name)));
	const own = json.row_number;
	const rowNumber = typeof own === 'number' ? own : row;
	const problems: RosterProblem[] = [];
	const complain = (column: RosterColumn, problem: string): undefined => {
		problems.push({ row: rowNumber, column: headings.get(column)?.name ?? column, problem });
	};
	return {
		row: rowNumber,
		isBlank: !isForeign && !known.some((heading) => cells.has(heading)),
		isForeign,
		columns,
		raw,
		text: (column) => cellText(raw(column)),
		complain,
		valueOrComplaint: (column, result) =>
			result.kind === 'value' ? result.value : complain(column, result.problem),
		problems,
	};
}

/** Columns that sheets and tables add themselves. */
export const keptBySystems = new Set(['rownumber', 'id', 'createdat', 'updatedat']);

/** A heading without what makes no difference in it: upper and lower case, spaces and underscores. */
export const normalizedHeading = (name: string): string => name.toLowerCase().replace(/[\s_]/g, '');

/** An expression may give a list, such as one of agents. */
const cellText = (cell: unknown): string =>
	Array.isArray(cell)
		? cell.map(cellText).join(', ')
		: typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
			? String(cell).trim()
			: '';
