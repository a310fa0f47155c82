import type { Service } from '../../shared/operation/operation';
import { get } from './resources/user/get';
import { setAvailability } from './resources/user/setAvailability';
import { update } from './resources/user/update';
import { vendor } from './vendor';

export const frontline: Service = {
	vendor,
	resources: [
		{
			option: { name: 'User', value: 'user' },
			operations: [get, setAvailability, update],
			preselected: 'setAvailability',
		},
	],
};
