import type { NodeDefinition } from '../shared/operation/operation';
import { adapter } from './adapter';
import { getAll as getPresences } from './resources/presence/getAll';
import { get } from './resources/queueAgent/get';
import { getAll } from './resources/queueAgent/getAll';
import { setState } from './resources/queueAgent/setState';
import { update } from './resources/queueAgent/update';
import { updateInQueues } from './resources/queueAgent/updateInQueues';
import { vendor } from './vendor';

export const voipNow: NodeDefinition = {
	vendor,
	preselected: 'queueAgent',
	resources: [
		{ option: { name: 'Presence', value: 'presence' }, operations: [getPresences] },
		{
			option: { name: 'Queue Agent', value: 'queueAgent' },
			operations: [get, getAll, setState(adapter), update, updateInQueues],
			preselected: 'update',
		},
	],
};
