import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Replying } from '../../../simulators/samples';

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
} satisfies Record<string, Spoil>;

/** Answers in place of what the service has answered. */
export type Spoil = (request: IncomingMessage, response: ServerResponse, text: string) => void;

export type Spoiling = keyof typeof spoilings;

/** A spoiling of a test's own. `unsent`: the service does not even hear of the request. */
export interface OwnSpoiling {
	answer: Spoil;
	unsent?: boolean;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const half = (text: string): string => text.slice(0, Math.max(1, Math.floor(text.length / 2)));

interface Meant {
	method?: string;
	path?: RegExp;
}

export interface Spoiler {
	url: string;
	/** Requests in order of arrival. */
	seen: Array<{ method: string; path: string; isSpoilt: boolean }>;
	/** Spoils the next answers to requests that are meant. */
	spoil: (how: Spoiling | OwnSpoiling, meant: Meant, times?: number) => void;
	/** Spoils nothing from now on. */
	mend: () => void;
	/** Changes the bodies of answers to requests that are meant, from now on. */
	change: (meant: Meant, how: (text: string) => string) => void;
	close: () => Promise<void>;
}

/**
 * Stands between the nodes and a simulator, hands every request on, and spoils answers.
 *
 * @param target the simulator's address, or what answers in its place
 */
export async function startSpoiler(target: string | Replying): Promise<Spoiler> {
	let orders: Array<{ how: Required<OwnSpoiling>; meant: Meant; left: number }> = [];
	const ask =
		typeof target === 'string'
			? async (request: IncomingMessage, body: Buffer) => await forward(target, request, body)
			: async (request: IncomingMessage, body: Buffer) => answerOf(target, request, body);
	const changes: Array<{ meant: Meant; how: (text: string) => string }> = [];
	const isMeant = ({ method: wanted, path: pattern }: Meant, method: string, path: string) =>
		(wanted === undefined || wanted === method) && (pattern === undefined || pattern.test(path));
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url: path = '' } = request;
			const entry = { method, path, isSpoilt: false };
			spoiler.seen.push(entry);
			const order = orders.find(({ meant }) => isMeant(meant, method, path));
			if (order) {
				entry.isSpoilt = true;
				order.left--;
				orders = orders.filter(({ left }) => left > 0);
			}
			const answered = order?.how.unsent ? Promise.resolve(NOTHING) : ask(request, Buffer.concat(chunks));
			const hand = ({ status, headers, text }: Answer): void => {
				if (order) {
					order.how.answer(request, response, text);
					return;
				}
				const change = changes.find(({ meant }) => isMeant(meant, method, path));
				const changed = change ? change.how(text) : text;
				const body = typeof target === 'string' ? changed.replaceAll(target, spoiler.url) : changed;
				response.writeHead(status, headers).end(status === 204 ? undefined : body);
			};
			// The simulator may be closed already.
			void answered.then(hand, () => request.socket.destroy());
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const spoiler: Spoiler = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen: [],
		spoil: (how, meant, times = 1) => {
			const own = typeof how === 'string' ? { answer: spoilings[how] } : how;
			orders.push({ how: { unsent: false, ...own }, meant, left: times });
		},
		mend: () => void (orders = []),
		change: (meant, how) => void changes.push({ meant, how }),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return spoiler;
}

interface Answer {
	status: number;
	headers: Record<string, string>;
	text: string;
}

const NOTHING: Answer = { status: 200, headers: {}, text: '' };

function answerOf(reply: Replying, { method = '', url: path = '', headers }: IncomingMessage, sent: Buffer) {
	const { status = 200, headers: own, body } = reply({ method, path, headers, body: sent.toString() });
	const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
	return { status, headers: { ...JSON_TYPE, ...own }, text };
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
