import { isRecord } from '../../../../shared/values/record';
import { inQuotes } from '../../../../shared/values/text';
import {
	leaveOut,
	unread,
	type Entry,
	type Found,
	type ItemService,
	type Pause,
	type Person,
	type ReaderTools,
} from '../found';
import { serviceNames } from '../serviceNames';
import { isSomebody, exactMoment, personOf, recordsIn, spanBetween, fieldText } from '../values';

const SHIFT = ['sharedShift', 'draftShift'] as const;
const TIME_OFF = ['sharedTimeOff', 'draftTimeOff'] as const;
const OPEN_SHIFT = ['sharedOpenShift', 'draftOpenShift'] as const;

/** A reason for time off, which times off name by its id. */
const isReason = (entry: Entry): boolean => 'iconType' in entry && 'displayName' in entry;

/**
 * A shift, a time off, an open shift or a reason of Microsoft Teams Shifts, as Microsoft Graph gives them. What is not
 * shared with the team yet is a draft.
 *
 * @see https://learn.microsoft.com/graph/api/resources/shift
 * @see https://learn.microsoft.com/graph/api/resources/timeoff
 */
export const teamsShifts: ItemService = {
	id: 'teamsShifts',
	name: serviceNames.teamsShifts,
	lists: ['value'],
	isEntry: (entry) => [...SHIFT, ...TIME_OFF, ...OPEN_SHIFT].some((name) => name in entry) || isReason(entry),
	read: readTeams,
	namesIn: (entries) =>
		new Map(entries.filter(isReason).map((one) => [fieldText(one, 'id'), fieldText(one, 'displayName')])),
};

function readTeams(entry: Entry, tools: ReaderTools): Found[] {
	if (isReason(entry)) return [];
	if (OPEN_SHIFT.some((name) => name in entry)) return [leaveOut('open')];
	const isTimeOff = TIME_OFF.some((name) => name in entry);
	const [shared, draft] = (isTimeOff ? TIME_OFF : SHIFT).map((name) => entry[name]);
	if (!isRecord(shared)) return [leaveOut(isRecord(draft) ? 'draft' : 'deleted')];
	if (entry.isActive === false || shared.isActive === false) return [leaveOut('deleted')];
	if (entry.isStagedForDeletion === true) return [leaveOut('markedForDeletion')];
	const people = [personOf(entry.userId)].filter(isSomebody);
	if (people.length === 0) return [leaveOut('unassigned')];
	const span = spanBetween(exactMoment(shared.startDateTime), exactMoment(shared.endDateTime));
	if (span.kind === 'problem') return [unread(people, span.problem)];
	const stretch = { people, span: span.value, hasBreakSomewhere: false };
	if (isTimeOff) {
		const title = tools.names.get(fieldText(shared, 'timeOffReasonId')) ?? 'time off';
		return [{ ...stretch, kind: 'away', title, state: 'offline', pauses: [] }];
	}
	const pauses = pausesIn(shared, people, tools);
	if (!Array.isArray(pauses)) return [pauses];
	return [{ ...stretch, kind: 'work', title: fieldText(shared, 'displayName'), state: 'available', pauses }];
}

function pausesIn(shared: Entry, people: Person[], tools: ReaderTools): Pause[] | Found {
	const pauses: Pause[] = [];
	for (const activity of recordsIn(shared, 'activities')) {
		const name = fieldText(activity, 'displayName') || fieldText(activity, 'code');
		const span = spanBetween(exactMoment(activity.startDateTime), exactMoment(activity.endDateTime));
		const state = tools.activityState(name);
		if (span.kind === 'problem') return unread(people, `in the activity ${inQuotes(name)} ${span.problem}`);
		if (state.kind === 'problem') return unread(people, state.problem);
		if (span.value.kind === 'timed' && state.value !== 'available')
			pauses.push({ start: span.value.start, end: span.value.end, state: state.value, name });
	}
	return pauses;
}
