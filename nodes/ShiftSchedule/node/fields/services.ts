import type { INodeProperties } from 'n8n-workflow';
import { serviceNames } from '../../model/items/serviceNames';
import { wordStates } from './wordStates';

const serviceOptions = Object.entries(serviceNames).map(([value, name]) => ({
	name,
	value,
	description: `As ${name}'s node or API gives them`,
}));

/** The services whose events have attendees and titles. */
const ofCalendars = ['auto', 'googleCalendar', 'outlook'];

/** How to read items that come from another service as they are. */
export const serviceFields: INodeProperties[] = [
	{
		displayName: 'Items Of',
		name: 'itemsOf',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Detect Automatically',
				value: 'auto',
				description: 'The service is recognised by the shape of the items',
			},
			...[...serviceOptions].sort((a, b) => a.name.localeCompare(b.name)),
		],
		default: 'auto',
		description:
			'The service that the items come from. Open, draft, deleted, cancelled, declined and unassigned shifts are left out.',
	},
	{
		displayName: 'Agent Is',
		name: 'agentIs',
		type: 'options',
		options: [
			{ name: 'The Email Address', value: 'email', description: 'Or the ID, if the service has no address' },
			{ name: 'The ID', value: 'id', description: 'Or the email address, if the service has no ID' },
			{ name: 'The Name', value: 'name', description: 'Or the email address, if the service has no name' },
		],
		default: 'email',
		description: 'What the agents are called in Agent State',
	},
	{
		displayName: 'Event Is About',
		name: 'eventOwner',
		type: 'options',
		options: [
			{ name: 'Its Attendees', value: 'attendees', description: 'Except rooms, and those who declined' },
			{ name: 'Its Organizer', value: 'organizer', description: 'For calendars of single agents' },
			{
				name: 'Its Title',
				value: 'title',
				description: "For events named after the agent, such as 'Anna'",
			},
		],
		default: 'attendees',
		displayOptions: { show: { itemsOf: ofCalendars } },
		description: 'Who the shift in a calendar event belongs to',
	},
	{
		displayName: 'Events Are',
		name: 'itemEventsAre',
		type: 'options',
		options: [
			{ name: 'Leave', value: 'away', description: 'Agents are offline during the events' },
			{
				name: 'Shifts',
				value: 'work',
				description: "Agents work during the events, except those that are out of office or called 'Vacation'",
			},
		],
		default: 'work',
		displayOptions: { show: { itemsOf: ofCalendars } },
		description: 'What the events of a calendar are',
	},
	wordStates(
		{
			displayName: 'Words Mean',
			name: 'itemWords',
			description:
				'What activities in shifts and titles of events mean. Usual words such as Lunch, Training or Vacation need no entry.',
		},
		{
			placeholder: 'e.g. Huddle',
			description: 'The whole name or code of an activity, or the whole title of an event',
		},
	),
];
