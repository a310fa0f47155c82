import { isRecord } from '../../../../shared/values/record';
import { leaveOut, unread, type Entry, type Found, type ItemService, type Person, type ReaderTools } from '../found';
import { serviceNames } from '../serviceNames';
import {
	dateNamed,
	isSomebody,
	localMoment,
	personOf,
	recordIn,
	recordsIn,
	spanBetween,
	spanOfDays,
	fieldText,
} from '../values';
import { eventFound, zoneIn } from './event';

/** Events that say where someone is, whose birthday it is, or that are copies of e-mails. */
const NO_SHIFTS = ['workingLocation', 'birthday', 'fromGmail', 'focusTime'];

/**
 * An event of Google Calendar, as its API and n8n's node give it.
 *
 * @see https://developers.google.com/workspace/calendar/api/v3/reference/events
 */
export const googleCalendar: ItemService = {
	id: 'googleCalendar',
	name: serviceNames.googleCalendar,
	lists: ['items'],
	isEntry: (entry) => entry.kind === 'calendar#event' && (isRecord(entry.start) || entry.status === 'cancelled'),
	read: (entry, tools) => [readGoogleEvent(entry, tools)],
};

function readGoogleEvent(entry: Entry, tools: ReaderTools): Found {
	if (entry.status === 'cancelled') return leaveOut('cancelled');
	const eventType = fieldText(entry, 'eventType');
	if (NO_SHIFTS.includes(eventType)) return leaveOut('noShift');
	const isAway = eventType === 'outOfOffice';
	if (entry.transparency === 'transparent' && !isAway) return leaveOut('free');
	const attendees = recordsIn(entry, 'attendees').filter((one) => one.resource !== true && !isCalendar(one));
	const coming = attendees.filter((one) => one.responseStatus !== 'declined');
	const organizer = [recordIn(entry, 'organizer'), recordIn(entry, 'creator')].filter((one) => !isCalendar(one));
	const people = {
		attendees: coming.map(googlePerson).filter(isSomebody),
		organizer: organizer.map(googlePerson).filter(isSomebody).slice(0, 1),
		isDeclined: attendees.length > 0 && coming.length === 0,
	};
	const title = fieldText(entry, 'summary');
	return eventFound({ title, isAway, people }, tools, (named) => {
		if (Array.isArray(entry.recurrence) && entry.recurrence.length > 0) {
			return unread(named, 'it is an event that repeats. Let the Google Calendar node give each date of it');
		}
		if (entry.attendeesOmitted === true)
			return unread(named, 'its list of attendees is incomplete (attendeesOmitted)');
		const [start, end] = [recordIn(entry, 'start'), recordIn(entry, 'end')];
		const zone = zoneIn(fieldText(start, 'timeZone'), tools);
		const clock = tools.clockIn(zone.kind === 'value' && zone.value !== '' ? zone.value : tools.zone);
		const span =
			start.date === undefined
				? spanBetween(localMoment(start.dateTime, clock), localMoment(end.dateTime, clock))
				: spanOfDays(dateNamed(start.date), dateNamed(end.date));
		// With its offset, a time needs no zone: one with a name that nobody knows does no harm.
		return { span, zone: zone.kind === 'value' ? zone.value : '' };
	});
}

const googlePerson = (one: Entry): Person => personOf('', one.email, one.displayName);

/** Rooms, and calendars that belong to nobody. */
const isCalendar = (one: Entry): boolean =>
	/@(?:[\w-]+\.)?(?:group|resource)\.(?:v\.)?calendar\.google\.com$/i.test(fieldText(one, 'email'));
