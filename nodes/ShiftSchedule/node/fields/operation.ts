import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { stateOptions } from '../../../shared/state/state';

const scheduleOperations: INodePropertyOptions[] = [
	{
		name: 'Check Schedule',
		value: 'checkSchedule',
		action: 'Check a schedule',
		description:
			'Find times with too few agents, overlaps, unknown agents, very long shifts and rows without effect, and see how well each hour is covered, as a table and as a picture',
	},
	{
		name: 'Get Changes',
		value: 'getChanges',
		action: 'Get the changes of a schedule',
		description: 'Get the agents whose state changed since the last run, or in the last or next minutes',
	},
	{
		name: 'Get State Now',
		value: 'getStateNow',
		action: 'Get the states of a schedule now',
		description: 'Get the state that each agent should be in now, and the time of the next change',
	},
	{
		name: 'Import ICS',
		value: 'importIcs',
		action: 'Import a calendar as roster rows',
		description: 'Turn the events of a calendar into rows of a roster',
	},
	{
		name: 'Preview Timeline',
		value: 'previewTimeline',
		action: 'Preview a schedule as table and picture',
		description: 'Show who is in which state over the next days, as a table and as a picture',
	},
];

export const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: scheduleOperations,
	default: 'getStateNow',
};

/** The calendar to import comes with an input item, of which a tool has none. */
export const operationInTool: Partial<INodeProperties> = {
	options: scheduleOperations.filter(({ value }) => value !== 'importIcs'),
};

export const periodField: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'Last Minutes', value: 'last', description: 'Up to now' },
		{ name: 'Next Minutes', value: 'next', description: 'From now on' },
		{
			name: 'Since the Last Run',
			value: 'sinceLastRun',
			description: 'Each change comes out once, however late the trigger runs',
		},
	],
	default: 'sinceLastRun',
	description: 'Which changes to get',
};

export const minutesField: INodeProperties = {
	displayName: 'Minutes',
	name: 'minutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 15,
	description: "The length of the period. The first run of 'Since the Last Run' looks back this far.",
};

export const lastRunMemoryField: INodeProperties = {
	displayName: 'Memory',
	name: 'memory',
	type: 'options',
	options: [
		{
			name: 'Kept in Columns',
			value: 'columns',
			description:
				"Every row has a column 'lastRun'. Keep it in a data table, and give it to the next run below. Works in queue mode and in runs from the editor, too.",
		},
		{ name: 'Kept in the Workflow', value: 'n8n', description: 'By n8n, for runs that a trigger started' },
	],
	default: 'n8n',
	description: 'Where the time of the last run is kept',
};

export const lastRunField: INodeProperties = {
	displayName: 'Last Run',
	name: 'lastRun',
	type: 'string',
	default: '={{ $json.lastRun }}',
	placeholder: 'e.g. 2026-11-27T09:00:00Z',
	description:
		"The newest 'lastRun' that came out of an earlier run, such as from a data table. It is read once, for the first item. A run without changes returns no row: then the next one starts from the same time, and finds the same.",
};

export const everyChangeField: INodeProperties = {
	displayName: 'Every Change',
	name: 'everyChange',
	type: 'boolean',
	default: false,
	description: "Whether to get all changes in the period instead of only each agent's latest one, which applies now",
};

export const includeOfflineField: INodeProperties = {
	displayName: 'Include Unplanned Time',
	name: 'includeOffline',
	type: 'boolean',
	default: false,
	description: 'Whether to include the times without an entry in the roster, when agents are offline',
};

export const titleField: INodeProperties = {
	displayName: 'Picture Title',
	name: 'title',
	type: 'string',
	default: 'Shift schedule',
	description: 'The title above the picture',
};

export const pictureField: INodeProperties = {
	displayName: 'Put Picture in Field',
	name: 'pictureField',
	type: 'string',
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
	description: 'The name of the binary field for the picture',
};

export const coveredField: INodeProperties = {
	displayName: 'States That Must Be Covered',
	name: 'covered',
	type: 'multiOptions',
	options: stateOptions,
	default: ['available'],
	description: 'The states that need agents, at all times or at the hours below',
};

export const minimumField: INodeProperties = {
	displayName: 'Agents Needed',
	name: 'minimum',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	description:
		"The minimum number of agents in each of these states, at all times or at the hours to cover. For a state with intervals, only these count: see 'Agents Needed per Interval'.",
};

export const hoursToCoverField: INodeProperties = {
	displayName: 'Hours to Cover',
	name: 'hoursToCover',
	type: 'string',
	default: '',
	placeholder: 'e.g. Mon-Fri 09:00-17:00; Sat 10:00-14:00',
	description:
		'The days and hours at which these states need agents, separated by semicolons. If empty, they need agents at all times.',
};

export const coverageTitleField: INodeProperties = {
	...titleField,
	default: 'Coverage of the week',
};

export const knownAgentsField: INodeProperties = {
	displayName: 'Known Agents',
	name: 'knownAgents',
	type: 'string',
	default: '',
	placeholder: 'e.g. anna, bob, carla',
	description:
		"The agent IDs that exist in the service, separated by commas, or a list from an expression. If a name has a comma in it, separate them by semicolons. Check Schedule reports all other agents. If empty, the rows of kind 'agent' are the known agents.",
};
