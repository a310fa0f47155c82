import { problem, value, type Result } from '../values/result';
import { inQuotes } from '../values/text';

/** This machine itself, as host names spell it. Plain http is allowed there, and nowhere else. */
const LOOPBACK = String.raw`(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?(\/|$)`;

const NOT_IN_CLEAR = new RegExp(String.raw`^(https:\/\/|http:\/\/${LOOPBACK})`, 'i');
const THIS_MACHINE = new RegExp(String.raw`^https?:\/\/${LOOPBACK}`, 'i');

/** Whether what is sent to an address cannot be read on its way: a key sent in clear is a key given away. */
export const keepsSecrets = (address: string): boolean => NOT_IN_CLEAR.test(address);

/** Whether an address leads to this machine and nowhere else. */
export const isThisMachine = (address: string): boolean => THIS_MACHINE.test(address);

/**
 * Checks the address that a credential names before anything is sent to it.
 *
 * @returns the address without a slash at its end, or why it is none
 */
export function checkBaseUrl(given: string): Result<string> {
	const text = given.trim();
	// Without a scheme, "localhost:8080" reads as one.
	if (!/^[a-z]+:\/\//i.test(text) || !URL.canParse(text)) {
		return problem(`${inQuotes(text)} is not an address; give it in full, such as https://example.com`);
	}
	const url = new URL(text);
	if (url.username || url.password || url.search || url.hash) {
		return problem('the address must not contain a user name, a question mark or a number sign');
	}
	if (!keepsSecrets(url.href)) {
		return problem(`"${url.protocol}//" would send the key unencrypted: the address must begin with https://`);
	}
	return value(`${url.origin}${url.pathname.replace(/(?<!\/)\/+$/, '')}`);
}

/** The path and query of an address below one of the base URLs; `undefined` for any other address. */
export function pathBelow(baseUrls: readonly string[], address: string): string | undefined {
	// Parsed first: "/../" and a user name before an @ are settled then.
	const { href } = URL.canParse(address) ? new URL(address) : { href: '' };
	const root = baseUrls.find((one) => href.startsWith(`${one}/`));
	return root === undefined ? undefined : href.slice(root.length);
}

/**
 * The same for a credential's own fields, which n8n works out as an expression: the code of the address without a
 * slash at its end, with https:// in place of an http:// that would send the key in clear.
 *
 * @param address the code of the address, such as `$credentials.baseUrl`
 */
export const baseUrlExpression = (address: string): string =>
	String.raw`${address}.trim().replace(/(?<!\/)\/+$/, "").replace(/^http:\/\/(?!${LOOPBACK})/i, "https://")`;
