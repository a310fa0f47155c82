import { listLength, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { workerLocator, workspaceLocator } from '../locators';
import { channels } from '../lookups';
import { simpleWorkerChannel } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many worker channels',
		description: 'List many channels of a worker with their capacity and current tasks',
	},
	request: { method: 'GET', path: channels.path, idempotent: true },
	subject: 'worker',
	fields: [workspaceLocator, workerLocator, ...listLength, simplify],
	paging: channels.paging,
	simple: simpleWorkerChannel,
};
