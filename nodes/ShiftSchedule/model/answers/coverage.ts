import { weekdayOf, MINUTES_A_DAY, type Weekday } from '../calendar/day';
import type { Interval } from '../calendar/interval';
import { intersection, isEmpty, durationMinutes } from '../calendar/interval';
import { MS_A_MINUTE, type ZoneClock } from '../calendar/zone';

/** An interval in which the number of agents in a state does not change. */
export interface Level extends Interval {
	count: number;
}

/**
 * How many agents are in a state, over the whole window, in order of time.
 *
 * @param intervals in which an agent is in that state; those of one agent do not overlap
 */
export function levelsIn(window: Interval, intervals: Interval[]): Level[] {
	const steps = new Map<number, number>([[window.start, 0]]);
	const add = (instant: number, change: number): unknown => steps.set(instant, (steps.get(instant) ?? 0) + change);
	for (const interval of intervals) {
		const inside = intersection(interval, window);
		if (isEmpty(inside)) continue;
		add(inside.start, 1);
		add(inside.end, -1);
	}
	const levels: Level[] = [];
	let count = 0;
	const times = [...steps.entries()].sort(([a], [b]) => a - b);
	for (const [index, [start, change]] of times.entries()) {
		count += change;
		const last = levels.at(-1);
		const end = times[index + 1]?.[0] ?? window.end;
		if (last?.count === count) last.end = end;
		else if (start < end) levels.push({ start, end, count });
	}
	return levels;
}

/** Coverage in one hour of the week. */
export interface HourRow {
	/** As in ISO 8601: Monday is 1. */
	weekday: Weekday;
	/** 0 to 23, on the schedule's clock. */
	hour: number;
	/** For how much of that hour, over all weeks of the window, there were enough agents; with two digits. */
	coveredPercent: number;
	averageAgents: number;
	/** How long that hour is in the window, over all weeks. */
	minutes: number;
}

/** Every zone's clock changes on a quarter of an hour, so that no quarter is in two hours of a local clock. */
const QUARTER = 15 * MS_A_MINUTE;

/** Coverage by hour of the week, Monday first. Hours that are not in the window are left out. */
export function hoursOf(clock: ZoneClock, levels: Level[], minimum: number): HourRow[] {
	const hours = new Map<number, { minutes: number; covered: number; agentMinutes: number }>();
	for (const level of levels) {
		for (let start = level.start; start < level.end;) {
			const end = Math.min(level.end, Math.floor(start / QUARTER) * QUARTER + QUARTER);
			const local = clock.localMinutesAt(start);
			const key = weekdayOf(Math.floor(local / MINUTES_A_DAY)) * 24 + (Math.floor(local / 60) % 24);
			const hour = hours.get(key) ?? { minutes: 0, covered: 0, agentMinutes: 0 };
			const minutes = (end - start) / MS_A_MINUTE;
			hour.minutes += minutes;
			hour.covered += level.count >= minimum ? minutes : 0;
			hour.agentMinutes += level.count * minutes;
			hours.set(key, hour);
			start = end;
		}
	}
	return [...hours.entries()]
		.sort(([a], [b]) => a - b)
		.map(([key, { minutes, covered, agentMinutes }]) => ({
			weekday: Math.floor(key / 24) as Weekday,
			hour: key % 24,
			coveredPercent: percent(covered, minutes),
			averageAgents: Math.round((agentMinutes / minutes) * 100) / 100,
			minutes: Math.round(minutes),
		}));
}

/** A percentage with two digits; rounded down, so that it is never 100 where anything is missing. */
export const percent = (part: number, whole: number): number =>
	whole === 0 ? 0 : Math.floor((part / whole) * 10_000) / 100;

/** When fewer than `minimum` agents are in the state. */
export function gapsIn(levels: Level[], minimum: number): Interval[] {
	const gaps: Interval[] = [];
	for (const { start, end, count } of levels) {
		if (count >= minimum) continue;
		const last = gaps.at(-1);
		if (last?.end === start) last.end = end;
		else gaps.push({ start, end });
	}
	return gaps;
}

export const totalMinutes = (intervals: Interval[]): number =>
	intervals.reduce((sum, interval) => sum + durationMinutes(interval), 0);
