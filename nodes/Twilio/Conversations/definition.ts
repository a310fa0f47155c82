import type { NodeDefinition } from '../../shared/operation/operation';
import { adapter } from './adapter';
import { get as getRole } from './resources/role/get';
import { getAll as getRoles } from './resources/role/getAll';
import { getAll as getServices } from './resources/service/getAll';
import { create } from './resources/user/create';
import { del } from './resources/user/delete';
import { get } from './resources/user/get';
import { getAll } from './resources/user/getAll';
import { mergeAttributes } from './resources/user/mergeAttributes';
import { setState } from './resources/user/setState';
import { update } from './resources/user/update';
import { vendor } from './vendor';

export const conversations: NodeDefinition = {
	vendor,
	preselected: 'user',
	resources: [
		{ option: { name: 'Role', value: 'role' }, operations: [getRole, getRoles] },
		{ option: { name: 'Service', value: 'service' }, operations: [getServices] },
		{
			option: { name: 'User', value: 'user' },
			operations: [create, del, get, getAll, mergeAttributes, setState(adapter), update],
			preselected: 'mergeAttributes',
		},
	],
};
