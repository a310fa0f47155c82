import { MINUTES_A_DAY, dateOf, type EpochDay } from '../calendar/day';
import { MS_A_MINUTE, type Instant, type ZoneClock } from '../calendar/zone';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { visibleText } from '../../../shared/values/visibleText';
import { nameOfOrder } from './dateOrder';
import { DATE_HINT, writtenDate, type DateOrder, type WrittenDate } from './dateText';
import { timeOf } from './times';

/** A date, and the time on it where one was written. */
export interface Dated {
	day: EpochDay;
	/** Since midnight; only where a time was written. */
	minutes?: number;
	/** Written as midnight to the second and without an offset, as databases write dates: the row decides. */
	isMidnight?: boolean;
	/** Where an offset or a Z was written; `day` and `minutes` are what the zone's clock shows then. */
	moment?: Instant;
}

/** 1899-12-30, from which spreadsheets count days. */
const FIRST_SERIAL = -25_569;

/** 2001 to 2099, in seconds: fewer or more are something else than a moment. */
const UNIX_SECONDS = { first: 1_000_000_000, last: 4_102_444_799 };

/** The end of the year 9999: JavaScript has dates for a while longer, until one day more is an error. */
const LAST_MOMENT = Date.UTC(9999, 11, 31);

/** An offset behind a time, as in ISO 8601, in e-mails and in the texts that JavaScript makes of dates. */
const OFFSET = /^(.+?) ?(Z|GMT|UTC|(?:GMT|UTC)?([+\-−])(\d{2}):?(\d{2})?)(?: [A-Z]{3,5})?(?: ?\([^()]*\))?$/i;

/**
 * Reads a date with or without a time: every form of `writtenDate`; a sheet's serial number; Unix seconds and
 * milliseconds; a moment (a time with an offset, or a `Date`), which the zone's clock shows.
 *
 * @param order of dates such as `11/3/2026`; without it, those that can be read in two ways are refused
 */
export function dateOfCell(cell: unknown, clock: ZoneClock, order?: DateOrder): Result<Dated> {
	if (isMoment(cell)) {
		return Math.abs(cell.valueOf()) > LAST_MOMENT
			? problem(`is not a possible date: ${DATE_HINT}`)
			: value(shownBy(clock, cell.valueOf()));
	}
	if (typeof cell === 'object' && cell !== null) return problem(`is not a date: ${DATE_HINT}`);
	const text = visibleText(cell);
	if (/^\d+(\.\d+)?$/.test(text)) {
		const found = numbered(Number(text), clock, typeof cell === 'number');
		if (found !== undefined) return found;
		if (typeof cell === 'number' && !/^\d{8}$/.test(text)) return problem(`${text} is not a date: ${DATE_HINT}`);
	}
	const written = writtenDate(text);
	if (written.kind === 'problem') return written;
	const day = dayBy(text, written.value, order);
	if (day.kind === 'problem') return day;
	return timed(day.value, written.value.time, /\dT\d/i.test(text), clock);
}

/** A `Date`, or luxon's `DateTime`, which n8n hands to expressions. */
const isMoment = (cell: unknown): cell is { valueOf(): number } =>
	typeof cell === 'object' && cell !== null && !Array.isArray(cell) && Number.isFinite(cell.valueOf());

/** @returns `undefined` for a number that is none of a sheet or of Unix */
function numbered(cell: number, clock: ZoneClock, isNumber: boolean): Result<Dated> | undefined {
	// 1954 to 2119: below and above, a number is something else than a date.
	if (isNumber && cell >= 20_000 && cell <= 80_000) {
		const all = Math.round(cell * MINUTES_A_DAY);
		const [day, minutes] = [Math.floor(all / MINUTES_A_DAY) + FIRST_SERIAL, all % MINUTES_A_DAY];
		return value(minutes === 0 ? { day } : { day, minutes });
	}
	const { first, last } = UNIX_SECONDS;
	if (cell >= first && cell <= last) return value(shownBy(clock, cell * 1000));
	if (cell >= first * 1000 && cell <= last * 1000) return value(shownBy(clock, cell));
	return undefined;
}

function dayBy(text: string, { readings, usual }: WrittenDate, order?: DateOrder): Result<EpochDay> {
	const days = [...new Set(readings.values())];
	const chosen = order === undefined ? undefined : readings.get(order);
	if (chosen !== undefined) return value(chosen);
	if (order !== undefined) {
		return problem(
			`${inQuotes(text)} is not a date with the order '${nameOfOrder[order]}' of 'Dates Are' and of the other dates: ${DATE_HINT}`,
		);
	}
	const [only, ...more] = usual === undefined ? days : [readings.get(usual)];
	if (only !== undefined && more.length === 0) return value(only);
	const said = days.map(longDate).join(' or ');
	return problem(`${inQuotes(text)} can be ${said}: choose the order in 'Dates Are', or ${DATE_HINT}`);
}

/** @returns such as `3 November 2026` */
function longDate(day: EpochDay): string {
	const { year, month, day: date } = dateOf(day);
	const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
	return `${date} ${name} ${year}`;
}

/** @param isIso whether a T stands before the time */
function timed(day: EpochDay, time: string, isIso: boolean, clock: ZoneClock): Result<Dated> {
	if (time === '') return value({ day });
	const [, beforeOffset = time, zone = '', sign, hours, minutes] =
		isIso || hasOffset(time) ? (OFFSET.exec(time) ?? []) : [];
	const read = timeOf(beforeOffset);
	if (read.kind === 'problem') return read;
	if (zone !== '') {
		const east = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === undefined || sign === '+' ? 1 : -1);
		return value(shownBy(clock, (day * MINUTES_A_DAY + read.value.minutes - east) * MS_A_MINUTE));
	}
	const isMidnight = /^0?0:00:00([.,]0+)?$/.test(time);
	return value({ day, minutes: read.value.minutes, ...(isMidnight && { isMidnight }) });
}

/** `09:00-10:00` behind a date is a range and no offset: an offset has a T, seconds, a letter or a blank before it. */
const hasOffset = (time: string): boolean => /[a-z)]$|:\d{2}:\d{2}|\s[+\-−]\d|[a-z][+\-−]/i.test(time);

/** Rosters count whole minutes: 16:59:59 is 17:00. */
function shownBy(clock: ZoneClock, instant: Instant): Dated {
	const moment = Math.round(instant / MS_A_MINUTE) * MS_A_MINUTE;
	const local = clock.localMinutesAt(moment);
	const day = Math.floor(local / MINUTES_A_DAY);
	return { day, minutes: local - day * MINUTES_A_DAY, moment };
}
