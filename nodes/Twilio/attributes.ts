import type { WireValue } from '../shared/http/request';
import { isRecord } from '../shared/values/record';
import { canonicalText } from '../shared/values/canonicalJson';
import { keepsNumbers, MAX_NESTING, nestsTooDeep } from '../shared/values/jsonText';
import { inQuotes } from '../shared/values/text';
import type { Change } from '../shared/operation/operation';
import type { Field } from '../shared/operation/operation';

/** What to do with a list that is in the old and in the new attributes. Other values are replaced, objects merged. */
export type ListRule = 'replace' | 'append' | 'remove';

export const attributesToMerge: Field = {
	displayName: 'Attributes (JSON)',
	name: 'attributes',
	type: 'json',
	default: '{}',
	required: true,
	description:
		'The attributes to change, as a JSON object such as { "team": "billing" }. All other attributes stay as they are. Use null to remove an attribute. Objects inside are merged too.',
	rule: (text) => {
		if (nestsTooDeep(text)) return `is nested deeper than ${MAX_NESTING} levels`;
		const patch: unknown = JSON.parse(text);
		if (isRecord(patch) && Object.keys(patch).length === 0) return 'is empty: enter at least one attribute';
		if (!keepsNumbers(text))
			return 'contains a number that is too long to be kept exactly; put it in double quotes';
		return forbiddenKey(patch);
	},
	// Not sent itself: the request contains the merged attributes.
};

export const listRule: Field = {
	displayName: 'When Both Hold a List',
	name: 'listRule',
	type: 'options',
	options: [
		{ name: 'Add to the List', value: 'append', description: 'Add what is not in the list yet' },
		{
			name: 'Remove From the List',
			value: 'remove',
			description: 'Remove the entries of the new list and keep the rest',
		},
		{ name: 'Replace', value: 'replace', description: 'Replace the old list with the new one' },
	],
	default: 'append',
	description: 'What to do if an attribute, such as skills, is a list both now and in the new attributes',
};

/** Names that JavaScript itself uses: merging them could change more than the attributes. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function forbiddenKey(patch: unknown): string | undefined {
	const found = keysOf(patch).find((key) => forbidden.has(key));
	return found === undefined ? undefined : `cannot contain the key ${inQuotes(found)}`;
}

function keysOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(keysOf);
	return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : [];
}

/**
 * Merges as in RFC 7396 (objects key by key, null removes), except for lists, which follow `rule`.
 *
 * @returns a new value; neither argument is changed
 */
export function mergedAttributes(current: unknown, patch: unknown, rule: ListRule): unknown {
	if (Array.isArray(current) && Array.isArray(patch)) return mergeLists(current, patch, rule);
	// Removing entries from a list that does not exist creates no list.
	if (Array.isArray(patch)) return rule === 'remove' ? current : mergeLists([], patch, rule);
	if (!isRecord(patch)) return patch;
	if (rule === 'remove' && !isRecord(current) && onlyTakesOut(patch)) return current;
	const merged: Record<string, unknown> = isRecord(current) ? { ...current } : {};
	for (const [key, value] of Object.entries(patch)) {
		const next =
			value === null
				? undefined
				: mergedAttributes(Object.hasOwn(merged, key) ? merged[key] : undefined, value, rule);
		if (next === undefined) delete merged[key];
		else merged[key] = next;
	}
	return merged;
}

/** Whether the patch only removes entries from lists and sets nothing. */
const onlyTakesOut = (patch: unknown): boolean =>
	Array.isArray(patch) ||
	(isRecord(patch) && Object.keys(patch).length > 0 && Object.values(patch).every(onlyTakesOut));

function mergeLists(current: unknown[], patch: unknown[], rule: ListRule): unknown[] {
	if (rule === 'replace') return patch;
	const named = new Map(patch.map((entry) => [canonicalText(entry), entry]));
	if (rule === 'remove') return current.filter((entry) => !named.has(canonicalText(entry)));
	const known = new Set(current.map(canonicalText));
	return [...current, ...[...named].filter(([text]) => !known.has(text)).map(([, entry]) => entry)];
}

/** The change that turns a record's attributes into `next(attributes)`, or none if they are equal already. */
export function changeAttributes(
	record: Record<string, unknown>,
	next: (attributes: Record<string, unknown>) => unknown,
): Change {
	const current = attributesOf(record.attributes);
	if (typeof record.attributes === 'string' && !keepsNumbers(record.attributes)) {
		return {
			kind: 'problem',
			problem: 'the attributes contain a number that is too long to be kept exactly; use Update instead',
		};
	}
	if (typeof record.attributes === 'string' && nestsTooDeep(record.attributes)) {
		return {
			kind: 'problem',
			problem: `the attributes that Twilio keeps are nested deeper than ${MAX_NESTING} levels; replace them with Update`,
		};
	}
	if (!current) {
		return {
			kind: 'problem',
			problem: 'the attributes that Twilio keeps are not a JSON object; replace them with Update',
		};
	}
	const wanted = next(current);
	const body: Record<string, WireValue> = { Attributes: JSON.stringify(wanted) };
	return JSON.stringify(current) === body.Attributes ? { kind: 'none' } : { kind: 'write', body };
}

/** The attributes of a record, which Twilio keeps as text; `undefined` if the text is not a JSON object. */
export function attributesOf(text: unknown): Record<string, unknown> | undefined {
	if (text === null || text === undefined || text === '') return {};
	if (typeof text !== 'string' || nestsTooDeep(text)) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return isRecord(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/** The same for the output; `undefined` also where a number in them is too long to be kept exactly. */
export const shownAttributes = (text: unknown): Record<string, unknown> | undefined =>
	typeof text === 'string' && keepsNumbers(text) ? attributesOf(text) : undefined;

/** Twilio: "Using a hyphen in a worker attribute value may cause a parsing error" (docs/taskrouter/api/worker). */
export function hyphenWarning(text: WireValue | undefined): string | undefined {
	const values = typeof text === 'string' ? stringsIn(JSON.parse(text)) : [];
	const found = values.find((value) => value.includes('-'));
	return found === undefined
		? undefined
		: `The attribute value ${inQuotes(found)} has a hyphen, which TaskRouter may fail to parse in expressions.`;
}

function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(stringsIn);
}
