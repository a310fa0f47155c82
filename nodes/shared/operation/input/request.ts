import type { VendorRequest, WireValue } from '../../http/request';
import type { Vendor } from '../../http/vendor';
import { value, type Result } from '../../values/result';
import type { Field, ItemOperation, Values } from '../operation';
import { fillPath } from './path';

/** The request of one item whose values are all known. */
export function requestOf(
	vendor: Vendor,
	{ request: template, fields }: ItemOperation,
	values: Values,
): Result<VendorRequest> {
	const path = fillPath(template.path, values);
	if (path.kind === 'problem') return path;
	const request: VendorRequest = {
		...template,
		path: path.value,
		query: {},
		headers: {},
		body: undefined,
		encoding: vendor.encoding,
	};
	for (const field of leavesOf(fields)) {
		const sent = values[field.name];
		if (sent !== undefined) addTo(request, field, sent);
	}
	// Under a version, a second try of a change that was made would be refused as somebody else's.
	if (request.headers['If-Match'] !== undefined) request.idempotent = false;
	return value(request);
}

/** All fields that take a value, those inside collections included. */
export const leavesOf = (fields: Field[]): Field[] =>
	fields.flatMap((field) =>
		field.type === 'collection'
			? leavesOf((field.options ?? []).filter((option): option is Field => 'type' in option))
			: [field],
	);

function addTo(request: VendorRequest, { routing = {} }: Field, sent: WireValue): void {
	const { send, request: direct } = routing;
	if (send?.property !== undefined) {
		if (send.type === 'query') request.query[send.property] = sent;
		else request.body = { ...request.body, [send.property]: sent };
	}
	for (const header of Object.keys(direct?.headers ?? {})) request.headers[header] = `${sent}`;
}
