import type { INodeProperties } from 'n8n-workflow';
import { toNodeProperty } from '../../../shared/operation/editor/properties';
import { optional } from '../../../shared/operation/fields';
import type { Field } from '../../../shared/operation/operation';
import { mappingField } from '../../../shared/state/fields';
import { stateOptions } from '../../../shared/state/state';
import { adapter } from '../adapter';
import { activityLocator, workerLocator, workspaceLocator } from '../resources/locators';
import { eventOptions } from './eventNames';

export const MAPPING_NAME = 'stateMapping';

const way: Field = {
	displayName: 'Listen Through',
	name: 'listenThrough',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Event Streams',
			value: 'eventStreams',
			description: 'Adds its own subscription, and leaves Flex and other listeners alone',
		},
		{
			name: 'Workspace Callback',
			value: 'workspaceCallback',
			description: 'Uses the one event callback of the workspace. Only for accounts without Event Streams.',
		},
	],
	default: 'eventStreams',
	description: 'How Twilio sends the events here. The node sets it up when the workflow is activated.',
};

const events: Field = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: eventOptions,
	default: ['worker.activity.update'],
	required: true,
	description: 'The events that start the workflow',
};

const stateFilter = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'multiOptions',
	options: [...stateOptions, { name: 'Unknown', value: 'unknown', description: 'An activity that stands for none' }],
	default: [],
	description,
});

const aboutChanges = 'With this filter, only changes of activity start the workflow.';

/** The filters whose values are read like the fields of an operation. */
export const filterFields: Field[] = [
	{
		...optional(activityLocator),
		displayName: 'From Activity',
		name: 'fromActivity',
		description: `The activity that the agent leaves. ${aboutChanges}`,
	},
	{
		displayName: 'Minimum Time in Previous Activity (Seconds)',
		name: 'leastSeconds',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description:
			'How long the agent must have been in the activity before. With this filter, only changes of activity start the workflow.',
	},
	{
		...optional(activityLocator),
		displayName: 'To Activity',
		name: 'toActivity',
		description: `The activity that the agent goes to. ${aboutChanges}`,
	},
	{ ...optional(workerLocator), description: 'The only agent whose events start the workflow' },
];

const filters: Field = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		...filterFields,
		stateFilter(
			'From States',
			'fromStates',
			`The state that the agent leaves, by 'State Mapping'. ${aboutChanges}`,
		),
		stateFilter('To States', 'toStates', `The state that the agent goes to, by 'State Mapping'. ${aboutChanges}`),
	].sort((a, b) => a.displayName.localeCompare(b.displayName)),
};

const ignoreOwn: Field = {
	displayName: 'Ignore Own Changes',
	name: 'ignoreOwnChanges',
	type: 'boolean',
	default: true,
	description:
		"Whether to leave out changes that Agent State, or Set State of a service's own node, made in this n8n. In queue mode and after a restart n8n does not know who made a change: the column 'byUs' is then false or empty.",
};

const moreEvents: Field = {
	displayName: 'More Event Names or IDs',
	name: 'moreEvents',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getMoreEvents' },
	default: [],
	displayOptions: { show: { '/listenThrough': ['eventStreams'] } },
	description:
		'Other TaskRouter events that Event Streams offers your account, such as events of task queues and workflows. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const optionsField: Field = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Accept Unsigned Deliveries',
			name: 'acceptUnsigned',
			type: 'boolean',
			default: false,
			description:
				'Whether to start the workflow without checking that Twilio sent the event. Anyone who learns the address of this webhook can then start the workflow with invented events. Needed only if the credential holds an API key or an OAuth client, because only the Auth Token can check signatures.',
		},
		moreEvents,
		{
			displayName: 'If the Callback Is Taken',
			name: 'ifTaken',
			type: 'options',
			options: [
				{ name: 'Leave It', value: 'leave', description: 'The workflow is not activated' },
				{
					name: 'Replace It',
					value: 'replace',
					description:
						'Whatever uses the callback now gets no events while this workflow is active. Deactivating it puts the old callback back.',
				},
			],
			default: 'leave',
			displayOptions: { show: { '/listenThrough': ['workspaceCallback'] } },
			description: 'What to do if the workspace already sends its events to another address',
		},
	],
};

const testNotice: Field = {
	displayName:
		'Twilio must be able to reach this n8n from the Internet. Execute Step waits two minutes for an event.',
	name: 'reachableNotice',
	type: 'notice',
	default: '',
};

/** The fields that name a thing at Twilio: what is chosen in them is looked up. */
export const locatorFields: Field[] = [workspaceLocator, ...filterFields];

export const triggerProperties: INodeProperties[] = [
	testNotice,
	workspaceLocator,
	events,
	filters,
	ignoreOwn,
	way,
	mappingField(adapter, MAPPING_NAME),
	optionsField,
].map(toNodeProperty);

/** For the editor's dropdowns. */
export const searchFields: Field[] = [workspaceLocator, workerLocator, activityLocator];
