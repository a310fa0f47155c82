import type { IExecuteFunctions } from 'n8n-workflow';
import { inQuotes, textOf } from '../values/text';
import type { ParameterSource } from './itemParameters';

/** A parameter as text, without blanks around it; empty where it has none. */
export const readText = (parameters: ParameterSource, name: string, item = 0): string =>
	textOf(parameters.getNodeParameter(name, item, ''));

/**
 * One of the values that a list offers: an expression may give anything.
 *
 * @param label what the field is called on the screen
 * @param otherwise of a field that is not shown, or that saved workflows do not have
 * @throws Error that names the field and its values
 */
export function readOption<T extends string>(
	parameters: ParameterSource,
	{
		name,
		label,
		options,
		otherwise = '',
	}: { name: string; label: string; options: readonly T[]; otherwise?: string },
	item = 0,
): T {
	const given = readText(parameters, name, item) || otherwise;
	const found = options.find((option) => option === given);
	if (found !== undefined) return found;
	throw new Error(`'${label}' is ${inQuotes(given)}. It must be one of: ${options.filter(Boolean).join(', ')}`);
}

/**
 * A whole number of at least 1.
 *
 * @param label what the field is called on the screen
 * @param most a larger number counts as this one
 * @throws Error when an expression gave no number
 */
export function readWholeNumber(
	context: IExecuteFunctions,
	{ name, label, most }: { name: string; label: string; most: number },
): number {
	const given = Number(context.getNodeParameter(name, 0));
	if (Number.isNaN(given)) throw new Error(`'${label}' is not a number`);
	return Math.min(most, Math.max(1, Math.floor(given)));
}

/** A list that an expression gave, or the words of a text between commas. */
export function readTexts(context: IExecuteFunctions, name: string): string[] {
	const given: unknown = context.getNodeParameter(name, 0, '');
	return (Array.isArray(given) ? given : textOf(given).split(',')).map(textOf).filter(Boolean);
}

/** Names from a list or a text. In a text, semicolons or line breaks separate; where it has neither, commas do. */
export function readNames(parameters: ParameterSource, name: string, item = 0): string[] {
	const given: unknown = parameters.getNodeParameter(name, item, '');
	const text = textOf(given);
	return (Array.isArray(given) ? given : text.split(/[;\n]/.test(text) ? /[;\n]/ : ',')).map(textOf).filter(Boolean);
}
