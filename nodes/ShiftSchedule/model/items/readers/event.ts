import { value, type Result } from '../../../../shared/values/result';
import { leaveOut, unread, type Found, type Person, type ReaderTools, type Span } from '../found';
import { personOf } from '../values';

/** An event of a calendar, before its time is read. */
interface ReadEvent {
	title: string;
	/** Whether the calendar itself says that it is an absence. */
	isAway: boolean;
	people: { attendees: Person[]; organizer: Person[]; isDeclined: boolean };
}

/**
 * What an event says, once it is known whom it is about.
 *
 * @param readTime reads its time, or says why it cannot be read
 */
export function eventFound(
	{ title, isAway, people }: ReadEvent,
	tools: ReaderTools,
	readTime: (named: Person[]) => { span: Result<Span>; zone: string } | Found,
): Found {
	const named = peopleOf({ title, isAway, people }, tools);
	if (named.length === 0) return leaveOut(people.isDeclined ? 'declined' : 'noAttendee');
	const time = readTime(named);
	if ('kind' in time) return time;
	if (time.span.kind === 'problem') return unread(named, time.span.problem);
	// Where the title is the agent, it says nothing about work.
	const state = tools.eventOwner === 'title' ? value('available' as const) : tools.eventState(title);
	const isAbsence = isAway || tools.eventsAre === 'away';
	if (state.kind === 'problem' && !isAbsence) return unread(named, state.problem);
	const kind = isAbsence || (state.kind === 'value' && state.value === 'offline') ? 'away' : 'work';
	return {
		...{ kind, people: named, title, span: time.span.value, pauses: [], hasBreakSomewhere: false },
		state: kind === 'away' || state.kind === 'problem' ? 'offline' : state.value,
		...(time.zone !== '' && { zone: time.zone }),
	};
}

function peopleOf({ title, isAway, people }: ReadEvent, { eventOwner }: ReaderTools): Person[] {
	if (eventOwner === 'title') return title === '' ? [] : [personOf('', '', title)];
	if (eventOwner === 'organizer') return people.organizer;
	// Who is out of office has entered it alone.
	return people.attendees.length > 0 || !isAway ? people.attendees : people.organizer;
}

/** The zone of an event; empty where it names none, or UTC, in which nobody lives. */
export const zoneIn = (text: string, { zoneNamed }: ReaderTools): Result<string> =>
	text === '' || /^(?:utc|z|gmt|etc\/.*)$/i.test(text) ? value('') : zoneNamed(text);
