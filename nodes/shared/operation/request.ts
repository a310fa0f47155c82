import { isRecord, type VendorRequest, type WireValue } from '../http/exchange';
import type { Vendor } from '../http/vendor';
import { checkField } from './check';
import type { Field, Operation, Values } from './operation';
import { pathSafe } from './rule';

/** One item's request, ready to be sent. */
export interface Ready {
	kind: 'ready';
	request: VendorRequest;
	values: Values;
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
 * Makes the request of one item, or refuses it. Pure but for `read`.
 *
 * @param read an n8n parameter's value for this item, expressions resolved
 */
export function prepare(
	vendor: Vendor,
	operation: Operation,
	read: (name: string, fallback: unknown) => unknown,
): Ready | Refused {
	const values: Record<string, WireValue> = {};
	const request: VendorRequest = {
		...operation.request,
		query: {},
		headers: {},
		body: undefined,
		encoding: vendor.encoding,
	};
	const subject = subjectOf(operation, read);
	const refused = (problem: string): Refused => ({ kind: 'refused', subject, problem });

	for (const { field, given } of givenFields(operation, read, values)) {
		if (isLeftEmpty(field, given)) continue;
		const checked = checkField(field, given);
		if (checked.kind === 'problem') {
			return refused(`'${field.displayName}' ${checked.problem}${quoted(given)}`);
		}
		values[field.name] = checked.value;
		place(request, field, checked.value);
	}

	const choice = request.body ? undefined : operation.fields.find(offersBody);
	if (choice) return refused(`there is nothing to change: add at least one field under '${choice.displayName}'`);
	const path = fillPath(operation, values);
	if (path.kind === 'problem') return refused(path.problem);
	return { kind: 'ready', request: { ...request, path: path.path }, values, subject };
}

interface Given {
	field: Field;
	given: unknown;
}

/** Every field that applies, with what was given for it: of a collection, what the user added. */
function* givenFields(
	operation: Operation,
	read: (name: string, fallback: unknown) => unknown,
	values: Values,
): Generator<Given> {
	for (const field of operation.fields) {
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

/** An ID left blank on the form is not given; a text left blank is, since it may mean "clear this". */
const isLeftEmpty = (field: Field, given: unknown): boolean =>
	field.required !== true && field.type === 'number' && given === '';

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

type Filled = { kind: 'path'; path: string } | { kind: 'problem'; problem: string };

/** The only place where an id becomes part of an address. */
function fillPath(operation: Operation, values: Values): Filled {
	const template = operation.request.path.replace(/\[(.*?)\]/g, (_, part: string) =>
		namesIn(part).every((name) => values[name] !== undefined) ? part : '',
	);
	for (const name of namesIn(template)) {
		const wrong = pathSafe(`${values[name] ?? ''}`);
		if (wrong !== undefined) {
			const label = operation.fields.find((field) => field.name === name)?.displayName ?? name;
			return { kind: 'problem', problem: `'${label}' ${wrong}${quoted(values[name])}` };
		}
	}
	return {
		kind: 'path',
		path: template.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(`${values[name] ?? ''}`)),
	};
}

const namesIn = (template: string): string[] => [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

/**
 * Percent-encodes all that RFC 3986 does not allow in a path segment, and nothing else: whether a service takes
 * `%40` for `@` is undocumented (VoipNow's `@me`), and Twilio's official client sends `@` and `+` as they are.
 */
export function encodeSegment(value: string): string {
	return encodeURIComponent(value).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent);
}

/** From what was given rather than from what was checked, so that an agent refused for its own id is named too. */
function subjectOf(operation: Operation, read: (name: string, fallback: unknown) => unknown): string {
	const field = operation.fields.find(({ name }) => name === operation.subject);
	const given = shown(read(operation.subject, field?.default));
	return `${field?.displayName ?? operation.subject} ${given || '(none given)'}`;
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
