import type { INodeProperties } from 'n8n-workflow';
import { stateOptions } from '../../shared/state/state';

const eventStates = [
	{ name: 'As Usual', value: '', description: 'Available in shifts and extra shifts, offline on leave and holidays' },
	...stateOptions,
];

/** How to read a calendar in each input item. */
export const calendarFields: INodeProperties[] = [
	{
		displayName: 'Calendar In',
		name: 'calendarIn',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'A Column of Text',
				value: 'column',
				description: "As an HTTP Request puts it out with 'Text' as response format",
			},
			{ name: 'A File', value: 'file', description: 'As a download, a drive or a mail attachment puts it out' },
		],
		default: 'file',
		description: 'Where each input item has its calendar (ICS)',
	},
	{
		displayName: 'Input Binary Field',
		name: 'calendarFile',
		type: 'string',
		default: 'data',
		hint: 'The name of the input field with the file',
		displayOptions: { show: { calendarIn: ['file'] } },
		description: 'The name of the field with the calendar file',
	},
	{
		displayName: 'Calendar Column',
		name: 'calendarColumn',
		type: 'string',
		default: 'data',
		displayOptions: { show: { calendarIn: ['column'] } },
		description: 'The name of the column with the text of the calendar',
	},
	{
		displayName: 'Agent From',
		name: 'agentFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'A Property of Each Event', value: 'property', description: 'One calendar for a whole team' },
			{ name: 'The Field Below', value: 'fixed', description: 'A calendar of one agent, or of all' },
		],
		default: 'fixed',
		description: 'How to tell whose event it is',
	},
	{
		displayName: 'Agent',
		name: 'calendarAgent',
		type: 'string',
		default: '*',
		placeholder: 'e.g. anna',
		displayOptions: { show: { agentFrom: ['fixed'] } },
		description:
			'The ID of the agent whose calendar it is; * for all, as with a calendar of holidays. An expression can give every calendar an agent of its own.',
	},
	{
		displayName: 'Agent Property',
		name: 'agentProperty',
		type: 'string',
		default: 'ATTENDEE',
		displayOptions: { show: { agentFrom: ['property'] } },
		description:
			'The property that names the agents: ATTENDEE or ORGANIZER (their addresses), SUMMARY, LOCATION or another one',
	},
	{
		displayName: 'Events Are',
		name: 'eventsAre',
		type: 'options',
		options: [
			{ name: 'Extra Shifts', value: 'extra', description: 'They beat holidays and temporary schedules' },
			{ name: 'Holidays', value: 'holiday', description: 'They beat shifts' },
			{ name: 'Leave', value: 'leave', description: 'They beat shifts, holidays and temporary schedules' },
			{ name: 'Shifts', value: 'shift', description: 'Agents are at work during events' },
		],
		default: 'shift',
		description: 'What the events of the calendar stand for',
	},
	{
		displayName: 'State From',
		name: 'stateFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'The Field Below', value: 'fixed', description: 'The same state in all events' },
			{ name: 'Words in Each Event', value: 'words', description: 'Such as "Lunch" in its title' },
		],
		default: 'fixed',
		description: 'How to tell in which state the agent is during an event',
	},
	{
		displayName: 'State',
		name: 'eventState',
		type: 'options',
		options: eventStates,
		default: '',
		displayOptions: { show: { stateFrom: ['fixed'] } },
		description: 'The state during events',
	},
	{
		displayName: 'State Property',
		name: 'stateProperty',
		type: 'string',
		default: 'SUMMARY',
		displayOptions: { show: { stateFrom: ['words'] } },
		description: 'The property that holds the words: SUMMARY is the title, CATEGORIES the categories',
	},
	{
		displayName: 'Words',
		name: 'words',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Word',
		default: {},
		displayOptions: { show: { stateFrom: ['words'] } },
		description: 'Which words stand for which state; available, busy, break and offline stand for themselves',
		options: [
			{
				displayName: 'Word',
				name: 'word',
				values: [
					{
						displayName: 'Word',
						name: 'word',
						type: 'string',
						default: '',
						placeholder: 'e.g. Lunch',
						description: 'The whole title, or one of its parts between commas',
					},
					{
						displayName: 'State',
						name: 'state',
						type: 'options',
						options: stateOptions,
						default: 'available',
						description: 'The state that it stands for',
					},
				],
			},
		],
	},
	{
		displayName: 'Other Words',
		name: 'otherwise',
		type: 'options',
		options: [
			{ name: 'Are an Error', value: '', description: 'The event is not read' },
			...stateOptions.map((option) => ({ ...option, name: `Mean ${option.name}` })),
		],
		default: '',
		displayOptions: { show: { stateFrom: ['words'] } },
		description: 'What to make of an event without any of these words',
	},
];
