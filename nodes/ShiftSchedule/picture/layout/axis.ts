import { MINUTES_A_DAY } from '../../model/calendar/day';
import type { Interval } from '../../model/calendar/interval';
import { dayAt, MS_A_MINUTE, type Instant, type ZoneClock } from '../../model/calendar/zone';
import type { Box } from '../raster/shape';

/** Days side by side, and how many such tiers one below the other. */
const [DAYS_PER_TIER, MOST_TIERS] = [7, 4];

/**
 * The parts of a window that are drawn one below the other, each of the same number of whole days: a week if that is
 * enough, and more if it is not.
 */
export function tiersOf(clock: ZoneClock, { start, end }: Interval): Interval[] {
	const first = dayAt(clock, start);
	const days = Math.max(1, dayAt(clock, end - 1) - first + 1);
	const count = Math.min(MOST_TIERS, Math.ceil(days / DAYS_PER_TIER));
	const length = Math.ceil(days / count);
	const startOf = (tier: number): Instant => clock.instantOf((first + tier * length) * MINUTES_A_DAY);
	return Array.from({ length: count }, (_, tier) => ({
		start: tier === 0 ? start : startOf(tier),
		end: tier === count - 1 ? end : startOf(tier + 1),
	}));
}

/**
 * The window, or a tier of it, from left to right in pixels. It is linear in elapsed time, so that a day of 25 hours is
 * wider than the others; a day begins at midnight in the schedule's zone.
 */
export interface Axis {
	window: Interval;
	clock: ZoneClock;
	left: number;
	right: number;
}

export function xOf({ window: { start, end }, left, right }: Axis, instant: Instant): number {
	const share = start < end ? (instant - start) / (end - start) : 0;
	return Math.round(left + share * (right - left));
}

/** The box of an interval in a row. It is at least one pixel wide, so that it can be seen. */
export function boxBetween(axis: Axis, row: Box, { start, end }: Interval): Box {
	const [left, right] = [xOf(axis, start), xOf(axis, end)];
	const x = Math.min(left, axis.right - 1);
	return { ...row, x, width: Math.max(1, right - x) };
}

export const pixelsPerDay = ({ window: { start, end }, left, right }: Axis): number =>
	(right - left) / ((end - start) / (MINUTES_A_DAY * MS_A_MINUTE));
