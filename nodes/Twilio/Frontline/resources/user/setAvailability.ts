import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { userLocator } from '../locators';
import { availableField } from './fields';
import { simpleUser } from '../../simple';

export const setAvailability: Operation = {
	kind: 'edit',
	option: {
		name: 'Set Availability',
		value: 'setAvailability',
		action: 'Set the availability of a user',
		description: 'Set whether a user gets new conversations',
	},
	request: { method: 'POST', path: '/v1/Users/{user}', idempotent: true },
	simple: simpleUser,
	subject: 'user',
	fields: [userLocator, availableField, onlyIfChanged, simplify],
	edit: onlyDifferences({ keyOf: snakeCase }),
};
