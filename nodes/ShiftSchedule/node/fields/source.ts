import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const rosterSources: INodePropertyOptions[] = [
	{ name: 'A Calendar (ICS)', value: 'calendar', description: 'Each input item has a calendar' },
	{
		name: 'A Grid',
		value: 'grid',
		description: 'The input is a table with a column for each day, or for each shift',
	},
	{
		name: 'Items of Another Service',
		value: 'services',
		description: 'Items from Google Calendar, Microsoft Outlook, Teams Shifts, PagerDuty or Deputy, unchanged',
	},
	{
		name: 'Rows of the Input',
		value: 'items',
		description: 'Each input item is a row, such as from a sheet or a data table',
	},
	{ name: 'The Fields Below', value: 'fields', description: 'For small teams: enter the roster here' },
];

export const rosterFromField: INodeProperties = {
	displayName: 'Roster From',
	name: 'rosterFrom',
	type: 'options',
	noDataExpression: true,
	options: rosterSources,
	default: 'items',
	description: 'Where the roster comes from',
};

/** A tool has no input with rows or files in it: only the node's own fields can hold its roster. */
export const rosterFromInTool: Partial<INodeProperties> = {
	options: rosterSources.filter(({ value }) => value === 'fields'),
	default: 'fields',
};

export const rowsNotice: INodeProperties = {
	displayName:
		'Each row is a shift. It has the columns agent, days (Mon-Fri), start (09:00) and end (17:00). You can add state, shift and service. With the column kind, a row can also be a break, a holiday, leave, an extra shift, a swap and more. <a href="https://github.com/n8n-nodes-agent-state/n8n-nodes-agent-state/blob/main/docs/shift-schedule.md" target="_blank">All columns</a>',
	name: 'rowsNotice',
	type: 'notice',
	default: '',
};
