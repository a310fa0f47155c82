import { onlyIfChanged, simplify } from '../../../shared/operation/fields';
import type { Operation } from '../../../shared/operation/operation';
import { agentLocator, queueField, userField } from '../fields';
import { confirmation, statusEdit, statusField } from './status';
import { simpleQueueAgent } from '../../simple';

export const update: Operation = {
	kind: 'edit',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a queue agent',
		description: 'Log an agent in to or out of a queue, or pause the agent there',
	},
	request: { method: 'PUT', path: '/uapi/extensions/{user}/{queue}/queue/agents/{agent}', idempotent: true },
	simple: simpleQueueAgent,
	subject: 'agent',
	fields: [userField, queueField, agentLocator, statusField, onlyIfChanged, simplify],
	read: confirmation,
	edit: statusEdit,
};
