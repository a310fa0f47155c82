import { onlyIfChanged, simplify } from '../../../shared/operation/fields';
import type { Operation } from '../../../shared/operation/operation';
import { userField } from '../fields';
import { agentInAnyQueue, queuesField, queuesIn } from './queues';
import { confirmation, statusEdit, statusField } from './status';
import { simpleQueueAgent } from '../../simple';

export const updateInQueues: Operation = {
	kind: 'edit',
	option: {
		name: 'Update in Several Queues',
		value: 'updateInQueues',
		action: 'Update a queue agent in several queues',
		description: 'Set the same status in several queues. The output has one item for each queue.',
	},
	request: { method: 'PUT', path: '/uapi/extensions/{user}/{queue}/queue/agents/{agent}', idempotent: true },
	simple: simpleQueueAgent,
	subject: 'agent',
	fields: [userField, queuesField, agentInAnyQueue, statusField, onlyIfChanged, simplify],
	fanOut: {
		over: queuesIn,
		label: ({ queue }) => `in queue ${String(queue)}`,
	},
	read: confirmation,
	edit: statusEdit,
};
