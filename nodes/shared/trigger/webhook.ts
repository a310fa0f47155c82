import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { SignedRequest } from './signature';

/** A request to a webhook, but for its address, which n8n sees only from inside. */
export interface Delivery extends Omit<SignedRequest, 'url'> {
	/** As it came, with its question mark; empty where there is none. */
	query: string;
}

/** @param signatureHeader its name in lower case */
export function deliveryOf(context: IWebhookFunctions, signatureHeader: string): Delivery {
	const request = context.getRequestObject();
	const { originalUrl, headers } = request;
	const at = originalUrl.indexOf('?');
	const [signature] = [headers[signatureHeader]].flat();
	const [mediaType = ''] = (headers['content-type'] ?? '').split(';');
	return {
		query: at === -1 ? '' : originalUrl.slice(at),
		signature,
		// n8n keeps no bytes of a body that it does not read, such as one of several parts.
		rawBody: Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0),
		mediaType: mediaType.trim().toLowerCase(),
	};
}

/** Answers with a status and a few words, and starts no execution. */
export function refuse(context: IWebhookFunctions, status: number, words: string): IWebhookResponseData {
	const response = context.getResponseObject();
	response.status(status).type('text/plain').send(words);
	return { noWebhookResponse: true };
}

/** Answers 200 and starts no execution: there is nothing to be done about this delivery. */
export const ignore = (): IWebhookResponseData => ({
	webhookResponse: { message: 'No event that this workflow waits for' },
});
