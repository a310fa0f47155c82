import type { Service } from '../../shared/operation/operation';
import { get } from './resources/user/get';
import { update } from './resources/user/update';
import { vendor } from './vendor';

export const conversations: Service = {
	vendor,
	resources: [{ option: { name: 'User', value: 'user' }, operations: [get, update] }],
};
