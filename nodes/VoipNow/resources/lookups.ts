import type { Lookup } from '../../shared/operation/lookup';
import { agentIdOf } from '../agents';
import { paging } from '../listing';

export const agents: Lookup = {
	method: 'searchAgents',
	singular: 'queue agent',
	plural: 'queue agents',
	path: '/uapi/extensions/{user}/{queue}/queue/agents',
	paging,
	search: (text) => ({ filterBy: 'agentNumber', filterOp: 'contains', filterValue: text }),
	id: agentIdOf,
	label: 'agentNumber',
	remark: 'status',
	remarks: { '0': 'logged out', '1': 'online', '2': 'paused' },
};
