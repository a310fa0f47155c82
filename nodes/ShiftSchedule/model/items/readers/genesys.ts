import { isRecord } from '../../../../shared/values/record';
import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes } from '../../../../shared/values/text';
import { MS_A_MINUTE, type Instant } from '../../calendar/zone';
import type { ScheduledState } from '../../schedule/types';
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
import {
	dateNamed,
	isSomebody,
	exactMoment,
	personOf,
	recordIn,
	recordsIn,
	spanBetween,
	spanOfDays,
	fieldText,
	valueAt,
} from '../values';

const isShift = (entry: Entry): boolean =>
	'startDate' in entry && ('lengthMinutes' in entry || 'lengthInMinutes' in entry);

/** The states of Genesys's categories of activity codes, which organizations cannot change. */
const CATEGORIES: Record<string, ScheduledState> = {
	...{ onqueuework: 'available', break: 'break', meal: 'break', meeting: 'busy', offqueuework: 'busy' },
	...{ timeoff: 'offline', training: 'busy', unavailable: 'offline', unscheduled: 'offline' },
};

/** An activity code, which activities name by its id. */
const isActivityCode = (entry: Entry): boolean =>
	'id' in entry && 'name' in entry && Object.hasOwn(CATEGORIES, fieldText(entry, 'category').toLowerCase());

const hasShifts = (entry: Entry): boolean =>
	Array.isArray(entry.shifts) && recordsIn(entry, 'shifts').every(isShift) && ('user' in entry || 'userId' in entry);

/**
 * An agent's schedule of Genesys Cloud WFM: shifts with activities, and days off.
 *
 * @see https://developer.genesys.cloud/devapps/api-explorer (BuAgentScheduleQueryResponse, UserSchedule)
 */
export const genesys: ItemService = {
	id: 'genesys',
	name: serviceNames.genesys,
	lists: ['agentSchedules', 'result.agentSchedules', 'userSchedules', 'result.userSchedules', 'entities'],
	isEntry: (entry) => hasShifts(entry) || isActivityCode(entry),
	read: readSchedule,
	namesIn: (entries) =>
		new Map(entries.filter(isActivityCode).map((one) => [fieldText(one, 'id'), fieldText(one, 'category')])),
};

function readSchedule(entry: Entry, tools: ReaderTools, answer: Entry): Found[] {
	if (isActivityCode(entry)) return [];
	const user = recordIn(entry, 'user');
	const people = [personOf(fieldText(user, 'id') || entry.userId, user.email, user.name)].filter(isSomebody);
	const shifts = recordsIn(entry, 'shifts');
	const isDraft = [answer.published, valueAt(answer, 'result.published')].includes(false);
	if (isDraft) return shifts.map(() => leaveOut('draft'));
	if (people.length === 0) return shifts.map(() => leaveOut('unassigned'));
	const named = fieldText(answer, 'businessUnitTimeZone');
	const zone = named === '' ? value('') : tools.zoneNamed(named);
	const inZone = zone.kind === 'value' && zone.value !== '' ? { zone: zone.value } : {};
	return [
		...shifts.map((shift) => readGenesysShift(shift, people, tools)),
		...recordsIn(entry, 'fullDayTimeOffMarkers').map((marker) => readMarker(marker, people)),
	].map((found) => (found.kind === 'work' || found.kind === 'away' ? { ...found, ...inZone } : found));
}

function readGenesysShift(shift: Entry, people: Person[], tools: ReaderTools): Found {
	const span = spanOf(shift);
	if (span.kind === 'problem') return unread(people, span.problem);
	const pauses: Pause[] = [];
	for (const activity of recordsIn(shift, 'activities')) {
		const [time, state] = [spanOf(activity), stateOf(activity, tools)];
		if (time.kind === 'problem') return unread(people, `in an activity ${time.problem}`);
		if (state.kind === 'problem') return unread(people, state.problem);
		if (time.value.kind !== 'timed' || state.value === 'available') continue;
		pauses.push({
			start: time.value.start,
			end: time.value.end,
			state: state.value,
			name: activityLabel(activity),
		});
	}
	const stretch = { people, span: span.value, pauses, hasBreakSomewhere: false };
	return { ...stretch, kind: 'work', title: fieldText(shift, 'description'), state: 'available' };
}

function spanOf(entry: Entry) {
	const start = exactMoment(entry.startDate);
	const minutes = Number(entry.lengthMinutes ?? entry.lengthInMinutes);
	const end: Result<Instant> =
		start.kind === 'value' && Number.isFinite(minutes)
			? value(start.value + Math.round(minutes) * MS_A_MINUTE)
			: problem('has no length');
	return spanBetween(start, end);
}

const activityLabel = (activity: Entry): string =>
	fieldText(activity, 'description') ||
	fieldText(activity, 'activityCategory') ||
	`code ${fieldText(activity, 'activityCodeId')}`;

/** By the category, which Genesys defines; else by the form's words for the code, else by what the description says. */
function stateOf(activity: Entry, tools: ReaderTools): Result<ScheduledState> {
	const code = fieldText(activity, 'activityCodeId');
	const category = fieldText(activity, 'activityCategory') || (tools.names.get(code) ?? '');
	const known = CATEGORIES[category.toLowerCase()];
	if (known !== undefined) return value(known);
	for (const label of [code, fieldText(activity, 'description')]) {
		const found = tools.activityState(label);
		if (found.kind === 'value') return found;
	}
	return problem(
		`it is not clear what its activity code ${inQuotes(code)} means. Add the code to 'Words Mean', or give the node the activity codes of the business unit as items, too`,
	);
}

function readMarker(marker: Entry, people: Person[]): Found {
	const first = dateNamed(marker.businessUnitDate ?? marker.managementUnitDate);
	const span = spanOfDays(first, (first ?? 0) + 1);
	if (span.kind === 'problem') return unread(people, `in a day off ${span.problem}`);
	const title = fieldText(marker, 'description') || 'time off';
	return { kind: 'away', people, title, state: 'offline', span: span.value, pauses: [], hasBreakSomewhere: false };
}

/** Schedules by user id, as Genesys gives those of a period, as a list. */
export const userSchedulesIn = (schedules: Entry): Entry[] =>
	Object.entries(schedules).flatMap(([userId, schedule]) => (isRecord(schedule) ? [{ ...schedule, userId }] : []));
