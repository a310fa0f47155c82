import type { INodeProperties } from 'n8n-workflow';
import { timeZoneField } from '../../../shared/n8n/timeZone';

export const hasExcusedField: INodeProperties = {
	displayName: 'Excused Exceptions',
	name: 'hasExcused',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to add a third input, with rows of excused times: who (or * for all), from, until, why. A deviation then does not count.',
};

export const adherenceZoneField: INodeProperties = {
	...timeZoneField,
	description: `The time zone of times without an offset, and of agents whose rows in the timeline name no zone. ${timeZoneField.description}.`,
};

export const momentField: INodeProperties = {
	displayName: 'Evaluate At',
	name: 'evaluateAt',
	type: 'dateTime',
	default: '',
	description: 'The time to use instead of now. Leave empty for now. Set it to try out another time.',
};

const columnField = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

export const actualColumnsField: INodeProperties = {
	displayName: 'Columns of Actual',
	name: 'columns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	options: [
		columnField('Agent Column', 'agent', "The column with the agent's name"),
		columnField('Agent ID Column', 'agentId', "The column with the agent's ID"),
		columnField('From Column', 'from', 'The column with the time at which the state began'),
		columnField('Native Column', 'native', 'The column with the state as the service calls it'),
		columnField('Reason Column', 'reason', 'The column with the reason'),
		columnField('State Column', 'state', 'The column with the state'),
		columnField('Time Column', 'at', 'For rows that are changes, the column with the time of the change'),
		columnField('Until Column', 'until', 'The column with the time at which the state ended'),
	],
	description:
		'Needed only for columns with names that the node does not know. Upper case, spaces and underscores make no difference.',
};

export const teamColumnField: INodeProperties = {
	displayName: 'Team Column',
	name: 'teamColumn',
	type: 'string',
	default: '',
	placeholder: 'e.g. team',
	description: 'The name of the column of Scheduled with the team of the agent',
};

export const pictureShowsField: INodeProperties = {
	displayName: 'Picture',
	name: 'pictureShows',
	type: 'options',
	options: [
		{
			name: 'A Lane for Each Side',
			value: 'lanes',
			description: 'What was scheduled and what happened for each agent, with the exceptions marked',
		},
		{ name: 'A Table of Percentages', value: 'table', description: 'Agents down and days across, week by week' },
		{ name: 'None', value: 'none', description: 'The second output stays empty' },
	],
	default: 'lanes',
	description: 'What the second output shows',
};

export const adherenceTitleField: INodeProperties = {
	displayName: 'Picture Title',
	name: 'title',
	type: 'string',
	default: 'Schedule adherence',
	description: 'The title above the picture',
};

export const pictureFieldField: INodeProperties = {
	displayName: 'Put Picture in Field',
	name: 'pictureField',
	type: 'string',
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
	description: 'The name of the binary field for the picture',
};
