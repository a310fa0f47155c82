import type { INodeProperties } from 'n8n-workflow';
import { timeZoneField } from '../../../shared/n8n/timeZone';
import { ifModelSays } from '../../../shared/n8n/toolForm';

export const zoneField: INodeProperties = {
	...timeZoneField,
	description: `The time zone of the schedule. A row or an agent can have its own. ${timeZoneField.description}.`,
};

export const dstField: INodeProperties = {
	displayName: 'When the Clocks Change',
	name: 'dst',
	type: 'options',
	options: [
		{
			name: 'Keep the End Time',
			value: 'keepEnd',
			description: 'A night shift from 22:00 to 06:00 ends at 06:00. It lasts 7 or 9 hours that night.',
		},
		{
			name: 'Keep the Duration',
			value: 'keepDuration',
			description: 'It lasts 8 hours. It ends at 05:00 or 07:00 that night.',
		},
	],
	default: 'keepEnd',
	description:
		'What happens to shifts on the night when the clocks change. A start time that is skipped moves forward. Of a time that occurs twice, the first one counts.',
};

export const daysField: INodeProperties = {
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 400 },
	default: 14,
	description: 'How many days to look at, including today',
};

export const daysAgoField: INodeProperties = {
	displayName: 'Begin Days Ago',
	name: 'daysAgo',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 400 },
	default: 0,
	description:
		'How many days before today the period begins, for example to compare past days with what agents did. The number of days stays the same.',
};

export const evaluateAtField: INodeProperties = {
	displayName: 'Evaluate At',
	name: 'evaluateAt',
	type: 'dateTime',
	default: '',
	description:
		"The time to use instead of now, by the schedule's clock. Leave empty for now. Set it to try out another time.",
};

/** A model asks about any time: who works tomorrow at ten? */
export const evaluateAtInTool: Partial<INodeProperties> = {
	default: ifModelSays(
		'Time',
		'The time to ask about, as an ISO 8601 time such as 2026-03-30T10:00:00. Leave it out for now.',
	),
};
