import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isRecord } from '../values/record';
import type { SignedRequest } from './signature';

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
