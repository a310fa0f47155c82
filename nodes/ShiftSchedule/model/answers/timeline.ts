import { segmentsOf } from '../schedule/claims';
import { merged } from '../schedule/layers';
import { shown, whatHolds, whoIs, type What, type Who } from './row';
import type { Evaluation } from '../schedule/evaluation';
import type { Agent, State } from '../schedule/types';
import { minutesIn, type Interval } from '../calendar/interval';

export interface TimelineRow extends Who, What {
	start: string;
	end: string;
	minutes: number;
}

export interface ChangeRow extends Who, What {
	at: string;
	previousState: State;
	previousReason: string;
}

/** Every stretch of the window, cut to it: agent after agent, in order of time. */
export function timeline(run: Evaluation, window: Interval): TimelineRow[] {
	return run.schedule.agents.flatMap((agent) => timelineOf(run, agent, window));
}

export function timelineOf(run: Evaluation, agent: Agent, window: Interval): TimelineRow[] {
	return segmentsOf(run, agent, window).map((segment) => ({
		...whoIs(run, agent),
		...whatHolds(segment),
		start: shown(run, agent, segment.start),
		end: shown(run, agent, segment.end),
		minutes: minutesIn(segment),
	}));
}

/** The changes of all agents, in order of time. */
export function changes(run: Evaluation, window: Interval): ChangeRow[] {
	return run.schedule.agents
		.flatMap((agent) => changesIn(run, agent, window).map((row) => ({ row, at: Date.parse(row.at) })))
		.sort((a, b) => a.at - b.at)
		.map(({ row }) => row);
}

/** A change at the window's start is in it, one at its end is not: windows that meet tell every change once. */
export function changesIn(run: Evaluation, agent: Agent, window: Interval): ChangeRow[] {
	const segments = merged(segmentsOf(run, agent, { start: window.start - 1, end: window.end }));
	return segments.slice(1).map((segment, index) => ({
		...whoIs(run, agent),
		...whatHolds(segment),
		at: shown(run, agent, segment.start),
		previousState: segments[index]?.assignment.state ?? segment.assignment.state,
		previousReason: segments[index]?.assignment.reason ?? '',
	}));
}
