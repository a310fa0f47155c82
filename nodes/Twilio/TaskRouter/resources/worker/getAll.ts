import { listLength, optional, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { activityLocator, workspaceLocator } from '../locators';
import { workers } from '../lookups';
import { targetWorkers } from './targetWorkers';
import { taskQueueName, taskQueueSid } from '../statistics/filters';
import { simpleWorker } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many workers',
		description: 'List many workers of a workspace',
	},
	request: { method: 'GET', path: workers.path, idempotent: true },
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
					...optional(activityLocator),
					description: 'Only workers in this activity',
					routing: { send: { type: 'query', property: 'ActivitySid' } },
				},
				{
					displayName: 'Activity Name',
					name: 'activityName',
					type: 'string',
					default: '',
					description: 'Only workers in the activity with this name',
					routing: { send: { type: 'query', property: 'ActivityName' } },
				},
				{
					displayName: 'Available',
					name: 'available',
					type: 'boolean',
					default: true,
					description: 'Whether to list the workers that can get tasks now (on) or those that cannot (off)',
					routing: { send: { type: 'query', property: 'Available' } },
				},
				targetWorkers,
				{
					displayName: 'Friendly Name',
					name: 'friendlyName',
					type: 'string',
					default: '',
					description: 'Only the worker with this name',
					routing: { send: { type: 'query', property: 'FriendlyName' } },
				},
				{
					displayName: 'Ordering',
					name: 'ordering',
					type: 'options',
					options: [
						{
							name: 'Longest Unchanged First',
							value: 'DateStatusChanged:asc',
							description: 'By the time of the last change of activity, oldest first',
						},
						{
							name: 'Newest Change First',
							value: 'DateStatusChanged:desc',
							description: 'By the time of the last change of activity, newest first',
						},
					],
					default: 'DateStatusChanged:desc',
					description: 'The order of the list',
					routing: { send: { type: 'query', property: 'Ordering' } },
				},
				taskQueueName,
				taskQueueSid,
			],
		},
	],
	paging: workers.paging,
	simple: simpleWorker,
};
