import type { EpochDay, Weekday } from '../calendar/day';
import type { Interval } from '../calendar/interval';
import type { Recurrence } from '../calendar/recurrence';
import type { Rotation } from '../calendar/rotation';
import type { Instant, LocalMinutes } from '../calendar/zone';

/** The states that the Agent State node can put an agent into. */
export const scheduledStates = ['available', 'busy', 'break', 'offline'] as const;

export type ScheduledState = (typeof scheduledStates)[number];

/**
 * Lowest first: what a higher layer says hides what a lower one says. A break ranks just above the shift that it is in;
 * what decides within a layer is {@link Precedence}.
 */
export const layers = ['default', 'shift', 'break', 'holiday', 'temporary', 'override', 'manual'] as const;

export type Layer = (typeof layers)[number];

/** Where a shift of 8 hours ends on a day when the clocks change: at its local end (after 7 or 9 h), or after 8 h. */
export type DstPolicy = 'keepEnd' | 'keepDuration';

export interface Agent {
	id: string;
	name: string;
	/** The service, as the Agent State node names it; empty where the roster does not say. */
	service: string;
	/** An IANA name; without one, the schedule's zone. */
	zone?: string;
	/** Where the agent stands in rotations on their anchor date; 0 is the first step. */
	step?: number;
	/** Whether a row of its own says that this agent exists; the others are only mentioned. */
	isListed: boolean;
}

/** Which local days something starts on: those that pass every filter. `from` and `until` are both included. */
export interface Days {
	from?: EpochDay;
	until?: EpochDay;
	weekdays?: Weekday[];
	rotation?: Rotation;
	recurrence?: Recurrence;
	except?: Set<EpochDay>;
}

/**
 * - `clock`: from a time of day (`start`, in minutes since midnight) for `minutes` on the clock; it belongs to the day
 *   that it starts on, and may end on a later one
 * - `days`: `count` whole days, less the night shift that starts before them, and with the night shift that starts on
 *   the last: whoever has the 5th off does not come in the night after it, and is not sent home in the night before it
 * - `interval`: once, from one local time to another; without `from` it has always held, without `until` it never ends
 */
export type Time =
	| { kind: 'clock'; days: Days; start: number; minutes: number }
	| { kind: 'days'; days: Days; count: number }
	| { kind: 'interval'; from?: LocalMinutes; until?: LocalMinutes };

/** What rules and breaks have in common. */
interface RosterEntry {
	/** As people call it: Early, Christmas. */
	name: string;
	/** The row of the roster or, from a calendar, the line. */
	row: number;
	/** `all`, or ids. */
	agents: 'all' | string[];
	/** Within a layer the higher number wins. */
	priority: number;
}

export interface ScheduleRule extends RosterEntry {
	layer: Exclude<Layer, 'break'>;
	state: ScheduledState;
	reason: string;
	time: Time;
	/** An IANA name; without one, the agent's zone. */
	zone?: string;
	/** Without one, the agent's step. */
	step?: number;
	/** Whether breaks apply inside, and whether a day off takes the whole of it. */
	isWork: boolean;
	/** The days that a temporary schedule clears: it hides what is below, and lies below the shifts of that schedule. */
	isCleared?: boolean;
}

/** `clock` is minutes since midnight, the others are elapsed minutes after the shift's start or before its end. */
export type BreakTime = { kind: 'clock' | 'afterStart' | 'beforeEnd'; minutes: number };

export interface Break extends RosterEntry {
	state: ScheduledState;
	reason: string;
	/** Only inside shifts of this name; without one, inside all. */
	shift?: string;
	/** Which days the shift has to start on. */
	days: Days;
	start: BreakTime;
	end: BreakTime | { kind: 'lasts'; minutes: number };
	/**
	 * Every agent starts `minutes` after the one before it. With `groups`, so many agents start one after another and the
	 * next one starts with the first again; without it, every agent starts later than all before it.
	 */
	stagger?: { minutes: number; groups?: number };
}

/** Both agents work each other's shifts that start on these days. */
export interface Swap {
	name: string;
	row: number;
	pair: [string, string];
	days: Days;
}

/** How many agents must be in a state at certain times. */
export interface Requirement {
	/** As people call it: Peak; of a row without a name, `needed`. */
	name: string;
	/** The row of the roster, or the place in the form. */
	row: number;
	/** Where two of them are about the same time, the higher number holds. */
	priority: number;
	state: ScheduledState;
	/** 0 where nobody has to be there. */
	needed: number;
	/** As that of a shift. */
	time: Extract<Time, { kind: 'clock' }>;
	/** An IANA name; without one, the schedule's zone. */
	zone?: string;
}

export interface Schedule {
	/** The zone of all agents and rules that have none of their own: an IANA name. */
	zone: string;
	dst: DstPolicy;
	agents: Agent[];
	rules: ScheduleRule[];
	breaks: Break[];
	swaps: Swap[];
	requirements: Requirement[];
}

/** The entry of a roster that an assignment comes from. */
export interface Source {
	layer: Layer;
	/** Its name; empty where the roster says nothing. */
	rule: string;
	/** 0 where the roster says nothing. */
	row: number;
	/** The id of the agent with whom the shift was swapped. */
	swappedWith?: string;
}

/** What decides within a layer, or among the breaks of a shift. */
export interface OrderInLayer {
	priority: number;
	start: Instant;
	row: number;
}

/** Which of two assignments of an agent holds where both do. Of a break, this is the shift's, with `inShift` beside it. */
export interface Precedence extends OrderInLayer {
	layer: Layer;
	/** Below everything else in its layer, whatever the priority: days that are cleared, and what no row says. */
	isBackground: boolean;
	/** Only of a break: what decides among the breaks of the shift. */
	inShift?: OrderInLayer;
}

/** One state of one agent over one interval, as far as one entry of the roster says it. */
export interface Assignment extends Interval {
	state: ScheduledState;
	reason: string;
	source: Source;
	precedence: Precedence;
	/** What a change of the clocks did to it, for people; empty when nothing. */
	dstNote: string;
}
