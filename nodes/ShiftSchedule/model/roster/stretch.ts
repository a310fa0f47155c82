import { isoDate, MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import type { ZoneClock } from '../calendar/zone';
import type { Cells } from './cells';
import type { RosterColumn } from './columns';
import type { Dated } from './date';
import { localTimes } from './edges';

/** From one date and time to another, of any length. */
export interface DatedStretch {
	day: EpochDay;
	/** Since midnight of that day. */
	start: number;
	minutes: number;
	/** Of moments: the zone by whose clock it is written here. */
	zone?: string;
}

/** Complains where one of the two has no time, or the end is not after the start. */
export function stretchBetween(
	cells: Cells,
	clock: ZoneClock,
	[first, from]: readonly [RosterColumn, Dated],
	[last, until]: readonly [RosterColumn, Dated],
): DatedStretch | undefined {
	if (from.minutes === undefined) return cells.complain(first, `needs a time, such as ${isoDate(from.day)} 09:00`);
	if (until.minutes === undefined) return cells.complain(last, `needs a time, such as ${isoDate(until.day)} 14:00`);
	const { start, end, zone } = localTimes(clock, from, until);
	if (start === undefined || end === undefined) return undefined;
	if (end <= start) return cells.complain(last, `must be after ${cells.nameOf(first)}`);
	const day = Math.floor(start / MINUTES_A_DAY);
	return { day, start: start - day * MINUTES_A_DAY, minutes: end - start, ...(zone !== undefined && { zone }) };
}
