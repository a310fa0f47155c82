import type { INodeProperties } from 'n8n-workflow';

export const adherenceOperationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Get Adherence',
			value: 'getAdherence',
			action: 'Get adherence in percent',
			description: 'How much of the scheduled time agents were in the scheduled state, per day, agent or team',
		},
		{
			name: 'Get Exceptions',
			value: 'getExceptions',
			action: 'Get the exceptions from a schedule',
			description: 'Who started late, left early, took long breaks or missed them, with start and end times',
		},
		{
			name: 'Get Now',
			value: 'getNow',
			action: 'Get who is out of adherence now',
			description: 'Who is not in the scheduled state now, and for how long. Useful for alerts.',
		},
	],
	default: 'getAdherence',
};

export const inputsNotice: INodeProperties = {
	displayName:
		'<b>Scheduled</b>: the output Timeline of Shift Schedule. <b>Actual</b>: rows of Get History, or rows that a trigger collected. Start the timeline a day before the period, so that shifts over midnight are complete. <a href="https://github.com/n8n-nodes-agent-state/n8n-nodes-agent-state/blob/main/docs/schedule-adherence.md" target="_blank">Examples</a>',
	name: 'inputsNotice',
	type: 'notice',
	default: '',
};

export const adherencePeriodField: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{
			name: 'All Days of the Timeline',
			value: 'timeline',
			description: 'All days on which an entry of the timeline begins, up to today',
		},
		{ name: 'Last Days', value: 'lastDays', description: 'Up to and including yesterday' },
		{ name: 'Today', value: 'today', description: 'Up to now' },
		{ name: 'Yesterday', value: 'yesterday', description: 'The whole day' },
	],
	default: 'timeline',
	description: 'Which days to look at. A shift over midnight belongs to the day it starts on, and counts as a whole.',
};

export const adherenceDaysField: INodeProperties = {
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 400 },
	default: 7,
	description: 'How many days, the last of which is yesterday',
};

export const levelField: INodeProperties = {
	displayName: 'A Row For',
	name: 'level',
	type: 'options',
	options: [
		{ name: 'Each Agent', value: 'agent', description: 'One row per agent, over all days' },
		{ name: 'Each Agent and Day', value: 'agentDay', description: 'One row per agent and day' },
		{
			name: 'Each Team',
			value: 'team',
			description: "All agents are one team unless 'Team Column' names a column",
		},
	],
	default: 'agentDay',
	description:
		'What each row of figures is about. Figures for several days are calculated from all their time together; they are not an average.',
};

export const formulaField: INodeProperties = {
	displayName: 'Formula',
	name: 'formula',
	type: 'options',
	options: [
		{
			name: 'Genesys Style',
			value: 'genesys',
			description:
				'100 % − exceptions ÷ scheduled time. Exceptions are the deviations beyond the tolerance; shorter ones do not count.',
		},
		{
			name: 'Share of Scheduled',
			value: 'share',
			description:
				'Time in adherence ÷ scheduled time, to the second: as in Amazon Connect, NICE and Salesforce. The tolerance makes no difference to it.',
		},
		{
			name: 'With Neutral Time',
			value: 'neutral',
			description: 'Time in adherence ÷ (scheduled time − neutral time), to the second: as in Calabrio',
		},
	],
	default: 'genesys',
	description: 'How the adherence is calculated. Unknown time is left out.',
};

export const countsOutsideField: INodeProperties = {
	displayName: 'Work Outside of Shifts Counts',
	name: 'countsOutside',
	type: 'boolean',
	default: false,
	description:
		'Whether work while nothing is scheduled lowers the adherence, as if it were scheduled time out of adherence. Conformance counts all work anyway.',
};

export const onlyBeyondField: INodeProperties = {
	displayName: 'Only Beyond Tolerance',
	name: 'onlyBeyond',
	type: 'boolean',
	default: true,
	description: 'Whether to leave out agents whose deviation is still within the tolerance',
};
