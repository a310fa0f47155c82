import type { Field } from '../../../../shared/operation/operation';

export const availableField: Field = {
	displayName: 'Available',
	name: 'isAvailable',
	type: 'boolean',
	default: true,
	description:
		'Whether the user is available for new conversations. Switched off, the user gets no new inbound conversations where Pool Routing is used.',
	routing: { send: { type: 'body', property: 'IsAvailable' } },
};
