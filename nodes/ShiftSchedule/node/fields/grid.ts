import type { INodeProperties } from 'n8n-workflow';

export const gridNotice: INodeProperties = {
	displayName:
		'A grid has a row for each agent and a column for each day or time, with codes or times in the cells. It can also be the other way round: a row for each day or shift, with names in the cells. <a href="https://github.com/n8n-nodes-agent-state/n8n-nodes-agent-state/blob/main/docs/shift-schedule.md#grids" target="_blank">Examples</a>',
	name: 'gridNotice',
	type: 'notice',
	default: '',
};

/** How to read a grid. */
export const gridFields: INodeProperties[] = [
	{
		displayName: 'Empty Cells Mean',
		name: 'emptyCells',
		type: 'options',
		options: [
			{
				name: 'Nothing Known',
				value: 'unknown',
				description: 'The agent gets no state on that day, and a line above the output says so',
			},
			{ name: 'Off', value: 'off', description: 'The agent is offline on that day' },
		],
		default: 'unknown',
		description: 'What a day without an entry means for an agent',
	},
	{
		displayName: 'Cells Hold',
		name: 'cellsHold',
		type: 'options',
		options: [
			{ name: 'Agents', value: 'agents', description: 'Names or IDs; the rows or columns are shifts' },
			{ name: 'Codes or Times', value: 'codes', description: 'The rows or columns are agents' },
			{ name: 'Detect Automatically', value: 'any', description: 'An error if it is not clear' },
		],
		default: 'any',
		description: 'What the cells of the grid contain',
	},
	{
		displayName: 'Date in the Grid',
		name: 'gridDate',
		type: 'dateTime',
		default: '',
		description:
			'A day in the week or month that the grid is about, for headings without a full date. Without it, weekdays repeat every week, and dates without a year are the nearest ones.',
	},
	{
		displayName: 'Columns to Leave Out',
		name: 'leaveOut',
		type: 'string',
		default: '',
		placeholder: 'e.g. Hours, Team',
		description: 'The headings of columns that are not to be read, separated by commas',
	},
];
