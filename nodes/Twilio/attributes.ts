import type { WireValue } from '../shared/http/request';
import { isRecord } from '../shared/values/record';
import { canonicalText, keepsNumbers } from '../shared/values/canonicalJson';
import type { Change } from '../shared/operation/operation';
import type { Field } from '../shared/operation/operation';

/** What to do where both sides hold a list: every other value is replaced, and objects are merged key by key. */
export type ListRule = 'replace' | 'append' | 'remove';

export const attributesToMerge: Field = {
	displayName: 'Attributes (JSON)',
	name: 'attributes',
	type: 'json',
	default: '{}',
	required: true,
	description:
		'The JSON object to merge into the attributes, such as { "team": "billing" }. What it does not name stays as it is; null removes a key. Objects inside are merged too.',
	rule: (text) => {
		const patch: unknown = JSON.parse(text);
		if (isRecord(patch) && Object.keys(patch).length === 0) return 'names nothing to merge';
		if (!keepsNumbers(patch)) return 'holds a number too long to be kept exactly; put it in double quotes';
		return forbiddenKey(patch);
	},
	// Not a field of the request: the merged whole is what is sent.
};

export const listRule: Field = {
	displayName: 'When Both Hold a List',
	name: 'listRule',
	type: 'options',
	options: [
		{ name: 'Add to the List', value: 'append', description: 'Add what is not in the list yet' },
		{ name: 'Remove From the List', value: 'remove', description: 'Take out what is named, keep the rest' },
		{ name: 'Replace', value: 'replace', description: 'Put the new list in place of the old one' },
	],
	default: 'append',
	description: 'What to do with a list, such as skills, that is in the old and in the new attributes',
};

/** Names that mean something to JavaScript itself: merging them could change more than the attributes. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function forbiddenKey(patch: unknown): string | undefined {
	const found = keysOf(patch).find((key) => forbidden.has(key));
	return found === undefined ? undefined : `cannot hold the key "${found}"`;
}

function keysOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(keysOf);
	return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : [];
}

/**
 * Merges like RFC 7396 (objects key by key, null removes), but for lists by `rule`.
 *
 * @returns a new value; neither argument is changed
 */
export function mergeAttributes(current: unknown, patch: unknown, rule: ListRule): unknown {
	if (Array.isArray(current) && Array.isArray(patch)) return mergeLists(current, patch, rule);
	// Taking something out of a list that is not there leaves nothing there.
	if (Array.isArray(patch)) return rule === 'remove' ? current : mergeLists([], patch, rule);
	if (!isRecord(patch)) return patch;
	if (rule === 'remove' && !isRecord(current) && onlyTakesOut(patch)) return current;
	const merged: Record<string, unknown> = isRecord(current) ? { ...current } : {};
	for (const [key, value] of Object.entries(patch)) {
		const next =
			value === null
				? undefined
				: mergeAttributes(Object.hasOwn(merged, key) ? merged[key] : undefined, value, rule);
		if (next === undefined) delete merged[key];
		else merged[key] = next;
	}
	return merged;
}

/** Lists to take from, and nothing to put in. */
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

/** The change that turns a record's attributes into `next(attributes)`, or none when they are so already. */
export function changeAttributes(
	record: Record<string, unknown>,
	next: (attributes: Record<string, unknown>) => unknown,
): Change {
	const current = attributesOf(record.attributes);
	if (!keepsNumbers(current)) {
		return {
			kind: 'problem',
			problem: 'the attributes hold a number that is too long to be kept exactly; use Update',
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

/** The attributes of a record, which Twilio keeps as text; `undefined` when it is no JSON object. */
export function attributesOf(text: unknown): Record<string, unknown> | undefined {
	if (text === null || text === undefined || text === '') return {};
	if (typeof text !== 'string') return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return isRecord(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/** Twilio: "Using a hyphen in a worker attribute value may cause a parsing error" (docs/taskrouter/api/worker). */
export function hyphenWarning(text: WireValue | undefined): string | undefined {
	const values = typeof text === 'string' ? stringsIn(JSON.parse(text)) : [];
	const found = values.find((value) => value.includes('-'));
	return found === undefined
		? undefined
		: `The attribute value "${found}" has a hyphen, which TaskRouter may fail to parse in expressions.`;
}

function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(stringsIn);
}
