import type { ItemError } from '../n8n/itemError';
import { isRecord } from '../values/record';
import { sentences } from '../values/text';
import { NO_TUNNEL } from './lostConnection';
import type { VendorRequest } from './request';
import type { AttemptResult, VendorResponse } from './response';
import { conceal, isIdOrCode } from './secrets';
import type { Vendor } from './vendor';

/** A request that failed, told for people. Holds no secret and no whole body. */
export interface Failure {
	/** The vendor's words, or what happened on the way there. */
	message: string;
	/** How to get on. */
	advice: string | undefined;
	/** An HTTP status such as "404", or a connection code such as "ECONNRESET". */
	httpCode: string | undefined;
	/** The vendor's own code, such as Twilio's 20404. */
	vendorCode: string | undefined;
	requestId: string | undefined;
	attempts: number;
	/** Whether the run ended while the request waited to be sent again. */
	isInterrupted?: boolean;
	/** Whether what was asked for may have been done all the same. */
	isInDoubt?: boolean;
}

/** Longer texts of a vendor are cut: a page of HTML is no message. */
const MAX_MESSAGE_LENGTH = 400;

/** A failure that no service told of. */
export const plainFailure = (message: string, advice?: string): Failure => ({
	message,
	advice,
	httpCode: undefined,
	vendorCode: undefined,
	requestId: undefined,
	attempts: 1,
});

/**
 * Of a request that was not sent, since there is no sense in it any more.
 *
 * @param why as the end of a sentence
 */
export const notAttempted = (why: string): Failure => ({
	...plainFailure(`not attempted: ${why}`, 'Run the workflow again later for those who were not attempted.'),
	attempts: 0,
});

/** The failure of a request that may have been done all the same; a read changes nothing. */
export function inDoubt(
	failure: Failure,
	{ method, idempotent }: Pick<VendorRequest, 'method' | 'idempotent'>,
): Failure {
	if (method === 'GET') return failure;
	const doubt = idempotent
		? 'The change may or may not have been made: running the workflow again is safe.'
		: 'It may have been done all the same: look before you run it again.';
	return { ...failure, isInDoubt: true, advice: sentences([failure.advice, doubt]) };
}

/**
 * What is told of a request that failed. A service may echo what it was sent: the keys are taken out of its words.
 *
 * @param attempts how often the request was sent
 * @param secrets the values that must not be shown
 */
export function failureOf(
	vendor: Vendor,
	result: AttemptResult,
	attempts: number,
	secrets: readonly string[],
): Failure {
	const told = ofResult(vendor, result);
	const clean = (text: string | undefined) => text && conceal(text, secrets).slice(0, MAX_MESSAGE_LENGTH);
	return {
		...told,
		message: clean(told.message) ?? '',
		vendorCode: clean(told.vendorCode),
		requestId: told.requestId !== undefined && isIdOrCode(told.requestId) ? clean(told.requestId) : undefined,
		attempts,
	};
}

function ofResult(vendor: Vendor, result: AttemptResult) {
	switch (result.kind) {
		case 'response':
			return ofResponse(vendor, result.response);
		case 'tokenRefused':
			return ofToken(vendor, result);
		case 'tokenFailed':
			return ofTokenFailure(vendor, result);
		case 'lost':
			return ofLost(vendor, result);
	}
}

function ofResponse(vendor: Vendor, response: VendorResponse) {
	const { words, advice, code, requestId } = vendor.refusal(response);
	const { status } = response;
	const isSuccess = status >= 200 && status < 300;
	return {
		message:
			words ??
			`${answererOf(vendor, status)} answered with ${isSuccess ? 'an error under ' : ''}HTTP status ${status}`,
		advice: advice ?? generalAdvice(response.status),
		httpCode: `${response.status}`,
		vendorCode: code,
		requestId,
	};
}

/** No service answers with 407. */
const answererOf = ({ name }: Vendor, status: number): string =>
	status === 407 ? `A proxy on the way to ${name}` : name;

