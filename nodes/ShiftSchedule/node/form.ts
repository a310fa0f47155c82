import type { INodeProperties } from 'n8n-workflow';
import { stateOptions } from '../../shared/state/state';
import { calendarFields } from './calendarFields';
import { columnsField, rosterField } from './rosterFields';

export type OperationName = 'getStateNow' | 'getChanges' | 'previewTimeline' | 'checkSchedule' | 'importIcs';

/** The node's outputs by operation, in their order. */
export const outputNames: Record<OperationName, string[]> = {
	getStateNow: ['States', 'Next Change'],
	getChanges: ['Changes'],
	previewTimeline: ['Timeline', 'Picture'],
	checkSchedule: ['Findings', 'Hours', 'Summary'],
	importIcs: ['Roster'],
};

type Where = Record<string, Array<string | boolean>>;

const shown = (field: INodeProperties, show: Where): INodeProperties => ({
	...field,
	displayOptions: { show: { ...field.displayOptions?.show, ...show } },
});

const onRosters: OperationName[] = ['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule'];

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Check Schedule',
			value: 'checkSchedule',
			action: 'Check a schedule',
			description:
				'Find gaps, overlaps, unknown agents and rules that never hold; tell how well each hour is covered',
		},
		{
			name: 'Get Changes',
			value: 'getChanges',
			action: 'Get the changes of a schedule',
			description: 'Tell who changed state since the last run, or in the last or next minutes',
		},
		{
			name: 'Get State Now',
			value: 'getStateNow',
			action: 'Get the states of a schedule now',
			description: 'Tell in which state every agent must be now, and when that changes next',
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
			description: 'Show who is in which state over the next days, as rows and as a picture',
		},
	],
	default: 'getStateNow',
};

const rosterFrom: INodeProperties = {
	displayName: 'Roster From',
	name: 'rosterFrom',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'A Calendar (ICS)', value: 'calendar', description: 'Each input item has a calendar' },
		{
			name: 'Rows of the Input',
			value: 'items',
			description: 'Each input item is a row, as of a sheet or a data table',
		},
		{ name: 'The Fields Below', value: 'fields', description: 'For small teams: fill in the roster here' },
	],
	default: 'items',
	description: 'Where the roster is',
};

const rowsNotice: INodeProperties = {
	displayName:
		'A row is a shift: columns agent, days (Mon-Fri), start (09:00), end (17:00) and, if you like, state, shift and service. A column kind makes it a break, holiday, leave, extra, swap… <a href="https://github.com/n8n-nodes-agent-state/n8n-nodes-agent-state/blob/main/docs/shift-schedule.md" target="_blank">All columns</a>',
	name: 'rowsNotice',
	type: 'notice',
	default: '',
};

const zone: INodeProperties = {
	displayName: 'Time Zone Name or ID',
	name: 'zone',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getZones' },
	default: '',
	description:
		'The zone whose clock holds for all times, unless a row or an agent has one of its own. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const dst: INodeProperties = {
	displayName: 'When the Clocks Change',
	name: 'dst',
	type: 'options',
	options: [
		{
			name: 'Keep the End Time',
			value: 'keepEnd',
			description: 'A night shift from 22:00 to 06:00 ends at 06:00: it lasts 7 or 9 hours on that night',
		},
		{
			name: 'Keep the Duration',
			value: 'keepDuration',
			description: 'It lasts 8 hours: on that night it ends at 05:00 or 07:00',
		},
	],
	default: 'keepEnd',
	description:
		'What becomes of shifts on the night when clocks change. A start at a time that does not exist moves forward; of a time that comes twice the first holds.',
};

const evaluateAt: INodeProperties = {
	displayName: 'Evaluate At',
	name: 'evaluateAt',
	type: 'dateTime',
	default: '',
	description: "The moment to work from, by the schedule's clock; now if empty. Set it to try out any other moment.",
};

const period: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'Last Minutes', value: 'last', description: 'Up to now' },
		{ name: 'Next Minutes', value: 'next', description: 'From now on' },
		{
			name: 'Since the Last Run',
			value: 'sinceLastRun',
			description: 'Whenever the trigger fires, each change by the clock is told once',
		},
	],
	default: 'sinceLastRun',
	description: 'Which changes to tell',
};

const minutes: INodeProperties = {
	displayName: 'Minutes',
	name: 'minutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 15,
	description: "How many minutes the period has. 'Since the Last Run' goes back so far in its first run.",
};

const everyChange: INodeProperties = {
	displayName: 'Every Change',
	name: 'everyChange',
	type: 'boolean',
	default: false,
	description:
		'Whether to put out all changes of an agent in the period rather than only the latest, which is what holds now',
};

const days: INodeProperties = {
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 400 },
	default: 14,
	description: 'How many days to look at, today included',
};

const includeOffline: INodeProperties = {
	displayName: 'Offline Too',
	name: 'includeOffline',
	type: 'boolean',
	default: false,
	description: 'Whether to also put out the time in which nobody said anything about an agent',
};

const title: INodeProperties = {
	displayName: 'Picture Title',
	name: 'title',
	type: 'string',
	default: 'Shift schedule',
	description: 'What stands above the picture',
};

const pictureField: INodeProperties = {
	displayName: 'Put Picture in Field',
	name: 'pictureField',
	type: 'string',
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
	description: 'The name of the field with the picture',
};

const needed: INodeProperties = {
	displayName: 'States That Must Be Covered',
	name: 'covered',
	type: 'multiOptions',
	options: stateOptions,
	default: ['available'],
	description: 'The states in which somebody has to be at any time',
};

const minimum: INodeProperties = {
	displayName: 'Agents Needed',
	name: 'minimum',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'How many agents have to be in each of these states at least',
};

const knownAgents: INodeProperties = {
	displayName: 'Known Agents',
	name: 'knownAgents',
	type: 'string',
	default: '',
	placeholder: 'e.g. anna, bob, carla',
	description:
		"The IDs that the service knows, separated by commas, or a list from an expression. Others in the roster are told. Without it, the rows of kind 'agent' say who is known.",
};

const inCalendar = calendarFields.flatMap((field) => [
	shown(field, { operation: onRosters, rosterFrom: ['calendar'] }),
	shown(field, { operation: ['importIcs'] }),
]);

export const properties: INodeProperties[] = [
	operation,
	shown(rosterFrom, { operation: onRosters }),
	shown(rowsNotice, { operation: onRosters, rosterFrom: ['items'] }),
	shown(columnsField, { operation: onRosters, rosterFrom: ['items'] }),
	...inCalendar,
	zone,
	shown(dst, { operation: onRosters }),
	shown(period, { operation: ['getChanges'] }),
	shown(minutes, { operation: ['getChanges'] }),
	shown(everyChange, { operation: ['getChanges'], period: ['last', 'sinceLastRun'] }),
	shown(days, { operation: ['previewTimeline', 'checkSchedule', 'importIcs'] }),
	shown(needed, { operation: ['checkSchedule'] }),
	shown(minimum, { operation: ['checkSchedule'] }),
	shown(knownAgents, { operation: ['checkSchedule'] }),
	shown(includeOffline, { operation: ['previewTimeline'] }),
	shown(title, { operation: ['previewTimeline'] }),
	shown(pictureField, { operation: ['previewTimeline'] }),
	evaluateAt,
	// The longest comes last.
	shown(rosterField, { operation: onRosters, rosterFrom: ['fields'] }),
];
