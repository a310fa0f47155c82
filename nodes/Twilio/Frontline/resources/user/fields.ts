import { fromModel } from '../../../../shared/n8n/toolForm';
import type { Field } from '../../../../shared/operation/operation';

export const availableField: Field = {
	displayName: 'Available',
	name: 'isAvailable',
	type: 'boolean',
	default: true,
	description:
		'Whether the user is available for new conversations. If this is off and Pool Routing is used, the user gets no new inbound conversations.',
	routing: { send: { type: 'body', property: 'IsAvailable' } },
	inTool: { default: fromModel('Available', 'Whether the user gets new conversations', 'boolean') },
};
