import type { Field } from '../../../shared/operation/operation';
import { bySid } from '../../twilio';

export const workspaceLocator: Field = {
	displayName: 'Workspace',
	name: 'workspace',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The TaskRouter workspace that the worker belongs to',
	modes: [bySid('WS', 'a workspace SID')],
};

export const workerLocator: Field = {
	displayName: 'Worker',
	name: 'worker',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The agent',
	modes: [bySid('WK', 'a worker SID')],
};
