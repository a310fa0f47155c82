import type { Problem, Read } from '../calendar/parsed';

/** The columns of a roster; see roster.ts for what each means. */
export const fields = [
	...(['agent', 'name', 'service', 'zone', 'kind', 'shift', 'days', 'start', 'end', 'state', 'reason'] as const),
	...(['from', 'until', 'rotation', 'step', 'with', 'stagger', 'priority'] as const),
] as const;

export type Field = (typeof fields)[number];

/** How the user's table names the columns; a field that is not there goes by its own name. */
export type Columns = Partial<Record<Field, string>>;

/** One row of a roster, read field by field. What is wrong with it is collected, so that all of it is told at once. */
export interface Cells {
	row: number;
	isBlank: boolean;
	/** Whether it says something and has none of a roster's columns: it is of another table, or what a failed step left. */
	isForeign: boolean;
	/** The names of its columns. */
	columns: string[];
	/** As it stands in the table; `''` when the cell is empty or missing. */
	raw(field: Field): unknown;
	text(field: Field): string;
	complain(field: Field, problem: string): undefined;
	/** The value, or `undefined` and a complaint. */
	take<T>(field: Field, read: Read<T>): T | undefined;
	problems: Problem[];
}

/** The headings to look for, worked out once for all rows. */
export type Headings = Map<Field, { column: string; heading: string }>;

export const headingsOf = (columns: Columns): Headings =>
	new Map(
		fields.map((field) => {
			const column = columns[field] ?? field;
			return [field, { column, heading: plain(column) }];
		}),
	);

/** @param row how people find the row, unless it says so itself: n8n's Google Sheets node adds `row_number` */
export function cellsOf(json: Record<string, unknown>, headings: Headings, row: number): Cells {
	const cells = new Map<string, unknown>();
	for (const [name, cell] of Object.entries(json)) {
		const text = typeof cell === 'string' ? cell.trim() : cell;
		if (text !== '' && text !== null && text !== undefined) cells.set(plain(name), text);
	}
	const raw = (field: Field): unknown => cells.get(headings.get(field)?.heading ?? field) ?? '';
	const columns = Object.keys(json).filter((name) => !keptBySystems.has(plain(name)));
	const known = [...headings.values()].map(({ heading }) => heading);
	const isForeign =
		columns.some((name) => cells.has(plain(name))) && !columns.some((name) => known.includes(plain(name)));
	const own = json.row_number;
	const place = typeof own === 'number' ? own : row;
	const problems: Problem[] = [];
	const complain = (field: Field, problem: string): undefined => {
		problems.push({ row: place, column: headings.get(field)?.column ?? field, problem });
	};
	return {
		row: place,
		isBlank: !isForeign && !known.some((heading) => cells.has(heading)),
		isForeign,
		columns,
		raw,
		text: (field) => textOf(raw(field)),
		complain,
		take: (field, read) => (read.kind === 'value' ? read.value : complain(field, read.problem)),
		problems,
	};
}

/** Columns that sheets and tables add themselves. */
const keptBySystems = new Set(['rownumber', 'id', 'createdat', 'updatedat']);

/** Upper and lower case, spaces and underscores make no difference in a heading. */
export const plain = (name: string): string => name.toLowerCase().replace(/[\s_]/g, '');

/** A list of agents may come from an expression as a list. */
const textOf = (cell: unknown): string =>
	Array.isArray(cell)
		? cell.map(textOf).join(', ')
		: typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
			? String(cell).trim()
			: '';
