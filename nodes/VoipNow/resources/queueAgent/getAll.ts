import { inQuotes } from '../../../shared/values/text';
import type { INodePropertyOptions } from 'n8n-workflow';
import { listLength, simplify } from '../../../shared/operation/fields';
import type { Operation, ParsedValue } from '../../../shared/operation/operation';
import { filterComparison, filterMismatch, filterValue, paging, sortOrder } from '../../listing';
import { queueField, userField } from '../fields';
import { agents } from '../lookups';
import { simpleQueueAgent } from '../../simple';

const outputFields: INodePropertyOptions[] = [
	{ name: 'Agent Number', value: 'agentNumber', description: 'The extension number' },
	{ name: 'Identifier', value: 'identifier', description: 'The agent ID of a remote agent' },
	{ name: 'Queue', value: 'queue', description: 'The extension number of the queue' },
	{ name: 'Status', value: 'status', description: '0 logged out, 1 online, 2 paused' },
	{ name: 'Type', value: 'type', description: 'Whether the agent is local or remote' },
];

function toFieldNames(given: unknown): ParsedValue {
	const names = Array.isArray(given) ? given.map(String) : [];
	const unknown = names.find((name) => !outputFields.some(({ value }) => value === name));
	if (unknown !== undefined)
		return { kind: 'problem', problem: `contains ${inQuotes(unknown)}, which is not a field of an agent` };
	return names.length > 0
		? { kind: 'value', value: names.join(',') }
		: { kind: 'problem', problem: 'is empty: choose at least one field' };
}

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many queue agents',
		description: 'List many agents of a queue with their status',
	},
	request: { method: 'GET', path: agents.path, idempotent: true },
	subject: 'queue',
	fields: [
		userField,
		queueField,
		...listLength,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				filterComparison,
				{
					displayName: 'Field',
					name: 'filterBy',
					type: 'options',
					options: [
						{ name: 'Agent Number', value: 'agentNumber', description: 'The extension number' },
						{ name: 'Queue', value: 'queue', description: 'The extension number of the queue' },
						{ name: 'Status', value: 'status', description: '0 logged out, 1 online, 2 paused' },
					],
					default: 'status',
					description: "The field to filter by. Add 'Value' too.",
					routing: { send: { type: 'query', property: 'filterBy' } },
				},
				{
					displayName: 'Output Fields',
					name: 'fields',
					type: 'multiOptions',
					options: outputFields,
					default: [],
					description: 'The fields to return for each agent. The default is all fields.',
					parse: toFieldNames,
					routing: { send: { type: 'query', property: 'fields' } },
				},
				sortOrder,
				filterValue,
			],
		},
	],
	validate: filterMismatch,
	paging,
	simple: simpleQueueAgent,
};
