import { dateOf, MINUTES_A_DAY, modulo, weekdayOf, type EpochDay } from '../../model/calendar/day';
import type { Interval } from '../../model/calendar/interval';
import { timeText } from '../../model/calendar/timeText';
import type { LocalMinutes, ZoneClock } from '../../model/calendar/zone';
import type { ClockChange } from './clockChanges';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const months = [
	...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
	...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
] as const;

export const weekdayName = (day: EpochDay): string => weekdays[weekdayOf(day) - 1] ?? '';

export const monthName = (day: EpochDay): string => months[dateOf(day).month - 1] ?? '';

/** `Mon 19 Oct`. */
const dateText = (day: EpochDay): string =>
	`${weekdayName(day).slice(0, 3)} ${dateOf(day).day} ${monthName(day).slice(0, 3)}`;

/** `October`, or `Oct – Nov`. */
export function monthsText(firstDay: EpochDay, lastDay: EpochDay): string {
	const [first, last] = [monthName(firstDay), monthName(lastDay)];
	return first === last ? first : `${first.slice(0, 3)} – ${last.slice(0, 3)}`;
}

/** `Mon 19 Oct`; with the year, as in `Fri 1 Jan 2027`, where it is not this one. */
export function dayText(day: EpochDay, thisYear: number): string {
	const { year } = dateOf(day);
	return `${dateText(day)}${year === thisYear ? '' : ` ${year}`}`;
}

/** `Mon 19 Oct 09:00`; with the year where it is not this one. */
export const dayAndTimeText = (local: LocalMinutes, thisYear: number): string =>
	`${dayText(dayIn(local), thisYear)} ${timeText(local)}`;

/** `Mon 19 Oct – Sun 1 Nov 2026`; with times if it does not begin and end at midnight. */
export function windowText(clock: ZoneClock, { start, end }: Interval): string {
	const [from, until] = [clock.localMinutesAt(start), clock.localMinutesAt(end)];
	const isWhole = until > from && modulo(from, MINUTES_A_DAY) === 0 && modulo(until, MINUTES_A_DAY) === 0;
	const [first, last] = [dayIn(from), dayIn(isWhole ? until - 1 : until)];
	const [year, lastYear] = [dateOf(first).year, dateOf(last).year];
	const begins = `${dateText(first)}${year === lastYear ? '' : ` ${year}`}`;
	const ends = `${dateText(last)} ${lastYear}`;
	if (isWhole) return first === last ? ends : `${begins} – ${ends}`;
	if (first === last) return `${ends}, ${timeText(from)} – ${timeText(until)}`;
	return `${begins} ${timeText(from)} – ${ends} ${timeText(until)}`;
}

const dayIn = (local: LocalMinutes): EpochDay => Math.floor(local / MINUTES_A_DAY);

/** `clocks back 03:00 → 02:00`. */
export function clockChangeText(clock: ZoneClock, { at, minutes }: ClockChange): string {
	const after = clock.localMinutesAt(at);
	return `clocks ${minutes < 0 ? 'back' : 'forward'} ${timeText(after - minutes)} → ${timeText(after)}`;
}
