import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';

import type { TwilioSimulator } from '../simulators';
import { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } from '../simulators';
import type { Exchange } from './openapi';

/** An exchange of the official client with the simulator, ready to be validated. */
export interface RecordedExchange extends Exchange {
	product: string;
}

/** Twilio's own request client; all it does differently is to send `https://{product}.twilio.com` to the simulator. */
class RedirectedClient extends RequestClient {
	readonly exchanges: RecordedExchange[] = [];

	constructor(private readonly simulator: TwilioSimulator) {
		super({ timeout: 10_000 });
	}

	override async request<TData>(options: RequestClient.RequestOptions<TData>) {
		const uri = options.uri.replace(/^https:\/\/([a-z-]+)\.twilio\.com(?::443)?(?=\/)/, `${this.simulator.url}/$1`);
		const before = this.simulator.seen.length;
		const response = await super.request<TData>({ ...options, uri });
		const sent = this.simulator.seen[before];
		const [, product, path] = /^\/([a-z-]+)(\/.*)$/.exec(sent?.path ?? '') ?? [];
		if (!sent || !product || !path) throw new Error(`The request for ${options.uri} did not reach the simulator`);
		const { method, headers, body } = sent;
		this.exchanges.push({
			product,
			method,
			path,
			headers,
			body,
			status: response.statusCode,
			responseBody: response.body,
		});
		return response;
	}
}

/** The official client on a simulator, one request at a time, and all that went to and fro. */
export function officialClient(
	simulator: TwilioSimulator,
	username = TWILIO_ACCOUNT_SID,
	password = TWILIO_AUTH_TOKEN,
) {
	const httpClient = new RedirectedClient(simulator);
	const client = twilio(username, password, { accountSid: TWILIO_ACCOUNT_SID, httpClient });
	return { client, exchanges: httpClient.exchanges, httpClient };
}
