import type { Operation } from '../../../../shared/operation/operation';
import { workspaceLocator } from '../locators';
import { taskChannel } from '../period';
import { figuresFirst } from '../../simple';

export const getRealTime: Operation = {
	kind: 'send',
	option: {
		name: 'Get Real Time',
		value: 'getRealTime',
		action: 'Get real time statistics of workers',
		description: 'Get how many agents are in each activity now',
	},
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Workers/RealTimeStatistics', idempotent: true },
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
			options: [taskChannel],
		},
	],
};
