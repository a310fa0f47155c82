import type { EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import { dayAt, type Instant, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';

/** The days to look at. `timeline`: all on which something in the timeline begins. */
export const periodNames = ['timeline', 'today', 'yesterday', 'lastDays'] as const;

export type PeriodName = (typeof periodNames)[number];

export interface AdherencePeriod {
	name: PeriodName;
	/** How many days, up to and including yesterday; for `lastDays`. */
	days: number;
}

/** Whole local days, the first and the last one included. */
export interface DayRange {
	first: EpochDay;
	last: EpochDay;
}

/**
 * The days of a period by an agent's clock. None lies in the future.
 *
 * @param starts when the first and the last scheduled time of the whole timeline begin; `undefined` where there is none
 */
export function daysOf(
	{ name, days }: AdherencePeriod,
	clock: ZoneClock,
	now: Instant,
	starts: Interval | undefined,
): DayRange {
	const today = dayAt(clock, now);
	switch (name) {
		case 'today':
			return { first: today, last: today };
		case 'yesterday':
			return { first: today - 1, last: today - 1 };
		case 'lastDays':
			return { first: today - days, last: today - 1 };
		case 'timeline':
			if (!starts) return { first: today, last: today };
			return { first: dayAt(clock, starts.start), last: Math.min(today, dayAt(clock, starts.end)) };
	}
}

export const isInRange = ({ first, last }: DayRange, day: EpochDay): boolean => first <= day && day <= last;
