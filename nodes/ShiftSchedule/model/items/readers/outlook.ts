import { isRecord } from '../../../../shared/values/record';
import { problem, value, type Result } from '../../../../shared/values/result';
import type { Instant } from '../../calendar/zone';
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

const isTime = (given: unknown): boolean => isRecord(given) && 'dateTime' in given && 'timeZone' in given;

/**
 * An event of Microsoft Outlook, as Microsoft Graph and n8n's node give it.
 *
 * @see https://learn.microsoft.com/graph/api/resources/event
 */
export const outlook: ItemService = {
	id: 'outlook',
	name: serviceNames.outlook,
	lists: ['value'],
	isEntry: (entry) => 'subject' in entry && isTime(entry.start) && isTime(entry.end),
	read: (entry, tools) => [readOutlookEvent(entry, tools)],
	doubtOf: (entries) =>
		entries.some((entry) => !('isCancelled' in entry) || !('type' in entry) || !('showAs' in entry))
			? "Some events of Microsoft Outlook are simplified: they do not say whether they repeat, are cancelled, or are free time, and were read as if not. Turn 'Simplify' off in the Microsoft Outlook node."
			: undefined,
};

function readOutlookEvent(entry: Entry, tools: ReaderTools): Found {
	if (entry.isCancelled === true || /^cancell?ed:/i.test(fieldText(entry, 'subject'))) return leaveOut('cancelled');
	const showAs = fieldText(entry, 'showAs');
	if (showAs === 'free') return leaveOut('free');
	const attendees = recordsIn(entry, 'attendees').filter((one) => one.type !== 'resource');
	const coming = attendees.filter((one) => recordIn(one, 'status').response !== 'declined');
	const people = {
		attendees: coming.map(outlookPerson).filter(isSomebody),
		organizer: [outlookPerson(recordIn(entry, 'organizer'))].filter(isSomebody),
		isDeclined: attendees.length > 0 && coming.length === 0,
	};
	return eventFound({ title: fieldText(entry, 'subject'), isAway: showAs === 'oof', people }, tools, (named) => {
		const isSeries = entry.type === 'seriesMaster' || (entry.type === undefined && isRecord(entry.recurrence));
		if (isSeries) {
			return unread(named, 'it is an event that repeats. Ask for a calendar view, which has each date of it');
		}
		return outlookTime(entry, tools);
	});
}

function outlookTime(entry: Entry, tools: ReaderTools) {
	const [start, end] = [recordIn(entry, 'start'), recordIn(entry, 'end')];
	const days = spanOfDays(dateNamed(start.dateTime), dateNamed(end.dateTime));
	const zone = zoneIn(fieldText(start, 'timeZone'), tools);
	if (entry.isAllDay === true) return { span: days, zone: zone.kind === 'value' ? zone.value : '' };
	if (!('isAllDay' in entry) && isMidnight(start) && isMidnight(end)) {
		const words =
			"it may be for whole days or from midnight to midnight. Turn 'Simplify' off in the Microsoft Outlook node";
		return { span: problem(words), zone: '' };
	}
	return {
		span: spanBetween(outlookMoment(start, tools), outlookMoment(end, tools)),
		zone: zone.kind === 'value' ? zone.value : '',
	};
}

/** Times in UTC are what Outlook gives unless someone asked for a zone. */
function outlookMoment(time: Entry, { zone, zoneNamed, clockIn }: ReaderTools): Result<Instant> {
	const named = fieldText(time, 'timeZone');
	const isUtc = /^(?:utc|gmt|z|etc\/(?:utc|gmt))$/i.test(named);
	const read = isUtc ? value('UTC') : zoneNamed(named || zone);
	return read.kind === 'problem'
		? problem(`has a time zone that cannot be read: ${read.problem}`)
		: localMoment(time.dateTime, clockIn(read.value));
}

const isMidnight = (time: Entry): boolean => /T00:00(?::00(?:\.0+)?)?Z?$/.test(fieldText(time, 'dateTime'));

function outlookPerson(one: Entry): Person {
	const address = recordIn(one, 'emailAddress');
	return personOf('', address.address, address.name);
}
