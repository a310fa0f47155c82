import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of an answer on its way, although the service did what it was asked for. */
export const spoilings = {
	/** The connection breaks in the middle of a body whose length was told. */
	cut: ({ socket }, response, text) => {
		response.writeHead(200, { ...JSON_TYPE, 'content-length': `${Buffer.byteLength(text)}` });
		response.write(half(text), () => socket.destroy());
	},
	/** The same in the middle of a body in chunks. */
	cutInChunks: ({ socket }, response, text) => {
		response.writeHead(200, JSON_TYPE);
		response.write(half(text), () => socket.destroy());
	},
	truncated: (_request, response, text) => void response.writeHead(200, JSON_TYPE).end(half(text)),
	empty: (_request, response) => void response.writeHead(200, JSON_TYPE).end(),
	page: (_request, response) =>
		void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hello</html>'),
	noContent: (_request, response) => void response.writeHead(204).end(),
	error: (_request, response) => void response.writeHead(500, JSON_TYPE).end('{"message":"broken"}'),
	unavailable: (_request, response) => void response.writeHead(503, JSON_TYPE).end('{}'),
	reset: ({ socket }) => void socket.destroy(),
	silent: () => undefined,
	/** Byte by byte, each before any timeout that counts from the last one. */
	drip: ({ socket }, response) => {
		response.writeHead(200, JSON_TYPE);
		const timer = setInterval(() => response.write(' '), 5);
		socket.on('close', () => clearInterval(timer));
	},
} satisfies Record<string, (request: IncomingMessage, response: ServerResponse, text: string) => void>;

export type Spoiling = keyof typeof spoilings;

const JSON_TYPE = { 'content-type': 'application/json' };
const half = (text: string): string => text.slice(0, Math.max(1, Math.floor(text.length / 2)));

interface Meant {
	method?: string;
	path?: RegExp;
}

export interface Spoiler {
	url: string;
	/** Requests in order of arrival. */
	seen: Array<{ method: string; path: string }>;
	/** Spoils the next answers to requests that are meant. */
	spoil: (how: Spoiling, meant: Meant, times?: number) => void;
	/** Changes the bodies of answers to requests that are meant, from now on. */
	change: (meant: Meant, how: (text: string) => string) => void;
	close: () => Promise<void>;
}

/** Stands between the nodes and a simulator, hands every request on, and spoils answers. */
export async function startSpoiler(target: string): Promise<Spoiler> {
	let orders: Array<{ how: Spoiling; meant: Meant; left: number }> = [];
	const changes: Array<{ meant: Meant; how: (text: string) => string }> = [];
	const isMeant = ({ method: wanted, path: pattern }: Meant, method: string, path: string) =>
		(wanted === undefined || wanted === method) && (pattern === undefined || pattern.test(path));
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url: path = '' } = request;
			spoiler.seen.push({ method, path });
			void forward(target, request, Buffer.concat(chunks)).then(({ status, headers, text }) => {
				const order = orders.find(({ meant }) => isMeant(meant, method, path));
				if (order) {
					order.left--;
					orders = orders.filter(({ left }) => left > 0);
					spoilings[order.how](request, response, text);
					return;
				}
				const change = changes.find(({ meant }) => isMeant(meant, method, path));
				const body = (change ? change.how(text) : text).replaceAll(target, spoiler.url);
				response.writeHead(status, headers).end(status === 204 ? undefined : body);
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const spoiler: Spoiler = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen: [],
		spoil: (how, meant, times = 1) => void orders.push({ how, meant, left: times }),
		change: (meant, how) => void changes.push({ meant, how }),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return spoiler;
}

async function forward(target: string, { method = '', url = '', headers: sent }: IncomingMessage, body: Buffer) {
	const { host: _host, connection: _connection, 'content-length': _length, ...kept } = sent;
	const answer = await fetch(target + url, {
		method,
		headers: kept as Record<string, string>,
		...(body.length > 0 && { body }),
	});
	const names = ['content-type', 'etag', 'twilio-request-id', 'retry-after', 'www-authenticate'];
	const headers = names.flatMap((name): Array<[string, string]> => {
		const value = answer.headers.get(name);
		return value === null ? [] : [[name, value]];
	});
	return { status: answer.status, headers: Object.fromEntries(headers), text: await answer.text() };
}
