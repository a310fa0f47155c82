import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { toolDescriptions } from '../shared/n8n/toolForm';
import { toNodeProperties } from '../shared/operation/editor/properties';
import { optional, parallelLimitField } from '../shared/operation/fields';
import type { Field } from '../shared/operation/operation';
import { atMostAgentsField } from '../shared/operation/toolFields';
import type { Adapter } from '../shared/state/adapter';
import { causeField, mappingField, noteField, previewField, runOptions, stateField } from '../shared/state/fields';
import { historyFrom, historyUntil } from '../shared/state/historyFields';
import { FROM_ITEM } from '../shared/state/input/form';
import { descriptionsForModels } from './descriptions';
import { usualService } from './titles';

export const mappingName = ({ id }: Adapter) => `${id}Mapping`;

export const agentField = ({ agent }: Adapter): Field => ({ ...agent, name: 'agent', displayName: 'Agent' });

const everything = ['setState', 'compare', 'getState', 'getHistory', 'restorePrevious'];
const writes = ['setState', 'restorePrevious'];
const desires = ['setState', 'compare'];
const asks = ['setState', 'compare', 'getState', 'getHistory'];

/** Operations, without the one that the service has nothing for. */
const thoseOf = ({ history }: Adapter, operations: string[]): string[] =>
	history ? operations : operations.filter((one) => one !== 'getHistory');

/** The form of Agent State: what all services share, and of each service what it alone needs. */
export function agentStateProperties(adapters: Adapter[]): INodeProperties[] {
	const services = adapters.map(({ id, vendor, noun, agent }) => ({
		name: vendor.name,
		value: id,
		description: `The ${noun} of each ${agent.displayName}`.toLowerCase().replace('the', 'The'),
	}));
	const fromEachItem = {
		name: 'From Each Item',
		value: FROM_ITEM,
		description: `For agents of several services: a column names the service of each, such as '${adapters[0]?.id}'`,
	};
	const service: Field = {
		displayName: 'Service',
		name: 'vendor',
		type: adapters.length === 1 ? 'hidden' : 'options',
		noDataExpression: true,
		options: [...services, fromEachItem],
		default: usualService(adapters),
		description: 'The service that the agents work in',
		// A model sends one agent and no item with a column for the service.
		inTool: { options: services },
	};
	const fields: Field[] = [
		operation,
		service,
		...adapters.flatMap(noticeOf),
		shownWhen(restoreNotice, { operation: ['restorePrevious'] }),
		...adapters.flatMap(historyNoticeOf),
		...adapters.flatMap(scopeFieldsOf),
		shownWhen(source, { operation: asks }, { vendor: [FROM_ITEM] }),
		...columns(adapters),
		...adapters.map((adapter) =>
			shownWhen(agentField(adapter), {
				operation: thoseOf(adapter, asks),
				vendor: [adapter.id],
				source: ['fields'],
			}),
		),
		...[stateField, causeField].map((field) =>
			shownWhen(field, { operation: desires, source: ['fields'] }, { vendor: [FROM_ITEM] }),
		),
		shownWhen(noteField, {
			operation: ['setState'],
			source: ['fields'],
			vendor: idsOf(adapters, ({ writing }) => writing.keepsNote === true),
		}),
		...[historyFrom, historyUntil].map((field) => shownWhen(field, { operation: ['getHistory'] })),
		shownWhen(previewField, { operation: writes }),
		shownWhen(atMostAgentsField, { operation: writes }),
		...adapters.flatMap((adapter) =>
			namedForService(mappingField(adapter, mappingName(adapter)), adapter).map((field) =>
				shownWhen(field, { operation: thoseOf(adapter, asks) }),
			),
		),
		options(adapters),
	];
	return [...toolDescriptions(descriptionsForModels), ...fields.flatMap(toNodeProperties)];
}

type Where = Record<string, string[]>;

export const shownWhen = (field: Field, show: Where, hide?: Where): Field => ({
	...field,
	displayOptions: {
		show: { ...field.displayOptions?.show, ...show },
		...((hide ?? field.displayOptions?.hide) && { hide: { ...field.displayOptions?.hide, ...hide } }),
	},
});

/** A field of one service; among those of all services it carries the name of its own. */
const namedForService = (field: Field, { id, vendor }: Adapter): [own: Field, ofAll: Field] => [
	shownWhen(field, { vendor: [id] }),
	shownWhen({ ...field, displayName: `${vendor.name}: ${field.displayName}` }, { vendor: [FROM_ITEM] }),
];

/**
 * The fields of the scope. n8n requires them where the form names the agent; a row of the input may name its own scope
 * instead, and one that comes back always does.
 */
function scopeFieldsOf(adapter: Adapter): Field[] {
	const { scopeFields, scopeColumn, stateModifiers } = adapter;
	const told = new Set([null, ''].flatMap((text) => Object.keys(scopeColumn?.parameters(text) ?? {})));
	return scopeFields.flatMap((field) => {
		const operations = stateModifiers?.includes(field.name) ? desires : told.has(field.name) ? asks : everything;
		const isRequired = field.required === true && told.has(field.name);
		const [own, ofAll] = namedForService(optional(field), adapter);
		return [...(isRequired ? byRowOrRequired(own) : [own]), ofAll].map((one) =>
			shownWhen(one, { operation: thoseOf(adapter, operations) }),
		);
	});
}

const byRowOrRequired = (field: Field): Field[] => [
	shownWhen(
		{ ...field, hint: "Required, unless a column gives it for each row: see 'More Columns'" },
		{ source: ['items'] },
	),
	shownWhen({ ...field, required: true }, { source: ['fields'] }),
];

