import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { MAX_NESTING, nestsTooDeep } from '../values/jsonText';
import { isRecord } from '../values/record';
import { FORM, type SignedRequest } from './signature';

/** A request to a webhook, but for its address, which n8n sees only from inside. */
export interface Delivery extends Omit<SignedRequest, 'url'> {
	/** As it came, with its question mark; empty where there is none. */
	query: string;
}

/** What is used of n8n's response, which is one of Express's: its types are not among n8n's own. */
interface WebResponse {
	status(code: number): WebResponse;
	type(mediaType: string): WebResponse;
	send(text: string): unknown;
}

/** @param signatureHeader its name in lower case */
export function deliveryOf(context: IWebhookFunctions, signatureHeader: string): Delivery {
	const request: unknown = context.getRequestObject();
	const { originalUrl, rawBody } = isRecord(request) ? request : {};
	const headers = context.getHeaderData();
	const url = typeof originalUrl === 'string' ? originalUrl : '';
	const [signature] = [headers[signatureHeader]].flat();
	const [mediaType = ''] = (headers['content-type'] ?? '').split(';');
	return {
		query: url.includes('?') ? url.slice(url.indexOf('?')) : '',
		signature,
		// n8n keeps no bytes of a body that it does not read, such as one of several parts.
		rawBody: Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0),
		mediaType: mediaType.trim().toLowerCase(),
	};
}

/** As many as n8n itself reads. */
const MOST_FIELDS = 1000;

/**
 * What is wrong with a body that no service sends, and that costs seconds and hundreds of megabytes to read. Whoever knows
 * the address can send one, so that this is asked before anything is worked out from it, the signature too.
 */
export function bodyProblem({ mediaType, rawBody }: Delivery): string | undefined {
	if (mediaType === FORM)
		return hasTooManyFields(rawBody) ? `The form has more than ${MOST_FIELDS} fields` : undefined;
	return nestsTooDeep(rawBody.toString('latin1')) ? `The body nests deeper than ${MAX_NESTING} levels` : undefined;
}

function hasTooManyFields(form: Buffer): boolean {
	let fields = 1;
	for (let at = form.indexOf('&'); at !== -1 && fields <= MOST_FIELDS; at = form.indexOf('&', at + 1)) fields++;
	return fields > MOST_FIELDS;
}

/** Answers with a status and a few words, and starts no execution. */
export function refuse(context: IWebhookFunctions, status: number, words: string): IWebhookResponseData {
	const response = context.getResponseObject() as WebResponse;
	response.status(status).type('text/plain').send(words);
	return { noWebhookResponse: true };
}

/** Answers 200 and starts no execution: there is nothing to be done about this delivery. */
export const ignore = (): IWebhookResponseData => ({
	webhookResponse: { message: 'No event that this workflow waits for' },
});
