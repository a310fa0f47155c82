import { fromModel } from '../../shared/n8n/toolForm';
import type { Field } from '../../shared/operation/operation';
import { matches } from '../../shared/operation/rule';
import { agents } from './lookups';

export const userField: Field = {
	displayName: 'User',
	name: 'user',
	type: 'string',
	default: '@me',
	required: true,
	description:
		'The user who owns the queue: @me or @viewer for the account of the App, @owner for the owner of the extension, or the ID of a user',
	rule: matches(/^(@me|@viewer|@owner|[A-Za-z0-9_-]+)$/, '@me, @viewer, @owner or the ID of a user'),
};

export const queueField: Field = {
	displayName: 'Queue',
	name: 'queue',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0003*212',
	description: 'The extension number of the queue',
	rule: matches(
		/^[0-9*]+$/,
		'the extension number of a queue: digits and asterisks, such as 0003*212. "@self" is not allowed for queues',
	),
};

export const agentLocator: Field = {
	displayName: 'Agent',
	name: 'agent',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The agent. Use the extension number of a local agent or the agent ID of a remote one.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: agents.method, searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 0003*210',
			hint: 'The extension number of a local agent, or the agent ID of a remote one',
			rule: matches(
				/^(?:[0-9*]+|[0-9+]+)$/,
				'an extension number such as 0003*210, or the digits of a remote agent ID',
			),
		},
	],
	lookup: agents,
	inTool: {
		default: {
			mode: 'id',
			value: fromModel(
				'Agent',
				'The extension number of the agent, such as 0003*210, or the ID of a remote agent',
			),
		},
	},
};
