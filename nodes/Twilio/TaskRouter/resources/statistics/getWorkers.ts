import type { Operation } from '../../../../shared/operation/operation';
import { workspaceLocator } from '../locators';
import { endDate, minutes, startDate, taskChannel } from '../period';
import { taskQueueName, taskQueueSid, workerName } from './filters';
import { figuresFirst } from '../../simple';

export const getWorkers: Operation = {
	kind: 'send',
	option: {
		name: 'Get for All Workers',
		value: 'getWorkers',
		action: 'Get statistics of all workers',
		description: 'Get what all agents, or the agents of one queue, did in a period and are doing now',
	},
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Workers/Statistics', idempotent: true },
	subject: 'workspace',
	simple: figuresFirst,
	fields: [
		workspaceLocator,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [endDate, workerName, minutes, startDate, taskChannel, taskQueueName, taskQueueSid],
		},
	],
};
