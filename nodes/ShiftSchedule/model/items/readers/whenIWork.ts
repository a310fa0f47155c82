import { MS_A_MINUTE } from '../../calendar/zone';
import { leaveOut, unread, type Entry, type Found, type ItemService, type Pause } from '../found';
import { serviceNames } from '../serviceNames';
import { exactMoment, personOf, recordsIn, spanBetween, fieldText } from '../values';

/**
 * A shift of When I Work: times as RFC 2822 or ISO, the unpaid breaks as a length in hours. Shifts of user 0 are open.
 *
 * @see https://apidocs.wheniwork.com/external/index.html
 */
export const whenIWork: ItemService = {
	id: 'whenIWork',
	name: serviceNames.whenIWork,
	lists: ['shifts'],
	isEntry: (entry) =>
		['user_id', 'start_time', 'end_time'].every((name) => name in entry) &&
		['location_id', 'position_id', 'account_id', 'site_id', 'break_time', 'published'].some(
			(name) => name in entry,
		),
	read: (entry, _, answer) => [readWhenIWorkShift(entry, answer)],
};

const isYes = (given: unknown): boolean => given === true || given === 1;
const isNo = (given: unknown): boolean => given === false || given === 0;

function readWhenIWorkShift(entry: Entry, answer: Entry): Found {
	if (isYes(entry.is_deleted) || isYes(entry.deleted)) return leaveOut('deleted');
	const id = personOf(entry.user_id).id;
	if (isYes(entry.is_open) || (id === '' && 'user_id' in entry)) return leaveOut('open');
	if (isNo(entry.published)) return leaveOut('draft');
	const user = recordsIn(answer, 'users').find((one) => fieldText(one, 'id') === id) ?? {};
	const name = [fieldText(user, 'first_name'), fieldText(user, 'last_name')].join(' ');
	const people = [personOf(id, user.email, name)];
	const span = spanBetween(exactMoment(entry.start_time), exactMoment(entry.end_time));
	if (span.kind === 'problem') return unread(people, span.problem);
	const breaks = recordsIn(entry, 'breaks').map(breakWithTime);
	const pauses = breaks.filter((pause) => pause !== undefined);
	const position =
		recordsIn(answer, 'positions').find((one) => fieldText(one, 'id') === fieldText(entry, 'position_id')) ?? {};
	return {
		...{ kind: 'work', people, title: fieldText(position, 'name'), state: 'available', span: span.value, pauses },
		hasBreakSomewhere: pauses.length < breaks.length || (breaks.length === 0 && Number(entry.break_time) > 0),
	};
}

/** @returns `undefined` for a break that is a length and no time */
function breakWithTime(pause: Entry): Pause | undefined {
	const [start, end] = [exactMoment(pause.start_time), exactMoment(pause.end_time)];
	if (start.kind === 'problem') return undefined;
	const length = typeof pause.length === 'number' ? Math.round(pause.length / 60) * MS_A_MINUTE : 0;
	const until = end.kind === 'value' ? end.value : start.value + length;
	return until > start.value ? { start: start.value, end: until, state: 'break', name: 'Break' } : undefined;
}
