import { segmentsOf } from '../schedule/assignments';
import { mergeSegments } from '../schedule/layers';
import { agentColumns, stateColumns, type AgentColumns, type StateColumns } from './row';
import type { Evaluation } from '../schedule/evaluation';
import type { Agent, ScheduledState } from '../schedule/types';
import { durationMinutes, type Interval } from '../calendar/interval';
import type { Instant } from '../calendar/zone';

/** One state of one agent, from `start` up to but not including `end`. */
export interface TimelineRow extends AgentColumns, StateColumns, Interval {
	/** Its length, rounded. */
	minutes: number;
}

/** The instant at which an agent's state or reason changes. */
export interface ChangeRow extends AgentColumns, StateColumns {
	at: Instant;
	previousState: ScheduledState;
	previousReason: string;
}

/**
 * What holds for an agent in a window, in order of time, without gaps and cut to the window.
 *
 * @throws {TooManyAssignments} as `segmentsOf`
 */
export function timelineOf(evaluation: Evaluation, agent: Agent, window: Interval): TimelineRow[] {
	return segmentsOf(evaluation, agent, window).map((segment) => ({
		...agentColumns(evaluation, agent),
		...stateColumns(segment),
		start: segment.start,
		end: segment.end,
		minutes: durationMinutes(segment),
	}));
}

/**
 * The changes of an agent in a window, in order of time. A change at the window's start is in it, one at its end is not:
 * windows that meet tell every change once.
 *
 * @throws {TooManyAssignments} as `segmentsOf`
 */
export function changesIn(evaluation: Evaluation, agent: Agent, window: Interval): ChangeRow[] {
	const segments = mergeSegments(segmentsOf(evaluation, agent, { start: window.start - 1, end: window.end }));
	return segments.slice(1).map((segment, index) => {
		const before = segments[index] ?? segment;
		return {
			...agentColumns(evaluation, agent),
			...stateColumns(segment),
			at: segment.start,
			previousState: before.assignment.state,
			previousReason: before.assignment.reason,
		};
	});
}
