import { dayOf, MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { problem, value, type Result } from '../../../shared/values/result';
import { timeOf } from './times';
import type { ZoneClock } from '../calendar/zone';

/** A date, and the time on it where one was written. */
export interface Dated {
	day: EpochDay;
	/** Since midnight; only where a time was written. */
	minutes?: number;
	/** Written as midnight to the second, as databases and expressions write dates without a time: the row decides. */
	isMidnight?: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1899-12-30, from which spreadsheets count days. */
const FIRST_SERIAL = -25_569;

const DATE_HINT = 'write it as 2026-01-05, or 2026-01-05 14:00';

/**
 * Reads `2026-01-05`, `2026/1/5`, `5 Jan 2026`, `Jan 5, 2026`, `5.1.2026`, each with a time behind it if need be; a
 * sheet's serial number; an instant (a time with an offset, or a `Date`) by the zone's clock.
 *
 * An instant at exactly midnight UTC is that date: that is how databases and sheets hand over a date without a time.
 * `05/01/2026` is refused: it is two different days on two sides of the Atlantic.
 */
export function dateOfCell(cell: unknown, clock: ZoneClock): Result<Dated> {
	if (typeof cell === 'number') return serial(cell);
	const text = (isMoment(cell) ? new Date(cell.valueOf()).toISOString() : String(cell)).trim();
	const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : NaN;
	if (!Number.isNaN(moment)) return dateOfInstant(moment, clock);
	const found =
		/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\.? [a-z]+\.? \d{4}|[a-z]+\.? \d{1,2},? \d{4})(?:[T ,]+(.+))?$/i.exec(
			text,
		);
	if (found === null) return problem(`"${text}" is no date that can be read in one way only: ${DATE_HINT}`);
	const [, date = '', time] = found;
	const day = dayNamed(date);
	if (day === undefined) return problem(`"${text}" is a date that no calendar has: ${DATE_HINT}`);
	if (time === undefined) return value({ day });
	const clocked = timeOf(time);
	if (clocked.kind === 'problem') return clocked;
	return value({ day, minutes: clocked.value.minutes, ...(/^0?0:00:00(\.0+)?$/.test(time) && { isMidnight: true }) });
}

/** A `Date`, or luxon's `DateTime`, which n8n hands to expressions. */
const isMoment = (cell: unknown): cell is { valueOf(): number } =>
	typeof cell === 'object' && cell !== null && Number.isFinite(cell.valueOf());

function serial(cell: number): Result<Dated> {
	// 1954 to 2119: below and above, a number is something else than a date.
	if (cell < 20_000 || cell > 80_000) return problem(`${cell} is no date: ${DATE_HINT}`);
	const day = Math.floor(cell) + FIRST_SERIAL;
	const minutes = Math.round((cell % 1) * MINUTES_A_DAY);
	return value(minutes === 0 ? { day } : { day, minutes });
}

function dateOfInstant(instant: number, clock: ZoneClock): Result<Dated> {
	const day = instant / (MINUTES_A_DAY * 60_000);
	if (Number.isInteger(day)) return value({ day });
	const local = clock.localMinutesAt(instant);
	const localDay = Math.floor(local / MINUTES_A_DAY);
	const minutes = local - localDay * MINUTES_A_DAY;
	return value({ day: localDay, minutes, ...(minutes === 0 && { isMidnight: true }) });
}

function dayNamed(text: string): EpochDay | undefined {
	const parts = text.split(/[-/., ]+/);
	const [first = '', second = '', third = ''] = parts;
	if (/^\d{4}$/.test(first)) return dayOf({ year: Number(first), month: Number(second), day: Number(third) });
	const [day, word] = /^\d/.test(first) ? [first, second] : [second, first];
	const month = /^\d/.test(word) ? Number(word) : monthNamed(word);
	return dayOf({ year: Number(third), month, day: Number(day) });
}

/** @returns 0, which is no month, for anything else */
function monthNamed(word: string): number {
	const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'];
	const names = [...full, 'november', 'december'];
	const plain = word.toLowerCase();
	return MONTHS.findIndex((month, index) => plain.startsWith(month) && names[index]?.startsWith(plain)) + 1;
}
