import { MINUTES_A_DAY } from '../calendar/day';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { visibleText } from '../../../shared/values/visibleText';

/** A time of day, and how it was written: that decides whether two of them can be misread together. */
export interface TimeOfDay {
	/** Since midnight; 1440 is the midnight at the day's end, and more is on the next day. */
	minutes: number;
	/** `fraction` is a sheet's fraction of a day. */
	style: 'hour' | 'meridiem' | 'clock' | 'fraction';
	/** Whether it says which day it is on: `05:00 (+1)`. */
	isDayWritten?: true;
}

const TIME_HINT = 'write it as 09:00, 9:00 or 9am';

const refused = (cell: unknown): Result<TimeOfDay> =>
	typeof cell === 'object' && cell !== null
		? problem(`is not a time: ${TIME_HINT}`)
		: problem(`${inQuotes(visibleText(cell))} is not a time: ${TIME_HINT}`);

/**
 * Reads `9:00`, `09.30`, `9`, `9am`, `9:30 pm`, `0900`, `noon`, `midnight`, `24:00`, `09h00`, `9h`, `9 Uhr`, `14:00hrs`,
 * `17:59:59` (seconds are rounded), `06:00 (+1)` or a sheet's fraction of a day, of which `1` is 24:00 and `1.25` is 06:00
 * on the next day.
 */
export function timeOf(cell: unknown): Result<TimeOfDay> {
	if (typeof cell === 'number') return timeOfNumber(cell);
	const text = visibleText(cell).toLowerCase();
	const [, onDay = text, next] =
		/^(.+?) ?(\( ?\+ ?1 ?(?:d|day)? ?\)|\+ ?1 ?(?:d|day)?|\(?next day\)?)$/.exec(text) ?? [];
	const read = clockedTime(onDay);
	if (read === undefined || typeof cell === 'object') return refused(cell);
	if (read.kind === 'problem' || next === undefined) return read;
	if (read.value.minutes >= MINUTES_A_DAY) return refused(cell);
	return value({ ...read.value, minutes: read.value.minutes + MINUTES_A_DAY, isDayWritten: true });
}

/** A whole number is an hour, but for 1, which is how a sheet keeps 24:00. */
function timeOfNumber(cell: number): Result<TimeOfDay> {
	if (Number.isInteger(cell) && cell !== 1) return clockedTime(String(cell)) ?? refused(cell);
	if (cell > 0 && cell < 2) return value({ minutes: Math.round(cell * MINUTES_A_DAY), style: 'fraction' });
	const [hours, decimals = ''] = String(cell).split('.');
	const isTwoFold = cell > 0 && cell < 24 && decimals.length <= 2;
	if (!isTwoFold) return refused(cell);
	const typed = decimals.padEnd(2, '0');
	const asTyped = Number(typed) < 60 ? ` or ${hours}:${typed}` : '';
	const asDecimal = `${hours}:${String(Math.round((cell % 1) * 60)).padStart(2, '0')}`;
	return problem(`${cell} can be ${asDecimal} in decimal hours${asTyped}: write the time with a colon`);
}

