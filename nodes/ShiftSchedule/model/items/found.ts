import type { EpochDay } from '../calendar/day';
import type { Instant, ZoneClock } from '../calendar/zone';
import type { ScheduledState } from '../schedule/types';
import type { Result } from '../../../shared/values/result';

/** Someone as a service names people; what it does not tell is empty. */
export interface Person {
	id: string;
	email: string;
	name: string;
}

/** When something is: from one instant to another, on whole days by the agent's clock, or always. */
export type Span =
	| { kind: 'timed'; start: Instant; end: Instant }
	| { kind: 'days'; first: EpochDay; count: number }
	| { kind: 'always' };

/** A break or another activity inside a shift. */
export interface Pause {
	start: Instant;
	end: Instant;
	state: ScheduledState;
	name: string;
}

/** A shift, or a time away, of one or several people. */
export interface PlannedTime {
	kind: 'work' | 'away';
	people: Person[];
	title: string;
	/** During a shift; away means offline. */
	state: ScheduledState;
	span: Span;
	/** The zone that the service names for it; an IANA name. */
	zone?: string;
	pauses: Pause[];
	/** Whether it has a break of which the service tells the length alone. */
	hasBreakSomewhere: boolean;
}

/** Why an entry is nobody's shift. */
export type LeftOutReason =
	| 'open'
	| 'draft'
	| 'deleted'
	| 'markedForDeletion'
	| 'cancelled'
	| 'unassigned'
	| 'noAttendee'
	| 'declined'
	| 'free'
	| 'noShift'
	| 'noPerson';

/** What an entry of a service says. */
export type Found =
	| PlannedTime
	| { kind: 'leftOut'; why: LeftOutReason }
	/** `problem` ends a sentence that begins with the item. Its people are held back; without people, all are. */
	| { kind: 'unread'; people: Person[]; problem: string };

export type Entry = Record<string, unknown>;

/** What the readers of the services share in one run. */
export interface ReaderTools {
	/** The zone of times that name none: the schedule's. */
	zone: string;
	zoneNamed: (text: string) => Result<string>;
	clockIn: (zone: string) => ZoneClock;
	/** The state that the label of an activity stands for; a problem where that is not certain. */
	activityState: (label: string) => Result<ScheduledState>;
	/** As for an activity, of the title of a whole event: one without such a word is work. */
	eventState: (title: string) => Result<ScheduledState>;
	/** What the entries of the same input say about ids: the reasons of absences. */
	names: ReadonlyMap<string, string>;
	/** Whom an event of a calendar is about, where the form says so. */
	eventOwner: 'attendees' | 'organizer' | 'title';
	/** What the events of a calendar are. */
	eventsAre: 'work' | 'away';
}

/** One service: how its entries are known, and read. */
export interface ItemService {
	id: string;
	/** As people call it. */
	name: string;
	/** Paths of the lists in an answer as the service sends it, such as `data.shifts`. */
	lists: readonly string[];
	/** Whether an object is certainly an entry of this service. */
	isEntry: (entry: Entry) => boolean;
	/** @param answer the object that the entry stands in; the entry itself where it stands alone */
	read: (entry: Entry, tools: ReaderTools, answer: Entry) => Found[];
	/** What the entries say about ids, for the reading of other entries. */
	namesIn?: (entries: Entry[]) => Map<string, string>;
	/** What all entries together leave in doubt: a sentence. */
	doubtOf?: (entries: Entry[]) => string | undefined;
}

export const leaveOut = (why: LeftOutReason): Found => ({ kind: 'leftOut', why });

export const unread = (people: Person[], problem: string): Found => ({ kind: 'unread', people, problem });
