/** A calendar day, as the number of days since 1970-01-01: calendar arithmetic needs no time zone. */
export type EpochDay = number;

/** As in ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface CalendarDate {
	year: number;
	/** 1 to 12. */
	month: number;
	/** 1 to 31. */
	day: number;
}

export const MINUTES_A_DAY = 1440;

/** Of a day on which no clock changes. */
export const MS_A_DAY = 86_400_000;

/** The remainder, which is never negative: days before an anchor count like days after it. */
export const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** @returns `undefined` for a day that the calendar does not have, such as 30 February */
export function dayOf({ year, month, day }: CalendarDate): EpochDay | undefined {
	const found = Date.UTC(year, month - 1, day) / MS_A_DAY;
	// JavaScript takes 30 February for 2 March.
	const back = dateOf(found);
	return back.year === year && back.month === month && back.day === day ? found : undefined;
}

export function dateOf(day: EpochDay): CalendarDate {
	const date = new Date(day * MS_A_DAY);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: EpochDay): Weekday => (modulo(day + 3, 7) + 1) as Weekday;

export const daysInMonth = ({ year, month }: CalendarDate): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @returns such as `2026-01-05` */
export const isoDate = (day: EpochDay): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);
