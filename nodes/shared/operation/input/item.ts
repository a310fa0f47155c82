import type { VendorRequest, WireValue } from '../../http/request';
import { isRecord } from '../../values/record';
import type { Vendor } from '../../http/vendor';
import { parseField } from './parse';
import type { Lookup } from '../lookup';
import type { Field, Operation, Values } from '../operation';
import { fillPath, namesIn } from './path';
import { pathSafe } from '../rule';

/** One item, checked. */
export interface Ready {
	kind: 'ready';
	values: Values;
	/** Locators that were given by name, in the order in which their ids must be found. */
	names: Array<{ field: Field; lookup: Lookup; name: string }>;
	/** The agent, such as "Worker WK…". */
	subject: string;
}

/** One item that cannot be sent as it is. */
export interface Refused {
	kind: 'refused';
	subject: string;
	/** Names the field and says what is wrong with it. */
	problem: string;
}

/**
 * Checks what one item gives for an operation's fields. Pure but for `read`.
 *
 * @param read an n8n parameter's value for this item, expressions resolved
 * @param zone the workflow's time zone, in which times without one are meant
 */
export function parseItem(
	operation: Operation,
	read: (name: string, fallback: unknown) => unknown,
	zone = 'utc',
): Ready | Refused {
	const readOnce = remembering(read);
	const subject = subjectOf(operation, readOnce);
	const refused = (problem: string): Refused => ({ kind: 'refused', subject, problem });
	const checked = parseFields(operation.fields, readOnce, zone, new Set(namesIn(operation.request.path)));
	if (checked.kind === 'problem') return refused(checked.problem);
	const { values, names, isChange } = checked;
	const choice = isChange ? undefined : operation.fields.find(offersBody);
	if (choice) return refused(`there is nothing to change: add at least one field under '${choice.displayName}'`);
	const mismatch = operation.validate?.(values);
	if (mismatch !== undefined) return refused(mismatch);
	return { kind: 'ready', values, names, subject };
}

/** Fields that were read and found right. */
export interface ParsedFields {
	kind: 'checked';
	values: Values;
	names: Ready['names'];
	/** Whether any of them is written to the service. */
	isChange: boolean;
}

/** @param inPath the names of the fields that become part of an address */
export function parseFields(
	fields: Field[],
	read: (name: string, fallback: unknown) => unknown,
	zone: string,
	inPath: ReadonlySet<string>,
): ParsedFields | { kind: 'problem'; problem: string } {
	const values: Record<string, WireValue> = {};
	const names: Ready['names'] = [];
	let isChange = false;
	for (const { field, given } of givenFields(fields, read, values)) {
		const checked = parseField(field, given, zone);
		const wrong =
			checked.kind === 'problem'
				? checked.problem
				: checked.kind === 'value' && inPath.has(field.name)
					? pathSafe(`${checked.value}`)
					: undefined;
		if (wrong !== undefined) return { kind: 'problem', problem: `'${field.displayName}' ${wrong}${quoted(given)}` };
		if (checked.kind === 'value') {
			const { value } = checked;
			// A blank from a sheet's cell is nobody's id.
			values[field.name] = inPath.has(field.name) && typeof value === 'string' ? value.trim() : value;
		}
		if (checked.kind === 'name' && field.lookup) names.push({ field, lookup: field.lookup, name: checked.name });
		isChange ||= field.routing?.send?.type === 'body';
	}
	return { kind: 'checked', values, names, isChange };
}

type Read = (name: string, fallback: unknown) => unknown;

/** Working out an expression is most of what an item costs n8n, and the field that names the agent is asked for twice. */
export function remembering(read: Read): Read {
	const given = new Map<string, unknown>();
	return (name, fallback) => {
		if (!given.has(name)) given.set(name, read(name, fallback));
		return given.get(name);
	};
}

export type Made = { kind: 'request'; request: VendorRequest } | { kind: 'problem'; problem: string };

/** The request of one item whose values are all known. */
export function requestOf(vendor: Vendor, operation: Operation, values: Values): Made {
	const filled = fillPath(operation.request.path, values);
	if (filled.kind === 'problem') return filled;
	const request: VendorRequest = {
		...operation.request,
		path: filled.path,
		query: {},
		headers: {},
		body: undefined,
		encoding: vendor.encoding,
	};
	for (const field of leavesOf(operation.fields)) {
		const value = values[field.name];
		if (value !== undefined) place(request, field, value);
	}
	// Under a version, a second try of a change that was made would be refused as somebody else's.
	if (request.headers['If-Match'] !== undefined) request.idempotent = false;
	return { kind: 'request', request };
}

/** All fields that take a value, those inside collections included. */
export const leavesOf = (fields: Field[]): Field[] =>
	fields.flatMap((field) =>
		field.type === 'collection'
			? leavesOf((field.options ?? []).filter((option): option is Field => 'type' in option))
			: [field],
	);

interface Given {
	field: Field;
	given: unknown;
}

/** Every field that applies, with what was given for it: of a collection, what the user added. */
function* givenFields(
	fields: Field[],
	read: (name: string, fallback: unknown) => unknown,
	values: Values,
): Generator<Given> {
	for (const field of fields) {
		if (field.type === 'notice' || !applies(field, values)) continue;
		const given = read(field.name, field.default);
		if (field.type !== 'collection') {
			yield { field, given };
			continue;
		}
		const added = isRecord(given) ? given : {};
		for (const member of field.options ?? []) {
			if ('type' in member && member.name in added && applies(member, values)) {
				yield { field: member, given: added[member.name] };
			}
		}
	}
}

/**
 * Whether a field belongs to what was chosen before it. n8n shows a field when the choice is an expression, and
 * keeps what was typed into a field that is hidden again; neither may be sent.
 */
function applies(field: Field, values: Values): boolean {
	return Object.entries(field.displayOptions?.show ?? {}).every(([name, wanted]) => {
		const chosen = values[name.replace(/^\//, '')];
		return chosen !== undefined && wanted?.some((one) => one === chosen);
	});
}

function place(request: VendorRequest, field: Field, value: WireValue): void {
	const { send, request: direct } = field.routing ?? {};
	if (send?.property !== undefined) {
		if (send.type === 'query') request.query[send.property] = value;
		else request.body = { ...request.body, [send.property]: value };
	}
	for (const header of Object.keys(direct?.headers ?? {})) request.headers[header] = `${value}`;
}

const offersBody = (field: Field): boolean =>
	field.type === 'collection' &&
	(field.options ?? []).some((member) => 'type' in member && member.routing?.send?.type === 'body');

/** From what was given rather than from what was checked, so that an agent refused for its own id is named too. */
function subjectOf(operation: Operation, read: (name: string, fallback: unknown) => unknown): string {
	const field = operation.fields.find(({ name }) => name === operation.subject);
	if (!field) return operation.option.action;
	return `${field.displayName} ${shown(read(field.name, field.default)) || '(none given)'}`;
}

function quoted(given: unknown): string {
	const text = shown(given);
	return text && ` (given: "${text}")`;
}

/** A given value, short enough for a message; nothing where it is not text. */
function shown(given: unknown): string {
	const plain = isRecord(given) && 'value' in given ? given.value : given;
	if (typeof plain !== 'string' && typeof plain !== 'number' && typeof plain !== 'boolean') return '';
	const text = `${plain}`.trim();
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
