import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import {
	attributesToMerge,
	changeAttributes,
	hyphenWarning,
	listRule,
	mergedAttributes as merge,
	type ListRule,
} from '../../../attributes';
import { workerLocator, workspaceLocator } from '../locators';
import { simpleWorker } from '../../simple';

export const mergeAttributes: Operation = {
	kind: 'edit',
	option: {
		name: 'Merge Attributes',
		value: 'mergeAttributes',
		action: 'Merge attributes of a worker',
		description: 'Change some attributes of an agent and keep the others',
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: true },
	simple: simpleWorker,
	subject: 'worker',
	fields: [workspaceLocator, workerLocator, attributesToMerge, listRule, simplify],
	edit: {
		change: (worker, values) =>
			changeAttributes(worker, (attributes) =>
				merge(attributes, JSON.parse(String(values.attributes)), values.listRule as ListRule),
			),
	},
	warning: ({ attributes }) => hyphenWarning(attributes),
};
