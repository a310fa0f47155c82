import type { ColumnNames, RosterColumn } from './columns';
import { normalizedHeading } from '../../../shared/values/headings';
import { isDateHeading, isEdgeHeading, isNameHeading, meaningOfHeading } from './headings';
import { unreadHeading, type UnreadHeading } from './unread';

/** What a column of the user's table is read as. */
export type Placement =
	| { kind: 'column'; column: RosterColumn; by: 'user' | 'ownName' | 'synonym' }
	/** A date or the name of a weekday. */
	| { kind: 'day' }
	/** A weekday beside a date, which is to agree with it. */
	| { kind: 'dayLabel' }
	| { kind: 'system' }
	| { kind: 'unread'; heading: UnreadHeading };

/** How a table's columns are read: worked out once for all its rows. */
export interface Layout {
	/** By the keys of the items. */
	placements: ReadonlyMap<string, Placement>;
	/** Columns that the user finds inside other values: `start.dateTime`. */
	paths: ReadonlyArray<readonly [RosterColumn, string]>;
	/** What the user calls each column, for messages. */
	names: ReadonlyMap<RosterColumn, string>;
}

export function layoutOf(rows: ReadonlyArray<Record<string, unknown>>, given: ColumnNames): Layout {
	const keys = headingKeys(rows);
	const placements = new Map<string, Placement>();
	const wanted = new Map<string, RosterColumn>();
	const paths: Array<[RosterColumn, string]> = [];
	const headings = new Set([...keys].map(normalizedHeading));
	for (const [column, name] of Object.entries(given) as Array<[RosterColumn, string]>) {
		if (isPath(name) && !headings.has(normalizedHeading(name))) paths.push([column, name]);
		else wanted.set(normalizedHeading(name), column);
	}
	const isTaken = (column: RosterColumn): boolean => given[column] !== undefined;
	const agentKeys = isTaken('agent') ? [] : agentKeysOf(keys, wanted);
	const isEdged = hasTimesInFromAndTo(keys, given);
	for (const key of keys) {
		const heading = normalizedHeading(key);
		const chosen = wanted.get(heading);
		placements.set(
			key,
			chosen
				? { kind: 'column', column: chosen, by: 'user' }
				: placementOf(key, { isTaken, isAgent: agentKeys.includes(key), isEdged }),
		);
	}
	labelDays(placements);
	return { placements, paths, names: calledNames(placements, given) };
}

/** Whether a name is a way into a value and no heading. */
export const isPath = (name: string): boolean => /[.[]/.test(name);

function headingKeys(rows: ReadonlyArray<Record<string, unknown>>): Set<string> {
	const keys = new Set<string>();
	for (const json of rows) for (const key of Object.keys(json)) keys.add(key);
	return keys;
}

/** The columns of agents, all of one heading: that of our own name, else the likeliest. */
function agentKeysOf(keys: ReadonlySet<string>, wanted: ReadonlyMap<string, RosterColumn>): string[] {
	let best = Infinity;
	let found: string[] = [];
	for (const key of keys) {
		const heading = normalizedHeading(key);
		const meaning = meaningOfHeading(heading);
		if (wanted.has(heading)) continue;
		const isOwn = meaning.kind === 'column' && meaning.column === 'agent';
		const rank = isOwn ? -1 : meaning.kind === 'agent' ? meaning.rank : Infinity;
		if (rank < best) [best, found] = [rank, []];
		if (rank === best && rank < Infinity) found.push(key);
	}
	return found;
}

/** Date, From and To in one table, without Start and End: From and To are times of that day. */
function hasTimesInFromAndTo(keys: ReadonlySet<string>, given: ColumnNames): boolean {
	const headings = [...keys].map(normalizedHeading);
	const has = (column: RosterColumn): boolean =>
		headings.some((heading) => {
			const meaning = meaningOfHeading(heading);
			return meaning.kind === 'column' && meaning.column === column && !isEdgeHeading(heading);
		});
	const isSaid = (['from', 'until', 'start', 'end'] as const).some((column) => given[column] !== undefined);
	return (
		!isSaid &&
		headings.some(isDateHeading) &&
		headings.filter(isEdgeHeading).length === 2 &&
		!has('start') &&
		!has('end')
	);
}

interface TableSoFar {
	isTaken: (column: RosterColumn) => boolean;
	isAgent: boolean;
	isEdged: boolean;
}

function placementOf(key: string, { isTaken, isAgent, isEdged }: TableSoFar): Placement {
	const heading = normalizedHeading(key);
	const meaning = meaningOfHeading(heading);
	const unread: Placement = { kind: 'unread', heading: unreadHeading(key) };
	const read = (column: RosterColumn, isOwn = false): Placement =>
		isTaken(column) ? unread : { kind: 'column', column, by: isOwn ? 'ownName' : 'synonym' };
	switch (meaning.kind) {
		case 'system':
			return { kind: 'system' };
		case 'agent':
			if (isAgent) return read('agent');
			return isNameHeading(heading) ? read('name', heading === 'name') : unread;
		case 'day':
			return isTaken('days') || isTaken('from') ? unread : { kind: 'day' };
		case 'column':
			if (isEdged && isEdgeHeading(heading)) return read(meaning.column === 'from' ? 'start' : 'end');
			return read(meaning.column, meaning.isOwn);
		case 'unknown':
			return unread;
	}
}

/** A weekday beside a date, as `Date` and `Day` of an export, says the same once more. Our own column `days` does not. */
function labelDays(placements: Map<string, Placement>): void {
	const isDated = [...placements].some(
		([key, one]) => one.kind === 'column' && one.column === 'from' && isDateHeading(normalizedHeading(key)),
	);
	if (!isDated) return;
	for (const [key, one] of placements) {
		const isDay = one.kind === 'day' || (one.kind === 'column' && one.column === 'days' && one.by === 'synonym');
		if (isDay) placements.set(key, { kind: 'dayLabel' });
	}
}

function calledNames(placements: ReadonlyMap<string, Placement>, given: ColumnNames): Map<RosterColumn, string> {
	const names = new Map<RosterColumn, string>(Object.entries(given) as Array<[RosterColumn, string]>);
	for (const [key, one] of placements) {
		if (one.kind === 'column' && one.by === 'synonym' && !names.has(one.column)) names.set(one.column, key.trim());
	}
	return names;
}
