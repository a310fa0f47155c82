import type { Field } from '../../../shared/operation/operation';

/** An ID and a login cannot be told apart by their form, so one field takes both. */
export const userField: Field = {
	displayName: 'User',
	name: 'user',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. anna.kowalska',
	description: 'The agent: the ID or the login of a user',
};
