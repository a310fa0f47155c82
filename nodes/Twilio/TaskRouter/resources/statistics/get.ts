import type { Operation } from '../../../../shared/operation/operation';
import { workspaceLocator, workerLocator } from '../locators';
import { endDate, minutes, startDate, taskChannel } from '../period';
import { figuresFirst } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: {
		name: 'Get for a Worker',
		value: 'get',
		action: 'Get statistics of a worker',
		description: 'Get the reservations of one agent and the time spent in each activity',
	},
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Workers/{worker}/Statistics', idempotent: true },
	subject: 'worker',
	simple: figuresFirst,
	fields: [
		workspaceLocator,
		workerLocator,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [endDate, minutes, startDate, taskChannel],
		},
	],
};
