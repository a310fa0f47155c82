import type { IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { isRecord } from '../values/record';
import { retryAfterMs } from './retryAfter';
import type { AttemptOutcome } from './retry';
import type { Vendor } from './vendor';

export type WireValue = string | number | boolean;

/** A request as a vendor's documents describe it: checked, encoded, and free of credentials. */
export interface VendorRequest {
	method: IHttpRequestMethods;
	/** Below the vendor's root, every segment encoded. */
	path: string;
	query: Record<string, WireValue>;
	headers: Record<string, string>;
	/** `undefined`: the request has no body. */
	body: Record<string, WireValue> | undefined;
	encoding: 'form' | 'json';
	/** Whether processing it twice does no harm. */
	idempotent: boolean;
	/** Answers outside 2xx that the sender knows what to do with. */
	expected?: (answer: VendorResponse) => boolean;
}

/** A request that only reads. */
export const getRequest = (
	encoding: VendorRequest['encoding'],
	path: string,
	query: VendorRequest['query'] = {},
): VendorRequest => ({ method: 'GET', path, query, headers: {}, body: undefined, encoding, idempotent: true });

/** What the vendor answered. Header names are in lower case. */
export interface VendorResponse {
	status: number;
	headers: Record<string, string>;
	/** Parsed JSON, text, or `undefined` when the body is empty. */
	body: unknown;
}

/** One attempt: an answer of whatever status, or none at all. */
export type AttemptResult =
	{ kind: 'answer'; answer: VendorResponse } | { kind: 'lost'; code: string | undefined; message: string };

const TIMEOUT_MS = 15_000;

/**
 * n8n's form of a request. Redirects are not followed, because n8n re-sends credentials to the other origin and
 * turns a POST into a GET that "succeeds"; 401 stays an error, because only then n8n renews a token.
 */
export function toHttpOptions(
	root: string,
	request: VendorRequest,
	options: { allowedDomains: string | undefined; ignoreCertificate: boolean },
): IHttpRequestOptions {
	return {
		method: request.method,
		url: root + request.path,
		qs: request.query,
		headers: { Accept: 'application/json', ...request.headers, ...contentType(request) },
		...(request.body && {
			body: request.encoding === 'form' ? formOf(request.body) : { ...request.body },
		}),
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
		skipSslCertificateValidation: options.ignoreCertificate,
		...(options.allowedDomains !== undefined && { allowedDomains: options.allowedDomains }),
	};
}

const formOf = (body: Record<string, WireValue>) =>
	new URLSearchParams(Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]));

function contentType({ body, encoding }: VendorRequest): Record<string, string> {
	// For a form n8n sets the header itself; naming it makes n8n encode the body a second time.
	return body && encoding === 'json' ? { 'Content-Type': 'application/json' } : {};
}

/** @param response what n8n's helper resolved with under `returnFullResponse` */
export function readResponse(response: unknown): AttemptResult {
	if (!isRecord(response) || typeof response.statusCode !== 'number') {
		return { kind: 'lost', code: undefined, message: 'The HTTP answer could not be read' };
	}
	return answered(response.statusCode, response.headers, response.body);
}

/** @param error what n8n's helper rejected with: a NodeApiError around a 401, or around a connection that failed */
export function readRejection(error: unknown): AttemptResult {
	const cause = isRecord(error) && isRecord(error.cause) ? error.cause : {};
	if (isRecord(cause.response) && typeof cause.response.status === 'number') {
		return answered(cause.response.status, cause.response.headers, cause.response.data);
	}
	const code = [cause.code, isRecord(error) ? error.httpCode : undefined].find(isText);
	const message = [cause.message, isRecord(error) ? error.message : undefined].find(isText);
	return { kind: 'lost', code, message: message ?? 'The connection failed' };
}

/** The part of an attempt that pacing and retrying look at. */
export function outcomeOf(exchanged: AttemptResult, now: number, isFull?: Vendor['isFull']): AttemptOutcome {
	if (exchanged.kind === 'lost') return exchanged;
	const { status, headers } = exchanged.answer;
	const asked = retryAfterMs(headers['retry-after'], now);
	return { kind: 'status', status, retryAfterMs: asked, ...(isFull?.(headers) && { isFull: true }) };
}

function answered(status: number, headers: unknown, body: unknown): AttemptResult {
	const names = Object.entries(isRecord(headers) ? headers : {});
	return {
		kind: 'answer',
		answer: {
			status,
			headers: Object.fromEntries(names.map(([name, value]) => [name.toLowerCase(), `${value as string}`])),
			body: body === '' || body === null ? undefined : body,
		},
	};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
