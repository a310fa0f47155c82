import { dayOf, MINUTES_A_DAY, modulo, type EpochDay } from '../calendar/day';
import type { Property } from './text';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { MS_A_MINUTE, type LocalMinutes, type ZoneClock } from '../calendar/zone';

/** A date or a time as a calendar writes it. */
export interface CalendarTime {
	local: LocalMinutes;
	/** Beyond that minute, 0 to 60: schedules count whole minutes, and only what ends later than a minute takes the next. */
	seconds: number;
	/** The zone of that local time: a name that `createZoneClock` knows. */
	zone: string;
	/** Without a time; `local` is its midnight. */
	isDate: boolean;
	form: 'date' | 'utc' | 'zone' | 'floating';
}

/** How one calendar names its zones. */
export interface CalendarZones {
	/** Of times that name none. `isNamed`: by the calendar's X-WR-TIMEZONE, and not by the schedule alone. */
	floating: { zone: string; isNamed: boolean };
	/**
	 * The zone of a TZID: a name that `createZoneClock` knows.
	 *
	 * @param local the time that it is for
	 * @param isRepeated whether it has to hold on other days, too: a fixed offset does not
	 */
	zoneOf(tzid: string, local: LocalMinutes, isRepeated: boolean): Result<string>;
}

/**
 * Reads a date or time of RFC 5545, 3.3.4 and 3.3.5. Eight digits are a date, whether VALUE=DATE says so or not.
 *
 * @param text one value; a property may hold several
 * @param isRepeated whether the zone has to hold on other days, too
 */
export function parseCalendarTime(
	property: Property,
	text: string,
	zones: CalendarZones,
	isRepeated = false,
): Result<CalendarTime> {
	const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/i.exec(text.trim());
	if (found === null) return problem(`${inQuotes(text)} is not a date or time of a calendar`);
	const [, year, month, date, hours, minutes, seconds = '0', utc] = found;
	const day = dayOf({ year: Number(year), month: Number(month), day: Number(date) });
	if (day === undefined) return problem(`${inQuotes(text)} is not a possible date`);
	if (hours === undefined) {
		return value({
			local: day * MINUTES_A_DAY,
			seconds: 0,
			zone: zones.floating.zone,
			isDate: true,
			form: 'date',
		});
	}
	if (property.params.VALUE?.toUpperCase() === 'DATE')
		return problem(`${inQuotes(text)} is not a date alone, although VALUE=DATE says so`);
	const minute = Number(hours) * 60 + Number(minutes);
	// 24:00 is not a time of a calendar, but it can mean only one thing.
	if (Number(minutes) > 59 || minute > MINUTES_A_DAY || Number(seconds) > 60)
		return problem(`${inQuotes(text)} is not a time of day`);
	const local = day * MINUTES_A_DAY + minute;
	const timeIn = (zone: string, form: CalendarTime['form']): Result<CalendarTime> =>
		value({ local, seconds: Number(seconds), zone, isDate: false, form });
	if (utc !== undefined) return timeIn('UTC', 'utc');
	const name = property.params.TZID;
	if (name === undefined || name === '') {
		return timeIn(zones.floating.zone, zones.floating.isNamed ? 'zone' : 'floating');
	}
	const zone = zones.zoneOf(name, local, isRepeated);
	return zone.kind === 'problem' ? zone : timeIn(zone.value, 'zone');
}

/**
 * The day that people mean where a series of whole days has a time: midnight by their own clock, as Outlook writes it, or
 * the first or the last minute of the day as it is written, as others do.
 *
 * @param clock of the calendar
 */
export function dayMeant(time: CalendarTime, clock: ZoneClock): EpochDay {
	const written = Math.floor(time.local / MINUTES_A_DAY);
	if (time.form !== 'utc') return written;
	const own = clock.localMinutesAt(time.local * MS_A_MINUTE);
	const minute = modulo(time.local, MINUTES_A_DAY);
	const isEdge = minute === 0 || minute === MINUTES_A_DAY - 1;
	return isEdge && modulo(own, MINUTES_A_DAY) !== 0 ? written : Math.floor(own / MINUTES_A_DAY);
}

/** A century: what is longer is a slip, and leads to dates that no calendar has. */
const LONGEST_SECONDS = 52_596_000 * 60;

/** Reads a duration of RFC 5545, 3.3.6, in seconds by the local clock. */
export function parseDuration(text: string): Result<number> {
	const found = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text.trim());
	if (found === null) return problem(`${inQuotes(text)} is not a duration that a shift can have`);
	const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
	const lasts = ((weeks * 7 + days) * MINUTES_A_DAY + hours * 60 + minutes) * 60 + seconds;
	if (lasts > LONGEST_SECONDS) return problem(`${inQuotes(text)} is longer than a century`);
	return value(lasts);
}
