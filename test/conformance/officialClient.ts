import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import TokenManager from 'twilio/lib/http/bearer_token/TokenManager';
import { TokenListInstance } from 'twilio/lib/rest/oauth/v2/token';

import type { TwilioSimulator } from '../../simulators';
import {
	TWILIO_ACCOUNT_SID,
	TWILIO_AUTH_TOKEN,
	TWILIO_OAUTH_CLIENT_ID,
	TWILIO_OAUTH_CLIENT_SECRET,
} from '../../simulators';
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
		// An access token may have been fetched in between.
		const sent = this.simulator.seen.slice(before).at(-1);
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

/** The client's own token manager, but for the request client: that takes none. */
class RedirectedTokens extends TokenManager {
	constructor(private readonly httpClient: RedirectedClient) {
		super();
	}

	override async fetchToken(): Promise<string> {
		const client = new twilio.Twilio(undefined, undefined, { httpClient: this.httpClient });
		client.setCredentialProvider(new twilio.NoAuthCredentialProvider());
		const { accessToken } = await TokenListInstance(client.oauth.v2).create({
			grantType: 'client_credentials',
			clientId: TWILIO_OAUTH_CLIENT_ID,
			clientSecret: TWILIO_OAUTH_CLIENT_SECRET,
		});
		return accessToken;
	}
}

/** The official client with an OAuth app's credentials. */
export function officialOAuthClient(simulator: TwilioSimulator) {
	const httpClient = new RedirectedClient(simulator);
	const client = new twilio.Twilio(undefined, undefined, { httpClient });
	client.setCredentialProvider(
		new twilio.ClientCredentialProviderBuilder().setTokenManager(new RedirectedTokens(httpClient)).build(),
	);
	return { client, exchanges: httpClient.exchanges };
}
