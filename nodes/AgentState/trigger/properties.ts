import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { toNodeProperty } from '../../shared/operation/editor/properties';
import { optional, parallelLimitField } from '../../shared/operation/fields';
import type { Field } from '../../shared/operation/operation';
import { mappingField } from '../../shared/state/fields';
import { stateOptions } from '../../shared/state/state';
import { mappingName, shownWhen } from '../properties';
import { usualService } from '../titles';
import type { ReadableAdapter } from './services';

/** The form of Agent State Trigger. */
export function agentStateTriggerProperties(services: readonly ReadableAdapter[]): INodeProperties[] {
	const idsWhere = (has: (adapter: ReadableAdapter) => boolean) => services.filter(has).map(({ id }) => id);
	const hasList = ({ reading }: ReadableAdapter) => reading.list !== undefined;
	const service: Field = {
		displayName: 'Service',
		name: 'vendor',
		type: services.length === 1 ? 'hidden' : 'options',
		noDataExpression: true,
		options: services.map(({ id, vendor, noun, agent }) => ({
			name: vendor.name,
			value: id,
			description: `The ${noun} of each ${agent.displayName}`.toLowerCase().replace('the', 'The'),
		})),
		default: usualService(services),
		description: 'The service that the agents work in',
	};
	return [
		service,
		...services.flatMap((adapter) =>
			adapter.scopeFields
				.filter(({ name }) => !adapter.stateModifiers?.includes(name))
				.map((field) => shownWhen(optional(field), { vendor: [adapter.id] })),
		),
		shownWhen(
			{ ...watchedAgents(agentsListed), hint: 'Leave empty for all agents' },
			{ vendor: idsWhere(hasList) },
		),
		shownWhen(watchedAgents(agentsTyped), { vendor: idsWhere((one) => !hasList(one)) }),
		fromStates,
		toStates,
		ignoreOwnChanges,
		...services.map((adapter) => shownWhen(mappingField(adapter, mappingName(adapter)), { vendor: [adapter.id] })),
		moreOptions,
	].map(toNodeProperty);
}

const watchedAgents = (description: string): Field => ({
	displayName: 'Agents',
	name: 'agents',
	type: 'string',
	default: '',
	placeholder: 'e.g. Anna Kowalska, bob.stone@example.com',
	description,
});

const agentsListed =
	'The agents to watch, by the names or IDs that Agent State takes, separated by commas. Leave it empty to watch all of them.';

const agentsTyped =
	'The agents to watch, by the names or IDs that Agent State takes, separated by commas. This service has no list of its agents, so name them here.';

const observable: INodePropertyOptions[] = [
	...stateOptions,
	{ name: 'Unknown', value: 'unknown', description: 'A state of the service that stands for none of the others' },
];

const fromStates: Field = {
	displayName: 'From States',
	name: 'fromStates',
	type: 'multiOptions',
	options: observable,
	default: [],
	description: 'Start only when an agent leaves one of these states. Leave it empty for any state.',
};

const toStates: Field = {
	displayName: 'To States',
	name: 'toStates',
	type: 'multiOptions',
	options: observable,
	default: [],
	description: 'Start only when an agent enters one of these states. Leave it empty for any state.',
};

const ignoreOwnChanges: Field = {
	displayName: 'Ignore Own Changes',
	name: 'ignoreOwnChanges',
	type: 'boolean',
	default: true,
	description:
		"Whether to leave out changes that Agent State, or Set State of a service's own node, made in this n8n. In queue mode and after a restart n8n does not know who made a change: the column 'byUs' is then false or empty.",
};

const alsoTell: Field = {
	displayName: 'Also Start For',
	name: 'alsoTell',
	type: 'multiOptions',
	options: [
		{ name: 'Agents Added', value: 'agentAdded', description: 'An agent who was not there at the last poll' },
		{
			name: 'Agents Removed',
			value: 'agentRemoved',
			description: 'An agent who is missing from two polls in a row',
		},
	],
	default: [],
	description: 'Other events to start the workflow for, besides changes of states',
};

const startAnewMinutes: Field = {
	displayName: 'Start Anew After (Minutes)',
	name: 'startAnewMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description:
		'If there was no poll for longer than this, such as over a weekend, only note the states and start nothing. Without this option, every agent whose state differs from the last poll becomes an item, however long ago that poll was.',
};

const tellAllAtFirst: Field = {
	displayName: 'Start for All Agents at First',
	name: 'tellAllAtFirst',
	type: 'boolean',
	default: false,
	description:
		"Whether the first poll starts the workflow with the state of every agent (event 'currentState'). Otherwise it only notes the states.",
};

const moreOptions: Field = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [alsoTell, parallelLimitField(0), startAnewMinutes, tellAllAtFirst],
};
