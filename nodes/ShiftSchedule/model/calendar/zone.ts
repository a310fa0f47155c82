import { IANAZone } from 'luxon';
import { MINUTES_A_DAY, type EpochDay } from './day';

/** Milliseconds since 1970-01-01 00:00 UTC. */
export type Instant = number;

/** What clock and calendar on a wall show: minutes since 1970-01-01 00:00, as if every day had 1,440 of them. */
export type LocalMinutes = number;

export const MS_A_MINUTE = 60_000;

const MS_A_DAY = MINUTES_A_DAY * MS_A_MINUTE;

/** One zone's clock. It remembers what it has worked out: one run asks for the same walls for every agent. */
export interface ZoneClock {
	readonly zone: string;
	instantOf(wall: LocalMinutes): Instant;
	/** The last full minute. */
	wallOf(instant: Instant): LocalMinutes;
	/** In minutes, east of Greenwich positive. */
	offsetAt(instant: Instant): number;
}

/**
 * All knowledge of daylight saving time.
 *
 * - A local time that does not exist (clocks go forward over it) is moved forward by the gap: 02:30 becomes 03:30.
 * - A local time that exists twice (clocks go back) is the first of the two.
 *
 * It builds on `IANAZone.offset(instant)` alone, which has one answer for every instant. luxon's `DateTime` from local
 * fields has not: it begins its search at today's offset, so 2026-10-25 02:30 in Warsaw is +01:00 when asked in January
 * and +02:00 when asked in July (measured with 3.7.2; moment/luxon#1397). Where a time exists twice the result equals
 * `getPossibleOffsets()[0]`; everywhere it equals Temporal's `compatible`.
 */
export function clockOf(zone: string): ZoneClock {
	const iana = IANAZone.create(zone);
	const atMidnight = new Map<number, number>();
	const offsetOn = (day: number): number => {
		const before = atMidnight.get(day);
		if (before !== undefined) return before;
		const found = iana.offset(day * MS_A_DAY);
		atMidnight.set(day, found);
		return found;
	};
	const offsetAt = (instant: Instant): number => {
		// Asking the platform takes microseconds, and an agent's year asks thousands of times. Between two midnights
		// (UTC) with the same offset no clock has ever changed forth and back.
		const day = Math.floor(instant / MS_A_DAY);
		const offset = offsetOn(day);
		return offset === offsetOn(day + 1) ? offset : iana.offset(instant);
	};
	const known = new Map<LocalMinutes, Instant>();
	const resolve = (wall: LocalMinutes): Instant => {
		const asUtc = wall * MS_A_MINUTE;
		// No zone is more than 14 hours from UTC, so a day to either side lies before and behind a change at this wall.
		const [before, after] = [offsetAt(asUtc - MS_A_DAY), offsetAt(asUtc + MS_A_DAY)];
		const first = asUtc - before * MS_A_MINUTE;
		if (offsetAt(first) === before) return Math.round(first);
		const second = asUtc - after * MS_A_MINUTE;
		// In a gap neither fits; by the offset before it, the time is as far behind the gap as it was inside it.
		return Math.round(offsetAt(second) === after ? second : first);
	};
	return {
		zone,
		offsetAt,
		wallOf: (instant) => Math.floor(instant / MS_A_MINUTE + offsetAt(instant)),
		instantOf: (wall) => {
			const before = known.get(wall);
			if (before !== undefined) return before;
			const found = resolve(wall);
			known.set(wall, found);
			return found;
		},
	};
}

export const dayAt = (clock: ZoneClock, instant: Instant): EpochDay =>
	Math.floor(clock.wallOf(instant) / MINUTES_A_DAY);

/** As `2026-03-29T03:30:00+02:00`. */
export function isoOf(clock: ZoneClock, instant: Instant): string {
	const offset = Math.round(clock.offsetAt(instant));
	const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
	const shown = new Date(instant + offset * MS_A_MINUTE).toISOString().slice(0, 19);
	return `${shown}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
