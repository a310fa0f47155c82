import type { VendorRequest, WireValue } from '../../http/request';
import type { Vendor } from '../../http/vendor';
import { value, type Result } from '../../values/result';
import { leavesOf } from '../fields';
import { fillPath } from '../input/path';
import type { Field, ItemOperation, Values } from '../operation';

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
	// Under a version, a second try of a change that was made would be refused as someone else's.
	if (request.headers['If-Match'] !== undefined) request.idempotent = false;
	return value(request);
}

function addTo(request: VendorRequest, { routing = {} }: Field, sent: WireValue): void {
	const { send, request: direct } = routing;
	if (send?.property !== undefined) {
		if (send.type === 'query') request.query[send.property] = sent;
		else request.body = { ...request.body, [send.property]: sent };
	}
	for (const header of Object.keys(direct?.headers ?? {})) request.headers[header] = `${sent}`;
}
