import { dateOf, dayOf, daysInMonth, modulo, weekdayOf, type CalendarDate, type EpochDay, type Weekday } from './day';

/**
 * A recurrence rule of RFC 5545, 3.3.10, that can be asked about any day without walking through the days before it: COUNT
 * and UNTIL became a last day when the rule was read.
 */
export interface Recurrence {
	frequency: 'daily' | 'weekly' | 'monthly' | 'yearly';
	/** INTERVAL: 2 is every second period. */
	interval: number;
	/** The day of DTSTART, from which intervals count. */
	start: EpochDay;
	/** WKST: on which day a week begins, which matters to weekly rules with an interval or positions. */
	weekStart: Weekday;
	/** BYMONTH, 1 to 12. Empty: every month or, of a yearly rule without BYDAY and BYMONTHDAY, that of DTSTART. */
	months: number[];
	/** BYDAY; `nth` as in 2TU or -1FR, of the month or, in a yearly rule without BYMONTH, of the year. */
	weekdays: Array<{ weekday: Weekday; nth?: number }>;
	/** BYMONTHDAY; negative from the end of the month. */
	monthDays: number[];
	/** BYSETPOS: which of the days of a period, from 1; negative from the end. Empty: all of them. */
	positions: number[];
	/** Days by which every occurrence has been moved since, as a change to this and all following dates does. */
	movedBy: number;
}

/** Whether the rule has an occurrence on a day. */
export function recursOn(recurrence: Recurrence, day: EpochDay): boolean {
	const unmoved = day - recurrence.movedBy;
	return (
		unmoved >= recurrence.start &&
		inInterval(recurrence, unmoved) &&
		isNamedDay(recurrence, unmoved) &&
		isAtPosition(recurrence, unmoved)
	);
}

/** Whether the period of a day (the day, its week, month or year) is one that the interval does not skip. */
function inInterval({ frequency, interval, start, weekStart }: Recurrence, day: EpochDay): boolean {
	if (frequency === 'daily') return modulo(day - start, interval) === 0;
	if (frequency === 'weekly') {
		// The difference first: it is a whole number of weeks, which one seventh of a day's number is not.
		const weeks = (firstOfWeek(day, weekStart) - firstOfWeek(start, weekStart)) / 7;
		return modulo(weeks, interval) === 0;
	}
	const [date, first] = [dateOf(day), dateOf(start)];
	if (frequency === 'yearly') return modulo(date.year - first.year, interval) === 0;
	const months = ({ year, month }: CalendarDate): number => year * 12 + month;
	return modulo(months(date) - months(first), interval) === 0;
}

const firstOfWeek = (day: EpochDay, weekStart: Weekday): EpochDay => day - modulo(weekdayOf(day) - weekStart, 7);

function isNamedDay(recurrence: Recurrence, day: EpochDay): boolean {
	const { frequency, start, months, weekdays, monthDays } = recurrence;
	const weekday = weekdayOf(day);
	// The cheapest first: a yearly rule with positions asks about every day of the year.
	if (weekdays.length > 0 && !weekdays.some((one) => one.weekday === weekday)) return false;
	const date = dateOf(day);
	if (months.length > 0 && !months.includes(date.month)) return false;
	if (weekdays.length === 0 && monthDays.length === 0) {
		if (frequency === 'daily') return true;
		if (frequency === 'weekly') return weekday === weekdayOf(start);
		const first = dateOf(start);
		// RFC 5545: a month without a 31st is left out, not given its last day.
		return date.day === first.day && (frequency === 'monthly' || months.length > 0 || date.month === first.month);
	}
	const byDay = weekdays.some((one) => one.weekday === weekday && (one.nth === undefined || isNth(one.nth)));
	const byMonthDay = monthDays.some((one) => (one > 0 ? one : daysInMonth(date) + 1 + one) === date.day);
	return (weekdays.length === 0 || byDay) && (monthDays.length === 0 || byMonthDay);

	function isNth(nth: number): boolean {
		const [first, last] = periodOf(months.length > 0 ? { ...recurrence, frequency: 'monthly' } : recurrence, day);
		return nth > 0 ? Math.ceil((day - first + 1) / 7) === nth : Math.ceil((last - day + 1) / 7) === -nth;
	}
}

/** Whether a day that the rule names has one of the positions that it asks for, among those of its period. */
function isAtPosition(recurrence: Recurrence, day: EpochDay): boolean {
	const { positions } = recurrence;
	if (positions.length === 0) return true;
	const [first, last] = periodOf(recurrence, day);
	// Counted no further than the furthest position: from the day back to the start of its period, or on to the end.
	const furthest = Math.max(...positions.map(Math.abs));
	const placeTowards = (limit: EpochDay, step: 1 | -1): number => {
		let place = 1;
		for (let one = day + step; (limit - one) * step >= 0 && place <= furthest; one += step)
			if (isNamedDay(recurrence, one)) place++;
		return place;
	};
	const fromStart = positions.some((position) => position > 0) ? placeTowards(first, -1) : undefined;
	const fromEnd = positions.some((position) => position < 0) ? -placeTowards(last, 1) : undefined;
	return positions.some((position) => position === fromStart || position === fromEnd);
}

/** The first and the last day of the period of a day. */
function periodOf({ frequency, weekStart }: Recurrence, day: EpochDay): [EpochDay, EpochDay] {
	if (frequency === 'daily') return [day, day];
	if (frequency === 'weekly') {
		const first = firstOfWeek(day, weekStart);
		return [first, first + 6];
	}
	const date = dateOf(day);
	if (frequency === 'monthly') {
		const first = day - date.day + 1;
		return [first, first + daysInMonth(date) - 1];
	}
	const yearDay = (month: number, of: number): EpochDay => dayOf({ year: date.year, month, day: of }) ?? day;
	return [yearDay(1, 1), yearDay(12, 31)];
}
