import { onlyIfChanged } from '../../../shared/operation/fields';
import type { Operation } from '../../../shared/operation/operation';
import { agentLocator, queueField, userField } from '../fields';
import { confirmation, statusEdit, statusField } from './status';

export const updateInQueues: Operation = {
	option: {
		name: 'Update in Several Queues',
		value: 'updateInQueues',
		action: 'Update a queue agent in several queues',
		description: 'Set the same status in several queues; one item comes out for each queue',
	},
	request: { method: 'PUT', path: '/uapi/extensions/{user}/{queue}/queue/agents/{agent}', repeatable: true },
	subject: 'agent',
	fields: [
		userField,
		{
			displayName: 'Queues',
			name: 'queues',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 0003*212, 0003*216',
			description: 'The extension numbers of the queues, separated by commas',
			convert(given) {
				const queues = (
					Array.isArray(given) ? given.map(String) : typeof given === 'string' ? given.split(',') : []
				)
					.map((queue) => queue.trim())
					.filter((queue, at, all) => queue !== '' && all.indexOf(queue) === at);
				const wrong = queues.find((queue) => queueField.rule?.(queue) !== undefined);
				if (queues.length === 0) return { kind: 'problem', problem: 'is empty' };
				return wrong === undefined
					? { kind: 'value', value: queues.join(',') }
					: { kind: 'problem', problem: `holds "${wrong}": each ${queueField.rule?.(wrong) ?? ''}` };
			},
		},
		agentInAnyQueue(),
		statusField,
		onlyIfChanged,
	],
	spread: {
		over: ({ queues, ...values }) =>
			String(queues)
				.split(',')
				.map((queue) => ({ ...values, queue })),
		label: ({ queue }) => `in queue ${String(queue)}`,
	},
	read: confirmation,
	edit: statusEdit,
};

/** Without the dropdown, which would have to belong to one queue. */
function agentInAnyQueue() {
	const { lookup: _lookup, modes = [], ...locator } = agentLocator;
	return { ...locator, default: { mode: 'id', value: '' }, modes: modes.filter(({ name }) => name !== 'list') };
}
