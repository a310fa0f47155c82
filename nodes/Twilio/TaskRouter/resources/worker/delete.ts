import type { Operation } from '../../../../shared/operation/operation';
import { deleted } from '../../../twilio';
import { workerLocator, workspaceLocator } from '../locators';
import { ifMatchField } from './fields';

export const del: Operation = {
	kind: 'send',
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a worker',
		description: 'Permanently delete an agent from the workspace',
	},
	request: { method: 'DELETE', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: false },
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [ifMatchField],
		},
	],
	read: deleted,
};
