import type { ItemProblem } from '../../../shared/n8n/itemProblem';
import { fold } from '../../../shared/values/text';
import type { NameOptions } from '../../model/roster/commas';
import type { RosterNote } from '../../model/roster/problem';
import type { EpochDay } from '../../model/calendar/day';
import type { Instant } from '../../model/calendar/zone';
import type { Agent, DstPolicy, Schedule } from '../../model/schedule/types';

/** Where and how a roster is read: what the form says for all of its rows. */
export interface SourceOptions {
	/** Of every row and agent that names none. */
	zone: string;
	dst: DstPolicy;
	/** The moment of the run: dates without a year are near it. */
	now: Instant;
}

/** How the rows of a roster are read: what the form says about their agents, too. */
export type RowOptions = SourceOptions & NameOptions;

/** Something in a roster that cannot be read. */
export interface RosterFault extends ItemProblem {
	/** As people count the rows; absent where the source has none. */
	row?: number;
}

/** A roster as the node found it, wherever it comes from. */
export interface LoadedRoster {
	schedule: Schedule;
	problems: RosterFault[];
	notes: RosterNote[];
	/** The agents whom the problems are about: their part of the schedule is incomplete. */
	doubted: 'all' | Set<string>;
	/** What people call a row: "row 3", "Shift 2", "line 12". */
	placeOf: (row: number) => string;
	/** The index of the input item with this row or, where there is none, of the first that names the agent. */
	itemOf: (agentId: string, row: number) => number;
	/**
	 * Whether a row leaves open what its agents do, such as an empty cell of a grid; of row 0, whether nothing is known about
	 * that day.
	 */
	saysNothing: (row: number, day: EpochDay) => boolean;
}

/** A roster of which nothing can be read. */
export function unreadRoster(problem: string, { zone, dst }: SourceOptions): LoadedRoster {
	const schedule: Schedule = { zone, dst, agents: [], rules: [], breaks: [], swaps: [], requirements: [] };
	const problems = [{ message: problem, item: 0 }];
	return {
		schedule,
		problems,
		notes: [],
		doubted: 'all',
		placeOf: () => '',
		itemOf: () => 0,
		saysNothing: () => false,
	};
}

/**
 * The agents whose part of the schedule is complete. An unreadable row must not sign an agent off, so its agents get no
 * state at all; nor does an agent who swapped shifts with one of them.
 */
export function reliableAgents({ schedule, doubted }: LoadedRoster): Agent[] {
	if (doubted === 'all') return [];
	const doubtful = new Set([...doubted].map(fold));
	const swapped = schedule.swaps.filter(({ pair }) => pair.some((id) => doubtful.has(fold(id))));
	const unreliable = new Set([...doubtful, ...swapped.flatMap(({ pair }) => pair.map(fold))]);
	return schedule.agents.filter(({ id }) => !unreliable.has(fold(id)));
}
