import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { workspaceLocator } from '../locators';
import { simpleWorkspace } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a workspace', description: 'Read one workspace' },
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}', idempotent: true },
	subject: 'workspace',
	fields: [workspaceLocator, simplify],
	simple: simpleWorkspace,
};
