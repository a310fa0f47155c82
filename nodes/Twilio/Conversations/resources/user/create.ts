import { optional, simplify } from '../../../../shared/operation/fields';
import { fromModel } from '../../../../shared/n8n/toolForm';
import type { Operation } from '../../../../shared/operation/operation';
import { filled } from '../../../../shared/operation/rule';
import { roleLocator, serviceLocator, serviceScope } from '../locators';
import { users } from '../lookups';
import { attributesField, AVOIDED, friendlyNameField, identityWarning, webhookField } from './fields';
import { simpleUserChange } from '../../simple';

export const create: Operation = {
	kind: 'send',
	option: { name: 'Create', value: 'create', action: 'Create a user', description: 'Add a user to a service' },
	request: { method: 'POST', path: users.path, idempotent: false },
	simple: simpleUserChange,
	subject: 'identity',
	fields: [
		serviceScope,
		serviceLocator,
		{
			displayName: 'Identity',
			name: 'identity',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. anna_kowalska',
			description: `The name by which your application knows the user. It is case-sensitive. ${AVOIDED}`,
			rule: filled,
			routing: { send: { type: 'body', property: 'Identity' } },
			inTool: {
				default: fromModel(
					'Identity',
					'The name by which the application knows the new user. It is case-sensitive.',
				),
			},
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
					...attributesField,
					description: 'What your application stores about the user, as a JSON object. Twilio takes 16 KB.',
				},
				friendlyNameField,
				{ ...optional(roleLocator), description: 'The service-level role to give the user' },
				webhookField,
			],
		},
	],
	warning: ({ identity }) => identityWarning(`${identity ?? ''}`),
};
