import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from '../../conformance/openapi';

export interface Proxy {
	url: string;
	/** All that went to and fro, in the order of the answers; the first part of a path names the product. */
	exchanges: Array<Exchange & { product: string }>;
	close(): Promise<void>;
}

/** Stands between a node and a Twilio simulator and keeps every request with its answer. */
export async function startProxy(target: string): Promise<Proxy> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			const { method = '', url: path = '', headers } = request;
			void forward(target, method, path, headers as Record<string, string>, body).then(
				({ status, sent, text }) => {
					const [, product = '', rest = ''] = /^\/([a-z-]+)(\/.*)$/.exec(path) ?? [];
					proxy.exchanges.push({ product, method, path: rest, headers, body, status, responseBody: text });
					// Links to the next page come back here.
					response.writeHead(status, sent).end(text.replaceAll(target, proxy.url));
				},
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const proxy: Proxy = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		exchanges: [],
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return proxy;
}

async function forward(target: string, method: string, path: string, headers: Record<string, string>, body: string) {
	const { host: _host, connection: _connection, 'content-length': _length, ...kept } = headers;
	const answer = await fetch(target + path, { method, headers: kept, ...(body !== '' && { body }) });
	const text = await answer.text();
	const etag = answer.headers.get('etag');
	return {
		status: answer.status,
		sent: { 'content-type': 'application/json', ...(etag !== null && { etag }) },
		text,
	};
}
