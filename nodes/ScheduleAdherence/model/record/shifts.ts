import { MINUTES_A_DAY, MS_A_DAY, type EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import { dayAt, type Instant, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';

/** Scheduled time without a gap. */
export interface WorkedShift extends Interval {
	/** The local day that it starts on, and belongs to as a whole. */
	day: EpochDay;
}

/**
 * The shifts of an agent. Scheduled times that meet are one shift; one of more than 24 hours is cut at each midnight,
 * since it belongs to no single day.
 *
 * @param scheduled in order of time, without overlaps
 */
export function shiftsOf(scheduled: readonly Interval[], clock: ZoneClock): WorkedShift[] {
	const blocks: Interval[] = [];
	for (const { start, end } of scheduled) {
		const last = blocks.at(-1);
		if (last?.end === start) last.end = end;
		else blocks.push({ start, end });
	}
	return blocks
		.flatMap((block) => (block.end - block.start > MS_A_DAY ? cutAtMidnights(block, clock) : [block]))
		.map((block) => ({ ...block, day: dayAt(clock, block.start) }));
}

/** The parts of an interval that lie on one local day each. */
export function cutAtMidnights({ start, end }: Interval, clock: ZoneClock): Interval[] {
	const parts: Interval[] = [];
	for (let from = start; from < end;) {
		const until = Math.min(end, midnightAfter(clock, from));
		parts.push({ start: from, end: until });
		from = until;
	}
	return parts;
}

/** The first instant of a local day. */
export const startOfDay = (clock: ZoneClock, day: EpochDay): Instant => clock.instantOf(day * MINUTES_A_DAY);

const midnightAfter = (clock: ZoneClock, instant: Instant): Instant => startOfDay(clock, dayAt(clock, instant) + 1);
