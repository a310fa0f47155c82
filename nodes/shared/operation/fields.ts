import { omit } from '../values/record';
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

/** The name of the switch with which an operation changes nothing and says what would change. */
export const PREVIEW_ONLY = 'previewOnly';

/** n8n's convention for records that have more than people look at. */
export const simplify: Field = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** For changes to a record that can be read. */
export const onlyIfChanged: Field = {
	displayName: 'Only If Changed',
	name: 'onlyIfChanged',
	type: 'boolean',
	default: false,
	description:
		"Whether to read the record first and to write only what differs. The item then says whether anything was written, in 'changed'.",
};

/**
 * How many requests to a service may be in flight at once.
 *
 * @param usual the number of the service; 0 in a form for several services, where it stands for the number of each
 * @param service its name, where the form is for one
 */
export const parallelLimitField = (usual: number, service?: string): Field => ({
	displayName: 'Parallel Limit',
	name: 'parallelLimit',
	type: 'number',
	typeOptions: { minValue: Math.min(usual, 1) },
	default: usual,
	description: service
		? `The maximum number of requests to ${service} at the same time. The node finds out by itself how many the service accepts; set this only to stay below that, for example to leave room for other workflows.`
		: "The maximum number of requests to one service at the same time. 0 means each service's usual number. Up to that number the node finds out by itself how many the service accepts; set another number to leave room for other workflows, or to go faster if you know the service's limit.",
});

/** The same field inside a collection, where n8n allows no `required`. */
export const optional = (field: Field): Field => omit(field, 'required');

/** All fields that take a value, those inside collections included. */
export const leavesOf = (fields: Field[]): Field[] =>
	fields.flatMap((field) =>
		field.type === 'collection'
			? leavesOf((field.options ?? []).filter((option): option is Field => 'type' in option))
			: [field],
	);
