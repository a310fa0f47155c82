import { momentOf } from '../../../shared/n8n/dateTime';
import type { Field, ParsedValue } from '../../../shared/operation/operation';

/**
 * TaskRouter takes ISO 8601 in UTC, to the second. The editor gives times without a zone, which are in the workflow's
 * zone. Expressions may give luxon objects.
 */
function toUtc(from: unknown, zone: string): ParsedValue {
	const at = momentOf(from, zone);
	return at === undefined
		? { kind: 'problem', problem: 'must be a date and time, such as 2026-03-29T08:00:00Z' }
		: { kind: 'value', value: secondsUtc(at) };
}

/** @param at milliseconds since the epoch */
export const secondsUtc = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

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
