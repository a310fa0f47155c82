import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Replying, Wired } from '../../../simulators/samples';

export type { Reply, Wired } from '../../../simulators/samples';

export interface Recorder {
	url: string;
	/** Requests in order of arrival, those for a token apart. */
	seen: Wired[];
	tokenRequests: Wired[];
	maxInFlight: number;
	reply: Replying;
	delayMs: number;
	reset(): void;
	close(): Promise<void>;
}

const TOKEN = 'token';
const TOKEN_PATH = '/oauth/token.php';

/**
 * A server that judges nothing: it keeps what it was sent and answers what the test says. It uses Node's own parser
 * and no router, so that a path arrives here exactly as it was sent. OAuth2 tokens are always `token`.
 */
export async function startRecorder(reply: Recorder['reply']): Promise<Recorder> {
	let inFlight = 0;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url: path = '', headers } = request;
			const wired = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
			if (path === TOKEN_PATH) {
				recorder.tokenRequests.push(wired);
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ access_token: TOKEN, token_type: 'Bearer', expires_in: 7200 }));
				return;
			}
			recorder.seen.push(wired);
			inFlight += 1;
			recorder.maxInFlight = Math.max(recorder.maxInFlight, inFlight);
			const { status = 200, headers: sent, body, reset } = recorder.reply(wired);
			void sleep(recorder.delayMs).then(() => {
				inFlight -= 1;
				if (reset) {
					request.socket.destroy();
					return;
				}
				const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
				response.writeHead(status, { 'content-type': 'application/json', ...sent }).end(text);
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const recorder: Recorder = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen: [],
		tokenRequests: [],
		maxInFlight: 0,
		delayMs: 0,
		reply,
		reset() {
			Object.assign(recorder, { seen: [], tokenRequests: [], maxInFlight: 0, delayMs: 0, reply });
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return recorder;
}