/** Of the answer nothing but a code is told: it answers a request with the secret in it. */
function ofToken(vendor: Vendor, { response: { status, body } }: Extract<AttemptResult, { kind: 'tokenRefused' }>) {
	const isRedirect = status < 400;
	const isElsewhere = isRedirect || status === 407;
	const { advice, code = isRecord(body) ? body.error : undefined } = vendor.refusal({
		status: 401,
		headers: {},
		body,
	});
	const known = typeof code === 'string' && isIdOrCode(code) && !isElsewhere ? code : undefined;
	return {
		message: `${vendor.name} gave no token: ${known === undefined ? `HTTP status ${status}` : `error ${known}`}`,
		advice: isElsewhere ? generalAdvice(status) : (advice ?? generalAdvice(401)),
		httpCode: undefined,
		vendorCode: known,
		requestId: undefined,
	};
}

/** Nothing speaks against the keys. */
function ofTokenFailure(vendor: Vendor, { status }: Extract<AttemptResult, { kind: 'tokenFailed' }>) {
	const isAnswered = status >= 400;
	return {
		message: `${vendor.name} gave no token: ${isAnswered ? `HTTP status ${status}` : 'its answer could not be read'}`,
		advice: isAnswered
			? generalAdvice(status)
			: `If it happens again, check the address in the '${vendor.name}' credential.`,
		httpCode: isAnswered ? `${status}` : undefined,
		vendorCode: undefined,
		requestId: undefined,
	};
}

function ofLost(vendor: Vendor, { code, message }: Extract<AttemptResult, { kind: 'lost' }>) {
	const credential = `the '${vendor.name}' credential`;
	return {
		message: code ? `No answer from ${vendor.name} (${code})` : message,
		advice: adviceOnLost(code, credential),
		httpCode: code,
		vendorCode: undefined,
		requestId: undefined,
	};
}

function adviceOnLost(code: string | undefined, credential: string): string {
	// n8n's own word, about a token or a forbidden host.
	if (code === undefined) return `Check the keys and the address in ${credential}.`;
	if (code === NO_TUNNEL) return 'The proxy that this n8n uses ended the connection. Tell whoever runs this n8n.';
	return `Check the address in ${credential} and whether this n8n can reach it.`;
}

function generalAdvice(status: number): string | undefined {
	if (status === 401) return 'Open the credential and check its keys.';
	if (status === 403) return 'The key in the credential lacks the right to do this.';
	if (status === 404) return 'Check the ID: nothing with it exists for this credential.';
	if (status === 407)
		return 'The proxy that this n8n uses wants a user name and password. Tell whoever runs this n8n.';
	if (status === 429) return "Still too many requests after all retries. Lower 'Parallel Limit' under 'Options'.";
	if (status >= 300 && status < 400) {
		return 'The service points to another address, and keys are never sent there. Check the address in the credential.';
	}
	return status >= 500 ? 'The trouble is on the side of the service. Run the workflow again later.' : undefined;
}

/**
 * What the user is told of an item whose request failed: the vendor's words first, then the advice, then the traces by
 * which the vendor's support finds the request.
 *
 * @param subject the agent, such as "Worker WK…"
 */
export function itemErrorOf(failure: Failure, subject: string): ItemError {
	const { advice, vendorCode, requestId, httpCode, attempts } = failure;
	const traces = [
		vendorCode && `code ${vendorCode}`,
		requestId && `request ${requestId}`,
		attempts > 1 && `${attempts} attempts`,
	].filter(Boolean);
	const description = [advice, traces.length > 0 && `(${traces.join(', ')})`].filter(Boolean).join(' ');
	return {
		message: `${subject}: ${failure.message}`,
		description: description || undefined,
		details: {
			agent: subject,
			...(advice && { description: advice }),
			...(httpCode && { httpCode }),
			...(vendorCode && { vendorCode }),
			...(requestId && { requestId }),
			...(failure.isInDoubt && { outcome: 'unconfirmed' }),
			attempts,
		},
		...(failure.isInterrupted && { isInterrupted: true }),
	};
}
