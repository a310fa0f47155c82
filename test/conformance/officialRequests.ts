import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';

import { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } from '../../simulators';

export interface OfficialRequest {
	method: string;
	/** The host the client meant, such as `taskrouter.twilio.com`. */
	host: string;
	/** As on the wire, with the query. */
	path: string;
	/** By lower-case name. */
	headers: IncomingHttpHeaders;
	/** As on the wire. */
	body: string;
	/** The decoded body in the order sent. */
	form: Array<[key: string, value: string]>;
}

class LoopbackClient extends RequestClient {
	host = '';

	constructor(private readonly address: string) {
		super({ timeout: 10_000 });
	}

	override async request<TData>(options: RequestClient.RequestOptions<TData>) {
		const { host, origin } = new URL(options.uri);
		this.host ||= host;
		return await super.request<TData>({ ...options, uri: this.address + options.uri.slice(origin.length) });
	}
}

/**
 * What the official client sends for the first request of a call, read from the socket of a loopback server.
 * What the client makes of the empty answer is of no interest: only a call that sends nothing throws.
 */
export async function capture(call: (client: twilio.Twilio) => Promise<unknown>): Promise<OfficialRequest> {
	const requests: Array<Omit<OfficialRequest, 'host'>> = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			const { method = '', url: path = '', headers } = request;
			requests.push({ method, path, headers, body, form: [...new URLSearchParams(body)] });
			response
				.writeHead(200, { 'content-type': 'application/json', connection: 'close' })
				.end('{"meta":{"key":"none"},"none":[]}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const httpClient = new LoopbackClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		const failure: unknown = await call(twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, { httpClient })).then(
			() => undefined,
			(error: unknown) => error,
		);
		const [first] = requests;
		if (!first) throw new Error('The call sent no request', { cause: failure });
		return { ...first, host: httpClient.host };
	} finally {
		server.closeAllConnections();
		server.close();
	}
}
