import { listLength, simplify } from '../../../shared/operation/fields';
import type { Operation } from '../../../shared/operation/operation';
import { matches } from '../../../shared/operation/rule';
import { filterComparison, filterMismatch, filterValue, paging, sortOrder } from '../../listing';
import { userField } from '../fields';
import { simplePresence } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many presences',
		description: 'List many extensions and whether their phones are online, ringing or busy',
	},
	request: { method: 'GET', path: '/uapi/extensions/{user}/{extension}/presence/', idempotent: true },
	subject: 'extension',
	fields: [
		{ ...userField, description: userField.description?.replace('owns the queue', 'owns the extensions') ?? '' },
		{
			displayName: 'Extension',
			name: 'extension',
			type: 'string',
			default: '@self',
			required: true,
			description: 'An extension number, or @self for all extensions of the user',
			rule: matches(/^(@self|[0-9*]+)$/, 'an extension number such as 0003*210, or @self'),
		},
		...listLength,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				filterComparison,
				{
					displayName: 'Field',
					name: 'filterBy',
					type: 'options',
					options: [{ name: 'Extension', value: 'extension', description: 'The extension number' }],
					default: 'extension',
					description: 'The field to filter by. VoipNow offers only this one.',
					routing: { send: { type: 'query', property: 'filterBy' } },
				},
				sortOrder,
				filterValue,
			],
		},
	],
	validate: filterMismatch,
	paging,
	simple: simplePresence,
};
