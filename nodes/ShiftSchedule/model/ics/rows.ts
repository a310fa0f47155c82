import { MINUTES_A_DAY, textOfDay, type EpochDay } from '../calendar/day';
import type { IcsOptions } from './options';
import type { Rule, Schedule, State } from '../schedule/types';
import { startDays } from '../schedule/shift';

/** A row of a roster, in the columns that `rosterOf` reads. */
export interface RosterRow {
	kind: IcsOptions['as'];
	agent: string;
	shift: string;
	state: State;
	/** Dates, both included. */
	from: string;
	until: string;
	/** Times of day; both empty: whole days. */
	start: string;
	end: string;
	/** Empty: the agent's. */
	zone: string;
}

/**
 * The dates of a calendar as rows of a roster, in order of time: to keep in a sheet, or to read together with other rows.
 *
 * @param first,last the days of the schedule's zone, both included; what is still going on on the first is in it
 */
export function rosterRows({ rules }: Schedule, kind: IcsOptions['as'], first: EpochDay, last: EpochDay): RosterRow[] {
	const rows = rules.flatMap((rule) => rowsOfRule(rule, kind, first, last));
	return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ from, start, agent }: RosterRow): string => [from, start, agent].join(' ');

function rowsOfRule(
	{ name, agents, state, zone = '', time }: Rule,
	kind: RosterRow['kind'],
	first: EpochDay,
	last: EpochDay,
) {
	if (time.kind === 'span') return [];
	const row = (day: EpochDay, until: EpochDay, start: string, end: string): RosterRow => ({
		...{ kind, agent: agents === 'all' ? '*' : agents.join(', '), shift: name, state },
		...{ from: textOfDay(day), until: textOfDay(until), start, end, zone },
	});
	const lasts = time.kind === 'days' ? time.count : Math.ceil((time.start + time.minutes) / MINUTES_A_DAY);
	return startDays(time.days, first - lasts + 1, last, 0).flatMap((day) =>
		time.kind === 'days'
			? [row(day, day + time.count - 1, '', '')]
			: pieces(time.minutes).map(([whole, minutes]) =>
					row(day + whole, day + whole, clockText(time.start), endText(time.start, minutes)),
				),
	);
}

/** A row of a roster is 24 hours long at most. */
const pieces = (minutes: number): Array<[day: number, minutes: number]> =>
	Array.from({ length: Math.ceil(minutes / MINUTES_A_DAY) }, (_, whole) => [
		whole,
		Math.min(MINUTES_A_DAY, minutes - whole * MINUTES_A_DAY),
	]);

const clockText = (minutes: number): string =>
	[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const endText = (start: number, minutes: number): string =>
	minutes === MINUTES_A_DAY ? '24h' : clockText((start + minutes) % MINUTES_A_DAY);
