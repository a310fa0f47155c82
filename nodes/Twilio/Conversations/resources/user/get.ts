import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { serviceLocator, serviceScope, userLocator, userPath } from '../locators';
import { simpleUser } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a user', description: 'Read one user' },
	request: { method: 'GET', path: userPath, idempotent: true },
	subject: 'user',
	fields: [serviceScope, serviceLocator, userLocator, simplify],
	simple: simpleUser,
};
