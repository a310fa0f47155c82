import type { Segment } from './layers';
import { zoneOf, type Run } from './run';
import type { Agent, Source, State } from './schedule';
import { isoOf, type Instant } from './zone';

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

export const whoIs = (run: Run, agent: Agent): Who => ({
	agentId: agent.id,
	name: agent.name,
	vendor: agent.vendor,
	zone: zoneOf(run, agent),
});

export const whatHolds = ({ claim }: Segment): What => ({
	desiredState: claim.state,
	reason: claim.reason,
	source: claim.source,
	dstNote: claim.dstNote,
});

/** A moment as the agent's own clock shows it. */
export const shown = (run: Run, agent: Agent, instant: Instant): string =>
	isoOf(run.clock(zoneOf(run, agent)), instant);
