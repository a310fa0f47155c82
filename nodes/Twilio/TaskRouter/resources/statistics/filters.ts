import type { Field } from '../../../../shared/operation/operation';
import { sid } from '../../../twilio';

export const taskQueueName: Field = {
	displayName: 'Task Queue Name',
	name: 'taskQueueName',
	type: 'string',
	default: '',
	description: 'Only workers that get tasks from the queue with this name',
	routing: { send: { type: 'query', property: 'TaskQueueName' } },
};

export const taskQueueSid: Field = {
	displayName: 'Task Queue SID',
	name: 'taskQueueSid',
	type: 'string',
	default: '',
	placeholder: 'e.g. WQ0123456789abcdef0123456789abcdef',
	description: 'Only workers that get tasks from this queue',
	rule: sid('WQ', 'a task queue SID'),
	routing: { send: { type: 'query', property: 'TaskQueueSid' } },
};

export const workerName: Field = {
	displayName: 'Worker Name',
	name: 'workerName',
	type: 'string',
	default: '',
	description: 'Only the worker with this name',
	routing: { send: { type: 'query', property: 'FriendlyName' } },
};
