import { dateOf, daysInMonth, modulo, weekdayOf, type CalendarDate, type EpochDay, type Weekday } from './day';

/**
 * A recurrence rule of RFC 5545, 3.3.10, that can be asked about any day without walking through the days before it: COUNT
 * and UNTIL became a last day when the rule was read.
 */
export interface Recurrence {
	frequency: 'daily' | 'weekly' | 'monthly';
	/** INTERVAL: 2 is every second period. */
	interval: number;
	/** The day of DTSTART, from which intervals count. */
	start: EpochDay;
	/** WKST: on which day a week begins, which matters to weekly rules with an interval. */
	weekStart: Weekday;
	/** BYDAY; `nth` as in 2TU or -1FR, for monthly rules. Empty: the day of DTSTART. */
	weekdays: Array<{ weekday: Weekday; nth?: number }>;
	/** BYMONTHDAY; negative from the end of the month. */
	monthDays: number[];
}

/** Whether the rule has an occurrence on a day. */
export function recursOn(recurrence: Recurrence, day: EpochDay): boolean {
	return day >= recurrence.start && inInterval(recurrence, day) && isNamedDay(recurrence, day);
}

/** Whether the period of a day (the day, its week or its month) is one that the interval does not skip. */
function inInterval({ frequency, interval, start, weekStart }: Recurrence, day: EpochDay): boolean {
	if (frequency === 'daily') return modulo(day - start, interval) === 0;
	if (frequency === 'weekly') {
		const week = (date: EpochDay): number => (date - modulo(weekdayOf(date) - weekStart, 7)) / 7;
		return modulo(week(day) - week(start), interval) === 0;
	}
	const months = ({ year, month }: CalendarDate): number => year * 12 + month;
	return modulo(months(dateOf(day)) - months(dateOf(start)), interval) === 0;
}

function isNamedDay({ frequency, start, weekdays, monthDays }: Recurrence, day: EpochDay): boolean {
	const date = dateOf(day);
	const weekday = weekdayOf(day);
	if (weekdays.length === 0 && monthDays.length === 0) {
		if (frequency === 'weekly') return weekday === weekdayOf(start);
		// RFC 5545: a month without a 31st is left out, not given its last day.
		return frequency === 'daily' || date.day === dateOf(start).day;
	}
	const length = daysInMonth(date);
	const isNth = (nth: number): boolean =>
		nth > 0 ? Math.ceil(date.day / 7) === nth : Math.ceil((length - date.day + 1) / 7) === -nth;
	const byDay = weekdays.some((one) => one.weekday === weekday && (one.nth === undefined || isNth(one.nth)));
	const byMonthDay = monthDays.some((one) => (one > 0 ? one : length + 1 + one) === date.day);
	return (weekdays.length === 0 || byDay) && (monthDays.length === 0 || byMonthDay);
}
