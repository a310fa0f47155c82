import { problem, value } from '../../../../shared/values/result';
import { inQuotes, textOf } from '../../../../shared/values/text';
import { isRecord } from '../../../../shared/values/record';
import type { Field, ParsedValue } from '../../../../shared/operation/operation';
import { quoted } from '../../expression';

/**
 * A TargetWorkersExpression built from conditions, so that values with quotation marks are escaped.
 * Source: twilio.com/docs/taskrouter/expression-syntax. Twilio allows three such requests per second.
 */
export const targetWorkers: Field = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description:
		'Only workers whose attributes meet all of these conditions. Twilio allows three such requests per second.',
	options: [
		{
			displayName: 'Condition',
			name: 'condition',
			values: [
				{
					displayName: 'Attribute',
					name: 'attribute',
					type: 'string',
					default: '',
					placeholder: 'e.g. routing.skills',
					description: 'The name of an attribute, or friendly_name, activity_name, activity_sid or sid',
				},
				{
					displayName: 'Comparison',
					name: 'operator',
					type: 'options',
					options: [
						{ name: 'Equals', value: 'EQ', description: 'The attribute is exactly the value' },
						{
							name: 'Is at Least',
							value: '>=',
							description: 'The attribute is a number that equals the value or is above it',
						},
						{
							name: 'Is at Most',
							value: '<=',
							description: 'The attribute is a number that equals the value or is below it',
						},
						{
							name: 'Is Greater Than',
							value: '>',
							description: 'The attribute is a number above the value',
						},
						{ name: 'Is Less Than', value: '<', description: 'The attribute is a number below the value' },
						{ name: 'Is Not', value: '!=', description: 'The attribute differs from the value' },
						{
							name: 'Is One Of',
							value: 'IN',
							description: 'The attribute is one of several values, separated by commas',
						},
						{
							name: 'List Contains',
							value: 'HAS',
							description: 'The attribute is a list that contains the value',
						},
					],
					default: 'EQ',
					description: 'How the attribute is compared with the value',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. english',
					description:
						'The value to compare with. Put a text that looks like a number, true or false in double quotes.',
				},
			],
		},
	],
	parse: toExpression,
	routing: { send: { type: 'query', property: 'TargetWorkersExpression' } },
};

export function toExpression(filter: unknown): ParsedValue {
	const conditions = isRecord(filter) && Array.isArray(filter.condition) ? filter.condition.filter(isRecord) : [];
	if (conditions.length === 0) return problem('has no condition: add one, or remove the filter');
	const parts: string[] = [];
	for (const { attribute, operator, value: given } of conditions) {
		const name = textOf(attribute);
		if (name === '') return problem("has a condition whose 'Attribute' is empty");
		// The name is the only part of the expression that is not quoted. Nobody's is longer.
		if (!/^(?=.{1,1000}$)[A-Za-z_]\w*(\.\w+|\[\d+\])*$/.test(name)) {
			return problem(
				`has the attribute ${inQuotes(name)}, which is not a valid name; use one such as skills or routing.skills`,
			);
		}
		const comparison = comparisons.get(String(operator));
		if (comparison === undefined) return problem(`has an unknown comparison ${inQuotes(String(operator))}`);
		if (given === undefined || given === null) return problem(`has no value for ${inQuotes(name)}`);
		const text = textOf(given);
		const constant =
			operator === 'IN'
				? `[${(text.match(/"[^"]*"|[^,]+/g) ?? []).map(toConstant).join(', ')}]`
				: toConstant(text);
		parts.push(`${name} ${comparison} ${constant}`);
	}
	return value(parts.join(' AND '));
}

/** From the value in the editor to the operator. "EQ" stands for "==", because n8n takes "=" for an expression. */
const comparisons = new Map([
	['EQ', '=='],
	...['HAS', '>=', '<=', '>', '<', '!=', 'IN'].map((word): [string, string] => [word, word]),
]);

/** A constant of the expression language: a number, true, false, or a quoted text. */
function toConstant(given: string): string {
	const text = given.trim();
	if (/^-?(\d+(\.\d+)?|\.\d+)$/.test(text) || text === 'true' || text === 'false') return text;
	return quoted(/^"(.*)"$/s.exec(text)?.[1] ?? text);
}
