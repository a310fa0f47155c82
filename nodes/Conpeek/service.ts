import type { Service } from '../shared/operation/operation';
import { update } from './resources/user/update';
import { vendor } from './vendor';

export const conpeek: Service = {
	vendor,
	resources: [{ option: { name: 'User', value: 'user' }, operations: [update] }],
};
