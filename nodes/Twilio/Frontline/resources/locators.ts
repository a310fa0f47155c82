import { fromModel } from '../../../shared/n8n/toolForm';
import type { Field } from '../../../shared/operation/operation';
import { byIdentity, bySid } from '../../twilio';

export const userLocator: Field = {
	displayName: 'User',
	name: 'user',
	type: 'resourceLocator',
	default: { mode: 'identity', value: '' },
	required: true,
	description: 'The agent',
	modes: [byIdentity, bySid('US', 'a user SID')],
	inTool: {
		default: {
			mode: 'identity',
			value: fromModel('Agent', 'The identity of the user, such as anna_kowalska. It is case-sensitive.'),
		},
	},
};
