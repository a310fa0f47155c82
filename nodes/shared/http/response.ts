import { isRecord } from '../values/record';
import { connectionCode, NO_TUNNEL } from './lostConnection';
import { retryAfterMs } from './retryAfter';
import type { AttemptOutcome } from './retry';
import { UNREACHED } from './serviceText';
import { tokenProblemIn } from './tokenRefused';

/** What the vendor responded, whatever the status. */
export interface VendorResponse {
	status: number;
	/** By name in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON, text, or `undefined` when the body is empty. */
	body: unknown;
	/** Whether a secret of the credential stood in it, which was taken out. */
	isConcealed?: boolean;
}

/** What came of sending a request once. */
export type AttemptResult =
	| { kind: 'response'; response: VendorResponse }
	/** The service gave no token, so the request itself was not sent. `response`: to the token request. */
	| { kind: 'tokenRefused'; response: Pick<VendorResponse, 'status' | 'body'> }
	/**
	 * The request for a token failed in a way that passes, so the request itself was not sent. A status below 400: the
	 * answer could not be read.
	 */
	| { kind: 'tokenFailed'; status: number; headers: VendorResponse['headers'] }
	/**
	 * No response, or one that broke off. `code`: the connection's, such as "ECONNRESET"; without one, n8n itself did not
	 * let it go. `isToken`: the connection of the request for a token, so the request itself was not sent.
	 */
	| { kind: 'lost'; code: string | undefined; message: string; isToken?: true };

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
		const result = ofTokenRequest(cause) ?? ofStatus(cause);
		if (result) return result;
	}
	const code = [...causes, { code: isRecord(error) ? error.httpCode : undefined }].map(connectionCode).find(isText);
	const message = [causes[0]?.message, isRecord(error) ? error.message : undefined].find(isText);
	return { kind: 'lost', code, message: message ?? 'The connection failed' };
}

/** What became of the request for a token, where the error is about that. */
function ofTokenRequest(cause: Record<string, unknown>): AttemptResult | undefined {
	const token = tokenProblemIn(cause);
	switch (token?.kind) {
		case 'lost':
			return { kind: 'lost', code: token.connection, message: token.message, isToken: true };
		case 'refused':
			return { kind: 'tokenRefused', response: { status: token.status, body: token.body } };
		case 'failed':
			return { kind: 'tokenFailed', status: token.status, headers: namedHeaders(token.headers) };
		default:
			return undefined;
	}
}

/**
 * Under the options of our requests only a 401 of the service is an error. An error of another kind may carry a response
 * as well: one that broke off, whose status says nothing.
 */
function ofStatus({ response }: Record<string, unknown>): AttemptResult | undefined {
	if (!isRecord(response) || response.status !== 401) return undefined;
	return responseOf(response.status, response.headers, response.data);
}

/** What an error was caused by, the outermost first; of an error without a cause nothing but itself is known. */
function causesOf(error: unknown): Array<Record<string, unknown>> {
	const causes: Array<Record<string, unknown>> = [];
	let one = isRecord(error) && isRecord(error.cause) ? error.cause : error;
	for (; isRecord(one) && causes.length < MAX_CAUSES; one = one.cause) causes.push(one);
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
	if (result.kind === 'tokenFailed' && result.status < 400) return { kind: 'damaged' };
	const { status, headers } = result.kind === 'tokenFailed' ? result : result.response;
	const retryAfter = retryAfterMs(headers['retry-after'], now);
	return { kind: 'status', status, retryAfterMs: retryAfter, ...(isFull?.(headers) && { isFull: true }) };
}

/** Before a response that never came, these say that the request did not even reach the service. */
const isUnsent = (code: string): boolean => code === NO_TUNNEL || UNREACHED.test(code);

/** Whether something that must not be done twice may be asked for again: no token was had, or a proxy let nothing through. */
export const mayBeAskedAgain = (result: AttemptResult): boolean =>
	result.kind === 'tokenFailed' || (result.kind === 'lost' && (result.isToken === true || result.code === NO_TUNNEL));

/** Whether the request may have been processed although what came of it does not say so. */
export function mayHaveBeenDone(result: AttemptResult): boolean {
	// Without a code n8n itself did not let it go.
	if (result.kind === 'lost') return !result.isToken && result.code !== undefined && !isUnsent(result.code);
	if (result.kind !== 'response') return false;
	const { status, headers } = result.response;
	return status === 408 || (status >= 500 && !(status === 503 && headers['retry-after'] !== undefined));
}

export const isSuccess = ({ status }: VendorResponse): boolean => status >= 200 && status < 300;

function responseOf(status: number, headers: unknown, body: unknown): AttemptResult {
	return {
		kind: 'response',
		response: { status, headers: namedHeaders(headers), body: body === '' || body === null ? undefined : body },
	};
}

const namedHeaders = (headers: unknown): VendorResponse['headers'] =>
	Object.fromEntries(
		Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
