import type { Segment } from '../schedule/layers';
import { zoneOf, type Evaluation } from '../schedule/evaluation';
import type { Agent, Source, State } from '../schedule/types';
import { isoOf, type Instant } from '../calendar/zone';

/** Whom a row is about: columns that the Agent State node reads. */
export interface Who {
	agentId: string;
	name: string;
	vendor: string;
	zone: string;
}

/** What holds, and why: `desiredState` and `reason` are columns that the Agent State node reads, too. */
export interface What {
	desiredState: State;
	reason: string;
	source: Source;
	dstNote: string;
}

export const whoIs = (run: Evaluation, agent: Agent): Who => ({
	agentId: agent.id,
	name: agent.name,
	vendor: agent.vendor,
	zone: zoneOf(run, agent),
});

export const whatHolds = ({ assignment }: Segment): What => ({
	desiredState: assignment.state,
	reason: assignment.reason,
	source: assignment.source,
	dstNote: assignment.dstNote,
});

/** A moment as the agent's own clock shows it. */
export const shown = (run: Evaluation, agent: Agent, instant: Instant): string =>
	isoOf(run.clock(zoneOf(run, agent)), instant);
