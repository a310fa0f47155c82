import { simplify } from '../../../../shared/operation/fields';
import { omit } from '../../../../shared/values/record';
import type { Operation } from '../../../../shared/operation/operation';
import { roleLocator, serviceLocator, serviceScope } from '../locators';
import { simpleRole } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a role', description: 'Read one role with its permissions' },
	request: { method: 'GET', path: '/v1[/Services/{service}]/Roles/{role}', idempotent: true },
	subject: 'role',
	// In the path, and not where a user's role is sent.
	fields: [serviceScope, serviceLocator, omit(roleLocator, 'routing'), simplify],
	simple: simpleRole,
};
