import type { Weekday } from '../calendar/day';
import type { ZoneClock } from '../calendar/zone';
import { problem, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { dateOfCell, type Dated } from './date';
import type { DateOrder } from './dateText';
import { parseWeekdays, type DayStyle } from './days';
import { edgeOf, type Edge } from './edges';

/**
 * Reads the cells of one table, by the way in which the whole of it is written. It remembers what it has read: a column of
 * a hundred thousand rows holds a few texts.
 */
export interface Writing {
	dateOf(cell: unknown, clock: ZoneClock): Result<Dated>;
	edgeOf(cell: unknown, clock: ZoneClock): Result<Edge>;
	weekdaysOf(text: string): Result<Weekday[]>;
}

/** Texts that are not days: each is looked for in some hundred languages, and nobody corrects more at once. */
const MOST_UNREAD_DAYS = 200;

const TOO_MANY = 'too many days cannot be read. Correct the others first, such as Mon-Fri';

/**
 * @param order of dates such as `11/3/2026`; without it, those that can be read in two ways are refused
 * @param days how days of the week are written
 */
export function writingOf(order: DateOrder | undefined, days: DayStyle): Writing {
	const dates = readOnce((cell, clock) => dateOfCell(cell, clock, order));
	const edges = readOnce((cell, clock) => edgeOf(cell, clock, order));
	const weekdays = new Map<string, Result<Weekday[]>>();
	let unreadDays = 0;
	return {
		dateOf: dates,
		edgeOf: edges,
		weekdaysOf: (text) => {
			const before = weekdays.get(text);
			if (before !== undefined) return before;
			if (unreadDays >= MOST_UNREAD_DAYS) return problem(`${inQuotes(text)} was not read: ${TOO_MANY}`);
			const found = parseWeekdays(text, days);
			if (found.kind === 'problem') unreadDays++;
			weekdays.set(text, found);
			return found;
		},
	};
}

function readOnce<T>(read: (cell: unknown, clock: ZoneClock) => T): (cell: unknown, clock: ZoneClock) => T {
	const known = new Map<ZoneClock, Map<unknown, T>>();
	return (cell, clock) => {
		if (typeof cell === 'object') return read(cell, clock);
		const ofClock = known.get(clock) ?? new Map<unknown, T>();
		known.set(clock, ofClock);
		const before = ofClock.get(cell);
		if (before !== undefined) return before;
		const found = read(cell, clock);
		ofClock.set(cell, found);
		return found;
	};
}
