import type { Instant } from './zone';

/** From `start` up to but not including `end`, so that two that meet never overlap. */
export interface Span {
	start: Instant;
	end: Instant;
}

/** Without anything in it: a break that lies behind its shift, for one. */
export const isEmpty = ({ start, end }: Span): boolean => start >= end;

export const holds = ({ start, end }: Span, instant: Instant): boolean => start <= instant && instant < end;

/** The part of both, which may be empty. */
export const common = (a: Span, b: Span): Span => ({
	start: Math.max(a.start, b.start),
	end: Math.min(a.end, b.end),
});

export const minutesIn = ({ start, end }: Span): number => Math.round((end - start) / 60_000);
