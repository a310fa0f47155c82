import type { Field } from '../../../shared/operation/operation';
import { byIdentity, bySid } from '../../twilio';

export const serviceScope: Field = {
	displayName: 'Conversation Service',
	name: 'serviceScope',
	type: 'options',
	options: [
		{
			name: 'Default Service',
			value: 'default',
			description: "The account's default conversation service",
		},
		{ name: 'Specific Service', value: 'specific', description: 'The service that you name' },
	],
	default: 'default',
	description: 'Where the user is registered',
};

export const serviceLocator: Field = {
	displayName: 'Service',
	name: 'service',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	displayOptions: { show: { serviceScope: ['specific'] } },
	description: 'The conversation service that the user belongs to',
	modes: [bySid('IS', 'a conversation service SID')],
};

export const userLocator: Field = {
	displayName: 'User',
	name: 'user',
	type: 'resourceLocator',
	default: { mode: 'identity', value: '' },
	required: true,
	description: 'The agent',
	modes: [byIdentity, bySid('US', 'a user SID')],
};

/** Every user path exists with a service and, for the account's default one, without. */
export const userPath = '/v1[/Services/{service}]/Users/{user}';
