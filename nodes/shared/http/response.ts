import { isRecord } from '../values/record';
import { retryAfterMs } from './retryAfter';
import type { AttemptOutcome } from './retry';

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
	/** No response. `code`: the connection's, such as "ECONNRESET"; without one, n8n itself did not let it go. */
	| { kind: 'lost'; code: string | undefined; message: string };

/** @param resolved what n8n's helper resolved with under `returnFullResponse` */
export function readResponse(resolved: unknown): AttemptResult {
	if (!isRecord(resolved) || typeof resolved.statusCode !== 'number') {
		return { kind: 'lost', code: undefined, message: 'The HTTP answer could not be read' };
	}
	return responseOf(resolved.statusCode, resolved.headers, resolved.body);
}

/** @param error what n8n's helper rejected with: a NodeApiError around a 401, or around a connection that failed */
export function readRejection(error: unknown): AttemptResult {
	const cause = isRecord(error) && isRecord(error.cause) ? error.cause : {};
	if (isRecord(cause.response) && typeof cause.response.status === 'number') {
		return responseOf(cause.response.status, cause.response.headers, cause.response.data);
	}
	const code = [cause.code, isRecord(error) ? error.httpCode : undefined].find(isText);
	const message = [cause.message, isRecord(error) ? error.message : undefined].find(isText);
	return { kind: 'lost', code, message: message ?? 'The connection failed' };
}

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