const noticeOf = (adapter: Adapter): Field[] =>
	adapter.notice === undefined
		? []
		: namedForService(
				{ displayName: adapter.notice, name: `${adapter.id}Notice`, type: 'notice', default: '' },
				adapter,
			).map((field) => shownWhen(field, { operation: thoseOf(adapter, asks) }));

/** Where a service cannot tell, its users see it before they run the node. */
const historyNoticeOf = ({ id, vendor, history }: Adapter): Field[] =>
	history
		? []
		: [
				shownWhen(
					{
						displayName: `${vendor.name} keeps no record of its agents' past states, so there is no history.`,
						name: `${id}HistoryNotice`,
						type: 'notice',
						default: '',
					},
					{ operation: ['getHistory'], vendor: [id] },
				),
			];

const stateOperations: INodePropertyOptions[] = [
	{
		name: 'Compare',
		value: 'compare',
		action: 'Compare desired and actual states',
		description: 'Find out who is not in the state that the items ask for; nothing is changed',
	},
	{
		name: 'Get History',
		value: 'getHistory',
		action: 'Get the state histories of agents',
		description: 'List the states that agents were in, with start and end times',
	},
	{
		name: 'Get State',
		value: 'getState',
		action: 'Get the states of agents',
		description: 'Find out which states agents are in now',
	},
	{
		name: 'Restore Previous',
		value: 'restorePrevious',
		action: 'Restore the previous states of agents',
		description: "Undo a 'Set State': connect the rows that came out of it",
	},
	{
		name: 'Set State',
		value: 'setState',
		action: 'Set the states of agents',
		description: 'Put agents into states; only what differs is written',
	},
];

const operation: Field = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: stateOperations,
	default: 'setState',
	// A model has no rows that an earlier run put out.
	inTool: { options: stateOperations.filter(({ value }) => value !== 'restorePrevious') },
};

const source: Field = {
	displayName: 'Agents From',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Columns of the Input Items',
			value: 'items',
			description: 'Each item names its agent and its state, like the rows of a sheet',
		},
		{ name: 'The Fields Below', value: 'fields', description: 'Choose one agent and one state here' },
	],
	default: 'items',
	description: 'Where the agents and their states come from',
	// The columns of what a model sends are its own choice: it fills in fields.
	inTool: { type: 'hidden', options: [], default: 'fields' },
};

/** n8n hides what depends on a hidden choice; as each item says, there are only items. */
const inColumns = (field: Field, operations: string[]): Field[] => [
	shownWhen(field, { operation: operations, source: ['items'] }, { vendor: [FROM_ITEM] }),
	shownWhen(field, { operation: operations, vendor: [FROM_ITEM] }),
];

const column = (displayName: string, name: string, usual: string, description: string): Field => ({
	displayName,
	name,
	type: 'string',
	default: usual,
	placeholder: `e.g. ${usual}`,
	description,
});

const agentColumn = column(
	'Agent Column',
	'agentColumn',
	'agentId',
	'The name of the column with the agent: an ID, a name or an identity',
);

const stateColumn = column(
	'State Column',
	'stateColumn',
	'desiredState',
	'The name of the column with the state: available, busy, break or offline',
);

const noteColumn = column('Note Column', 'noteColumn', 'note', 'The name of the column with a note on the break');

const reasonColumn = column(
	'Reason Column',
	'reasonColumn',
	'reason',
	'The name of the column with the reason, such as the name of a break',
);

const scopeColumn = column(
	'Scope Column',
	'scopeColumn',
	'scope',
	"The name of the column with the agent's workspace, conversation service or queues. If it is empty, the fields above apply.",
);

const serviceColumn = (adapters: Adapter[]) =>
	column(
		'Service Column',
		'vendorColumn',
		'service',
		`The name of the column with the agent's service, such as '${adapters[0]?.id}'`,
	);

const idsOf = (adapters: Adapter[], has: (adapter: Adapter) => boolean) => adapters.filter(has).map(({ id }) => id);

function columns(adapters: Adapter[]): Field[] {
	const scoped = idsOf(adapters, ({ scopeColumn }) => scopeColumn !== undefined);
	const noted = idsOf(adapters, ({ writing }) => writing.keepsNote === true);
	const more: Field = {
		displayName: 'More Columns',
		name: 'moreColumns',
		type: 'collection',
		placeholder: 'Add Column',
		default: {},
		options: [
			shownWhen(noteColumn, { '/operation': ['setState'], '/vendor': [...noted, FROM_ITEM] }),
			shownWhen(reasonColumn, { '/operation': desires }),
			shownWhen(scopeColumn, { '/vendor': [...scoped, FROM_ITEM] }),
			shownWhen(serviceColumn(adapters), { '/vendor': [FROM_ITEM] }),
		],
		description: "The names of further columns, if they are not 'note', 'reason', 'scope' and 'service'",
	};
	return [...inColumns(agentColumn, asks), ...inColumns(stateColumn, desires), ...inColumns(more, asks)];
}

const restoreNotice: Field = {
	displayName:
		"Connect the rows that came out of 'Set State'. Agents whose state it changed, and who are still in that state, go back to their previous state.",
	name: 'restoreNotice',
	type: 'notice',
	default: '',
};

/** Each is offered only where it has an effect. */
function options(adapters: Adapter[]): Field {
	const offered = runOptions.map(({ field, concerns, operations }) => {
		const concerned = idsOf(adapters, concerns);
		return shownWhen(field, {
			...(operations && { '/operation': operations }),
			...(concerned.length < adapters.length && { '/vendor': [...concerned, FROM_ITEM] }),
		});
	});
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...offered, parallelLimitField(0)].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}
