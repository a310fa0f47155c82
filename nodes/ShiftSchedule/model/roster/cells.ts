import { unmarkedText } from '../../../shared/values/formula';
import { isRecord } from '../../../shared/values/record';
import type { Result } from '../../../shared/values/result';
import { listedNames, shortened } from '../../../shared/values/text';
import { tooLong } from './cellText';
import type { RosterColumn } from './columns';
import type { Layout } from './layout';
import type { RosterProblem } from './problem';
import { unreadProblem } from './unread';
import type { Writing } from './writing';

/** One row of a roster, read cell by cell. Its problems are collected, so that all of them are told at once. */
export interface Cells {
	/** As people count the rows. */
	row: number;
	/** Where it stands in the table, from 0. */
	index: number;
	isBlank: boolean;
	/** Whether it has values and none of a roster's columns: it belongs to another table, or is what a failed step left. */
	isForeign: boolean;
	/** The names of all its columns, without those that sheets and tables add themselves. */
	columns(): string[];
	writing: Writing;
	/** A weekday that stands beside a date and is to agree with it; empty where there is none. */
	dayLabel: string;
	/** As it stands in the table; `''` when the cell is empty or missing. */
	raw(column: RosterColumn): unknown;
	/** As trimmed text; `''` for what is not text, number, truth value or list of them. */
	text(column: RosterColumn): string;
	/** Adds a problem. It returns `undefined`, so that a reader can return with it. */
	complain(column: RosterColumn, problem: string): undefined;
	/** The value; of a problem, `undefined` after a complaint. */
	valueOrComplaint<T>(column: RosterColumn, result: Result<T>): T | undefined;
	/** What the user calls a column. */
	nameOf(column: RosterColumn): string;
	problems: RosterProblem[];
	/** What people should look at in this row, as sentences that begin after its place. */
	remarks: string[];
}

/** @param index where the row stands in the table, from 0; people count from 1, unless the row has n8n's `row_number` */
export function cellsOf(json: Record<string, unknown>, layout: Layout, writing: Writing, index: number): Cells {
	const cells = new TableRow(json, layout, writing, index);
	const doubts: RosterProblem[] = [];
	let isKnown = false;
	let isFilled = false;
	for (const key of Object.keys(json)) {
		const placement = layout.placements.get(key);
		if (placement === undefined || placement.kind === 'system') continue;
		if (placement.kind !== 'unread') isKnown = true;
		const given = json[key];
		const cell = typeof given === 'string' ? unmarkedText(given.trim()) : given;
		if (cell === '' || cell === null || cell === undefined) continue;
		isFilled = true;
		if (placement.kind === 'unread') {
			const problem = unreadProblem(placement.heading, cell);
			if (problem !== undefined) doubts.push({ row: cells.row, column: key.trim(), problem });
		} else if (placement.kind === 'dayLabel') cells.dayLabel = cellText(cell);
		else if (placement.kind === 'day') cells.put(isDateLike(cell) ? 'from' : 'days', key, cell);
		else if (holdsValues(cell)) {
			if (placement.by !== 'synonym' && !isEntered(layout, key)) cells.tell(key, severalValues(key, cell));
		} else cells.put(placement.column, key, cell);
	}
	for (const [column, path] of layout.paths) {
		const cell = cellAt(json, path);
		if (cell === '') continue;
		isKnown = true;
		cells.put(column, path, cell);
	}
	// A row that says nothing is skipped, whatever stands in its other columns.
	if (cells.isSaying) cells.problems.push(...doubts);
	cells.isForeign = isFilled && !isKnown;
	cells.isBlank = !cells.isForeign && !cells.isSaying && cells.problems.length === 0;
	return cells;
}

/** A class, since a table may have a hundred thousand rows, and functions of its own would be most of what a row takes. */
class TableRow implements Cells {
	readonly row: number;
	readonly problems: RosterProblem[] = [];
	readonly remarks: string[] = [];
	isBlank = true;
	isForeign = false;
	dayLabel = '';
	/** Whether a column of a roster has a value. */
	isSaying = false;
	private readonly found: Partial<Record<RosterColumn, unknown>> = {};
	/** The columns whose cells were too long to be read. */
	private cut: Set<RosterColumn> | undefined;

