import type { Operation } from '../operation/operation';
import type { Adapter } from './adapter';
import { historyFrom, historyUntil } from './historyFields';
import { ownOperation } from './ownOperation';

/**
 * The operation *Get History* of a vendor's own node, for a service that tells which states agents were in.
 *
 * @param agents what the service calls an agent, with its article, such as "a worker"
 */
export function getHistoryOf(adapter: Adapter, agents: string): Operation {
	const { agent, scopeFields } = adapter;
	const own = ownOperation(adapter, 'getHistory');
	return {
		kind: 'custom',
		option: {
			name: 'Get History',
			value: 'getHistory',
			action: `Get the state history of ${agents}`,
			description: 'List the states that an agent was in, with start and end times',
		},
		subject: agent.name,
		fields: [...scopeFields, agent, historyFrom, historyUntil, ...own.fields],
		run: own.run,
	};
}
