import { inQuotes } from '../../values/text';
import type { WireValue } from '../../http/request';
import { isRecord } from '../../values/record';
import { problem, value, type Result } from '../../values/result';
import type { Lookup } from '../lookup';
import type { Field, ItemOperation, Values } from '../operation';
import { pathSafe } from '../rule';
import { parseField } from './parse';
import { namesIn } from './path';
import { isVisible } from './visible';

/** One item, every field of which was read and found right. */
export interface ParsedItem extends ParsedFields {
	kind: 'parsed';
	/** The agent, such as "Worker WK…". */
	subject: string;
}

/** One item that cannot be sent as it is. */
export interface RefusedItem {
	kind: 'refused';
	subject: string;
	/** Names the field and says what is wrong with it. */
	problem: string;
}

export interface ParsedFields {
	values: Values;
	/** Locators that were given by name, in the order in which their ids must be found. */
	names: Array<{ field: Field; lookup: Lookup; name: string }>;
	/** Whether any of the values is written to the service. */
	isChange: boolean;
}

/** An n8n parameter's value for one item, expressions resolved. */
export type ReadParameter = (name: string, fallback: unknown) => unknown;

/**
 * Reads and checks what one item gives for an operation's fields. Pure but for `read`.
 *
 * @param zone the workflow's time zone, in which times without one are meant
 */
export function parseItem(operation: ItemOperation, read: ReadParameter, zone = 'utc'): ParsedItem | RefusedItem {
	const readOnce = remembering(read);
	const subject = subjectOfItem(operation, readOnce);
	const refuse = (wrong: string): RefusedItem => ({ kind: 'refused', subject, problem: wrong });
	const parsed = parseFields(operation.fields, readOnce, zone, new Set(namesIn(operation.request.path)));
	if (parsed.kind === 'problem') return refuse(parsed.problem);
	const { values, isChange } = parsed.value;
	const choice = isChange ? undefined : operation.fields.find(offersBody);
	if (choice) return refuse(`there is nothing to change: add at least one field under '${choice.displayName}'`);
	const mismatch = operation.validate?.(values);
	return mismatch === undefined ? { kind: 'parsed', subject, ...parsed.value } : refuse(mismatch);
}

/** @param inPath the names of the fields that become part of an address */
export function parseFields(
	fields: Field[],
	read: ReadParameter,
	zone: string,
	inPath: ReadonlySet<string>,
): Result<ParsedFields> {
	const values: Record<string, WireValue> = {};
	const names: ParsedFields['names'] = [];
	let isChange = false;
	for (const { field, given } of givenFields(fields, read, values)) {
		const parsed = parseField(field, given, zone);
		const wrong =
			parsed.kind === 'problem'
				? parsed.problem
				: parsed.kind === 'value' && inPath.has(field.name)
					? pathSafe(`${parsed.value}`.trim())
					: undefined;
		if (wrong !== undefined) return problem(`'${field.displayName}' ${wrong}${asGiven(given)}`);
		if (parsed.kind === 'value') {
			const { value: found } = parsed;
			// A blank from a sheet's cell is nobody's id.
			values[field.name] = inPath.has(field.name) && typeof found === 'string' ? found.trim() : found;
		}
		if (parsed.kind === 'name' && field.lookup) names.push({ field, lookup: field.lookup, name: parsed.name });
		isChange ||= field.routing?.send?.type === 'body';
	}
	return value({ values, names, isChange });
}

/** Working out an expression is most of what an item costs n8n, and the field that names the agent is asked for twice. */
export function remembering(read: ReadParameter): ReadParameter {
	const given = new Map<string, unknown>();
	return (name, fallback) => {
		if (!given.has(name)) given.set(name, read(name, fallback));
		return given.get(name);
	};
}

/** Every field that applies, with what was given for it: of a collection, what the user added. */
function* givenFields(
	fields: Field[],
	read: ReadParameter,
	values: Values,
): Generator<{ field: Field; given: unknown }> {
	const applies = (field: Field) => isVisible(field, (name) => values[name]);
	for (const field of fields) {
		if (field.type === 'notice' || !applies(field)) continue;
		const given = read(field.name, field.default);
		if (field.type !== 'collection') {
			yield { field, given };
			continue;
		}
		const added = isRecord(given) ? given : {};
		for (const member of field.options ?? []) {
			if ('type' in member && member.name in added && applies(member)) {
				yield { field: member, given: added[member.name] };
			}
		}
	}
}

const offersBody = (field: Field): boolean =>
	field.type === 'collection' &&
	(field.options ?? []).some((member) => 'type' in member && member.routing?.send?.type === 'body');

/** From what was given rather than from what was parsed, so that an agent refused for its own id is named too. */
function subjectOfItem(operation: ItemOperation, read: ReadParameter): string {
	const field = operation.fields.find(({ name }) => name === operation.subject);
	if (!field) return operation.option.action;
	return `${field.displayName} ${shortText(read(field.name, field.default)) || '(none given)'}`;
}

function asGiven(given: unknown): string {
	const text = shortText(given);
	return text && ` (given: ${inQuotes(text)})`;
}

/** A given value, short enough for a message; nothing where it is not text. */
function shortText(given: unknown): string {
	const plain = isRecord(given) && 'value' in given ? given.value : given;
	if (typeof plain !== 'string' && typeof plain !== 'number' && typeof plain !== 'boolean') return '';
	const text = `${plain}`.trim();
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
