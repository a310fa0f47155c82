import { listLength, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { workspaceLocator } from '../locators';
import { activities } from '../lookups';
import { simpleActivity } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many activities',
		description: 'List many activities of a workspace',
	},
	request: { method: 'GET', path: activities.path, idempotent: true },
	subject: 'workspace',
	fields: [
		workspaceLocator,
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
					displayName: 'Available',
					name: 'available',
					type: 'boolean',
					default: true,
					description:
						'Whether to list the activities in which workers get tasks (on) or those in which they get none (off)',
					routing: { send: { type: 'query', property: 'Available' } },
				},
				{
					displayName: 'Friendly Name',
					name: 'friendlyName',
					type: 'string',
					default: '',
					description: 'Only the activity with this name',
					routing: { send: { type: 'query', property: 'FriendlyName' } },
				},
			],
		},
	],
	paging: activities.paging,
	simple: simpleActivity,
};
