import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { activityLocator, workspaceLocator } from '../locators';
import { simpleActivity } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get an activity', description: 'Read one activity' },
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Activities/{activity}', idempotent: true },
	subject: 'activity',
	fields: [workspaceLocator, activityLocator, simplify],
	simple: simpleActivity,
};
