import type { Instant } from './zone';

/** From `start` up to but not including `end`, so that two that meet never overlap. */
export interface Interval {
	start: Instant;
	end: Instant;
}

/** Without anything in it: a break that lies behind its shift, for one. */
export const isEmpty = ({ start, end }: Interval): boolean => start >= end;

export const contains = ({ start, end }: Interval, instant: Instant): boolean => start <= instant && instant < end;

/** The part of both, which may be empty. */
export const intersection = (a: Interval, b: Interval): Interval => ({
	start: Math.max(a.start, b.start),
	end: Math.min(a.end, b.end),
});

export const minutesIn = ({ start, end }: Interval): number => Math.round((end - start) / 60_000);
