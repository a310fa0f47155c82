import type { EpochDay, Weekday } from '../calendar/day';
import type { Recurrence } from '../calendar/recurrence';
import type { Rotation } from '../calendar/rotation';
import type { Instant, LocalMinutes } from '../calendar/zone';

/** The states that the Agent State node can put an agent into. */
export const states = ['available', 'busy', 'break', 'offline'] as const;

export type State = (typeof states)[number];

/**
 * Lowest first: what a higher layer says hides what a lower one says. A break ranks just above the shift that it is in.
 *
 * Within a layer the higher priority number wins, then the later start, then the later row.
 */
export const layers = ['default', 'shift', 'break', 'holiday', 'temporary', 'override', 'manual'] as const;

export type Layer = (typeof layers)[number];

/** Where a shift ends on a day when the clocks change: at its local end (7 or 9 h), or after its full length. */
export type DstPolicy = 'keepEnd' | 'keepDuration';

export interface Agent {
	id: string;
	name: string;
	/** The service, as the Agent State node names it; empty where the roster does not say. */
	vendor: string;
	/** Without one, the schedule's. */
	zone?: string;
	/** Where the agent stands in rotations on their anchor date; 0 is the first step. */
	step?: number;
	/** Whether a row of its own says that this agent exists; the others are only mentioned. */
	isListed: boolean;
}

/** Which local days something starts on: those that pass every filter. Both dates are included. */
export interface Days {
	from?: EpochDay;
	until?: EpochDay;
	weekdays?: Weekday[];
	rotation?: Rotation;
	recurrence?: Recurrence;
	except?: EpochDay[];
}

/**
 * - `clock`: from a time of day (minutes since midnight) for so many minutes on the clock; it belongs to the day it
 *   starts on, and may end on a later one
 * - `days`: so many whole days, less the night shift that began before them, and with the night shift that begins on the
 *   last: whoever has the 5th off does not come in the night after it, and is not sent home in the night before
 * - `span`: once, from one wall time to another; without one, since ever or for good
 */
export type Time =
	| { kind: 'clock'; days: Days; start: number; minutes: number }
	| { kind: 'days'; days: Days; count: number }
	| { kind: 'span'; from?: LocalMinutes; until?: LocalMinutes };

/** Where something stands in the roster. */
interface Written {
	/** As people call it: Early, Christmas. */
	name: string;
	/** Of the roster or, from a calendar, the line. */
	row: number;
	/** `all`, or ids. */
	agents: 'all' | string[];
	priority: number;
}

export interface Rule extends Written {
	layer: Exclude<Layer, 'break'>;
	state: State;
	reason: string;
	time: Time;
	/** Without one, the agent's. */
	zone?: string;
	/** Without one, the agent's. */
	step?: number;
	/** Whether breaks apply inside, and whether a day off takes the whole of it. */
	isWork: boolean;
	/** Whether it only hides what is below, for a temporary schedule: it overlaps with nothing by mistake. */
	isCleared?: boolean;
}

/** `clock` is minutes since midnight, the others are elapsed minutes after the shift's start or before its end. */
export type BreakTime = { kind: 'clock' | 'afterStart' | 'beforeEnd'; minutes: number };

export interface Break extends Written {
	state: State;
	reason: string;
	/** Only inside shifts of this name; without one, inside all. */
	shift?: string;
	/** Of the day that the shift starts on. */
	days: Days;
	start: BreakTime;
	end: BreakTime | { kind: 'lasts'; minutes: number };
	/** The agents of the break start `minutes` after one another, in `groups` turns; without groups, each later still. */
	stagger?: { minutes: number; groups?: number };
}

/** Both agents work each other's shifts that start on these days. */
export interface Swap {
	name: string;
	row: number;
	pair: [string, string];
	days: Days;
}

export interface Schedule {
	/** Of all agents and rules that have none of their own. */
	zone: string;
	dst: DstPolicy;
	agents: Agent[];
	rules: Rule[];
	breaks: Break[];
	swaps: Swap[];
}

/** One stretch of time in which one thing holds for an agent. */
export interface Source {
	layer: Layer;
	rule: string;
	row: number;
	/** With whom the shift was swapped. */
	swappedWith?: string;
}

export interface Assignment {
	start: Instant;
	end: Instant;
	state: State;
	reason: string;
	source: Source;
	/** Compared number by number: the higher one wins. */
	rank: number[];
	/** What the clocks' change did to it; empty when nothing. */
	dstNote: string;
}
