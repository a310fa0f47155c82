import type { IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import type { VendorResponse } from './response';

export type WireValue = string | number | boolean;

/** A request as a vendor's documents describe it: checked, and free of credentials. */
export interface VendorRequest {
	method: IHttpRequestMethods;
	/** Below the vendor's base URL, every segment encoded. */
	path: string;
	query: Record<string, WireValue>;
	headers: Record<string, string>;
	/** `undefined`: the request has no body. */
	body: Record<string, WireValue> | undefined;
	/** Fields of a form that are sent once for each value. */
	repeated?: Record<string, readonly string[]>;
	encoding: 'form' | 'json';
	/** Whether processing it twice does no harm (RFC 9110, 9.2.2). */
	idempotent: boolean;
	/** Responses outside 2xx that are not failures to the sender. */
	expected?: (response: VendorResponse) => boolean;
}

/** A request that only reads. */
export const getRequest = (
	encoding: VendorRequest['encoding'],
	path: string,
	query: VendorRequest['query'] = {},
): VendorRequest => ({ method: 'GET', path, query, headers: {}, body: undefined, encoding, idempotent: true });

const TIMEOUT_MS = 15_000;

/**
 * n8n's form of a request. Redirects are not followed, because n8n re-sends credentials to the other origin and
 * turns a POST into a GET that "succeeds"; 401 stays an error, because only then does n8n renew a token.
 *
 * @param baseUrl without a slash at its end
 */
export function toHttpOptions(
	baseUrl: string,
	request: VendorRequest,
	options: { allowedDomains: string | undefined; ignoreCertificate: boolean },
): IHttpRequestOptions {
	return {
		method: request.method,
		url: baseUrl + request.path,
		qs: request.query,
		headers: { Accept: 'application/json', ...request.headers, ...contentType(request) },
		...(request.body && {
			body: request.encoding === 'form' ? formOf(request.body, request.repeated) : { ...request.body },
		}),
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
		skipSslCertificateValidation: options.ignoreCertificate,
		...(options.allowedDomains !== undefined && { allowedDomains: options.allowedDomains }),
	};
}

const formOf = (body: Record<string, WireValue>, repeated: VendorRequest['repeated'] = {}) =>
	new URLSearchParams([
		...Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
		...Object.entries(repeated).flatMap(([name, values]) => values.map((one): [string, string] => [name, one])),
	]);

function contentType({ body, encoding }: VendorRequest): Record<string, string> {
	// For a form n8n sets the header itself; naming it makes n8n encode the body a second time.
	return body && encoding === 'json' ? { 'Content-Type': 'application/json' } : {};
}
