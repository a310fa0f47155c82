import type { RosterNote } from '../../model/roster/problem';
import type { Instant } from '../../model/calendar/zone';
import type { Agent, DstPolicy, Schedule } from '../../model/schedule/types';

/** Where and how a roster is read: what the form says for all of its rows. */
export interface SourceOptions {
	/** Of every row and agent that names none. */
	zone: string;
	dst: DstPolicy;
	/** The moment to work from. */
	now: Instant;
}

/** Something in the roster that cannot be read. */
export interface ItemProblem {
	/** A sentence that names the row, the column and what to write instead. */
	message: string;
	/** The index of the input item with the problem. */
	item: number;
}

/** A roster as the node found it, wherever it comes from. */
export interface LoadedRoster {
	schedule: Schedule;
	problems: ItemProblem[];
	notes: RosterNote[];
	/** The agents whom the problems are about: their part of the schedule is incomplete. */
	doubted: 'all' | Set<string>;
	/** What people call a row: "row 3", "Shift 2", "line 12". */
	placeOf: (row: number) => string;
	/** The index of the input item with this row or, where there is none, of the first that names the agent. */
	itemOf: (agentId: string, row: number) => number;
}

/**
 * The agents whose part of the schedule is complete. An unreadable row must not sign an agent off, so its agents get no
 * state at all; nor does an agent who swapped shifts with one of them.
 */
export function reliableAgents({ schedule, doubted }: LoadedRoster): Agent[] {
	if (doubted === 'all') return [];
	const swapped = schedule.swaps.filter(({ pair }) => pair.some((id) => doubted.has(id)));
	const unreliable = new Set([...doubted, ...swapped.flatMap(({ pair }) => pair)]);
	return schedule.agents.filter(({ id }) => !unreliable.has(id));
}
