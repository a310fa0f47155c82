import type { ItemError } from '../n8n/itemError';
import { isRecord } from '../values/record';
import { sentences } from '../values/text';
import type { VendorRequest } from './request';
import type { AttemptResult, VendorResponse } from './response';
import { conceal, isIdOrCode } from './secrets';
import { lostAdvice, lostText, refusedText, statusAdvice, statusText, type Keys } from './serviceText';
import { refusesClient } from './tokenRefused';
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
	/** Whether it is about the credential, so that no agent is to blame. */
	isOfCredential?: boolean;
}

/** Longer texts of a vendor are cut: a page of HTML is not a message. */
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
		: 'It may have been made anyway: check before you run it again.';
	return { ...failure, isInDoubt: true, advice: sentences([failure.advice, doubt]) };
}

/**
 * What is told of a request that failed. A service may echo what it was sent: the keys are taken out of its words.
 *
 * @param attempts how often the request was sent
 * @param secrets the values that must not be shown
 * @param keys with which the request was signed
 */
export function failureOf(
	vendor: Vendor,
	result: AttemptResult,
	attempts: number,
	secrets: readonly string[],
	keys?: Keys,
): Failure {
	const told = ofResult(vendor, result, keys);
	const clean = (text: string | undefined) => text && conceal(text, secrets).slice(0, MAX_MESSAGE_LENGTH);
	return {
		...told,
		message: clean(told.message) ?? '',
		vendorCode: clean(told.vendorCode),
		requestId: told.requestId !== undefined && isIdOrCode(told.requestId) ? clean(told.requestId) : undefined,
		attempts,
	};
}

type FailureText = Omit<Failure, 'attempts'>;

function ofResult(vendor: Vendor, result: AttemptResult, keys: Keys | undefined): FailureText {
	switch (result.kind) {
		case 'response':
			return ofResponse(vendor, result.response, keys);
		case 'tokenRefused':
			return ofToken(vendor, result, keys);
		case 'tokenFailed':
			return ofTokenFailure(vendor, result);
		case 'lost':
			return ofLost(vendor, result);
	}
}

function ofResponse(vendor: Vendor, response: VendorResponse, keys: Keys | undefined): FailureText {
	const { words, advice, code, requestId } = vendor.refusal(response);
	const { status } = response;
	const traces = { httpCode: `${status}`, vendorCode: code, requestId };
	// What services say of wrong keys is one word, such as Authenticate. Where there is an advice, it is something else.
	if (status === 401 && keys && advice === undefined) return { ...ofKeys(keys), ...traces };
	return { message: words ?? statusText(vendor.name, status), advice: advice ?? statusAdvice(status), ...traces };
}

const ofKeys = (keys: Keys): Pick<Failure, 'message' | 'advice' | 'isOfCredential'> => ({
	message: refusedText(keys),
	advice: keys.advice,
	isOfCredential: true,
});

/** Of the answer nothing but a code is told: it answers a request with the secret in it. */
function ofToken(
	vendor: Vendor,
	{ response: { status, body } }: Extract<AttemptResult, { kind: 'tokenRefused' }>,
	keys: Keys | undefined,
): FailureText {
	const isRedirect = status < 400;
	const isElsewhere = isRedirect || status === 407;
	const { advice, code = isRecord(body) ? body.error : undefined } = vendor.refusal({
		status: 401,
		headers: {},
		body,
	});
	const known = typeof code === 'string' && isIdOrCode(code) && !isElsewhere ? code : undefined;
	const what = known === undefined ? `HTTP status ${status}` : `error ${known}`;
	const traces = { httpCode: undefined, vendorCode: known, requestId: undefined };
	if (keys && refusesClient(status)) {
		const told = ofKeys(keys);
		return { ...told, message: `${told.message} (${what})`, ...traces };
	}
	return {
		message: `${vendor.name} gave no token: ${what}`,
		advice: isElsewhere ? statusAdvice(status) : (advice ?? keys?.advice ?? statusAdvice(401)),
		...traces,
	};
}

/** Nothing speaks against the keys. */
function ofTokenFailure(vendor: Vendor, { status }: Extract<AttemptResult, { kind: 'tokenFailed' }>): FailureText {
	const isAnswered = status >= 400;
	return {
		message: `${vendor.name} gave no token: ${isAnswered ? `HTTP status ${status}` : 'its answer could not be read'}`,
		advice: isAnswered
			? statusAdvice(status)
			: `If it happens again, check the address in the '${vendor.name}' credential.`,
		httpCode: isAnswered ? `${status}` : undefined,
		vendorCode: undefined,
		requestId: undefined,
	};
}

function ofLost(vendor: Vendor, { code, message }: Extract<AttemptResult, { kind: 'lost' }>): FailureText {
	const traces = { httpCode: code, vendorCode: undefined, requestId: undefined };
	if (code === undefined) {
		// n8n's own word about a forbidden host, or the credential's about keys that cannot be right.
		const advice = `Check the keys and the address in the '${vendor.name}' credential.`;
		return { message, advice, isOfCredential: true, ...traces };
	}
	return {
		message: `${lostText(vendor.name, code)} (${code})`,
		advice: lostAdvice(vendor.name, code),
		...traces,
	};
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
		message: failure.isOfCredential ? failure.message : `${subject}: ${failure.message}`,
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
		...(failure.isOfCredential && { isOfAll: true }),
		...(failure.isInterrupted && { isInterrupted: true }),
	};
}
