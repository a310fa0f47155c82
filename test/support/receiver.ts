import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Received {
	method: string;
	/** The path with the query, nothing decoded. */
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A status, or what happens in its place: no answer at all, or the end of the connection. */
export type Outcome = number | 'silence' | 'reset';

export interface Receiver {
	/** `http://127.0.0.1:PORT` */
	url: string;
	/** In order of arrival. */
	received: Received[];
	/** What a request is answered with; 204 unless told. */
	answer: (request: Received) => Outcome;
	close(): void;
}

/** A web server that takes webhooks down. */
export async function openReceiver(): Promise<Receiver> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url: path = '', headers } = request;
			const received = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
			receiver.received.push(received);
			const outcome = receiver.answer(received);
			if (outcome === 'reset') request.socket.destroy();
			else if (outcome !== 'silence') response.writeHead(outcome).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received: [],
		answer: () => 204,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
	return receiver;
}
