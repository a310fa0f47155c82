/** A usable root, or why it is none. */
export type Root = { kind: 'root'; url: string } | { kind: 'problem'; problem: string };

/**
 * Checks the address that a credential names before anything is sent to it.
 *
 * Plain http is for this machine only: a key sent in clear over a network is a key given away.
 */
export function checkBaseUrl(given: string): Root {
	const text = given.trim();
	// Without a scheme, "localhost:8080" reads as one.
	if (!/^[a-z]+:\/\//i.test(text) || !URL.canParse(text)) {
		return problem(`"${text}" is not an address; give it in full, such as https://example.com`);
	}
	const url = new URL(text);
	if (url.username || url.password || url.search || url.hash) {
		return problem('the address may hold neither a user name, nor a question mark, nor a number sign');
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		return problem(`"${url.protocol}//" would send the key in clear; the address must begin with https://`);
	}
	return { kind: 'root', url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

const problem = (text: string): Root => ({ kind: 'problem', problem: text });

const isLoopback = (host: string): boolean =>
	host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
