import { dayOf, isoDate, weekdayOf, type EpochDay } from '../calendar/day';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { visibleText } from '../../../shared/values/visibleText';
import { weekdayNamed } from './days';
import { monthNamed } from './monthNames';

/** In which order day, month and year stand in dates such as `11/3/2026`. */
export const dateOrders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;

export type DateOrder = (typeof dateOrders)[number];

/** A date as it is written, with the days that it can be. */
export interface WrittenDate {
	/** By the orders that give a date of the calendar; a date that has one order only has all of them, the same. */
	readings: ReadonlyMap<DateOrder, EpochDay>;
	/** The order that its form usually has: with dots the day comes first. */
	usual?: DateOrder;
	/** What stands behind the date; empty where nothing does. */
	time: string;
}

export const DATE_HINT = 'write it as 2026-01-05, or 2026-01-05 14:00';

/** Of two digits: a roster is about years near its own, so `26/11/03` is of 2026 and not of 2003. */
const NEAR_YEARS = { first: 2020, last: 2039 };

const SEPARATOR = ' ?[-/.] ?';
const BEHIND = '(?:[T, ] ?(.+))?$';
const forms = {
	yearFirst: new RegExp(`^(\\d{4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})${BEHIND}`, 'i'),
	digits: new RegExp(`^(\\d{8})${BEHIND}`, 'i'),
	numbers: new RegExp(`^(\\d{1,2})(${SEPARATOR})(\\d{1,2})${SEPARATOR}(\\d{4}|\\d{2})${BEHIND}`, 'i'),
	// `visibleText` has º and ª as o and a.
	dayAndName:
		/^(\d{1,2})(?:st|nd|rd|th|er|[oa]\b|\.)?[\s/-]*(?:(?:of|de) )?(\p{L}[\p{L}\p{M}]*)\.?,?[\s/-]*(?:(?:of|de|del) )?(\d{4}|\d{2})(?:[T, ] ?(.+))?$/iu,
	nameAndDay: /^(\p{L}[\p{L}\p{M}]*)\.?[\s/-]*(\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+(\d{4})(?:[T, ] ?(.+))?$/iu,
} as const;

/**
 * Reads the forms of a date: `2026-01-05`, `20260105`, `5/1/2026`, `05.01.26`, `5 Jan 2026`, `05-Jan-26`, `Jan 5th, 2026`,
 * `3 listopada 2026`, each with a day of the week before it, which must be the right one, and a time behind it.
 */
export function writtenDate(text: string): Result<WrittenDate> {
	const plain = visibleText(text)
		.replace(/(\d)\s?[年月년월]\s?/g, '$1-')
		.replace(/(\d)\s?[日일]/g, '$1');
	const [, word, rest] = /^(\p{L}[\p{L}\p{M}-]*)\.?,? (.+)$/u.exec(plain) ?? [];
	if (word === undefined || rest === undefined || forms.nameAndDay.test(plain)) return datedText(plain);
	const weekday = weekdayNamed(word);
	if (weekday.kind === 'problem') return notOneWay(text);
	const found = datedText(rest);
	if (found.kind === 'problem') return found;
	const readings = new Map([...found.value.readings].filter(([, day]) => weekdayOf(day) === weekday.value));
	const [first] = found.value.readings.values();
	return readings.size > 0
		? value({ ...found.value, readings })
		: problem(
				`${inQuotes(text)}: ${first === undefined ? rest : isoDate(first)} is another day of the week. Correct one of them`,
			);
}

const notOneWay = (text: string): Result<WrittenDate> =>
	problem(`${inQuotes(text)} is not a date that can be read in one way only: ${DATE_HINT}`);

function datedText(text: string): Result<WrittenDate> {
	const year = forms.yearFirst.exec(text);
	if (year) return datedBy(text, [['yearFirst', year[1], year[2], year[3]]], year[4]);
	const digits = forms.digits.exec(text);
	if (digits) return datedBy(text, ordersOfDigits(digits[1] ?? ''), digits[2]);
	const numbers = forms.numbers.exec(text);
	if (numbers) {
		const [, a = '', separator = '', b = '', c = '', time] = numbers;
		const usual = separator.trim() === '.' ? 'dayFirst' : undefined;
		return datedBy(text, ordersOf(a, b, c), time, usual);
	}
	const [, day, before, after, timeBehind] = forms.dayAndName.exec(text) ?? [];
	const [, name = before, second = day, third = after, time = timeBehind] = forms.nameAndDay.exec(text) ?? [];
	if (name === undefined) return notOneWay(text);
	const month = monthNamed(name);
	if (month.kind === 'problem') return problem(`${inQuotes(text)}: ${month.problem}: ${DATE_HINT}`);
	return datedBy(text, [['dayFirst', third, String(month.value), second]], time);
}

type Reading = [order: DateOrder, year: string | undefined, month: string | undefined, day: string | undefined];

const ordersOf = (a: string, b: string, c: string): Reading[] => [
	['dayFirst', c, b, a],
	['monthFirst', c, a, b],
	['yearFirst', a, b, c],
];

/** `20261103`; with the year last only where the first four digits are not a year. */
const ordersOfDigits = (digits: string): Reading[] =>
	/^(19|20)/.test(digits) && dayOfReading(['yearFirst', digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)])
		? [['yearFirst', digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]]
		: ordersOf(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4));

function datedBy(text: string, possible: Reading[], time = '', usual?: DateOrder): Result<WrittenDate> {
	const readings = new Map<DateOrder, EpochDay>();
	for (const reading of possible) {
		const day = dayOfReading(reading);
		if (day !== undefined) readings.set(reading[0], day);
	}
	if (readings.size === 0) return problem(`${inQuotes(text)} is not a possible date: ${DATE_HINT}`);
	const [only] = readings.values();
	if (possible.length === 1 && only !== undefined) for (const order of dateOrders) readings.set(order, only);
	return value({ readings, time, ...(usual && readings.has(usual) && { usual }) });
}

function dayOfReading([, yearText = '', month, day]: Reading): EpochDay | undefined {
	const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
	if (yearText.length === 2 && (year < NEAR_YEARS.first || year > NEAR_YEARS.last)) return undefined;
	return dayOf({ year, month: Number(month), day: Number(day) });
}
