import { dayOf, MINUTES_A_DAY } from '../calendar/day';
import type { Property } from './text';
import { problem, value, type Result } from '../../../shared/values/result';
import { windowsZones } from './windowsZones';
import type { LocalMinutes } from '../calendar/zone';
import { zoneNamed } from '../calendar/zoneName';

/** A date or a time as a calendar writes it. */
export interface CalendarTime {
	local: LocalMinutes;
	/** The zone of that local time: an IANA name. */
	zone: string;
	/** Without a time; `local` is its midnight. */
	isDate: boolean;
	form: 'date' | 'utc' | 'zone' | 'floating';
}

/**
 * The zone that a property names, by its IANA name or its Windows name. The VTIMEZONE of the file is not read: it often
 * holds the rules of one year only, and the name says more.
 */
export function zoneOfProperty({ params }: Property): Result<string> | undefined {
	const name = params.TZID;
	if (name === undefined) return undefined;
	// A leading slash says that the name is of a global registry: RFC 5545, 3.2.19.
	const plain = name.replace(/^\//, '');
	const windows = windowsZones.get(plain.toLowerCase());
	return windows === undefined ? zoneNamed(plain) : value(windows);
}

/**
 * Reads a date or time of RFC 5545, 3.3.4 and 3.3.5.
 *
 * @param text one value; a property may hold several
 * @param floating the zone of a time that names none
 */
export function parseCalendarTime(property: Property, text: string, floating: string): Result<CalendarTime> {
	const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text.trim());
	if (found === null) return problem(`"${text}" is no date or time of a calendar`);
	const [, year, month, date, hours, minutes, seconds, utc] = found;
	const day = dayOf({ year: Number(year), month: Number(month), day: Number(date) });
	if (day === undefined) return problem(`"${text}" is a date that no calendar has`);
	const isDate = hours === undefined;
	if (isDate !== (property.params.VALUE === 'DATE')) {
		return problem(
			isDate
				? `"${text}" has no time: a mere date needs VALUE=DATE`
				: `"${text}" is not a mere date, as VALUE=DATE says`,
		);
	}
	if (isDate) return value({ local: day * MINUTES_A_DAY, zone: floating, isDate, form: 'date' });
	if (Number(hours) > 23 || Number(minutes) > 59) return problem(`"${text}" is no time of a day`);
	if (seconds !== '00') return problem(`"${text}" has seconds: schedules count whole minutes`);
	const local = day * MINUTES_A_DAY + Number(hours) * 60 + Number(minutes);
	if (utc !== undefined) return value({ local, zone: 'UTC', isDate, form: 'utc' });
	const zone = zoneOfProperty(property);
	if (zone?.kind === 'problem') return zone;
	return value({ local, zone: zone?.value ?? floating, isDate, form: zone ? 'zone' : 'floating' });
}

/** Reads a duration of RFC 5545, 3.3.6, in minutes by the local clock. */
export function parseDuration(text: string): Result<number> {
	const found = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text.trim());
	if (found === null) return problem(`"${text}" is no duration that a shift can have`);
	const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
	if (seconds % 60 !== 0) return problem(`"${text}" has seconds: schedules count whole minutes`);
	return value((weeks * 7 + days) * MINUTES_A_DAY + hours * 60 + minutes + seconds / 60);
}
