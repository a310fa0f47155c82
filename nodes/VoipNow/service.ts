import type { Service } from '../shared/operation/operation';
import { getAll } from './resources/queueAgent/getAll';
import { update } from './resources/queueAgent/update';
import { vendor } from './vendor';

export const voipNow: Service = {
	vendor,
	resources: [{ option: { name: 'Queue Agent', value: 'queueAgent' }, operations: [getAll, update] }],
};
