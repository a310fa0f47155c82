import { segmentsOf } from './claims';
import { merged } from './layers';
import { shown, whatHolds, whoIs, type What, type Who } from './row';
import type { Run } from './run';
import type { Agent, State } from './schedule';
import { minutesIn, type Span } from './span';

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
export function timeline(run: Run, window: Span): TimelineRow[] {
	return run.schedule.agents.flatMap((agent) => timelineOf(run, agent, window));
}

export function timelineOf(run: Run, agent: Agent, window: Span): TimelineRow[] {
	return segmentsOf(run, agent, window).map((segment) => ({
		...whoIs(run, agent),
		...whatHolds(segment),
		start: shown(run, agent, segment.start),
		end: shown(run, agent, segment.end),
		minutes: minutesIn(segment),
	}));
}

/** The changes of all agents, in order of time. */
export function changes(run: Run, window: Span): ChangeRow[] {
	return run.schedule.agents
		.flatMap((agent) => changesIn(run, agent, window).map((row) => ({ row, at: Date.parse(row.at) })))
		.sort((a, b) => a.at - b.at)
		.map(({ row }) => row);
}

/** A change at the window's start is in it, one at its end is not: windows that meet tell every change once. */
export function changesIn(run: Run, agent: Agent, window: Span): ChangeRow[] {
	const segments = merged(segmentsOf(run, agent, { start: window.start - 1, end: window.end }));
	return segments.slice(1).map((segment, index) => ({
		...whoIs(run, agent),
		...whatHolds(segment),
		at: shown(run, agent, segment.start),
		previousState: segments[index]?.claim.state ?? segment.claim.state,
		previousReason: segments[index]?.claim.reason ?? '',
	}));
}
