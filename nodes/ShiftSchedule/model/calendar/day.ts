/** A calendar day, as the number of days since 1970-01-01: calendar arithmetic needs no time zone. */
export type EpochDay = number;

/** ISO: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Date3 {
	year: number;
	/** 1 to 12. */
	month: number;
	/** 1 to 31. */
	day: number;
}

export const MINUTES_A_DAY = 1440;

const MS_A_DAY = 86_400_000;

/** The remainder that is never negative, so that days before an anchor count like days after it. */
export const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** @returns `undefined` for a day that the calendar does not have, such as 30 February */
export function dayOf({ year, month, day }: Date3): EpochDay | undefined {
	const found = Date.UTC(year, month - 1, day) / MS_A_DAY;
	const back = dateOf(found);
	return back.year === year && back.month === month && back.day === day ? found : undefined;
}

export function dateOf(day: EpochDay): Date3 {
	const date = new Date(day * MS_A_DAY);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: EpochDay): Weekday => (modulo(day + 3, 7) + 1) as Weekday;

export const daysInMonth = ({ year, month }: Date3): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** As `2026-01-05`. */
export const textOfDay = (day: EpochDay): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);
