import { inQuotes } from '../../values/text';
import { isResourceLocatorValue } from 'n8n-workflow';
import { compactJson, isKept } from '../../values/jsonText';
import { problem, value } from '../../values/result';
import type { Field, ParsedValue } from '../operation';
import { jsonObject } from '../rule';

/**
 * Turns what the editor or an expression gave for a field into the value that is sent, or says why it cannot be.
 * The field's own n8n definition is the law: its type, options and bounds.
 */
export function parseField(field: Field, given: unknown, zone = 'utc'): ParsedValue {
	if (field.parse) return field.parse(given, zone);
	if (field.type === 'resourceLocator') return checkLocator(field, given);
	if (given === undefined || given === null) {
		return problem('has no value here; give it one, or remove the field');
	}
	switch (field.type) {
		case 'boolean':
			return checkBoolean(given);
		case 'number':
			return checkNumber(field, given);
		case 'options':
			return checkOption(field, given);
		case 'json':
			return checkJson(field, given);
		default:
			return checkText(field, given);
	}
}

function checkText(field: Field, given: unknown): ParsedValue {
	if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') {
		return problem('must be text');
	}
	const isBlank = `${given}`.trim() === '';
	// An empty filter filters nothing, and whoever comes next would change everyone.
	const isFilter = field.routing?.send?.type === 'query';
	const blank =
		isBlank && isFilter
			? 'is empty; remove the filter to get all'
			: isBlank && field.required
				? 'is empty'
				: undefined;
	const wrong = blank ?? field.rule?.(`${given}`);
	return wrong === undefined ? value(`${given}`) : problem(wrong);
}

/** Twilio counts the blanks between the parts, too: they are not sent. */
function checkJson(field: Field, given: unknown): ParsedValue {
	const isObject = typeof given === 'object';
	if (isObject && !hasOnlyExactNumbers(given)) {
		return problem('contains a number that is too long to be kept exactly; put it in double quotes');
	}
	const parsed = checkText(
		{ ...field, rule: (text) => jsonObject(text) ?? field.rule?.(text) },
		isObject ? JSON.stringify(given) : given,
	);
	return parsed.kind === 'value' ? value(compactJson(`${parsed.value}`)) : parsed;
}

/** What an expression gives as an object was rounded before it came here, unless no number in it is too long. */
function hasOnlyExactNumbers(given: unknown): boolean {
	if (typeof given === 'number') return isKept(`${given}`);
	return typeof given !== 'object' || given === null || Object.values(given).every(hasOnlyExactNumbers);
}

/** Expressions and sheets often hold the words instead of the values. */
function checkBoolean(given: unknown): ParsedValue {
	const word = typeof given === 'string' ? given.trim().toLowerCase() : given;
	if (word === true || word === 'true') return value(true);
	if (word === false || word === 'false') return value(false);
	return problem('must be true or false');
}

function checkNumber(field: Field, given: unknown): ParsedValue {
	const text = typeof given === 'string' ? given.trim() : given;
	const number = typeof text === 'string' && text !== '' ? Number(text) : text;
	const takesFractions = (field.typeOptions?.numberPrecision ?? 0) > 0;
	if (typeof number !== 'number' || !(takesFractions ? Number.isFinite(number) : Number.isSafeInteger(number))) {
		return problem(takesFractions ? 'must be a number' : 'must be a whole number');
	}
	if (!isKept(typeof text === 'string' ? text : `${number}`))
		return problem('has more digits than can be kept exactly');
	const least = field.typeOptions?.minValue;
	return least !== undefined && number < least ? problem(`must be at least ${least}`) : value(number);
}

function checkOption(field: Field, given: unknown): ParsedValue {
	const options = (field.options ?? []).flatMap((option) => ('value' in option ? [option] : []));
	const chosen = options.find((option) => String(option.value) === String(given));
	const names = options.map((option) => `${option.value}`).join(', ');
	return chosen ? value(chosen.value) : problem(`must be one of ${names}`);
}

function checkLocator(field: Field, given: unknown): ParsedValue {
	const located = isResourceLocatorValue(given) ? given : { mode: undefined, value: given };
	if (typeof located.value !== 'string' && typeof located.value !== 'number') return problem('is empty');
	const text = `${located.value}`.trim();
	if (text === '') return problem('is empty');
	const way = located.mode ?? 'id';
	const chosen = field.modes?.find(({ name }) => name === way);
	// What was chosen from the list is kept as an id.
	const mode = chosen?.type === 'list' ? field.modes?.find(({ name }) => name === 'id') : chosen;
	if (!mode) return problem(`has no mode called ${inQuotes(way)}`);
	const wrong = mode.rule?.(text) ?? field.rule?.(text);
	if (wrong !== undefined) return problem(wrong);
	return mode.name === 'name' && field.lookup ? { kind: 'name', name: text } : value(text);
}
