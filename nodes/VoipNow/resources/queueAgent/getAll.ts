import type { Operation } from '../../../shared/operation/operation';
import { agentsIn, hasNextPage } from '../../agents';
import { queueField, userField } from '../fields';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many queue agents',
		description: 'List many agents of a queue with their status',
	},
	request: { method: 'GET', path: '/uapi/extensions/{user}/{queue}/queue/agents', repeatable: true },
	subject: 'queue',
	fields: [
		userField,
		queueField,
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			required: true,
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		},
	],
	// VoipNow's page names 5,000 as the largest count and start; its own client stops at 4,999.
	paging: {
		countParameter: 'count',
		startParameter: 'startIndex',
		pageSize: 500,
		furthestStart: 4_500,
		entries: ({ body }) => (typeof body === 'string' ? undefined : agentsIn(body)),
		goesOn: ({ body }) => hasNextPage(body),
	},
};
