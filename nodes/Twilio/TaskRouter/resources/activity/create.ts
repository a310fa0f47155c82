import { simplify } from '../../../../shared/operation/fields';
import { fromModel } from '../../../../shared/n8n/toolForm';
import type { Operation } from '../../../../shared/operation/operation';
import { atMost } from '../../../../shared/operation/rule';
import { workspaceLocator } from '../locators';
import { simpleActivity } from '../../simple';

export const create: Operation = {
	kind: 'send',
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an activity',
		description: 'Create an activity, such as Lunch or Training',
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Activities', idempotent: false },
	simple: simpleActivity,
	subject: 'friendlyName',
	fields: [
		workspaceLocator,
		{
			displayName: 'Friendly Name',
			name: 'friendlyName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Lunch',
			description: 'The name of the activity, at most 64 characters long',
			rule: atMost(64),
			routing: { send: { type: 'body', property: 'FriendlyName' } },
			inTool: { default: fromModel('Name', 'The name of the new activity') },
		},
		{
			displayName: 'Available',
			name: 'available',
			type: 'boolean',
			default: false,
			description: 'Whether workers in this activity get tasks. This cannot be changed later.',
			routing: { send: { type: 'body', property: 'Available' } },
		},
		simplify,
	],
};
