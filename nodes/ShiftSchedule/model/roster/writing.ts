import type { Weekday } from '../calendar/day';
import type { ZoneClock } from '../calendar/zone';
import type { Result } from '../../../shared/values/result';
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

/**
 * @param order of dates such as `11/3/2026`; without it, those that can be read in two ways are refused
 * @param days how days of the week are written
 */
export function writingOf(order: DateOrder | undefined, days: DayStyle): Writing {
	const dates = readOnce((cell, clock) => dateOfCell(cell, clock, order));
	const edges = readOnce((cell, clock) => edgeOf(cell, clock, order));
	const weekdays = new Map<string, Result<Weekday[]>>();
	return {
		dateOf: dates,
		edgeOf: edges,
		weekdaysOf: (text) => {
			const found = weekdays.get(text) ?? parseWeekdays(text, days);
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
