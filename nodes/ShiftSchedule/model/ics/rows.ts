import { MINUTES_A_DAY, isoDate, type EpochDay } from '../calendar/day';
import type { IcsOptions } from './options';
import type { ScheduleRule, Schedule, ScheduledState } from '../schedule/types';
import { startDays } from '../schedule/shift';

/** A row of a roster, in the columns that `rosterOf` reads. */
export interface RosterRow {
	kind: IcsOptions['as'];
	agent: string;
	shift: string;
	state: ScheduledState;
	/** Dates, both included. */
	from: string;
	until: string;
	/** Times of day, such as `09:00`; `end` may be `24h`. Both are empty for whole days. */
	start: string;
	end: string;
	/** An IANA name; empty: the agent's zone. */
	zone: string;
}

/**
 * Writes the dates of a calendar as rows of a roster, in order of time: to keep in a sheet, or to read with other rows.
 *
 * @param first,last the days, both included; what started before and still goes on on the first day is in it
 */
export function rosterRows({ rules }: Schedule, kind: IcsOptions['as'], first: EpochDay, last: EpochDay): RosterRow[] {
	const rows = rules.flatMap((rule) => rowsOfRule(rule, kind, first, last));
	return rows.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = ({ from, start, agent }: RosterRow): string => [from, start, agent].join(' ');

function rowsOfRule(
	{ name, agents, state, zone = '', time }: ScheduleRule,
	kind: RosterRow['kind'],
	first: EpochDay,
	last: EpochDay,
) {
	if (time.kind === 'interval') return [];
	const row = (day: EpochDay, until: EpochDay, start: string, end: string): RosterRow => ({
		...{ kind, agent: agents === 'all' ? '*' : agents.join(', '), shift: name, state },
		...{ from: isoDate(day), until: isoDate(until), start, end, zone },
	});
	const lasts = time.kind === 'days' ? time.count : Math.ceil((time.start + time.minutes) / MINUTES_A_DAY);
	return startDays(time.days, first - lasts + 1, last, 0).flatMap((day) =>
		time.kind === 'days'
			? [row(day, day + time.count - 1, '', '')]
			: pieces(time.minutes).map(([whole, minutes]) =>
					row(day + whole, day + whole, rowTimeText(time.start), endText(time.start, minutes)),
				),
	);
}

/** Cuts a length into parts of 24 hours at most, as a row of a roster may have. */
const pieces = (minutes: number): Array<[day: number, minutes: number]> =>
	Array.from({ length: Math.ceil(minutes / MINUTES_A_DAY) }, (_, whole) => [
		whole,
		Math.min(MINUTES_A_DAY, minutes - whole * MINUTES_A_DAY),
	]);

const rowTimeText = (minutes: number): string =>
	[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const endText = (start: number, minutes: number): string =>
	minutes === MINUTES_A_DAY ? '24h' : rowTimeText((start + minutes) % MINUTES_A_DAY);
