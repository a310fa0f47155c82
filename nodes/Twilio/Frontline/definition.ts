import type { NodeDefinition } from '../../shared/operation/operation';
import { setStateOf } from '../../shared/state/setState';
import { adapter } from './adapter';
import { get } from './resources/user/get';
import { setAvailability } from './resources/user/setAvailability';
import { update } from './resources/user/update';
import { vendor } from './vendor';

const setState = setStateOf(adapter, 'a user');

export const frontline: NodeDefinition = {
	vendor,
	resources: [
		{
			option: { name: 'User', value: 'user' },
			operations: [get, setAvailability, setState, update],
			preselected: 'setAvailability',
		},
	],
};
