import type { INodeProperties } from 'n8n-workflow';
import { exceptionKinds } from '../../model/comparison/kinds';
import { kindNames } from '../kindNames';

export const kindOptions = exceptionKinds.map((value) => ({ value, ...kindNames[value] }));

/** n8n's lists are in alphabetical order. */
const sortedKinds = [...kindOptions].sort((one, other) => one.name.localeCompare(other.name));

export const toleranceField: INodeProperties = {
	displayName: 'Tolerance (Minutes)',
	name: 'tolerance',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 5,
	description: 'A deviation counts only if it lasts longer than this. It then counts in full.',
};

export const tolerancesField: INodeProperties = {
	displayName: 'Other Tolerances (Minutes)',
	name: 'tolerances',
	type: 'collection',
	placeholder: 'Add Tolerance',
	default: {},
	options: sortedKinds.map(({ name, value, description }) => ({
		displayName: name,
		name: value,
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 5,
		description,
	})),
	description: 'For kinds of deviations with a tolerance of their own',
};

export const kindsField: INodeProperties = {
	displayName: 'Kinds',
	name: 'kinds',
	type: 'multiOptions',
	options: sortedKinds,
	default: [...exceptionKinds],
	description: 'Which deviations to report',
};

export const sameStatesField: INodeProperties = {
	displayName: 'States That Count as the Same',
	name: 'sameStates',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Group',
	default: {},
	options: [
		{
			displayName: 'Group',
			name: 'group',
			values: [
				{
					displayName: 'States',
					name: 'words',
					type: 'string',
					default: '',
					placeholder: 'e.g. busy, available, Coaching',
					description:
						"States, the service's own names of states, or reasons, separated by commas. One of them must be available, busy, break or offline.",
				},
			],
		},
	],
	description: 'An agent in one state of a group counts as in adherence when another state of the group is scheduled',
};

export const neutralField: INodeProperties = {
	displayName: 'Neutral States and Reasons',
	name: 'neutral',
	type: 'string',
	default: '',
	placeholder: 'e.g. Training, System outage',
	description:
		"States, the service's own names of states, or reasons, separated by commas. Time that is scheduled as one of them, or spent in one of them, counts neither as in nor as out of adherence.",
};

export const workStatesField: INodeProperties = {
	displayName: 'States That Are Work',
	name: 'workStates',
	type: 'multiOptions',
	options: [
		{ name: 'Available', value: 'available', description: 'Ready for calls and tasks' },
		{ name: 'Break', value: 'break', description: 'Where breaks are paid as work' },
		{ name: 'Busy', value: 'busy', description: 'Such as a meeting or training' },
	],
	default: ['available', 'busy'],
	description: 'Agents in one of these states are at work. Conformance counts the time in them.',
};
