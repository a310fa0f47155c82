import { DateTime } from 'luxon';
import { dateTimeText } from '../../../shared/n8n/dateTime';
import type { Field, ParsedValue } from '../../../shared/operation/operation';

/**
 * TaskRouter takes ISO 8601 in UTC, to the second. The editor gives times without a zone, which are in the workflow's
 * zone. Expressions may give luxon objects.
 */
function toUtc(from: unknown, zone: string): ParsedValue {
	const given = dateTimeText(from);
	const text = String(given instanceof Date ? given.toJSON() : given).trim();
	// ISO 8601 allows a year alone; here that is most likely a typing error.
	const at = /^\d{4}-\d\d-\d\d/.test(text) ? DateTime.fromISO(text.replace(' ', 'T'), { zone }) : undefined;
	return at?.isValid
		? { kind: 'value', value: at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'") }
		: { kind: 'problem', problem: 'must be a date and time, such as 2026-03-29T08:00:00Z' };
}

export const endDate: Field = {
	displayName: 'End Date',
	name: 'endDate',
	type: 'dateTime',
	default: '',
	description: 'Only what happened before this time',
	parse: toUtc,
	routing: { send: { type: 'query', property: 'EndDate' } },
};

export const minutes: Field = {
	displayName: 'Minutes',
	name: 'minutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 15,
	description: 'How many minutes to look back. Twilio uses 15 by default and keeps data for 30 days.',
	routing: { send: { type: 'query', property: 'Minutes' } },
};

export const startDate: Field = {
	displayName: 'Start Date',
	name: 'startDate',
	type: 'dateTime',
	default: '',
	description: 'Only what happened at this time or later',
	parse: toUtc,
	routing: { send: { type: 'query', property: 'StartDate' } },
};

export const taskChannel: Field = {
	displayName: 'Task Channel',
	name: 'taskChannel',
	type: 'string',
	default: '',
	placeholder: 'e.g. voice',
	description: 'Only tasks of this channel. Enter its unique name, such as voice, or its SID (TC…).',
	routing: { send: { type: 'query', property: 'TaskChannel' } },
};
