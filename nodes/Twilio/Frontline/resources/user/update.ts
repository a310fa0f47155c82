import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { webAddress } from '../../../../shared/operation/rule';
import { userLocator } from '../locators';
import { availableField } from './fields';
import { simpleUserChange } from '../../simple';

export const update: Operation = {
	kind: 'edit',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a user',
		description: "Change a user's availability, name or picture",
	},
	request: { method: 'POST', path: '/v1/Users/{user}', idempotent: true },
	simple: simpleUserChange,
	subject: 'user',
	fields: [
		userLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Avatar URL',
					name: 'avatar',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/anna.png',
					description: 'The address of the picture that the Frontline app shows for the user',
					rule: webAddress,
					routing: { send: { type: 'body', property: 'Avatar' } },
				},
				availableField,
				{
					displayName: 'Friendly Name',
					name: 'friendlyName',
					type: 'string',
					default: '',
					description: 'A name for the user',
					routing: { send: { type: 'body', property: 'FriendlyName' } },
				},
				{
					displayName: 'State',
					name: 'state',
					type: 'options',
					options: [
						{ name: 'Active', value: 'active', description: 'The user can use Frontline' },
						{
							name: 'Deactivated',
							value: 'deactivated',
							description: 'Ends all sessions of the user and takes the user out of all pools',
						},
					],
					default: 'active',
					description:
						"The state of the user's Frontline account. Deactivating ends all sessions of the user and takes the user out of all pools: for breaks and shifts use 'Available' instead.",
					routing: { send: { type: 'body', property: 'State' } },
				},
			],
		},
		onlyIfChanged,
		simplify,
	],
	edit: onlyDifferences({ keyOf: snakeCase }),
};
