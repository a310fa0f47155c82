import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import type { Instant } from '../../../ShiftSchedule/model/calendar/zone';
import { shiftsOf, type WorkedShift } from '../record/shifts';
import type { ActualStretch, AgentRecord, ScheduledStretch } from '../record/types';
import type { StateComparer } from './stateRules';

/**
 * How a time counts. In a shift it is one of the first five.
 *
 * - `in`, `out`: in the scheduled state, or in another one
 * - `excused`: out, at a time that is excused
 * - `neutral`: neither in nor out
 * - `unknown`: nothing is known of the agent's state
 * - `outside`: work for which nothing is scheduled
 * - `off`: nothing scheduled, and no work that counts
 */
export type Standing = 'in' | 'out' | 'excused' | 'neutral' | 'unknown' | 'outside' | 'off';

/** A time in which nothing changes on either side. */
export interface TimePiece extends Interval {
	standing: Standing;
	scheduled: ScheduledStretch | undefined;
	/** `undefined` where the state is not known. */
	actual: ActualStretch | undefined;
	/** Whether the agent was in a state that is work. */
	works: boolean;
	shift: WorkedShift | undefined;
}

/**
 * The time of an agent in pieces, up to a moment, in order of time and without gaps.
 *
 * @param until nothing after it counts
 */
export function piecesOf(record: AgentRecord, comparer: StateComparer, until: Instant): TimePiece[] {
	const { scheduled, actual, clock } = record;
	const excused = withoutOverlaps(record.excused);
	const shifts = shiftsOf(scheduled, clock);
	const edges = edgesOf([scheduled, actual, excused, shifts], until);
	const [planAt, stateAt, shiftAt] = [coverer(scheduled), coverer(actual), coverer(shifts)];
	const excuseAt = coverer(excused);
	const pieces: TimePiece[] = [];
	for (const [index, start] of edges.entries()) {
		const end = edges[index + 1];
		if (end === undefined) break;
		const scheduledThen = planAt(start);
		const told = stateAt(start);
		const state = told && comparer.commonStateOf(told);
		const known = told && (state !== undefined || comparer.isNeutral(told)) ? told : undefined;
		const works = comparer.isWork(state);
		const isExcused = (): boolean => excuseAt(start) !== undefined;
		const standing = standingOf(scheduledThen, known, works, comparer, isExcused);
		pieces.push({ start, end, standing, scheduled: scheduledThen, actual: known, works, shift: shiftAt(start) });
	}
	return pieces;
}

function standingOf(
	plan: ScheduledStretch | undefined,
	told: ActualStretch | undefined,
	works: boolean,
	comparer: StateComparer,
	isExcused: () => boolean,
): Standing {
	if (!plan) return told && works && !comparer.isNeutral(told) && !isExcused() ? 'outside' : 'off';
	if (comparer.isNeutral(plan)) return 'neutral';
	if (!told) return 'unknown';
	const compared = comparer.compare(plan, told);
	if (compared === 'different') return isExcused() ? 'excused' : 'out';
	return compared === 'same' ? 'in' : 'neutral';
}

function edgesOf(sides: ReadonlyArray<readonly Interval[]>, until: Instant): Instant[] {
	const edges = [until];
	for (const side of sides) {
		for (const { start, end } of side) {
			if (start < until) edges.push(start);
			if (end < until) edges.push(end);
		}
	}
	edges.sort((a, b) => a - b);
	return edges.filter((edge, index) => edge !== edges[index - 1]);
}

/** The same time in order, as intervals that do not meet. */
function withoutOverlaps(intervals: readonly Interval[]): Interval[] {
	const joined: Interval[] = [];
	for (const { start, end } of [...intervals].sort((one, other) => one.start - other.start)) {
		const last = joined.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else joined.push({ start, end });
	}
	return joined;
}

/** Which interval covers a moment. The moments must come in order of time. */
function coverer<T extends Interval>(intervals: readonly T[]): (at: Instant) => T | undefined {
	let next = 0;
	return (at) => {
		while ((intervals[next]?.end ?? Infinity) <= at) next++;
		const found = intervals[next];
		return found && found.start <= at ? found : undefined;
	};
}
