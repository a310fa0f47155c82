import { isResourceLocatorValue } from 'n8n-workflow';
import type { Field } from '../operation';
import { parseField } from './parse';

/**
 * The same fields where a text that is no ID counts as the name of what is meant: an AI model knows names alone, whatever
 * way to choose the form has.
 */
export const takingNames = (fields: Field[]): Field[] =>
	fields.map((field) => {
		if (field.type === 'collection') {
			const options = (field.options ?? []).map((one) => ('type' in one ? (takingNames([one])[0] ?? one) : one));
			return { ...field, options };
		}
		const hasNames = field.lookup !== undefined && field.modes?.some(({ name }) => name === 'name') === true;
		if (field.type !== 'resourceLocator' || field.parse || !hasNames) return field;
		return {
			...field,
			parse: (given, zone) => {
				const parsed = parseField(field, given, zone);
				const located = isResourceLocatorValue(given) ? given : { mode: 'id', value: given };
				// Of what was chosen from the list the ID is kept.
				if (parsed.kind !== 'problem' || !['id', 'list'].includes(located.mode)) return parsed;
				return parseField(field, { __rl: true, mode: 'name', value: located.value }, zone);
			},
		};
	});
