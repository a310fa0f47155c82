import type { Operation } from '../../../../shared/operation/operation';
import { deleted } from '../../../twilio';
import { serviceLocator, serviceScope, userLocator, userPath } from '../locators';
import { webhookField } from './fields';

export const del: Operation = {
	kind: 'send',
	option: { name: 'Delete', value: 'delete', action: 'Delete a user', description: 'Permanently delete a user' },
	request: { method: 'DELETE', path: userPath, idempotent: false },
	subject: 'user',
	fields: [
		serviceScope,
		serviceLocator,
		userLocator,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [webhookField],
		},
	],
	read: deleted,
};
