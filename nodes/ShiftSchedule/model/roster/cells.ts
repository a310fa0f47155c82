import { isRecord } from '../../../shared/values/record';
import type { Result } from '../../../shared/values/result';
import { shortened } from '../../../shared/values/text';
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
	/** As trimmed text; `''` for what is no text, number, truth value or list of them. */
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

/** @param row how people find the row, unless it says so itself: n8n's Google Sheets node adds `row_number` */
export function cellsOf(json: Record<string, unknown>, layout: Layout, writing: Writing, row: number): Cells {
	const own = json.row_number;
	const rowNumber = typeof own === 'number' ? own : row;
	const found = new Map<RosterColumn, unknown>();
	const problems: RosterProblem[] = [];
	const doubts: RosterProblem[] = [];
	const tell = (column: string, problem: string): void => void problems.push({ row: rowNumber, column, problem });
	const cut = new Set<RosterColumn>();
	/** What an over-long cell says is lost: one of agents may be about anybody. */
	const shortenedCell = (column: RosterColumn, key: string, cell: unknown): unknown => {
		const problem = tooLong(cell, column === 'agent');
		if (problem === undefined) return cell;
		tell(key.trim(), problem);
		cut.add(column);
		return column === 'agent' ? '*' : shortened(String(cell));
	};
	let dayLabel = '';
	let isKnown = false;
	let isFilled = false;
	const put = (column: RosterColumn, key: string, given: unknown): void => {
		const cell = shortenedCell(column, key, given);
		const before = found.get(column);
		if (before === undefined) found.set(column, cell);
		else if (column !== 'name' && cellText(before) !== cellText(cell)) {
			tell(
				key,
				`and another column can both be the column ${column}, and differ: name the right one under 'Columns With Other Names'`,
			);
		}
	};
	for (const key of Object.keys(json)) {
		const placement = layout.placements.get(key);
		if (placement === undefined || placement.kind === 'system') continue;
		if (placement.kind !== 'unread') isKnown = true;
		const given = json[key];
		const cell = typeof given === 'string' ? given.trim() : given;
		if (cell === '' || cell === null || cell === undefined) continue;
		isFilled = true;
		if (placement.kind === 'unread') {
			const problem = unreadProblem(placement.heading, cell);
			if (problem !== undefined) doubts.push({ row: rowNumber, column: key.trim(), problem });
		} else if (placement.kind === 'dayLabel') dayLabel = tooLong(cell) === undefined ? cellText(cell) : '';
		else if (placement.kind === 'day') put(isDateLike(cell) ? 'from' : 'days', key, cell);
		else if (holdsValues(cell)) {
			if (placement.by !== 'synonym') tell(key, severalValues(key, cell));
		} else put(placement.column, key, cell);
	}
	for (const [column, path] of layout.paths) {
		const cell = cellAt(json, path);
		if (cell !== '') [isKnown, isFilled] = [true, true];
		if (cell !== '') put(column, path, cell);
	}
	// A row that says nothing is skipped, whatever stands in its other columns.
	if (found.size > 0) problems.push(...doubts);
	const nameOf = (column: RosterColumn): string => layout.names.get(column) ?? column;
	const raw = (column: RosterColumn): unknown => found.get(column) ?? '';
	const complain = (column: RosterColumn, problem: string): undefined => {
		if (!cut.has(column)) tell(nameOf(column), problem);
	};
	const isForeign = isFilled && !isKnown;
	return {
		row: rowNumber,
		isBlank: !isForeign && found.size === 0 && problems.length === 0,
		isForeign,
		columns: () => Object.keys(json).filter((key) => layout.placements.get(key)?.kind !== 'system'),
		...{ writing, dayLabel, raw, nameOf, complain, problems, remarks: [] },
		text: (column) => cellText(raw(column)),
		valueOrComplaint: (column, result) =>
			result.kind === 'value' ? result.value : complain(column, result.problem),
	};
}

/** What stands at a path such as `start.dateTime` or `attendees[0].email`; `''` where nothing does. */
export function cellAt(json: Record<string, unknown>, path: string): unknown {
	let found: unknown = json;
	for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
		if (!isRecord(found) && !Array.isArray(found)) return '';
		found = Object.hasOwn(found, step) ? (found as Record<string, unknown>)[step] : undefined;
	}
	return typeof found === 'string' ? found.trim() : (found ?? '');
}

/** A date has digits; a lone digit is a day of the week. */
function isDateLike(cell: unknown): boolean {
	if (typeof cell !== 'string') return typeof cell === 'object' || (typeof cell === 'number' && cell > 7);
	return /\d/.test(cell) && !/^\s*\d(?:\s*[-,]\s*\d)*\s*$/.test(cell);
}

/** Whether a cell is a record of several values, or a list of such records; a date is none, be it valid or not. */
const holdsValues = (cell: unknown): cell is object =>
	Array.isArray(cell) ? cell.some(holdsValues) : isRecord(cell) && typeof cell.valueOf() !== 'number';

function severalValues(key: string, cell: object): string {
	const first: unknown = Array.isArray(cell) ? cell[0] : cell;
	const way = Array.isArray(cell) ? `${key.trim()}[0]` : key.trim();
	const names = isRecord(first) ? Object.keys(first) : [];
	return `holds several values (${names.join(', ')}): name the one to read under 'Columns With Other Names', such as ${way}.${names[0] ?? 'name'}`;
}

/** An expression may give a list, such as one of agents. */
const cellText = (cell: unknown): string =>
	Array.isArray(cell)
		? cell.map(cellText).join(', ')
		: typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
			? String(cell).trim()
			: '';
