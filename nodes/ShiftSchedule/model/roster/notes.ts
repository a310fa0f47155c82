import { isoDate, MINUTES_A_DAY } from '../calendar/day';
import type { ScheduleRule } from '../schedule/types';
import type { Cells } from './cells';
import type { Layout } from './layout';
import type { RosterNote } from './problem';
import { clockText, lengthText } from './times';
import { isHarmless } from './unread';

/** How many columns a sentence names; more are counted. */
const MOST_NAMED = 12;

/** Tells which columns were taken by a usual name, and which were not read: one sentence each for the whole table. */
export function layoutNotes(rows: ReadonlyArray<Record<string, unknown>>, { placements }: Layout): RosterNote[] {
	const taken = [...placements].flatMap(([key, one]) =>
		one.kind === 'column' && one.by === 'synonym' ? [`${key.trim()} as ${one.column}`] : [],
	);
	const unread = [...placements].flatMap(([key, one]) =>
		one.kind === 'unread' ? [{ key, heading: one.heading }] : [],
	);
	const filled = unread.filter(({ key }) => rows.some((json) => isFilled(json[key])));
	const isFine = filled.every(({ heading }) => isHarmless(heading));
	const hasRoster = [...placements.values()].some(({ kind }) => kind === 'column');
	const named = (names: string[]): string =>
		names.slice(0, MOST_NAMED).join(', ') +
		(names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '');
	return [
		...(taken.length === 0
			? []
			: [
					note(
						'columnsRead',
						`Read ${named(taken)}. If that is not so, name the right columns under 'Columns With Other Names'.`,
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

const isFilled = (cell: unknown): boolean => cell !== '' && cell !== null && cell !== undefined;

/** What readers of a row found remarkable in it. */
export const remarksOf = (cells: Cells, placeOf: (row: number) => string): RosterNote[] =>
	cells.remarks.map((remark) => ({
		...note('midnights', `${capitalized(placeOf(cells.row))}: ${remark}`, 'warning'),
		row: cells.row,
	}));

/** Longer shifts are rare, and often a slip. */
const LONG = 14 * 60;

/** Lists the shifts that last more than 14 hours. */
export function longShifts(rules: ScheduleRule[], placeOf: (row: number) => string): RosterNote[] {
	return rules.flatMap(({ time, isWork, row, agents }): RosterNote[] => {
		if (!isWork || time.kind !== 'clock' || time.minutes <= LONG) return [];
		const [agentId] = agents === 'all' ? [] : agents;
		const { start, minutes, days } = time;
		const end = { minutes: (start + minutes) % MINUTES_A_DAY };
		const day = days.from !== undefined && days.from === days.until ? ` on ${isoDate(days.from)}` : '';
		const message = `${capitalized(placeOf(row))}: this shift lasts ${lengthText(minutes)}, from ${clockText({ minutes: start })} to ${clockText(end)}${day}. Correct its start or its end if that is too long.`;
		return [{ ...note('longShift', message, 'finding'), row, ...(agentId !== undefined && { agentId }) }];
	});
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
