import { intersection, isEmpty, type Interval } from '../calendar/interval';
import { flatten } from '../schedule/layers';
import type { Requirement } from '../schedule/types';
import type { RequiredTime } from './required';

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

/** How many agents are in a state and how many are needed, in an interval in which neither number changes. */
export interface Staffing extends Level {
	needed: number;
	/** Which row or entry asks for them; without one, the same number is needed all the time. */
	requirement?: Requirement;
}

/** The same number of agents is needed all the time. */
export const withMinimum = (levels: Level[], minimum: number): Staffing[] =>
	levels.map((level) => ({ ...level, needed: minimum }));

/**
 * Puts beside each level how many agents are needed then; where no requirement holds, none.
 *
 * @param levels as {@link levelsIn} counts them
 */
export function withRequirements(levels: Level[], times: RequiredTime[]): Staffing[] {
	const required = flatten(times);
	const staffing: Staffing[] = [];
	let next = 0;
	for (const { count, ...level } of levels) {
		let { start } = level;
		while (start < level.end) {
			while ((required[next]?.end ?? Infinity) <= start) next++;
			const segment = required[next];
			const isRequired = segment !== undefined && segment.start <= start;
			const end = Math.min(level.end, (isRequired ? segment.end : segment?.start) ?? level.end);
			const requirement = isRequired ? segment.assignment.requirement : undefined;
			staffing.push({ start, end, count, needed: requirement?.needed ?? 0, ...(requirement && { requirement }) });
			start = end;
		}
	}
	return staffing;
}

/** A time in which fewer agents than needed are in a state, all along by the same number needed. */
export interface Shortage extends Interval {
	needed: number;
	/** The least and the greatest number of agents in the state during that time. */
	fewest: number;
	most: number;
	requirement?: Requirement;
}

/** When there are too few agents, in order of time. */
export function shortagesIn(staffing: Staffing[]): Shortage[] {
	const shortages: Shortage[] = [];
	for (const { start, end, count, needed, requirement } of staffing) {
		if (count >= needed) continue;
		const last = shortages.at(-1);
		if (last?.end === start && last.needed === needed) {
			last.end = end;
			last.fewest = Math.min(last.fewest, count);
			last.most = Math.max(last.most, count);
		} else shortages.push({ start, end, needed, fewest: count, most: count, ...(requirement && { requirement }) });
	}
	return shortages;
}
