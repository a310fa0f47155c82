import type { Field } from '../../nodes/shared/operation/operation';

type Part = NonNullable<Field['options']>[number];

/**
 * A form as someone reads it, field by field: what it says, what stands in it at first, and when it is shown. What is
 * inside a field stands below it, further to the right.
 */
export const formText = (fields: readonly Part[], indent = ''): string[] =>
	fields.flatMap((field) => [`${indent}${lineOf(field)}`, ...formText(partsOf(field), `${indent}  `)]);

function partsOf(field: Part): Part[] {
	if ('values' in field) return field.values;
	return 'options' in field ? (field.options ?? []) : [];
}

function lineOf(field: Part): string {
	if ('values' in field) return `${field.displayName} (${field.name})`;
	if (!('type' in field)) {
		const { name, description } = field;
		return `${name} = ${'value' in field ? JSON.stringify(field.value) : ''}: ${description ?? ''}`;
	}
	const { displayName, name, type, required, placeholder, hint, typeOptions, displayOptions, description } = field;
	return [
		`${displayName} (${name}, ${type}${required ? ', required' : ''}) = ${JSON.stringify(field.default)}`,
		placeholder && ` [${placeholder}]`,
		typeOptions && ` ${JSON.stringify(typeOptions)}`,
		displayOptions && ` ${JSON.stringify(displayOptions)}`,
		description && `: ${description}`,
		hint && ` (${hint})`,
	]
		.filter(Boolean)
		.join('');
}
