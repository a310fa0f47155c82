import type { Lookup } from '../../../shared/operation/lookup';
import { pages } from '../../pagination';
import { textIn } from '../../twilio';

export const services: Lookup = {
	method: 'searchServices',
	singular: 'conversation service',
	plural: 'conversation services',
	path: '/v1/Services',
	paging: pages('services', 100),
	id: 'sid',
	label: 'friendly_name',
};

export const users: Lookup = {
	method: 'searchUsers',
	singular: 'user',
	plural: 'users',
	path: '/v1[/Services/{service}]/Users',
	paging: pages('users', 50),
	id: 'sid',
	label: 'friendly_name',
	called({ friendly_name: name, identity }) {
		const label = textIn(name) || textIn(identity);
		return { label, names: [label] };
	},
	remark: 'identity',
};

export const roles: Lookup = {
	method: 'searchRoles',
	singular: 'role',
	plural: 'roles',
	path: '/v1[/Services/{service}]/Roles',
	paging: pages('roles', 50),
	id: 'sid',
	label: 'friendly_name',
	remark: 'type',
};
