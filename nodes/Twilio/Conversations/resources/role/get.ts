import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { roleLocator, serviceLocator, serviceScope } from '../locators';
import { simpleRole } from '../../simple';

const { routing: _sentElsewhere, ...roleByPath } = roleLocator;

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a role', description: 'Read one role with its permissions' },
	request: { method: 'GET', path: '/v1[/Services/{service}]/Roles/{role}', idempotent: true },
	subject: 'role',
	fields: [serviceScope, serviceLocator, roleByPath, simplify],
	simple: simpleRole,
};
