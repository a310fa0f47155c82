import { isRecord } from '../../../../shared/values/record';
import { leaveOut, unread, type Entry, type Found, type ItemService, type Person, type Span } from '../found';
import { serviceNames } from '../serviceNames';
import { isSomebody, exactMoment, personOf, recordIn, recordsIn, spanBetween, fieldText } from '../values';

/** Someone who is on call from one moment to another. */
function onCall(person: Person, title: string, start: unknown, end: unknown): Found {
	if (!isSomebody(person)) return leaveOut('unassigned');
	const span = spanBetween(exactMoment(start), exactMoment(end));
	return span.kind === 'problem' ? unread([person], span.problem) : duty(person, title, span.value);
}

const duty = (person: Person, title: string, span: Span): Found => ({
	...{ kind: 'work', people: [person], title, state: 'available', span, pauses: [], hasBreakSomewhere: false },
});

const isPagerDutyUser = (user: unknown): boolean => isRecord(user) && /^user/.test(fieldText(user, 'type'));

/**
 * An entry of a final schedule of PagerDuty, or an on-call. One without start and end is on call always.
 *
 * @see https://developer.pagerduty.com/api-reference/3f03afb2c84a4-get-a-schedule
 * @see https://developer.pagerduty.com/api-reference/3a6b910f11050-list-all-of-the-on-calls
 */
export const pagerDuty: ItemService = {
	id: 'pagerDuty',
	name: serviceNames.pagerDuty,
	lists: [
		...['final_schedule.rendered_schedule_entries', 'schedule.final_schedule.rendered_schedule_entries'],
		...['rendered_schedule_entries', 'oncalls'],
	],
	isEntry: (entry) => 'start' in entry && 'end' in entry && isPagerDutyUser(entry.user),
	read: (entry, _, answer) => {
		const user = recordIn(entry, 'user');
		const person = personOf(user.id, user.email, fieldText(user, 'summary') || user.name);
		const schedule = [
			recordIn(entry, 'schedule'),
			recordIn(answer, 'schedule'),
			answer,
			recordIn(entry, 'escalation_policy'),
		];
		const title = schedule.map((one) => fieldText(one, 'summary') || fieldText(one, 'name')).find(Boolean) ?? '';
		const isAlways = (entry.start ?? null) === null && (entry.end ?? null) === null && isSomebody(person);
		return [isAlways ? duty(person, title, { kind: 'always' }) : onCall(person, title, entry.start, entry.end)];
	},
};

/**
 * A timeline of Opsgenie: what its final timeline says, with overrides and forwarding.
 *
 * @see https://docs.opsgenie.com/docs/schedule-api#get-schedule-timeline
 */
export const opsgenie: ItemService = {
	id: 'opsgenie',
	name: serviceNames.opsgenie,
	lists: ['data.finalTimeline.rotations', 'finalTimeline.rotations', 'rotations'],
	isEntry: (entry) =>
		isPeriod(entry) || (Array.isArray(entry.periods) && recordsIn(entry, 'periods').every(isPeriod)),
	read: (entry) =>
		(isPeriod(entry) ? [entry] : recordsIn(entry, 'periods')).map((period) =>
			readPeriod(period, fieldText(entry, 'name')),
		),
};

const isPeriod = (entry: Entry): boolean =>
	'startDate' in entry && 'endDate' in entry && ('recipient' in entry || 'flattenedRecipients' in entry);

function readPeriod(period: Entry, title: string): Found {
	const [flattened] = recordsIn(period, 'flattenedRecipients');
	const recipient = flattened ?? recordIn(period, 'recipient');
	const type = fieldText(recipient, 'type');
	if (type === 'none' || type === '') return leaveOut('unassigned');
	if (type !== 'user') return leaveOut('noPerson');
	const name = fieldText(recipient, 'name') || fieldText(recipient, 'username');
	const person = personOf(recipient.id, name.includes('@') ? name : '', name);
	return onCall(person, title, period.startDate, period.endDate);
}

/**
 * A shift of Grafana OnCall's final schedule.
 *
 * @see https://grafana.com/docs/oncall/latest/oncall-api-reference/schedules/
 */
export const grafanaOnCall: ItemService = {
	id: 'grafanaOnCall',
	name: serviceNames.grafanaOnCall,
	lists: ['results'],
	isEntry: (entry) => 'shift_start' in entry && 'shift_end' in entry && ('user_pk' in entry || 'user_email' in entry),
	read: (entry, _, answer) => {
		const person = personOf(entry.user_pk, entry.user_email, entry.user_username);
		const title = fieldText(recordIn(answer, 'schedule'), 'name');
		return [onCall(person, title, entry.shift_start, entry.shift_end)];
	},
};
