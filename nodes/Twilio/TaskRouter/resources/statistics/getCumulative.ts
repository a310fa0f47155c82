import type { Operation } from '../../../../shared/operation/operation';
import { workspaceLocator } from '../locators';
import { endDate, minutes, startDate, taskChannel } from '../period';
import { figuresFirst } from '../../simple';

export const getCumulative: Operation = {
	kind: 'send',
	option: {
		name: 'Get Cumulative',
		value: 'getCumulative',
		action: 'Get cumulative statistics of workers',
		description: 'Get the totals of all agents for a period',
	},
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Workers/CumulativeStatistics', idempotent: true },
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
			options: [endDate, minutes, startDate, taskChannel],
		},
	],
};
