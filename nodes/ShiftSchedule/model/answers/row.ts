import type { Segment } from '../schedule/layers';
import { zoneOf, type Evaluation } from '../schedule/evaluation';
import type { Agent, ScheduledState, Source } from '../schedule/types';

/** Which agent a row is about. */
export interface AgentColumns {
	agentId: string;
	name: string;
	/** The service, as the Agent State node names it; empty where the roster does not say. */
	service: string;
	/** An IANA name. */
	zone: string;
}

/** What holds, and why. */
export interface StateColumns {
	desiredState: ScheduledState;
	reason: string;
	source: Source;
	/** What a change of the clocks did to it, for people; empty when nothing. */
	dstNote: string;
}

export const agentColumns = (evaluation: Evaluation, agent: Agent): AgentColumns => ({
	agentId: agent.id,
	name: agent.name,
	service: agent.service,
	zone: zoneOf(evaluation, agent),
});

export const stateColumns = ({ assignment }: Segment): StateColumns => ({
	desiredState: assignment.state,
	reason: assignment.reason,
	source: assignment.source,
	dstNote: assignment.dstNote,
});
