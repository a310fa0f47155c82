import type { NodeDefinition } from '../shared/operation/operation';
import { adapter } from './adapter';
import { setState } from './resources/user/setState';
import { update } from './resources/user/update';
import { vendor } from './vendor';

export const conpeek: NodeDefinition = {
	vendor,
	resources: [
		{ option: { name: 'User', value: 'user' }, operations: [setState(adapter), update], preselected: 'update' },
	],
};
