import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, optional, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { roleLocator, serviceLocator, serviceScope, userLocator, userPath } from '../locators';
import { attributesField, availabilityNotice, friendlyNameField, webhookField } from './fields';
import { simpleUserChange } from '../../simple';

export const update: Operation = {
	kind: 'edit',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a user',
		description: "Change a user's attributes, name or role",
	},
	request: { method: 'POST', path: userPath, idempotent: true },
	simple: simpleUserChange,
	subject: 'user',
	fields: [
		availabilityNotice,
		serviceScope,
		serviceLocator,
		userLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				attributesField,
				friendlyNameField,
				{ ...optional(roleLocator), description: 'The service-level role to give the user' },
				webhookField,
			],
		},
		onlyIfChanged,
		simplify,
	],
	edit: onlyDifferences({ keyOf: snakeCase }),
};
