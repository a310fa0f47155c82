import type { Pagination } from '../http/pagination';
import type { WireValue } from '../http/request';
import type { Native } from './native';

export const DAY_MS = 86_400_000;

/** Milliseconds since the epoch, `[from, until)`. */
export interface TimeWindow {
	from: number;
	until: number;
}

/** An agent's change to another state. */
export interface StateChange {
	/** The ID of the agent. */
	agent: string;
	/** Milliseconds since the epoch. */
	at: number;
	native: Native;
	/** The state before; `undefined` where the service does not say. */
	before: Native | undefined;
	/** How long the state before had lasted, in milliseconds; `undefined` where the service does not say. */
	lasted: number | undefined;
}

/** How a service tells which states agents were in. */
export interface History {
	/** For how many days the service keeps the changes. */
	keptDays: number;
	/** The list of changes, with the fields of the scope in its path. */
	path: string;
	paging: Pagination;
	/**
	 * What asks that list for the changes of a time, and at most a little more.
	 *
	 * @param agent the ID of the only agent; without it, those of all
	 */
	query: (window: TimeWindow, agent?: string) => Record<string, WireValue>;
	/** `undefined`: the entry is not a change of a state. */
	changeIn: (entry: Record<string, unknown>) => StateChange | undefined;
}
