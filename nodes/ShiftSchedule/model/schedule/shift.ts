import { MINUTES_A_DAY, weekdayOf, type EpochDay } from '../calendar/day';
import { recursOn } from '../calendar/recurrence';
import { worksOn } from '../calendar/rotation';
import type { Days, DstPolicy } from './types';
import { isEmpty, durationMinutes, type Interval } from '../calendar/interval';
import { MS_A_MINUTE, type LocalMinutes, type ZoneClock } from '../calendar/zone';

/** One shift on one day. */
export interface Occurrence extends Interval {
	/** The local day that it starts on and belongs to. */
	day: EpochDay;
	/** As in `Assignment`. */
	dstNote: string;
}

/** @param startingStep where the agent stands in rotations on their anchor date */
export function startsOn(days: Days, day: EpochDay, startingStep: number): boolean {
	const { from, until, weekdays, rotation, recurrence, except } = days;
	if (from !== undefined && day < from) return false;
	if (until !== undefined && day > until) return false;
	if (weekdays !== undefined && !weekdays.includes(weekdayOf(day))) return false;
	if (rotation !== undefined && !worksOn(rotation, day, startingStep)) return false;
	if (recurrence !== undefined && !recursOn(recurrence, day)) return false;
	return !except?.has(day);
}

/** The days from `first` to `last`, both included, on which something starts. */
export function startDays(days: Days, first: EpochDay, last: EpochDay, startingStep: number): EpochDay[] {
	const found: EpochDay[] = [];
	const end = Math.min(last, days.until ?? last);
	for (let day = Math.max(first, days.from ?? first); day <= end; day++) {
		if (startsOn(days, day, startingStep)) found.push(day);
	}
	return found;
}

/**
 * A shift on one day, by the clock of its zone.
 *
 * @param start minutes since midnight
 * @param minutes by the local clock, as if no clock changed
 * @returns `undefined` when the clocks leave nothing of it: 02:30 to 03:15 where 02:00 becomes 03:00
 */
export function shiftOn(
	clock: ZoneClock,
	policy: DstPolicy,
	day: EpochDay,
	start: number,
	minutes: number,
): Occurrence | undefined {
	const localStart = day * MINUTES_A_DAY + start;
	const begins = clock.instantOf(localStart);
	const ends = policy === 'keepEnd' ? clock.instantOf(localStart + minutes) : begins + minutes * MS_A_MINUTE;
	const interval = { start: begins, end: ends };
	if (isEmpty(interval)) return undefined;
	return { ...interval, day, dstNote: dstNote(clock, interval, localStart, minutes) };
}

function dstNote(clock: ZoneClock, interval: Interval, localStart: LocalMinutes, minutes: number): string {
	const notes: string[] = [];
	const moved = clock.localMinutesAt(interval.start) - localStart;
	if (moved > 0) notes.push(`starts ${moved} min later by the clock, which skips that time`);
	const more = durationMinutes(interval) - minutes;
	if (more !== 0) notes.push(`${more < 0 ? 'shortened' : 'stretched'} by ${Math.abs(more)} min: the clocks change`);
	const late = clock.localMinutesAt(interval.end) - (localStart + minutes);
	if (more === 0 && moved === 0 && late !== 0) {
		notes.push(`ends ${Math.abs(late)} min ${late > 0 ? 'later' : 'earlier'} by the clock, which changes`);
	}
	return notes.join('; ');
}
