import { simplify } from '../../../shared/operation/fields';
import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/operation/operation';
import { problem, value } from '../../../shared/values/result';
import { agentsIn } from '../../agents';
import { agentLocator, queueField, userField } from '../fields';
import { agentAmong } from './status';
import { simpleQueueAgent } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a queue agent',
		description: 'Read the status of one agent in a queue',
	},
	request: { method: 'GET', path: '/uapi/extensions/{user}/{queue}/queue/agents/{agent}', idempotent: true },
	subject: 'agent',
	fields: [userField, queueField, agentLocator, simplify],
	read({ body }, values) {
		const agent = agentAmong(agentsIn(body), values);
		return agent ? value([agent as IDataObject]) : problem(`is not registered to queue ${String(values.queue)}`);
	},
	simple: simpleQueueAgent,
};
