import type { NodeDefinition } from '../shared/operation/operation';
import { setStateOf } from '../shared/state/setState';
import { adapter } from './adapter';
import { update } from './resources/user/update';
import { vendor } from './vendor';

const setState = setStateOf(adapter, 'a user');

export const conpeek: NodeDefinition = {
	vendor,
	resources: [{ option: { name: 'User', value: 'user' }, operations: [setState, update], preselected: 'update' }],
};
