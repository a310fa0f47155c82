import { MINUTES_A_DAY, weekdayOf, type EpochDay } from '../calendar/day';
import { recursOn } from '../calendar/recurrence';
import { isOn } from '../calendar/rotation';
import type { Days, DstPolicy } from './types';
import { isEmpty, minutesIn, type Interval } from '../calendar/interval';
import type { ZoneClock } from '../calendar/zone';

/** One shift as it happens. */
export interface Occurrence extends Interval {
	/** The local day that it starts on, and belongs to. */
	day: EpochDay;
	dstNote: string;
}

export function startsOn(days: Days, day: EpochDay, startingStep: number): boolean {
	const { from, until, weekdays, rotation, recurrence, except } = days;
	if (from !== undefined && day < from) return false;
	if (until !== undefined && day > until) return false;
	if (weekdays !== undefined && !weekdays.includes(weekdayOf(day))) return false;
	if (rotation !== undefined && !isOn(rotation, day, startingStep)) return false;
	if (recurrence !== undefined && !recursOn(recurrence, day)) return false;
	return !except?.includes(day);
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
 * @param minutes as the clock on the wall counts them
 * @returns `undefined` when the clocks leave nothing of it: 02:30 to 03:15 where 02:00 becomes 03:00
 */
export function shiftOn(
	clock: ZoneClock,
	policy: DstPolicy,
	day: EpochDay,
	start: number,
	minutes: number,
): Occurrence | undefined {
	const wall = day * MINUTES_A_DAY + start;
	const begins = clock.instantOf(wall);
	const ends = policy === 'keepEnd' ? clock.instantOf(wall + minutes) : begins + minutes * 60_000;
	const span = { start: begins, end: ends };
	if (isEmpty(span)) return undefined;
	return { ...span, day, dstNote: dstNote(clock, span, wall, minutes) };
}

function dstNote(clock: ZoneClock, span: Interval, wall: number, minutes: number): string {
	const notes: string[] = [];
	const moved = clock.wallOf(span.start) - wall;
	if (moved > 0) notes.push(`starts ${moved} min later by the clock, which skips that time`);
	const more = minutesIn(span) - minutes;
	if (more !== 0) notes.push(`${more < 0 ? 'shortened' : 'stretched'} by ${Math.abs(more)} min: the clocks change`);
	const late = clock.wallOf(span.end) - (wall + minutes);
	if (more === 0 && moved === 0 && late !== 0) {
		notes.push(`ends ${Math.abs(late)} min ${late > 0 ? 'later' : 'earlier'} by the clock, which changes`);
	}
	return notes.join('; ');
}
