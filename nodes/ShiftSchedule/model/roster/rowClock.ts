import type { ZoneReader } from './agents';
import type { Cells } from './cells';
import { createZoneClock, type ZoneClock } from '../calendar/zone';
import { datedZoneNamed, zoneReader } from '../calendar/zoneName';

/**
 * Finds the clock by which a row's times are read: that of its own zone, or of its agents' zone where they have the same,
 * or of the schedule's. A zone that is wrong is a complaint; a fixed offset, such as `UTC+1`, is one where the row repeats.
 */
export type RowClock = (
	cells: Cells,
	named: 'all' | string[],
	zoneOfAgent: (id: string) => string | undefined,
) => ZoneClock;

/** @param scheduleZone a valid IANA name */
export function rowClocks(scheduleZone: string, zoneNamed: ZoneReader): RowClock {
	const datedZone = zoneReader(datedZoneNamed);
	const made = new Map<string, ZoneClock>();
	const clockIn = (zone: string): ZoneClock => {
		const clock = made.get(zone) ?? createZoneClock(zone);
		made.set(zone, clock);
		return clock;
	};
	return (cells, named, zoneOfAgent) => {
		const text = cells.text('zone');
		if (text !== '') {
			const read = isOnce(cells, clockIn(scheduleZone)) ? datedZone(text) : zoneNamed(text);
			return clockIn(cells.valueOrComplaint('zone', read) ?? scheduleZone);
		}
		const zones = new Set(named === 'all' ? [] : named.map(zoneOfAgent));
		const shared = zones.size === 1 ? [...zones][0] : undefined;
		return clockIn(shared ?? scheduleZone);
	};
}

/** Whether a row says one stretch between dates, as the rows of an export do, and nothing that repeats. */
function isOnce(cells: Cells, clock: ZoneClock): boolean {
	const isEmpty = (column: 'from' | 'until' | 'days' | 'rotation' | 'start' | 'end'): boolean =>
		cells.raw(column) === '';
	if (!isEmpty('days') || !isEmpty('rotation')) return false;
	if (isEmpty('from')) return ['start' as const, 'end' as const].every((column) => hasDate(cells, column, clock));
	const isOneDay = isEmpty('until') || cells.text('until') === cells.text('from');
	return isOneDay || (isEmpty('start') && isEmpty('end'));
}

/** Whether it holds a date, whatever its order of day and month: the reader of the row complains of one that is unclear. */
function hasDate(cells: Cells, column: 'start' | 'end', clock: ZoneClock): boolean {
	const cell = cells.raw(column);
	const edge = cells.writing.edgeOf(cell, clock);
	return edge.kind === 'value' ? edge.value.kind === 'dated' : /^\d+[-/.]\d+[-/.]\d+\s/.test(String(cell));
}
