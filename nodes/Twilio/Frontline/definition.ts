import type { NodeDefinition } from '../../shared/operation/operation';
import { adapter } from './adapter';
import { get } from './resources/user/get';
import { setAvailability } from './resources/user/setAvailability';
import { setState } from './resources/user/setState';
import { update } from './resources/user/update';
import { vendor } from './vendor';

export const frontline: NodeDefinition = {
	vendor,
	resources: [
		{
			option: { name: 'User', value: 'user' },
			operations: [get, setAvailability, setState(adapter), update],
			preselected: 'setAvailability',
		},
	],
};
