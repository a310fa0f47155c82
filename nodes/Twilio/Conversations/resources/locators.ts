import { fromModel } from '../../../shared/n8n/toolForm';
import type { Field } from '../../../shared/operation/operation';
import { byIdentity, byName, bySid, fromList } from '../../twilio';
import { roles, services, users } from './lookups';

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
		{ name: 'Specific Service', value: 'specific', description: 'A service that you choose below' },
	],
	default: 'default',
	description: 'Whether to use the default conversation service of the account or another one',
};

export const serviceLocator: Field = {
	displayName: 'Service',
	name: 'service',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	displayOptions: { show: { serviceScope: ['specific'] } },
	description: 'The conversation service to use',
	modes: [fromList(services), byName('Support'), bySid('IS', 'a conversation service SID')],
	lookup: services,
};

export const userLocator: Field = {
	displayName: 'User',
	name: 'user',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The agent',
	modes: [fromList(users), byIdentity, bySid('US', 'a user SID')],
	lookup: users,
	inTool: {
		default: {
			mode: 'identity',
			value: fromModel('Agent', 'The identity of the user, such as anna_kowalska. It is case-sensitive.'),
		},
	},
};

export const roleLocator: Field = {
	displayName: 'Role',
	name: 'role',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The role. It sets what a user may do.',
	modes: [fromList(roles), byName('service user'), bySid('RL', 'a role SID')],
	lookup: roles,
	routing: { send: { type: 'body', property: 'RoleSid' } },
};

/** The path of a user: with a service, or without one for the default service of the account. */
export const userPath = '/v1[/Services/{service}]/Users/{user}';
