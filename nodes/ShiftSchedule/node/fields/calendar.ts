import type { INodeProperties } from 'n8n-workflow';
import { stateOptions } from '../../../shared/state/state';
import { wordStates } from './wordStates';

const eventStates = [
	{
		name: 'As Usual',
		value: '',
		description: 'Available in shifts and extra shifts, offline during leave and holidays',
	},
	...stateOptions,
];

/** How to read the calendar of each input item. */
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
				description: "Such as from an HTTP Request node with the response format 'Text'",
			},
			{
				name: 'A File',
				value: 'file',
				description: 'Such as a download, a file from a drive or an email attachment',
			},
		],
		default: 'file',
		description: 'Where the calendar (ICS) is in each input item',
	},
	{
		displayName: 'Input Binary Field',
		name: 'calendarFile',
		type: 'string',
		default: 'data',
		hint: 'The name of the input binary field with the file',
		displayOptions: { show: { calendarIn: ['file'] } },
		description: 'The name of the binary field with the calendar file',
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
			{ name: 'A Property of Each Event', value: 'property', description: 'One calendar for the whole team' },
			{ name: 'The Field Below', value: 'fixed', description: 'A calendar for one agent, or for all agents' },
		],
		default: 'fixed',
		description: 'How to find the agent of an event',
	},
	{
		displayName: 'Agent',
		name: 'calendarAgent',
		type: 'string',
		default: '*',
		placeholder: 'e.g. anna',
		displayOptions: { show: { agentFrom: ['fixed'] } },
		description:
			'The ID of the agent, or * for all agents, such as for a calendar of holidays. With an expression, each calendar can have its own agent.',
	},
	{
		displayName: 'Agent Property',
		name: 'agentProperty',
		type: 'string',
		default: 'ATTENDEE',
		displayOptions: { show: { agentFrom: ['property'] } },
		description:
			'The property that names the agents: ATTENDEE or ORGANIZER (email addresses), SUMMARY, LOCATION or another one',
	},
	{
		displayName: 'Agent Is',
		name: 'agentPart',
		type: 'options',
		options: [
			{
				name: 'A Known Agent in the Text',
				value: 'known',
				description: 'The text may say more. Events without a known agent are left out.',
			},
			{ name: 'Part of the Text by a Pattern', value: 'pattern', description: "Such as 'On Call - (*) - *'" },
			{ name: 'The Text Before a Separator', value: 'before', description: "Such as 'Anna' in 'Anna - Early'" },
			{ name: 'The Whole Text', value: 'whole', description: 'Of ATTENDEE and ORGANIZER, the email address' },
		],
		default: 'whole',
		displayOptions: { show: { agentFrom: ['property'] } },
		description: 'Which part of the property is the agent',
	},
	{
		displayName: 'Separator',
		name: 'agentSeparator',
		type: 'string',
		default: ' - ',
		displayOptions: { show: { agentFrom: ['property'], agentPart: ['before'] } },
		description: 'The text that follows the agent, including its spaces',
	},
	{
		displayName: 'Agents to Find',
		name: 'agentsToFind',
		type: 'string',
		default: '',
		placeholder: 'e.g. Anna Nowak, Ben',
		displayOptions: { show: { agentFrom: ['property'], agentPart: ['known'] } },
		description:
			'The known agents, separated by commas (or by semicolons, if names have commas), or a list from an expression. Each must appear in the text as whole words.',
	},
	{
		displayName: 'Pattern',
		name: 'agentPattern',
		type: 'string',
		default: '',
		placeholder: 'e.g. On Call - (*) - *',
		displayOptions: { show: { agentFrom: ['property'], agentPart: ['pattern'] } },
		description: 'The whole text, with (*) in place of the agent and * for any other text',
	},
	{
		displayName: 'Events Are',
		name: 'eventsAre',
		type: 'options',
		options: [
			{ name: 'Extra Shifts', value: 'extra', description: 'They override holidays and temporary schedules' },
			{ name: 'Holidays', value: 'holiday', description: 'They override shifts' },
			{ name: 'Leave', value: 'leave', description: 'They override shifts, holidays and temporary schedules' },
			{ name: 'Shifts', value: 'shift', description: 'Agents work during the events' },
		],
		default: 'shift',
		description: 'What the events of the calendar are',
	},
	{
		displayName: 'State From',
		name: 'stateFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'The Field Below', value: 'fixed', description: 'The same state for all events' },
			{ name: 'Words in Each Event', value: 'words', description: 'Such as "Lunch" in the title' },
		],
		default: 'fixed',
		description: 'How to find the state of the agent during an event',
	},
	{
		displayName: 'State',
		name: 'eventState',
		type: 'options',
		options: eventStates,
		default: '',
		displayOptions: { show: { stateFrom: ['fixed'] } },
		description: 'The state of the agent during the events',
	},
	{
		displayName: 'State Property',
		name: 'stateProperty',
		type: 'string',
		default: 'SUMMARY',
		displayOptions: { show: { stateFrom: ['words'] } },
		description: 'The property with the words: SUMMARY is the title, CATEGORIES the categories',
	},
	{
		...wordStates(
			{
				displayName: 'Words',
				name: 'words',
				description:
					'Which word means which state. The words available, busy, break and offline need no entry.',
			},
			{ placeholder: 'e.g. Lunch', description: 'The whole title, or one part of a list with commas' },
		),
		displayOptions: { show: { stateFrom: ['words'] } },
	},
	{
		displayName: 'Other Words',
		name: 'otherwise',
		type: 'options',
		options: [
			{ name: 'Are an Error', value: '', description: 'The event is left out, and reported as an error' },
			...stateOptions.map((option) => ({ ...option, name: `Mean ${option.name}` })),
		],
		default: '',
		displayOptions: { show: { stateFrom: ['words'] } },
		description: 'What to do with an event that has none of these words',
	},
];
