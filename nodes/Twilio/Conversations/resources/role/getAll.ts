import { listLength, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { serviceLocator, serviceScope } from '../locators';
import { roles } from '../lookups';
import { simpleRole } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many roles',
		description: 'List many roles of a service',
	},
	request: { method: 'GET', path: roles.path, idempotent: true },
	fields: [serviceScope, serviceLocator, ...listLength, simplify],
	paging: roles.paging,
	simple: simpleRole,
};
