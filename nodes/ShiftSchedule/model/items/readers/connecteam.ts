import { MINUTES_A_DAY, modulo } from '../../calendar/day';
import { MS_A_MINUTE, type ZoneClock } from '../../calendar/zone';
import { textOf } from '../../../../shared/values/text';
import { leaveOut, unread, type Entry, type Found, type ItemService, type Pause, type ReaderTools } from '../found';
import { serviceNames } from '../serviceNames';
import { exactMoment, personOf, recordsIn, spanBetween, fieldText } from '../values';

/**
 * A shift of Connecteam: times in Unix seconds, breaks by the minute of the day.
 *
 * @see https://developer.connecteam.com/reference/get_shifts_scheduler_v1_schedulers__schedulerid__shifts_get
 */
export const connecteam: ItemService = {
	id: 'connecteam',
	name: serviceNames.connecteam,
	lists: ['data.shifts', 'shifts'],
	isEntry: (entry) => Array.isArray(entry.assignedUserIds) && 'startTime' in entry && 'endTime' in entry,
	read: (entry, tools) => [readConnecteamShift(entry, tools)],
};

function readConnecteamShift(entry: Entry, tools: ReaderTools): Found {
	const assigned = Array.isArray(entry.assignedUserIds) ? entry.assignedUserIds.map(textOf).filter(Boolean) : [];
	if (entry.isPublished === false) return leaveOut('draft');
	if (assigned.length === 0) return leaveOut(entry.isOpenShift === true ? 'open' : 'unassigned');
	const rejected = new Set(
		recordsIn(entry, 'statuses')
			.filter((one) => one.status === 'rejected')
			.map(userOf),
	);
	const people = assigned.filter((id) => !rejected.has(id)).map((id) => personOf(id));
	if (people.length === 0) return leaveOut('declined');
	const named = fieldText(entry, 'timezone');
	const zone = tools.zoneNamed(named || tools.zone);
	if (zone.kind === 'problem') return unread(people, `its time zone ${zone.problem}`);
	const span = spanBetween(exactMoment(entry.startTime), exactMoment(entry.endTime));
	if (span.kind === 'problem') return unread(people, span.problem);
	const pauses: Pause[] = [];
	for (const pause of recordsIn(entry, 'breaks')) {
		const found =
			span.value.kind === 'timed' ? breakByMinute(pause, span.value.start, tools.clockIn(zone.value)) : undefined;
		if (found === undefined) return unread(people, 'its break has no time that can be read');
		pauses.push(found);
	}
	return {
		...{ kind: 'work', people, title: fieldText(entry, 'title'), state: 'available', span: span.value, pauses },
		...(named !== '' && { zone: zone.value }),
		hasBreakSomewhere: false,
	};
}

const userOf = (status: Entry): string => fieldText(status, 'userId') || fieldText(status, 'assignedUserId');

/** The first such minute of the day in the shift. */
function breakByMinute(pause: Entry, shiftStart: number, clock: ZoneClock): Pause | undefined {
	const { startTime, duration } = pause;
	if (typeof startTime !== 'number' || typeof duration !== 'number' || startTime > MINUTES_A_DAY || duration <= 0) {
		return undefined;
	}
	const first = clock.localMinutesAt(shiftStart);
	const start = clock.instantOf(first + modulo(startTime - first, MINUTES_A_DAY));
	return { start, end: start + duration * MS_A_MINUTE, state: 'break', name: fieldText(pause, 'name') || 'Break' };
}
