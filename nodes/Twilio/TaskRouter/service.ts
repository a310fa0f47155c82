import type { Service } from '../../shared/operation/operation';
import { get } from './resources/worker/get';
import { update } from './resources/worker/update';
import { vendor } from './vendor';

export const taskRouter: Service = {
	vendor,
	resources: [{ option: { name: 'Worker', value: 'worker' }, operations: [get, update] }],
};
