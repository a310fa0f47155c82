import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { contextOf, membersOf, optionsOf } from './pack';
import { subjectOf } from './vendors';

/** A field with where it stands and every value to try, each of which must make a difference of its own. */
export interface Tried {
	path: string;
	values: NodeParameterValueType[];
	/** The collection that the field stands in. */
	collection: INodeProperties | undefined;
	context: INodeParameters;
	/** Whether the property says where in the request its value goes. */
	placed: boolean;
	/** Of a field in a row of a collection: its name. */
	inRow?: string;
}

/** A field's key in the samples of its node. */
export type KeyOf = (path: string) => string;

function sample(node: string, path: string): NodeParameterValueType[] {
	const found = subjectOf(node).fields[path];
	if (!found) throw new Error(`No sample for "${path}" of ${node}: add two valid values to the vendor's samples.ts`);
	return found;
}

/**
 * @param node whose samples hold
 * @param row what a row of a collection holds besides the field that is tried; by default every field's first value
 */
export function triedOf(
	node: string,
	property: INodeProperties,
	{ row, keyOf = (path) => path }: { row?: INodeParameters; keyOf?: KeyOf } = {},
	collection?: INodeProperties,
): Tried[] {
	if (property.type === 'notice') return [];
	if (property.type === 'collection') {
		return membersOf(property).flatMap((member) => triedOf(node, member, { keyOf }, property));
	}
	const path = collection ? `${collection.name}.${property.name}` : property.name;
	const context = { ...(collection && contextOf(collection)), ...contextOf(property) };
	const placed = property.routing !== undefined;
	const tried = (values: NodeParameterValueType[], inRow?: string): Tried => ({
		path,
		values,
		collection,
		context,
		placed,
		...(inRow !== undefined && { inRow }),
	});
	if (path === 'options.parallelLimit') return [tried([1, 3])];
	const key = keyOf(path);
	if (property.type !== 'fixedCollection') return valuesOf(node, key, property).map((values) => tried(values));
	return rowsOf(property).flatMap(({ group, fields }) => {
		const first =
			row ??
			Object.fromEntries(
				fields.map((field) => [field.name, valuesOf(node, `${key} ${field.name}`, field)[0]?.[0]]),
			);
		return fields.flatMap((field) =>
			valuesOf(node, `${key} ${field.name}`, field).map((values) =>
				tried(
					values.map((value) => ({ [group]: [{ ...first, [field.name]: value }] })),
					field.name,
				),
			),
		);
	});
}

/** The fields of a collection with rows, each of which is tried in a row of its own. */
const rowsOf = (property: INodeProperties) =>
	(property.options ?? []).flatMap((option) =>
		'values' in option ? [{ group: option.name, fields: option.values }] : [],
	);

/** What to try for a field; a locator's ways in are tried apart, for two of them may mean the same. */
function valuesOf(node: string, key: string, field: INodeProperties): NodeParameterValueType[][] {
	if (field.type === 'boolean') return [[false, true]];
	if (field.type === 'options') return [optionsOf(field).map(({ value }) => value)];
	if (field.type === 'multiOptions') return [optionsOf(field).map(({ value }) => [value as string])];
	if (field.type === 'resourceLocator') return (field.modes ?? []).map((mode) => sample(node, `${key} ${mode.name}`));
	return [sample(node, key)];
}

/** @param others what the collection holds besides */
export function placed({ path, collection }: Tried, value: NodeParameterValueType, base: INodeParameters, others = {}) {
	if (!collection) return { ...base, [path]: value };
	const member = path.slice(collection.name.length + 1);
	const already = base[collection.name] as INodeParameters | undefined;
	return { ...base, [collection.name]: { ...already, ...others, [member]: value } };
}
