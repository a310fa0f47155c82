import { ownZoneOf, type OwnZone } from './ownZone';
import { placeLike } from './placeLike';
import type { Component } from './text';
import type { CalendarZones } from './time';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import type { Interval } from '../calendar/interval';
import { fixedOffset, fixedOffsetNamed } from '../calendar/fixedOffset';
import { placeNamed, windowsZoneNamed, zoneReader } from '../calendar/zoneName';

type TzidMeaning =
	| { kind: 'place'; zone: string }
	| { kind: 'offset'; zone: string; problem: string }
	| { kind: 'own'; zone: OwnZone }
	| { kind: 'unknown'; problem: string };

/**
 * Reads what the TZIDs of a calendar mean: a place, by its name in the tz database, Windows' name or a name that ends in
 * one; else the VTIMEZONE of the calendar; else a fixed offset, for single times. A place goes before VTIMEZONE, which often
 * holds the rules of one year only. Each TZID is worked out once.
 *
 * @param zone of times that name none
 * @param asked the time in which the rules of a VTIMEZONE have to agree with those of a place
 */
export function calendarZones(
	calendar: Component,
	floating: CalendarZones['floating'],
	asked: Interval,
): CalendarZones {
	const known = new Map<string, TzidMeaning>();
	const zoneRead = zoneReader();
	const places = new Map<OwnZone, string | undefined>();
	const meaningOf = (tzid: string): TzidMeaning => {
		const before = known.get(tzid);
		if (before !== undefined) return before;
		const found = meaningIn(calendar, tzid, zoneRead);
		known.set(tzid, found);
		return found;
	};
	const placeOf = (own: OwnZone): string | undefined => {
		if (!places.has(own)) places.set(own, placeLike(own, floating.zone, asked));
		return places.get(own);
	};
	return {
		floating,
		zoneOf: (tzid, local, isRepeated) => {
			const meaning = meaningOf(tzid);
			if (meaning.kind === 'unknown') return problem(meaning.problem);
			if (meaning.kind === 'place') return value(meaning.zone);
			if (meaning.kind === 'offset') return isRepeated ? problem(meaning.problem) : value(meaning.zone);
			if (!isRepeated) return value(fixedOffset(meaning.zone.offsetOf(local)));
			const place = placeOf(meaning.zone);
			return place === undefined
				? problem(
						`${inQuotes(tzid)} changes its clocks in a way that no place does: use a place, such as Europe/Warsaw`,
					)
				: value(place);
		},
	};
}

/** In letters. The longest that programs write is a place behind the name of their own list. */
const LONGEST_TZID = 200;

function meaningIn(calendar: Component, tzid: string, zoneRead: (name: string) => Result<string>): TzidMeaning {
	if (tzid.length > LONGEST_TZID) return { kind: 'unknown', problem: `${inQuotes(tzid)} is not a time zone` };
	// A leading slash says that the name is of a global registry: RFC 5545, 3.2.19.
	const name = tzid.trim().replace(/^\//, '');
	const place = windowsZoneNamed(name) ?? placeNamed(name) ?? placeAtEndOf(name);
	if (place !== undefined) return { kind: 'place', zone: place };
	const zone = calendar.children.find(
		(child) =>
			child.name === 'VTIMEZONE' &&
			child.properties.some((property) => property.name === 'TZID' && property.value.trim() === tzid.trim()),
	);
	const location = zone?.properties.find((property) => property.name === 'X-LIC-LOCATION');
	const located = location && placeNamed(location.value);
	if (located !== undefined) return { kind: 'place', zone: located };
	const own = zone && ownZoneOf(zone);
	if (own !== undefined) return { kind: 'own', zone: own };
	const read = zoneRead(name);
	if (read.kind === 'value') return { kind: 'place', zone: read.value };
	const offset = fixedOffsetNamed(name);
	return offset === undefined
		? { kind: 'unknown', problem: read.problem }
		: { kind: 'offset', zone: offset, problem: read.problem };
}

/** Thunderbird and Evolution write `/mozilla.org/20070129_1/America/New_York` and `/freeassociation.sourceforge.net/Europe/Berlin`. */
function placeAtEndOf(name: string): string | undefined {
	const parts = name.split('/');
	// A word alone is not a place: the last part of Asia/Calcutta, or EST.
	for (let first = 1; first < parts.length - 1; first++) {
		const place = placeNamed(parts.slice(first).join('/'));
		if (place !== undefined) return place;
	}
	return undefined;
}
