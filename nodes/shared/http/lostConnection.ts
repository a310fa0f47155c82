/** The code where a proxy ended the connection before it let the request through. */
export const NO_TUNNEL = 'EPROXY';

/** n8n's agent for proxies gives these errors no code (https-proxy-agent, parse-proxy-response.js). */
const NO_TUNNEL_WORDS =
	/^(?:Proxy connection ended before receiving|No header received from proxy|Invalid header from proxy) CONNECT response/;

/** The code of a connection that failed, such as "ECONNRESET", where the error tells of one. */
export function connectionCode({ code, message }: { code?: unknown; message?: unknown }): string | undefined {
	// axios's word for an answer that broke off.
	if (code === 'ERR_BAD_RESPONSE') return 'ECONNRESET';
	if (typeof code === 'string' && code !== '') return code;
	return typeof message === 'string' && NO_TUNNEL_WORDS.test(message) ? NO_TUNNEL : undefined;
}
