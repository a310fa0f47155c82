import type { Field } from './operation';

/** How much of a list to return, for every list alike. */
export const listLength: Field[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		required: true,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** For changes to a record that can be read. */
export const onlyIfChanged: Field = {
	displayName: 'Only If Changed',
	name: 'onlyIfChanged',
	type: 'boolean',
	default: false,
	description:
		"Whether to read the record first and to write only what differs. The item then says whether anything was written, in 'changed'.",
};

/** The same field inside a collection, where n8n allows no `required`. */
export function optional({ required: _required, ...field }: Field): Field {
	return field;
}
