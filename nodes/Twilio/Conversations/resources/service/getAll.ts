import { listLength, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { services } from '../lookups';
import { simpleService } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many services',
		description: 'List many conversation services of the account',
	},
	request: { method: 'GET', path: services.path, idempotent: true },
	fields: [...listLength, simplify],
	paging: services.paging,
	simple: simpleService,
};
