import type { ZoneReader } from './agents';
import type { Cells } from './cells';
import { createZoneClock, type ZoneClock } from '../calendar/zone';

/**
 * Finds the clock by which a row's times are read: that of its own zone, or of its agents' zone where they have the same,
 * or of the schedule's. A zone that is wrong is a complaint.
 */
export type RowClock = (
	cells: Cells,
	named: 'all' | string[],
	zoneOfAgent: (id: string) => string | undefined,
) => ZoneClock;

/** @param scheduleZone a valid IANA name */
export function rowClocks(scheduleZone: string, zoneNamed: ZoneReader): RowClock {
	const made = new Map<string, ZoneClock>();
	const clockIn = (zone: string): ZoneClock => {
		const clock = made.get(zone) ?? createZoneClock(zone);
		made.set(zone, clock);
		return clock;
	};
	return (cells, named, zoneOfAgent) => {
		const text = cells.text('zone');
		if (text !== '') return clockIn(cells.valueOrComplaint('zone', zoneNamed(text)) ?? scheduleZone);
		const zones = new Set(named === 'all' ? [] : named.map(zoneOfAgent));
		const shared = zones.size === 1 ? [...zones][0] : undefined;
		return clockIn(shared ?? scheduleZone);
	};
}
