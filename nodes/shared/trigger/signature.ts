import { createHmac, hash, timingSafeEqual } from 'node:crypto';

/** A request as it came, before anything of it is believed. */
export interface SignedRequest {
	/** The address that the sender called, with the query string. */
	url: string;
	/** The header that holds the signature. */
	signature: string | undefined;
	/** Bytes as they came, decompressed. */
	rawBody: Buffer;
	/** The media type alone, such as `application/json`. */
	mediaType: string;
}

/** The query parameter that holds the hash of a body that is not a form. */
const BODY_HASH = 'bodySHA256';

export const FORM = 'application/x-www-form-urlencoded';

/**
 * Whether a request was signed with a key: base64 of HMAC-SHA1 over the address and, of a form, all names and values
 * in the order of the names. Any other body is signed by its SHA-256 in the address.
 *
 * The sender may have signed the address with or without its port, as it was given or as `new URL` spells it: all
 * that the vendor's own client takes is taken here (twilio-node 6.2.0, src/webhooks/webhooks.ts; docs: usage/security).
 */
export function isSigned({ url, signature, rawBody, mediaType }: SignedRequest, key: string): boolean {
	if (signature === undefined || signature === '' || key === '') return false;
	const bodyHash = queryValue(url, BODY_HASH);
	if (bodyHash !== undefined) return isHashOf(bodyHash, rawBody) && isSignedWith(key, signature, url, '');
	// A body that nothing was signed of could be anything.
	if (rawBody.length > 0 && mediaType !== FORM) return false;
	return isSignedWith(key, signature, url, signedForm(new URLSearchParams(rawBody.toString('utf8'))));
}

const isSignedWith = (key: string, signature: string, url: string, form: string): boolean =>
	urlSpellings(url).some((address) => isSame(signature, hmac(key, address + form)));

const hmac = (key: string, text: string): string => createHmac('sha1', key).update(text, 'utf8').digest('base64');

const isHashOf = (given: string, body: Buffer): boolean => isSame(given, hash('sha256', body));

/** In constant time. The length of what is expected is not a secret. */
function isSame(given: string, expected: string): boolean {
	const [one, other] = [Buffer.from(given), Buffer.from(expected)];
	return one.length === other.length && timingSafeEqual(one, other);
}

/** Names in the order of their UTF-16 code units; a value that comes twice under one name counts once. */
function signedForm(form: URLSearchParams): string {
	const fields = new Map<string, Set<string>>();
	for (const [name, value] of form) fields.set(name, (fields.get(name) ?? new Set()).add(value));
	const names = [...fields.keys()].sort();
	return names.flatMap((name) => [...(fields.get(name) ?? [])].sort().map((value) => name + value)).join('');
}

function queryValue(url: string, name: string): string | undefined {
	const start = url.indexOf('?');
	return start === -1 ? undefined : (new URLSearchParams(url.slice(start)).get(name) ?? undefined);
}

/** The address in every way in which the sender may have spelt it. */
function urlSpellings(url: string): string[] {
	if (!URL.canParse(url)) return [];
	const both = (address: string) => [withoutPort(address), withPort(address)];
	const spelt = both(new URL(url).toString());
	return [...new Set([...both(url), ...spelt, ...spelt.map(withEncodedQuery)])];
}

const AUTHORITY = /^([a-z][a-z0-9+.-]*:\/\/)((?:[^/?#]*@)?)(\[[^\]]*\]|[^/?#:]*)((?::[^/?#]*)?)(.*)$/is;

const withoutPort = (url: string): string => url.replace(AUTHORITY, '$1$2$3$5');

const withPort = (url: string): string =>
	url.replace(AUTHORITY, (whole, scheme: string, user: string, host: string, port: string, rest: string) =>
		port === '' ? `${scheme}${user}${host}:${/^https:/i.test(scheme) ? 443 : 80}${rest}` : whole,
	);

/** With names and values encoded anew, as some senders did before they signed. */
function withEncodedQuery(url: string): string {
	const [, address = '', query = ''] = /^([^?]*)\?(.+)$/s.exec(url) ?? [];
	if (query === '') return url;
	// An object, in which names that are numbers come first, as in the vendor's client; without a prototype, for anyone may
	// ask with a name such as __proto__.
	const values = Object.create(null) as Record<string, string[]>;
	for (const [name, value] of new URLSearchParams(query)) values[name] = [...(values[name] ?? []), value];
	const pairs = Object.entries(values).flatMap(([name, all]) =>
		all.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
	);
	return `${address}?${pairs.join('&')}`;
}
