import { listLength, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { workspaces } from '../lookups';
import { simpleWorkspace } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many workspaces',
		description: 'List many workspaces of the account',
	},
	request: { method: 'GET', path: workspaces.path, idempotent: true },
	fields: [
		...listLength,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Friendly Name',
					name: 'friendlyName',
					type: 'string',
					default: '',
					description: 'Only the workspace with this name',
					routing: { send: { type: 'query', property: 'FriendlyName' } },
				},
			],
		},
	],
	paging: workspaces.paging,
	simple: simpleWorkspace,
};
