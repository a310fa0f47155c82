import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { channelLocator, workerLocator, workspaceLocator } from '../locators';
import { simpleWorkerChannel } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a worker channel', description: 'Read one channel of a worker' },
	request: {
		method: 'GET',
		path: '/v1/Workspaces/{workspace}/Workers/{worker}/Channels/{channel}',
		idempotent: true,
	},
	subject: 'worker',
	fields: [workspaceLocator, workerLocator, channelLocator, simplify],
	simple: simpleWorkerChannel,
};
