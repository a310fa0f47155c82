import type { Cells } from './cells';
import type { Layout } from './layout';
import type { RosterNote } from './problem';
import { saysNothing } from './unread';
import { shortened } from '../../../shared/values/text';

/** How many columns a sentence names; more are counted. */
const MOST_COLUMNS = 12;

/** Tells which columns were taken by a usual name, and which were not read: one sentence each for the whole table. */
export function layoutNotes(rows: ReadonlyArray<Record<string, unknown>>, { placements }: Layout): RosterNote[] {
	const taken = [...placements].flatMap(([key, one]) =>
		one.kind === 'column' && one.by === 'synonym' ? [`${key.trim()} as ${one.column}`] : [],
	);
	const unread = [...placements].flatMap(([key, one]) =>
		one.kind === 'unread' ? [{ key, heading: one.heading }] : [],
	);
	const filled = unread.filter(({ key }) => rows.some((json) => hasText(json[key])));
	const isFine = filled.every(({ heading }) => saysNothing(heading));
	const hasRoster = [...placements.values()].some(({ kind }) => kind === 'column');
	const named = (names: string[]): string =>
		names.slice(0, MOST_COLUMNS).map(shortened).join(', ') +
		(names.length > MOST_COLUMNS ? ` and ${names.length - MOST_COLUMNS} more` : '');
	return [
		...(taken.length === 0
			? []
			: [
					note(
						'columnsRead',
						`Read ${named(taken)}. If that is wrong, name the right columns under 'Columns With Other Names'.`,
					),
				]),
		...(filled.length === 0 || !hasRoster
			? []
			: [
					note(
						'columnNotRead',
						`Not read: the ${filled.length === 1 ? 'column' : 'columns'} ${named(filled.map(({ key }) => key.trim()))}. ${filled.length === 1 ? 'If it matters' : 'If one of them matters'}, name it under 'Columns With Other Names'.`,
						isFine ? 'info' : 'warning',
					),
				]),
	];
}

const note = (kind: RosterNote['kind'], message: string, level: RosterNote['level'] = 'info'): RosterNote => ({
	kind,
	level,
	message,
});

const hasText = (cell: unknown): boolean => cell !== '' && cell !== null && cell !== undefined;

/** What readers of a row found remarkable in it. */
export const remarksOf = (cells: Cells, placeOf: (row: number) => string): RosterNote[] =>
	cells.remarks.map((remark) => ({
		...note('midnights', `${capitalized(placeOf(cells.row))}: ${remark}`, 'warning'),
		row: cells.row,
	}));

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
