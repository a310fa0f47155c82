import { FixedOffsetZone, IANAZone } from 'luxon';
import { MINUTES_A_DAY, MS_A_DAY, type EpochDay } from './day';

/** Milliseconds since 1970-01-01 00:00 UTC. */
export type Instant = number;

/**
 * A local date and time, as a clock and a calendar on the wall show them: in minutes since 1970-01-01 00:00 local time, as
 * if every day had 1,440 of them.
 */
export type LocalMinutes = number;

export const MS_A_MINUTE = 60_000;

/** The clock of one time zone. It remembers what it has worked out: a run asks for the same times for every agent. */
export interface ZoneClock {
	/** An IANA name, or a fixed offset such as `UTC+05:30`. */
	readonly zone: string;
	/** For a time that the clocks skip or repeat, see {@link createZoneClock}. */
	instantOf(localMinutes: LocalMinutes): Instant;
	/** The last full minute. */
	localMinutesAt(instant: Instant): LocalMinutes;
	/** In minutes, east of Greenwich positive. */
	offsetAt(instant: Instant): number;
}

/**
 * Makes the clock of a zone. This is the only place that knows about daylight saving time.
 *
 * - A local time that does not exist (clocks go forward over it) is moved forward by the gap: 02:30 becomes 03:30.
 * - A local time that exists twice (clocks go back) is the first of the two.
 *
 * It builds on `IANAZone.offset(instant)` alone, which has one answer for every instant. luxon's `DateTime` from local
 * fields has not: it begins its search at today's offset, so 2026-10-25 02:30 in Warsaw is +01:00 when asked in January
 * and +02:00 when asked in July (measured with 3.7.2; moment/luxon#1397). Where a time exists twice the result equals
 * `getPossibleOffsets()[0]`; everywhere it equals Temporal's `compatible`.
 *
 * @param zone a valid IANA name, or a fixed offset such as `UTC+05:30`
 */
export function createZoneClock(zone: string): ZoneClock {
	const iana = /^UTC[+-]/.test(zone) ? FixedOffsetZone.parseSpecifier(zone) : IANAZone.create(zone);
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
		// (UTC) with the same offset no clock has ever changed forward and back.
		const day = Math.floor(instant / MS_A_DAY);
		const offset = offsetOn(day);
		return offset === offsetOn(day + 1) ? offset : iana.offset(instant);
	};
	const known = new Map<LocalMinutes, Instant>();
	const resolve = (localMinutes: LocalMinutes): Instant => {
		const asUtc = localMinutes * MS_A_MINUTE;
		// No zone is more than 14 hours from UTC, so a day to either side lies before and after any change at this time.
		const [before, after] = [offsetAt(asUtc - MS_A_DAY), offsetAt(asUtc + MS_A_DAY)];
		const first = asUtc - before * MS_A_MINUTE;
		if (offsetAt(first) === before) return Math.round(first);
		const second = asUtc - after * MS_A_MINUTE;
		// In a gap neither fits; by the offset before the gap, the time moves forward by the length of the gap.
		return Math.round(offsetAt(second) === after ? second : first);
	};
	return {
		zone,
		offsetAt,
		localMinutesAt: (instant) => Math.floor(instant / MS_A_MINUTE + offsetAt(instant)),
		instantOf: (localMinutes) => {
			const before = known.get(localMinutes);
			if (before !== undefined) return before;
			const found = resolve(localMinutes);
			known.set(localMinutes, found);
			return found;
		},
	};
}

/** The local day at an instant. */
export const dayAt = (clock: ZoneClock, instant: Instant): EpochDay =>
	Math.floor(clock.localMinutesAt(instant) / MINUTES_A_DAY);

/** @returns local time with its offset, such as `2026-03-29T03:30:00+02:00` */
export function isoOf(clock: ZoneClock, instant: Instant): string {
	const offset = Math.round(clock.offsetAt(instant));
	const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
	const shown = new Date(instant + offset * MS_A_MINUTE).toISOString().slice(0, 19);
	return `${shown}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
