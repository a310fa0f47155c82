import { MS_A_DAY } from '../../model/calendar/day';
import type { Interval } from '../../model/calendar/interval';
import { type Instant, type ZoneClock } from '../../model/calendar/zone';

/** The clocks jump at an instant, by so many minutes: forward if positive. */
export interface ClockChange {
	at: Instant;
	minutes: number;
}

/** The clock changes in a window. */
export function clockChanges(clock: ZoneClock, { start, end }: Interval): ClockChange[] {
	const changes: ClockChange[] = [];
	for (let from = start; from < end; from += MS_A_DAY) {
		const until = Math.min(from + MS_A_DAY, end - 1);
		const minutes = clock.offsetAt(until) - clock.offsetAt(from);
		if (minutes !== 0) changes.push({ at: changeBetween(clock, from, until), minutes });
	}
	return changes;
}

/** Finds the change between two instants to the millisecond, by bisection. */
function changeBetween(clock: ZoneClock, before: Instant, after: Instant): Instant {
	const offset = clock.offsetAt(before);
	let [from, until] = [before, after];
	while (until - from > 1) {
		const middle = Math.floor((from + until) / 2);
		if (clock.offsetAt(middle) === offset) from = middle;
		else until = middle;
	}
	return until;
}
