import { weekdayOf, MINUTES_A_DAY, type Weekday } from '../calendar/day';
import type { Interval } from '../calendar/interval';
import { intersection, isEmpty, minutesIn } from '../calendar/interval';
import { MS_A_MINUTE, type ZoneClock } from '../calendar/zone';

/** How many agents are in a state, from one moment to another. */
export interface Level extends Interval {
	count: number;
}

/** @param spans of all agents, those of one agent disjoint */
export function levelsIn(window: Interval, spans: Interval[]): Level[] {
	const steps = new Map<number, number>([[window.start, 0]]);
	const add = (instant: number, change: number): unknown => steps.set(instant, (steps.get(instant) ?? 0) + change);
	for (const span of spans) {
		const inside = intersection(span, window);
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

export interface HourRow {
	/** ISO: Monday is 1. */
	weekday: Weekday;
	/** 0 to 23, on the schedule's clock. */
	hour: number;
	/** How much of that hour, over all weeks of the window, was covered. */
	coveredPercent: number;
	averageAgents: number;
	minutes: number;
}

/** Every zone's clock changes on a quarter of an hour, so that no quarter is in two hours of a wall clock. */
const QUARTER = 15 * MS_A_MINUTE;

/** By hour of the week. Hours that the window does not hold are left out. */
export function hoursOf(clock: ZoneClock, levels: Level[], minimum: number): HourRow[] {
	const hours = new Map<number, { minutes: number; covered: number; agentMinutes: number }>();
	for (const level of levels) {
		for (let start = level.start; start < level.end;) {
			const end = Math.min(level.end, Math.floor(start / QUARTER) * QUARTER + QUARTER);
			const wall = clock.wallOf(start);
			const key = weekdayOf(Math.floor(wall / MINUTES_A_DAY)) * 24 + (Math.floor(wall / 60) % 24);
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

/** With two digits; never 100 where anything is missing. */
export const percent = (part: number, whole: number): number =>
	whole === 0 ? 0 : Math.floor((part / whole) * 10_000) / 100;

/** Where fewer than `minimum` are there. */
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

export const minutesOf = (spans: Interval[]): number => spans.reduce((sum, span) => sum + minutesIn(span), 0);
