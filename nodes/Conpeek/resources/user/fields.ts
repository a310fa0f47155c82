import { fromModel } from '../../../shared/n8n/toolForm';
import type { Field } from '../../../shared/operation/operation';

/** Where Conpeek tells the number of a mode; its page is not public. */
export const ONLINE_MODES = "Conpeek's own API call 'Read Online Mode' lists the numbers.";

/** An ID and a name cannot be told apart by their form, so one field takes both, as Conpeek's address does. */
export const userField: Field = {
	displayName: 'User',
	name: 'user',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. anna.kowalska',
	description: 'The agent: the ID or the name of a user in Conpeek',
	inTool: { default: fromModel('Agent', 'The ID or the name of the user, as Conpeek has it') },
};
