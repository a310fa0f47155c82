import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import type { ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';

/** A time for which the roster wants an agent in a state. Offline is no such time: nothing is scheduled then. */
export interface ScheduledStretch extends Interval {
	state: 'available' | 'busy' | 'break';
	/** As in the roster, such as the name of a break; may be empty. */
	reason: string;
}

/** A time that an agent spent in a state. Between two of them nobody knows. */
export interface ActualStretch extends Interval {
	/** One of the four states, or whatever word the rows have, folded. */
	state: string;
	/** As the service calls it; may be empty. */
	native: string;
	reason: string;
}

/** What is known of an agent: both sides in order of time, and neither overlaps itself. */
export interface AgentRecord {
	id: string;
	name: string;
	/** Empty where the rows name none. */
	team: string;
	/** The service, as the roster names it; may be empty. */
	service: string;
	/** By which the agent's days are counted. */
	clock: ZoneClock;
	scheduled: ScheduledStretch[];
	actual: ActualStretch[];
	/** Times in which no deviation counts. They may overlap. */
	excused: Interval[];
}

/** An agent's record, and where it comes from. */
export interface PlacedRecord {
	record: AgentRecord;
	/** The agent's first row, from 1, in the input Scheduled or, for who is not in it, in Actual. */
	row: number;
	isScheduled: boolean;
	isTold: boolean;
}
