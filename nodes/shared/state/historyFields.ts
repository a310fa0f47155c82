import { momentOf } from '../n8n/dateTime';
import { ifModelSays } from '../n8n/toolForm';
import type { Field, ParsedValue } from '../operation/operation';
import { problem, value } from '../values/result';
import { textOf } from '../values/text';

/** Milliseconds since the epoch; an empty text where the field was left empty. */
function toMoment(given: unknown, zone: string): ParsedValue {
	// An expression that gives nothing is a mistake, and no wish for the usual time.
	if (given === undefined || given === null) return problem('has no value here; give it one, or empty the field');
	if (textOf(given) === '' && typeof given === 'string') return value('');
	const at = momentOf(given, zone);
	return at === undefined ? problem('must be a date and time, such as 2026-03-29T08:00:00Z') : value(at);
}

export const historyFrom: Field = {
	displayName: 'From',
	name: 'historyFrom',
	type: 'dateTime',
	default: '',
	description: "The start of the period. Leave empty for 24 hours before 'Until'.",
	parse: toMoment,
	inTool: {
		default: ifModelSays(
			'From',
			'When the period begins, as an ISO 8601 time. If left out, 24 hours before its end.',
		),
	},
};

export const historyUntil: Field = {
	displayName: 'Until',
	name: 'historyUntil',
	type: 'dateTime',
	default: '',
	description: 'The end of the period. Leave empty for now; a time in the future counts as now.',
	parse: toMoment,
	inTool: { default: ifModelSays('Until', 'When the period ends, as an ISO 8601 time. If left out, now.') },
};
