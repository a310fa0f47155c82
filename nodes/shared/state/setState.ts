import type { Field, Operation } from '../operation/operation';
import type { Adapter } from './adapter';
import { causeField, noteField, previewField, stateField } from './fields';
import { ownOperation } from './ownOperation';

/**
 * The operation *Set State* of a vendor's own node: Agent State for one service, its agents named by the node's fields.
 *
 * @param agents what the service calls an agent, with its article, such as "a worker"
 */
export function setStateOf(adapter: Adapter, agents: string): Operation {
	const { writing, agent, scopeFields, notice, vendor } = adapter;
	const note: Field[] =
		notice === undefined ? [] : [{ displayName: notice, name: 'stateNotice', type: 'notice', default: '' }];
	const own = ownOperation(adapter, 'setState');
	return {
		kind: 'custom',
		option: {
			name: 'Set State',
			value: 'setState',
			action: `Set the state of ${agents}`,
			description: `Make an agent available, busy, on a break or offline; nothing is written if ${vendor.name} already shows that state`,
		},
		subject: agent.name,
		fields: [
			...note,
			...scopeFields,
			agent,
			stateField,
			causeField,
			...(writing.keepsNote ? [noteField] : []),
			previewField,
			...own.fields,
		],
		run: own.run,
	};
}
