import type { Service } from '../shared/operation/operation';
import { setState } from './resources/user/setState';
import { update } from './resources/user/update';
import { vendor } from './vendor';

export const conpeek: Service = {
	vendor,
	resources: [{ option: { name: 'User', value: 'user' }, operations: [setState, update], preselected: 'update' }],
};
