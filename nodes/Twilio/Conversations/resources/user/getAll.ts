import { listLength, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { serviceLocator, serviceScope } from '../locators';
import { users } from '../lookups';
import { simpleUser } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many users',
		description: 'List many users of a service',
	},
	request: { method: 'GET', path: users.path, idempotent: true },
	fields: [serviceScope, serviceLocator, ...listLength, simplify],
	paging: users.paging,
	simple: simpleUser,
};