	constructor(
		private readonly json: Record<string, unknown>,
		private readonly layout: Layout,
		readonly writing: Writing,
		readonly index: number,
	) {
		const own = json.row_number;
		this.row = typeof own === 'number' ? own : index + 1;
	}

	put(column: RosterColumn, key: string, given: unknown): void {
		this.isSaying = true;
		const cell = this.shortenedCell(column, key, given);
		const before = this.found[column];
		if (before === undefined) this.found[column] = cell;
		else if (column !== 'name' && cellText(before) !== cellText(cell)) {
			this.tell(
				key,
				`and another column can both be the column ${column}, and differ: name the right one under 'Columns With Other Names'`,
			);
		}
	}

	/** What an over-long cell says is lost: one of agents may be about anyone. */
	private shortenedCell(column: RosterColumn, key: string, cell: unknown): unknown {
		const problem = tooLong(cell, column === 'agent');
		if (problem === undefined) return cell;
		this.tell(key.trim(), problem);
		(this.cut ??= new Set()).add(column);
		return column === 'agent' ? '*' : shortened(String(cell));
	}

	tell(column: string, problem: string): void {
		this.problems.push({ row: this.row, column, problem });
	}

	columns(): string[] {
		return Object.keys(this.json).filter((key) => this.layout.placements.get(key)?.kind !== 'system');
	}

	raw(column: RosterColumn): unknown {
		return this.found[column] ?? '';
	}

	text(column: RosterColumn): string {
		return cellText(this.raw(column));
	}

	complain(column: RosterColumn, problem: string): undefined {
		if (!this.cut?.has(column)) this.tell(this.nameOf(column), problem);
	}

	valueOrComplaint<T>(column: RosterColumn, result: Result<T>): T | undefined {
		return result.kind === 'value' ? result.value : this.complain(column, result.problem);
	}

	nameOf(column: RosterColumn): string {
		return this.layout.names.get(column) ?? column;
	}
}

/** What stands at a path such as `start.dateTime` or `attendees[0].email`; `''` where nothing does. */
export function cellAt(json: Record<string, unknown>, path: string): unknown {
	let found: unknown = json;
	for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
		if (!isRecord(found) && !Array.isArray(found)) return '';
		const held = found as Record<string, unknown>;
		// Blanks around a heading are not seen, and not written in a path.
		const key = Object.hasOwn(held, step) ? step : Object.keys(held).find((one) => one.trim() === step);
		found = key === undefined ? undefined : held[key];
	}
	return typeof found === 'string' ? unmarkedText(found.trim()) : (found ?? '');
}

/** Whether the user named a value inside this one: then that is what it is for. */
const isEntered = ({ paths }: Layout, key: string): boolean =>
	paths.some(([, path]) => path.split(/[.[]/)[0] === key.trim());

/** A date has digits; a lone digit is a day of the week. */
function isDateLike(cell: unknown): boolean {
	if (typeof cell !== 'string') return typeof cell === 'object' || Number(cell) > 7;
	return /\d/.test(cell) && !/^\s*\d(?:\s*[-,]\s*\d)*\s*$/.test(cell);
}

/** Whether a cell is a record of several values, or a list of such records; a date is none, be it valid or not. */
const holdsValues = (cell: unknown): cell is object =>
	Array.isArray(cell) ? cell.some(holdsValues) : isRecord(cell) && typeof cell.valueOf() !== 'number';

function severalValues(key: string, cell: object): string {
	const first: unknown = Array.isArray(cell) ? cell[0] : cell;
	const way = Array.isArray(cell) ? `${key.trim()}[0]` : key.trim();
	const names = isRecord(first) ? Object.keys(first) : [];
	return `holds several values (${listedNames(names)}): name the one to read under 'Columns With Other Names', such as ${way}.${names[0] ?? 'name'}`;
}

/** An expression may give a list, such as one of agents. */
const cellText = (cell: unknown): string =>
	Array.isArray(cell)
		? cell.map(cellText).join(', ')
		: typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
			? String(cell).trim()
			: '';
