import { MS_A_MINUTE, type Instant } from './zone';

/** From `start` up to but not including `end`, so that two intervals that meet never overlap. */
export interface Interval {
	start: Instant;
	end: Instant;
}

/** Whether nothing is in it; an end before the start counts as empty, too. */
export const isEmpty = ({ start, end }: Interval): boolean => start >= end;

export const contains = ({ start, end }: Interval, instant: Instant): boolean => start <= instant && instant < end;

/** What two intervals have in common, which may be empty. */
export const intersection = (a: Interval, b: Interval): Interval => ({
	start: Math.max(a.start, b.start),
	end: Math.min(a.end, b.end),
});

/** Its length, rounded. */
export const durationMinutes = ({ start, end }: Interval): number => Math.round((end - start) / MS_A_MINUTE);
