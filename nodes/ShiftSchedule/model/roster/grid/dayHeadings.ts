import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes } from '../../../../shared/values/text';
import { dateOf, dayOf, isoDate, modulo, weekdayOf, type EpochDay, type Weekday } from '../../calendar/day';
import type { ZoneClock } from '../../calendar/zone';
import type { DateOrder } from '../dateText';
import { languagesOfDays, parseWeekdays } from '../days';
import { dateHeadings } from './dateHeadings';

/** The days that a heading stands for: one date, or weekdays that repeat (`Mon`, `Mon-Fri`). */
export type GridDays = { kind: 'dates'; dates: EpochDay[] } | { kind: 'weekdays'; weekdays: Weekday[] };

/** What is known about the days of a grid besides its headings. */
export interface DayContext {
	clock: ZoneClock;
	/** How dates are written; without it, found out from all of them together. */
	order?: DateOrder;
	/** A day in the week or month of the grid, where the user names one. */
	inPeriod?: EpochDay;
	/** The day of the run. A date without a year is the nearest such day. */
	today: EpochDay;
}

/** The headings that are days, in their order. */
export interface DayHeadings {
	days: Map<string, GridDays>;
	/** Where a year, a month or a week had to be added: what the headings were read as, for people. */
	readAs?: string;
}

/** Fewer columns than this may be hours. */
const SHORTEST_MONTH = 28;

/**
 * Finds the headings that are days: dates in every form, with or without a year and a weekday (`2026-11-23`, `Mon 23/11`,
 * `01-Jan`, `Mon 23`), weekdays in every language, or the numbers of a month's days.
 *
 * @returns a problem where they can be read in two ways
 */
export function dayHeadings(names: string[], context: DayContext): Result<DayHeadings> {
	const numbers = names.filter((name) => /^(0?[1-9]|[12]\d|3[01])\.?$/.test(name.trim()));
	if (numbers.length > 1) return daysOfMonth(numbers, context);
	const dates = dateHeadings(names, context);
	if (dates.kind === 'problem') return dates;
	const { found, isCompleted } = dates.value;
	if (found.size === 0) return weekdayHeadings(names, context);
	const days = new Map([...found].map(([name, day]) => [name, { kind: 'dates' as const, dates: [day] }]));
	const lasts = new Map([...found].map(([name, day]) => [day, name]));
	const twice = [...found].find(([name, day]) => lasts.get(day) !== name);
	if (twice)
		return problem(
			`Two columns are ${isoDate(twice[1])}: ${inQuotes(twice[0])} is one of them. Rename or leave out one`,
		);
	return value(isCompleted ? { days, readAs: rangeText(found) } : { days });
}

/** As `"01-Jan" to "31-Jan" as 2026-01-01 to 2026-01-31`. */
function rangeText(found: Map<string, EpochDay>): string {
	const ends = [...found].filter((_, index) => index === 0 || index === found.size - 1);
	const names = ends.map(([name]) => inQuotes(name));
	return `${names.join(' to ')} as ${ends.map(([, day]) => isoDate(day)).join(' to ')}`;
}

function daysOfMonth(names: string[], { inPeriod }: DayContext): Result<DayHeadings> {
	const mayBeHours = names.length < SHORTEST_MONTH;
	if (inPeriod === undefined) {
		const listed = names.slice(0, 3).join(', ');
		return problem(
			mayBeHours
				? `The columns ${listed} … are days of a month or hours. For days set 'Date in the Grid' to a day in that month; for hours write 08:00`
				: `The columns ${listed} … are days of a month. Set 'Date in the Grid' to a day in that month`,
		);
	}
	const { year, month } = dateOf(inPeriod);
	const dates = new Map<string, EpochDay>();
	for (const name of names) {
		const day = dayOf({ year, month, day: Number.parseInt(name, 10) });
		if (day !== undefined) dates.set(name, day);
	}
	const days = new Map([...dates].map(([name, day]) => [name, { kind: 'dates' as const, dates: [day] }]));
	return value({ days, readAs: rangeText(dates) });
}

/** Names of weekdays, which repeat; with a date in their week, they are dates. */
function weekdayHeadings(names: string[], { inPeriod }: DayContext): Result<DayHeadings> {
	const found = weekdaysNamed(names.filter((name) => !/\d/.test(name)));
	const all = [...found.values()].flat();
	const twice = all.find((weekday, index) => all.indexOf(weekday) < index);
	if (twice !== undefined) {
		const both = [...found].filter(([, weekdays]) => weekdays.includes(twice)).map(([name]) => inQuotes(name));
		return problem(`The columns ${both.join(' and ')} are the same weekday. Write the headings as dates`);
	}
	const [firstOfWeek] = all;
	if (inPeriod === undefined || firstOfWeek === undefined) {
		return value({ days: new Map([...found].map(([name, weekdays]) => [name, { kind: 'weekdays', weekdays }])) });
	}
	// The week of the grid begins with its first column: Sunday, say.
	const start = inPeriod - modulo(weekdayOf(inPeriod) - firstOfWeek, 7);
	const days = new Map(
		[...found].map(([name, weekdays]) => {
			const dates = weekdays.map((weekday) => start + modulo(weekday - firstOfWeek, 7));
			return [name, { kind: 'dates' as const, dates }];
		}),
	);
	return value({ days, readAs: `the columns as the week from ${isoDate(start)}` });
}

/** In a language that is not English, one word alone may be a name: Anna is a Friday in Turkmen. */
const FEWEST_WORDS = 2;

/** The names that are weekdays in the language in which most of them are. */
function weekdaysNamed(names: string[]): Map<string, Weekday[]> {
	const readings = names.map((name) => ({ name, languages: [...(languagesOfDays([name]) ?? [])] }));
	const counts = new Map<string, number>();
	for (const language of readings.flatMap(({ languages }) => languages)) {
		counts.set(language, (counts.get(language) ?? 0) + 1);
	}
	const most = Math.max(0, ...counts.values());
	const likely = new Set([...counts.keys()].filter((language) => counts.get(language) === most));
	if (most < FEWEST_WORDS && !likely.has('en')) return new Map();
	const found = new Map<string, Weekday[]>();
	for (const { name, languages } of readings) {
		if (!languages.some((language) => likely.has(language))) continue;
		const read = parseWeekdays(name, { languages: likely });
		if (read.kind === 'value') found.set(name, read.value);
	}
	return found;
}
