const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const inUrl = (text: string) => encodeURIComponent(text);

/** The ways in which a service may echo what it was sent. */
export const encodings: Record<string, (text: string) => string> = {
	plain: (text) => text,
	'in JSON': inJson,
	'in JSON in JSON': (text) => inJson(inJson(text)),
	'URL-encoded': inUrl,
	'URL-encoded with small letters': (text) => inUrl(text).replace(/%../g, (sign) => sign.toLowerCase()),
	'in a form': (text) => new URLSearchParams({ a: text }).toString().slice(2),
	hex: (text) => Buffer.from(text).toString('hex'),
	HEX: (text) => Buffer.from(text).toString('hex').toUpperCase(),
	base64,
	'base64, one sign further': (text) => base64(`x${text}`),
	'base64, two signs further': (text) => base64(`xx${text}`),
	base64url,
	'base64url, one sign further': (text) => base64url(`x${text}`),
	'base64url, two signs further': (text) => base64url(`xx${text}`),
	'as user and password in base64': (text) => base64(`user:${text}`),
};

/**
 * The bytes by which a secret is found in whatever form it stands: of base64, at each of the three places in a group of
 * letters where it can begin, what is made of the secret alone.
 *
 * @param core letters and digits, which stay as they are in an address and in JSON, however often it is escaped
 */
export function needlesOf(core: string): Array<{ form: string; bytes: Buffer }> {
	const found = new Map([
		[core, 'plain, URL-encoded or in JSON'],
		[[...core].reverse().join(''), 'reversed'],
		[Buffer.from(core).toString('hex'), 'hex'],
		[Buffer.from(core).toString('hex').toUpperCase(), 'HEX'],
	]);
	for (const encode of [base64, base64url]) {
		for (const shift of [0, 1, 2]) {
			const bits = shift * 8;
			const [from, to] = [Math.ceil(bits / 6), Math.floor((bits + core.length * 8) / 6)];
			const own = encode(`${'x'.repeat(shift)}${core}`).slice(from, to);
			if (!found.has(own)) found.set(own, `${encode.name}, ${shift} further`);
		}
	}
	return [...found].map(([text, form]) => ({ form, bytes: Buffer.from(text) }));
}
