import type { Instant, ZoneClock } from '../calendar/zone';
import type { ScheduledState } from '../schedule/types';

/** What a check looks for, and how its findings name things. */
export interface CheckOptions {
	/** The states in which there must be agents at any time, unless the schedule says when: see `Requirement` in types.ts. */
	states: ScheduledState[];
	/** How many agents must be in each of these states. */
	minimum: number;
	/** The ids that the service knows; without them, the agents that have a row of their own count as known. */
	known?: string[];
	/** Whether to tell of rows that ended long ago, which are not mistakes: a calendar has all of its past. */
	tellsEnded?: boolean;
	/** How people find a row: "row 3", "line 12". */
	placeOf: (row: number) => string;
	/** The same of a requirement. */
	placeOfRequirement: (row: number) => string;
	/** A date and time for people, by a clock. */
	dateText: (clock: ZoneClock, instant: Instant) => string;
}
