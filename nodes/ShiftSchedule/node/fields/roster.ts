import type { INodeProperties } from 'n8n-workflow';
import {
	agent,
	agentsField,
	collectionOf,
	dayFrom,
	dayUntil,
	days,
	end,
	lastDay,
	name,
	priority,
	reason,
	rotation,
	service,
	shiftName,
	stagger,
	start,
	stateOr,
	step,
	withAgent,
	zone,
} from './rosterEntries';

const kinds = [
	{ name: 'Default', value: 'default', description: 'The state when nothing else applies' },
	{ name: 'Extra Shift', value: 'extra', description: 'An additional shift on one or more days' },
	{ name: 'Holiday', value: 'holiday', description: 'No one works, on whole days or between two times' },
	{ name: 'Leave', value: 'leave', description: 'Vacation or sick leave of one or more agents' },
	{
		name: 'Manual Switch',
		value: 'manual',
		description: 'Overrides everything else, from now on or between two dates',
	},
	{ name: 'Swap', value: 'swap', description: "Two agents work each other's shifts" },
	{ name: 'Temporary Schedule', value: 'temporary', description: 'Replaces all shifts between two dates' },
];

/** The groups of the form, and the kind of row that each makes. An exception has a field for its kind. */
export const groups = {
	shift: { title: 'Shift', kind: 'shift' },
	pause: { title: 'Break', kind: 'break' },
	exception: { title: 'Exception', kind: undefined },
	person: { title: 'Agent', kind: 'agent' },
} as const;

/** What a closed entry shows: the agents, the name of the shift, and when. */
const ENTRY_TITLE =
	"={{ [$collection.item.value.agent, $collection.item.value.shift, $collection.item.value.days, $collection.item.value.start, $collection.item.value.from].filter(Boolean).join(' · ') || 'New' }}";

const shiftFields: INodeProperties[] = [
	...[agentsField, shiftName, days, start, end, stateOr('Available')],
	collectionOf([dayFrom, priority, reason, rotation, step, lastDay, zone]),
];

const breakFields: INodeProperties[] = [
	agentsField,
	{
		...shiftName,
		displayName: 'In Shift',
		description: 'Only in shifts with this name. Leave empty for all shifts.',
	},
	{ ...start, placeholder: 'e.g. 12:00, or 4h after start' },
	{ ...end, placeholder: 'e.g. 30m' },
	stateOr('Break'),
	reason,
	collectionOf([
		...[days, dayFrom, priority, stagger],
		{ ...lastDay, description: 'The last day. Leave empty for no end.' },
	]),
];

const exceptionFields: INodeProperties[] = [
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		options: kinds,
		default: 'leave',
		description: 'The kind of exception',
	},
	...[agentsField, { ...shiftName, placeholder: 'e.g. Christmas' }, dayFrom, dayUntil],
	stateOr('Offline; Available in a Shift'),
	collectionOf([days, end, priority, reason, rotation, start, step, withAgent, zone]),
];

const agentFields: INodeProperties[] = [
	...[agent, name, service],
	{ ...zone, description: "The agent's time zone, if it is not the schedule's" },
	step,
];

/** The roster of a small team, in the form itself. Every entry becomes a row of a table. */
export const rosterField: INodeProperties = {
	displayName: 'Roster',
	name: 'roster',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, fixedCollection: { itemTitle: ENTRY_TITLE } },
	placeholder: 'Add to Roster',
	default: {},
	description:
		'Who works when. Where entries overlap, the later kind in this list wins: shifts, breaks in shifts, holidays, temporary schedules, leave and extra shifts, the manual switch.',
	options: [
		{ displayName: groups.shift.title, name: 'shift', values: shiftFields },
		{ displayName: groups.pause.title, name: 'pause', values: breakFields },
		{ displayName: groups.exception.title, name: 'exception', values: exceptionFields },
		{ displayName: groups.person.title, name: 'person', values: agentFields },
	],
};
