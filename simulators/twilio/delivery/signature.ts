import { createHash, createHmac } from 'node:crypto';

/** What Twilio puts into `X-Twilio-Signature` (docs, usage/security#validating-requests). */
export function signForm(authToken: string, url: string, form: ReadonlyArray<readonly [string, string]>): string {
	const sorted = [...form].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return hmac(authToken, url + sorted.flat().join(''));
}

/** A JSON body is signed through its hash, which Twilio adds to the address: that is what is called and what is signed. */
export function signJson(authToken: string, url: string, body: string): { url: string; signature: string } {
	const hash = createHash('sha256').update(body).digest('hex');
	const signed = `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
	return { url: signed, signature: hmac(authToken, signed) };
}

const hmac = (authToken: string, text: string): string => createHmac('sha1', authToken).update(text).digest('base64');
