import type { ItemError } from '../n8n/itemError';
import type { AttemptResult, VendorRequest } from './request';
import type { Refusal, Vendor } from './vendor';

/** A request that came to nothing, told for people. Holds no secret and no whole body. */
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
}

/** Vendors' words are cut here: a page of HTML is no message. */
const LONGEST_WORDS = 400;

/** A failure that no service told of. */
export const plainFailure = (message: string, advice?: string): Failure => ({
	message,
	advice,
	httpCode: undefined,
	vendorCode: undefined,
	requestId: undefined,
	attempts: 1,
});

/** Whatever a service says may echo what it was sent: the keys are taken out, and it is cut. */
export function failureOf(
	vendor: Vendor,
	exchanged: AttemptResult,
	attempts: number,
	secrets: readonly string[],
	request?: Pick<VendorRequest, 'method' | 'idempotent'>,
): Failure {
	const told = exchanged.kind === 'answer' ? refused(vendor, exchanged.answer) : lost(vendor, exchanged, request);
	const clean = (text: string | undefined) => text && conceal(text, secrets).slice(0, LONGEST_WORDS);
	return {
		...told,
		message: clean(told.message) ?? '',
		vendorCode: clean(told.vendorCode),
		requestId: clean(told.requestId),
		attempts,
	};
}

function refused(vendor: Vendor, answer: Extract<AttemptResult, { kind: 'answer' }>['answer']) {
	const refusal: Refusal = vendor.refusal(answer);
	return {
		message: refusal.words ?? `${vendor.name} answered with HTTP status ${answer.status}`,
		advice: refusal.advice ?? generalAdvice(answer.status),
		httpCode: `${answer.status}`,
		vendorCode: refusal.code,
		requestId: refusal.requestId,
	};
}

/** Whether something may have been done although no answer came. */
function aftermath(request: Pick<VendorRequest, 'method' | 'idempotent'> | undefined): string {
	if (request?.method === 'GET') return '';
	return request?.idempotent === false
		? ' It may have been done all the same: look before you run it again.'
		: ' The change may or may not have been made: running the workflow again is safe.';
}

function lost(
	vendor: Vendor,
	{ code, message }: Extract<AttemptResult, { kind: 'lost' }>,
	request: Pick<VendorRequest, 'method' | 'idempotent'> | undefined,
) {
	return {
		message: code ? `No answer from ${vendor.name} (${code})` : message,
		advice: code
			? `Check the address in the '${vendor.name}' credential and whether this n8n can reach it.${aftermath(request)}`
			: lostAdvice(vendor),
		httpCode: code,
		vendorCode: undefined,
		requestId: undefined,
	};
}

/** Without a code the trouble is n8n's own word, about a token or a forbidden host. */
const lostAdvice = (vendor: Vendor) => `Check the keys and the address in the '${vendor.name}' credential.`;

function generalAdvice(status: number): string | undefined {
	if (status === 401) return 'Open the credential and check its keys.';
	if (status === 403) return 'The key in the credential lacks the right to do this.';
	if (status === 404) return 'Check the ID: nothing with it exists for this credential.';
	if (status === 429) return "Still too many requests after all retries. Lower 'Parallel Limit' under 'Options'.";
	if (status >= 300 && status < 400) {
		return 'The service points to another address, and keys are never sent there. Check the address in the credential.';
	}
	return status >= 500 ? 'The trouble is on the side of the service. Run the workflow again later.' : undefined;
}

/** Besides the keys themselves, whatever stands behind a scheme word: there a key may be encoded. */
function conceal(text: string, secrets: readonly string[]): string {
	return secrets
		.reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
		.replace(/\b(Basic|Bearer)\s+[\w.~+/=-]{6,}/gi, '$1 ***');
}

/** @param subject the agent, such as "Worker WK…" */
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
			attempts,
		},
		...(failure.isInterrupted && { isInterrupted: true }),
	};
}
