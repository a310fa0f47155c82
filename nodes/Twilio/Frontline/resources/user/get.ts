import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { userLocator } from '../locators';
import { simpleUser } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a user', description: 'Read one user' },
	request: { method: 'GET', path: '/v1/Users/{user}', idempotent: true },
	subject: 'user',
	fields: [userLocator, simplify],
	simple: simpleUser,
};
