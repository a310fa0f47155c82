import type { Lookup } from '../../shared/operation/lookup';
import { paging } from '../listing';

export const agents: Lookup = {
	method: 'searchAgents',
	singular: 'queue agent',
	plural: 'queue agents',
	path: '/uapi/extensions/{user}/{queue}/queue/agents',
	paging,
	id: 'agentNumber',
	label: 'agentNumber',
	remark: 'status',
	remarks: { '0': 'logged out', '1': 'online', '2': 'paused' },
};
