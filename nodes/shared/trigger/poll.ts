/** The agents of one scope and their states, as read at one time. */
export interface ReadStates {
	/** When the reading began, in milliseconds since the epoch. */
	readAt: number;
	/** By the ID of the agent: a text that is the same for states that are the same to the service. */
	states: ReadonlyMap<string, string>;
}

/** What a trigger knows of one scope between two polls. */
export interface Snapshot extends ReadStates {
	/** The agents who were not in the last list, with the states that they had. They are among `states`, too. */
	missing: ReadonlySet<string>;
}

export type StateDifference =
	| { kind: 'stateChanged'; agentId: string; from: string; to: string }
	/** Not seen before. */
	| { kind: 'agentAdded'; agentId: string; to: string }
	/** Missing from two full lists in a row. */
	| { kind: 'agentRemoved'; agentId: string; from: string };

export interface Polled {
	differences: StateDifference[];
	snapshot: Snapshot;
}

/**
 * What has changed since the last poll. An agent who is missing from one list has not changed: a list that moves while
 * its pages are read can leave someone out.
 *
 * @param before `undefined` at the first poll: then every agent is new
 * @param now milliseconds since the epoch
 * @returns `undefined` where the states are older than those known: a poll that took long has been overtaken
 */
export function pollDifference(before: Snapshot | undefined, read: ReadStates, now: number): Polled | undefined {
	// What was read in the future was read under a clock that was wrong then, and says nothing about the order.
	if (before && before.readAt > read.readAt && before.readAt <= now) return undefined;
	const known = before?.states ?? new Map<string, string>();
	const differences: StateDifference[] = [];
	for (const [agentId, to] of read.states) {
		const from = known.get(agentId);
		if (from === undefined) differences.push({ kind: 'agentAdded', agentId, to });
		else if (from !== to) differences.push({ kind: 'stateChanged', agentId, from, to });
	}
	const states = new Map(read.states);
	const missing = new Set<string>();
	for (const [agentId, from] of known) {
		if (read.states.has(agentId)) continue;
		if (before?.missing.has(agentId)) {
			differences.push({ kind: 'agentRemoved', agentId, from });
			continue;
		}
		states.set(agentId, from);
		missing.add(agentId);
	}
	return { differences, snapshot: { readAt: read.readAt, states, missing } };
}
