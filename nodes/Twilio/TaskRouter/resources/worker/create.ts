import { optional, simplify } from '../../../../shared/operation/fields';
import { fromModel } from '../../../../shared/n8n/toolForm';
import type { Operation } from '../../../../shared/operation/operation';
import { filled } from '../../../../shared/operation/rule';
import { workspaceLocator } from '../locators';
import { activityField, attributesField, friendlyNameField } from './fields';
import { simpleWorkerChange } from '../../simple';

export const create: Operation = {
	kind: 'send',
	option: { name: 'Create', value: 'create', action: 'Create a worker', description: 'Add an agent to a workspace' },
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Workers', idempotent: false },
	simple: simpleWorkerChange,
	subject: 'friendlyName',
	fields: [
		workspaceLocator,
		{
			...friendlyNameField,
			required: true,
			rule: (name) => filled(name) ?? friendlyNameField.rule?.(name),
			inTool: { default: fromModel('Name', 'The name of the new worker, unique in the workspace') },
		},
		simplify,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...optional(activityField),
					description:
						'The activity to start in. Without it the worker starts in the default activity of the workspace.',
				},
				{
					...attributesField,
					description: 'What describes the worker, as a JSON object such as { "email": "bob@example.com" }',
				},
			],
		},
	],
};
