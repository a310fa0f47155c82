import { inQuotes } from '../../../shared/values/text';
import { omit } from '../../../shared/values/record';
import type { Field, Values } from '../../../shared/operation/operation';
import { shortForm } from '../../agents';
import { agentLocator, queueField } from '../fields';

/** Several queues in one field. */
export const queuesField: Field = {
	displayName: 'Queues',
	name: 'queues',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0003*212, 0003*216',
	description: 'The extension numbers of the queues, separated by commas',
	parse(given) {
		const queues = (Array.isArray(given) ? given.map(String) : typeof given === 'string' ? given.split(',') : [])
			.map((queue) => queue.trim())
			.filter((queue, at, all) => queue !== '' && all.indexOf(queue) === at);
		const wrong = queues.find((queue) => queueField.rule?.(queue) !== undefined);
		if (queues.length === 0) return { kind: 'problem', problem: 'is empty' };
		const twin = queues.find((queue) => queue.includes('*') && queues.includes(shortForm(queue)));
		if (twin !== undefined) {
			return {
				kind: 'problem',
				problem: `contains ${inQuotes(shortForm(twin))} and ${inQuotes(twin)}, which may be the same queue: write all of them in the long form`,
			};
		}
		return wrong === undefined
			? { kind: 'value', value: queues.join(',') }
			: { kind: 'problem', problem: `contains ${inQuotes(wrong)}: each ${queueField.rule?.(wrong) ?? ''}` };
	},
};

/** One set of values for each queue. */
export const queuesIn = ({ queues, ...values }: Values): Values[] =>
	String(queues)
		.split(',')
		.map((queue) => ({ ...values, queue }));

/** Without the list, which would have to belong to one queue. */
export const agentInAnyQueue: Field = {
	...omit(agentLocator, 'lookup'),
	default: { mode: 'id', value: '' },
	modes: (agentLocator.modes ?? []).filter(({ name }) => name !== 'list'),
};
