import type { Operation } from '../../../../shared/operation/operation';
import { bySid } from '../../../twilio';
import { serviceLocator, serviceScope, userLocator, userPath } from '../locators';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a user',
		description: "Change a user's attributes, name or role",
	},
	request: { method: 'POST', path: userPath, repeatable: true },
	subject: 'user',
	fields: [
		{
			displayName:
				'Conversations keeps no availability that could be set: whether a user is online, Twilio finds out by itself. Keep the state of an agent in the attributes or in the role, as your application reads it.',
			name: 'availabilityNotice',
			type: 'notice',
			default: '',
		},
		serviceScope,
		serviceLocator,
		userLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Attributes (JSON)',
					name: 'attributes',
					type: 'json',
					default: '{}',
					description:
						'The JSON object that holds what your application keeps about the user, such as { "agentState": "break" }. It replaces all attributes that the user has now.',
					routing: { send: { type: 'body', property: 'Attributes' } },
				},
				{
					displayName: 'Friendly Name',
					name: 'friendlyName',
					type: 'string',
					default: '',
					description: 'A name for the user',
					routing: { send: { type: 'body', property: 'FriendlyName' } },
				},
				{
					displayName: 'Role',
					name: 'role',
					type: 'resourceLocator',
					default: { mode: 'id', value: '' },
					description: 'The service-level role that the user gets',
					modes: [bySid('RL', 'a role SID')],
					routing: { send: { type: 'body', property: 'RoleSid' } },
				},
				{
					displayName: 'Send Webhooks',
					name: 'webhookEnabled',
					type: 'boolean',
					default: true,
					description:
						"Whether this change triggers the service's webhooks (header X-Twilio-Webhook-Enabled)",
					routing: { request: { headers: { 'X-Twilio-Webhook-Enabled': '={{ $value }}' } } },
				},
			],
		},
	],
};