function clockedTime(text: string): Result<TimeOfDay> | undefined {
	if (text === 'noon') return value({ minutes: 720, style: 'clock' });
	if (text === 'midnight') return value({ minutes: 0, style: 'clock' });
	const found =
		/^(\d{1,2})(?:\s?h\s?(\d{2})?|[:.](\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(?:([ap])\.?\s?(m\.?)?|uhr|hrs?\.?|hours|o'?clock)?$/.exec(
			text,
		) ?? /^(\d{2})(\d{2})()()()()\s*(?:h|hrs?|uhr)?$/.exec(text);
	if (found === null) return undefined;
	const [, hours = '', afterH, afterColon, seconds, half] = found;
	const minutes = afterH ?? afterColon;
	const [hour, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)];
	const isOfHalf = half !== undefined && half !== '';
	const isFine = isOfHalf ? hour >= 1 && hour <= 12 : hour < 24 || (hour === 24 && minute === 0 && second === 0);
	if (!isFine || minute > 59 || second > 59) return problem(`${inQuotes(text)} is not a time of day: ${TIME_HINT}`);
	const rounded = minute + Math.round(second / 60);
	if (isOfHalf) {
		return value({ minutes: ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + rounded, style: 'meridiem' });
	}
	// 09 is how a 24-hour clock is written, and so is 9h; a plain 9 may be meant either way.
	const isPlain = /^[1-9]$|^1[0-2]$/.test(text);
	return value({ minutes: hour * 60 + rounded, style: isPlain ? 'hour' : 'clock' });
}

/** Reads `8h`, `7h30`, `7.5 h`, `30 min`, `1 h 30 min` or `PT8H30M`, in minutes. */
export function durationOf(cell: unknown): number | undefined {
	if (typeof cell === 'object') return undefined;
	const text = visibleText(cell).toLowerCase();
	const iso = /^pt(?=\d)(?:(\d+(?:\.\d+)?)h)?(?:(\d+)m)?(?:0+s)?$/.exec(text);
	if (iso) return Math.round(Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0));
	const found = /^(?:(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?\.?)?\s*(?:(\d+)\s*(m(?:in(?:ute)?s?)?)?\.?)?$/.exec(text);
	if (found === null) return undefined;
	const [, hours, minutes, unit] = found;
	if (hours === undefined && unit === undefined) return undefined;
	return Math.round(Number((hours ?? '0').replace(',', '.')) * 60 + Number(minutes ?? 0));
}

/** Over so many minutes a shift is rather a day's work written with a 12-hour clock: 9:00 to 5:00. */
const LONGEST_LIKELY = 16 * 60;

const NOON = 12 * 60;

/**
 * How long it is from one time to another, of the same day or the next.
 *
 * Refused rather than guessed: no time at all; `9-5`, which may be 8 hours by day or 20 through the night; and `9:00` to
 * `5:00`, which is as unlikely a night.
 */
export function minutesBetween(start: TimeOfDay, end: TimeOfDay): Result<number> {
	if (end.isDayWritten) return value(end.minutes - start.minutes);
	if (end.minutes === start.minutes) {
		return problem(
			`ends when it starts: for 24 hours from ${clockText(start)} write 24h as the end, for a whole day 00:00 and 24:00`,
		);
	}
	// A sheet keeps 24:00 as 1, but a column of whole hours means one o'clock.
	if (end.style === 'fraction' && end.minutes === MINUTES_A_DAY && start.style === 'hour') {
		return problem('1 can be 01:00, or 24:00 in a sheet: write it with a colon');
	}
	const styles = [start.style, end.style];
	if (styles.includes('hour') && styles.includes('meridiem')) {
		return problem('has am or pm on one side only: write it on both');
	}
	const isNext = end.minutes < start.minutes;
	if (isNext && start.style === 'hour' && end.style === 'hour') {
		return problem(
			'can be read in two ways: write 09:00 and 17:00, or 9am and 5pm; for a night, 09:00 and 05:00 (+1)',
		);
	}
	const minutes = end.minutes - start.minutes + (isNext ? MINUTES_A_DAY : 0);
	if (isNext && isTwelveHourSlip(start, end, minutes)) {
		const other = { ...end, minutes: end.minutes + NOON };
		return problem(
			`can be ${clockText(other)}, or ${clockText(end)} on the next day, after ${lengthText(minutes)}: write ${clockText(other)}, or "${clockText(end)} (+1)"`,
		);
	}
	return value(minutes);
}

/** Whether the end would be a usual hour to stop in the other half of the day; from 13:00 on the start is of a 24-hour clock. */
function isTwelveHourSlip(start: TimeOfDay, end: TimeOfDay, minutes: number): boolean {
	if (start.style === 'meridiem' || end.style === 'meridiem') return false;
	const isLong = minutes > LONGEST_LIKELY || (minutes === LONGEST_LIKELY && start.minutes <= NOON);
	return isLong && end.minutes >= 60 && end.minutes < NOON;
}

/** @returns such as `09:00` */
export const clockText = ({ minutes }: { minutes: number }): string =>
	[Math.floor((minutes % MINUTES_A_DAY) / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** @returns such as `20 hours`, `20 h 30 min` or `30 min` */
export const lengthText = (minutes: number): string =>
	minutes < 60
		? `${minutes} min`
		: minutes % 60 === 0
			? `${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'}`
			: `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
