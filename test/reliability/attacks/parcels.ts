import { createHash, createHmac } from 'node:crypto';
import twilio from 'twilio';
import { ACTIVITY, PEOPLE, TWILIO_AUTH_TOKEN } from '../../../simulators/twilio/cast';
import type { Listener } from '../../support/bench/listener';
import type { TriggerStage } from '../../support/pack/useTrigger';
import { figures } from './figures';

export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** A delivery as it goes over the wire. */
export interface Parcel {
	url: string;
	body: string;
	headers: Record<string, string>;
}

/** Both ways by which Twilio delivers events: JSON lists, and forms. */
export const ways = ['eventStreams', 'workspaceCallback'] as const;

export type Way = (typeof ways)[number];

/** A listener that has heard a delivery already, and that delivery as it went out. */
export async function prepared(
	stage: TriggerStage,
	listenThrough: string,
): Promise<{ listener: Listener; real: Parcel }> {
	const listener = await stage.listener({ listenThrough });
	await listener.activate();
	await stage.change(`/Workers/${PEOPLE.anna.worker}`, { ActivitySid: ACTIVITY.break });
	await stage.twilio.deliveries.settled();
	const [sent] = stage.twilio.deliveries.sent;
	if (!sent) throw new Error('nothing was delivered');
	expect(listener.executions.splice(0)).toHaveLength(1);
	const headers = Object.entries(sent.headers).map(([name, text]) => [name.toLowerCase(), text] as const);
	const real = { url: sent.url, body: sent.body, headers: Object.fromEntries(headers) };
	return { listener, real };
}

export const isForm = ({ headers }: Parcel): boolean => headers['content-type']?.startsWith(FORM_TYPE) === true;

const hmac = (text: string) => createHmac('sha1', TWILIO_AUTH_TOKEN).update(text).digest('base64');

/** The same, signed as Twilio does. */
export function signed({ url, body, headers }: Parcel): Parcel {
	const [address = ''] = url.split('?');
	if (isForm({ url, body, headers })) {
		const signature = twilio.getExpectedTwilioSignature(TWILIO_AUTH_TOKEN, address, formIn(body));
		return { url: address, body, headers: { ...headers, 'x-twilio-signature': signature } };
	}
	const hashed = `${address}?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
	return { url: hashed, body, headers: { ...headers, 'x-twilio-signature': hmac(hashed) } };
}

/** What Twilio's own client says of it. */
export function isTwilios({ url, body, headers }: Parcel): boolean {
	const signature = headers['x-twilio-signature'] ?? '';
	if (url.includes('bodySHA256')) return twilio.validateRequestWithBody(TWILIO_AUTH_TOKEN, signature, url, body);
	const isFormBody = isForm({ url, body, headers });
	if (!isFormBody && body !== '') return false;
	return twilio.validateRequest(TWILIO_AUTH_TOKEN, signature, url, isFormBody ? formIn(body) : {});
}

function formIn(body: string): Record<string, string[]> {
	const form = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(body)) {
		const values = form.get(name) ?? [];
		values.push(value);
		form.set(name, values);
	}
	return Object.fromEntries(form);
}

export async function post({ url, body, headers }: Parcel): Promise<number> {
	figures.deliveries++;
	return (await fetch(url, { method: 'POST', body, headers })).status;
}
