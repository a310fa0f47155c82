import { dayOf, MINUTES_A_DAY } from '../calendar/day';
import type { Property } from './text';
import { problem, value, type Read } from '../calendar/parsed';
import { windowsZones } from './windowsZones';
import type { LocalMinutes } from '../calendar/zone';
import { zoneNamed } from '../calendar/zoneName';

/** A moment as a calendar writes it. */
export interface Written {
	wall: LocalMinutes;
	/** The zone that the wall clock is in. */
	zone: string;
	isDate: boolean;
	form: 'date' | 'utc' | 'zone' | 'floating';
}

/**
 * The zone of a property: by IANA name or Windows name. A VTIMEZONE of the file is not asked: it is often cut to the
 * rules of one year, and the name says more.
 */
export function zoneIn({ params }: Property): Read<string> | undefined {
	const name = params.TZID;
	if (name === undefined) return undefined;
	// A leading slash says that the name is of a global registry: RFC 5545, 3.2.19.
	const plain = name.replace(/^\//, '');
	const windows = windowsZones.get(plain.toLowerCase());
	return windows === undefined ? zoneNamed(plain) : value(windows);
}

/**
 * @param text one value; a property may hold several
 * @param floating the zone for a time that names none
 */
export function timeIn(property: Property, text: string, floating: string): Read<Written> {
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
	if (isDate) return value({ wall: day * MINUTES_A_DAY, zone: floating, isDate, form: 'date' });
	if (Number(hours) > 23 || Number(minutes) > 59) return problem(`"${text}" is no time of a day`);
	if (seconds !== '00') return problem(`"${text}" has seconds: schedules count whole minutes`);
	const wall = day * MINUTES_A_DAY + Number(hours) * 60 + Number(minutes);
	if (utc !== undefined) return value({ wall, zone: 'UTC', isDate, form: 'utc' });
	const zone = zoneIn(property);
	if (zone?.kind === 'problem') return zone;
	return value({ wall, zone: zone?.value ?? floating, isDate, form: zone ? 'zone' : 'floating' });
}

/** RFC 5545, 3.3.6, in minutes as a wall clock counts them. */
export function lengthIn(text: string): Read<number> {
	const found = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text.trim());
	if (found === null) return problem(`"${text}" is no duration that a shift can have`);
	const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
	if (seconds % 60 !== 0) return problem(`"${text}" has seconds: schedules count whole minutes`);
	return value((weeks * 7 + days) * MINUTES_A_DAY + hours * 60 + minutes + seconds / 60);
}
