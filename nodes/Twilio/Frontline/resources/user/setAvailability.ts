import { onlyDifferences } from '../../../../shared/operation/edit';
import { onlyIfChanged } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { userLocator } from '../userLocator';

export const setAvailability: Operation = {
	option: {
		name: 'Set Availability',
		value: 'setAvailability',
		action: 'Set the availability of a user',
		description: 'Say whether a user gets new conversations',
	},
	request: { method: 'POST', path: '/v1/Users/{user}', repeatable: true },
	subject: 'user',
	fields: [
		userLocator,
		{
			displayName: 'Available',
			name: 'isAvailable',
			type: 'boolean',
			default: true,
			description:
				'Whether the user is available for new conversations. Switched off, the user gets no new inbound conversations where Pool Routing is used.',
			routing: { send: { type: 'body', property: 'IsAvailable' } },
		},
		onlyIfChanged,
	],
	edit: onlyDifferences(),
};
