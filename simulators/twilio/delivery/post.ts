import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface Sent {
	url: string;
	headers: Record<string, string>;
	body: string;
}

/** The receiver took the request and did not answer it in time. */
export class NoAnswer extends Error {}

export interface Poster {
	/** The status of the answer. Throws when there is none in time. @param timeoutMs until the answer has come whole */
	post(sent: Sent, timeoutMs: number): Promise<number>;
	/** Ends what is under way. */
	close(): void;
}

/**
 * Sends requests with exactly the address they are signed for: other clients write some signs in another way. User and
 * password in the address become a header, at the first request already (docs, events/webhook-quickstart).
 */
export function openPoster(): Poster {
	const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
	return {
		post: async ({ url, headers, body }, timeoutMs) => {
			const { scheme, user, host, port, path } = split(url);
			return await new Promise<number>((resolve, reject) => {
				const request = (scheme === 'https' ? httpsRequest : httpRequest)({
					...{ method: 'POST', host, port, path, auth: user, agent: agents[scheme] },
					headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
				});
				const limit = setTimeout(
					() => request.destroy(new NoAnswer(`No answer within ${timeoutMs} ms`)),
					timeoutMs,
				);
				request.once('close', () => clearTimeout(limit));
				request.once('error', reject);
				request.once('response', (response) => {
					response.once('error', reject);
					response.once('end', () => resolve(response.statusCode ?? 0));
					response.resume();
				});
				request.end(body);
			});
		},
		close: () => {
			for (const agent of Object.values(agents)) agent.destroy();
		},
	};
}

function split(url: string) {
	const parts = /^(https?):\/\/(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d+))?([^#]*)/i.exec(url);
	if (!parts) throw new Error(`${url} is not an address`);
	const [, scheme = '', user, host = '', port, rest = ''] = parts;
	return {
		scheme: scheme.toLowerCase() === 'https' ? ('https' as const) : ('http' as const),
		user: user === undefined ? undefined : decodeURIComponent(user),
		host: host.replace(/^\[|\]$/g, ''),
		port,
		path: rest.startsWith('/') ? rest : `/${rest}`,
	};
}
