import { isRecord } from '../values/record';
import { retryAfterMs } from './retryAfter';
import type { AttemptOutcome } from './retry';
import { mayAskAgain, TOKEN_REFUSED } from './tokenRefused';

/** What the vendor responded, whatever the status. */
export interface VendorResponse {
	status: number;
	/** By name in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON, text, or `undefined` when the body is empty. */
	body: unknown;
}

/** What came of sending a request once. */
export type AttemptResult =
	| { kind: 'response'; response: VendorResponse }
	/** The service gave no token, so the request itself was not sent. `response`: to the token request. */
	| { kind: 'tokenRefused'; response: Pick<VendorResponse, 'body'>; message: string }
	/** No response. `code`: the connection's, such as "ECONNRESET"; without one, n8n itself did not let it go. */
	| { kind: 'lost'; code: string | undefined; message: string };

/** @param resolved what n8n's helper resolved with under `returnFullResponse` */
export function readResponse(resolved: unknown): AttemptResult {
	if (!isRecord(resolved) || typeof resolved.statusCode !== 'number') {
		return { kind: 'lost', code: undefined, message: 'The HTTP answer could not be read' };
	}
	return responseOf(resolved.statusCode, resolved.headers, resolved.body);
}

/**
 * @param error what n8n's helper rejected with: a NodeApiError around a 401, around a connection that failed, or around
 *   what became of the request for a token
 */
export function readRejection(error: unknown): AttemptResult {
	const causes = causesOf(error);
	for (const cause of causes) {
		const result = ofTokenRequest(cause) ?? ofServiceResponse(cause.response);
		if (result) return result;
	}
	const code = [...causes.map((cause) => cause.code), isRecord(error) ? error.httpCode : undefined].find(isText);
	const message = [causes[0]?.message, isRecord(error) ? error.message : undefined].find(isText);
	return { kind: 'lost', code, message: message ?? 'The connection failed' };
}

/** What became of the request for a token, where the error is about that. */
function ofTokenRequest({ code, status, body, message, failure }: Record<string, unknown>): AttemptResult | undefined {
	const refused = (why: string): AttemptResult => ({ kind: 'tokenRefused', response: { body }, message: why });
	if (code === TOKEN_REFUSED) return refused(isText(message) ? message : 'no reason was given');
	// n8n's own client for tokens, where the answer is no error of OAuth 2.
	if (code === 'ESTATUS' && typeof status === 'number') {
		return mayAskAgain(status) ? responseOf(status, {}, body) : refused(`HTTP status ${status}`);
	}
	// n8n's word for a grant that was revoked.
	const isRevoked = isRecord(failure) && failure.cause === 'credential-invalid';
	return isRevoked && isText(message) ? refused(message) : undefined;
}

const ofServiceResponse = (response: unknown): AttemptResult | undefined =>
	isRecord(response) && typeof response.status === 'number'
		? responseOf(response.status, response.headers, response.data)
		: undefined;

/** What an error was caused by, the outermost first; of an error without a cause nothing but itself is known. */
function causesOf(error: unknown): Array<Record<string, unknown>> {
	const causes: Array<Record<string, unknown>> = [];
	for (let one = error; isRecord(one) && causes.length < MAX_CAUSES; one = one.cause) {
		if (one !== error || !isRecord(one.cause)) causes.push(one);
	}
	return causes;
}

/** Causes nest three deep; more would be a circle. */
const MAX_CAUSES = 5;

/**
 * The part of a result that limiting and retrying look at.
 *
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 * @param isFull whether the headers say that the vendor's allowance is used up
 */
export function outcomeOf(
	result: AttemptResult,
	now: number,
	isFull?: (headers: VendorResponse['headers']) => boolean,
): AttemptOutcome {
	if (result.kind === 'lost') return { kind: 'lost', code: result.code };
	if (result.kind === 'tokenRefused') return { kind: 'lost', code: undefined };
	const { status, headers } = result.response;
	const retryAfter = retryAfterMs(headers['retry-after'], now);
	return { kind: 'status', status, retryAfterMs: retryAfter, ...(isFull?.(headers) && { isFull: true }) };
}

function responseOf(status: number, headers: unknown, body: unknown): AttemptResult {
	const named = Object.entries(isRecord(headers) ? headers : {});
	return {
		kind: 'response',
		response: {
			status,
			headers: Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), String(value)])),
			body: body === '' || body === null ? undefined : body,
		},
	};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
