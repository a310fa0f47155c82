import { DateTime } from 'luxon';
import { dateTimeText } from '../../../shared/n8n/dateTime';
import type { Field, ParsedValue } from '../../../shared/operation/operation';

/**
 * TaskRouter takes ISO 8601 in UTC, to the second. The editor gives times without a zone, which are the workflow's;
 * expressions give luxon objects.
 */
function toUtc(from: unknown, zone: string): ParsedValue {
	const given = dateTimeText(from);
	const text = String(given instanceof Date ? given.toJSON() : given).trim();
	// A year alone is a date to ISO 8601, and a slip to everybody else.
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
	description: 'Only what happened before this moment',
	parse: toUtc,
	routing: { send: { type: 'query', property: 'EndDate' } },
};

export const minutes: Field = {
	displayName: 'Minutes',
	name: 'minutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 15,
	description: 'Only the last so many minutes; 15 unless you say otherwise. Historical data reaches back 30 days.',
	routing: { send: { type: 'query', property: 'Minutes' } },
};

export const startDate: Field = {
	displayName: 'Start Date',
	name: 'startDate',
	type: 'dateTime',
	default: '',
	description: 'Only what happened from this moment on',
	parse: toUtc,
	routing: { send: { type: 'query', property: 'StartDate' } },
};

export const taskChannel: Field = {
	displayName: 'Task Channel',
	name: 'taskChannel',
	type: 'string',
	default: '',
	placeholder: 'e.g. voice',
	description: 'Only tasks of this channel: its unique name, such as voice, or its SID (TC…)',
	routing: { send: { type: 'query', property: 'TaskChannel' } },
};
