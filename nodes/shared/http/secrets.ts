/** Shorter values are not keys: taken out, they would leave holes in ordinary words. */
const SHORTEST_SECRET = 6;

/**
 * Takes secrets out of a text that a service wrote: as they are, URL-encoded, in base64 of both alphabets (also where they
 * stand behind a user name and a colon, as in basic authentication), in hex, and escaped as in JSON. Whatever stands behind
 * the word of a scheme goes, too.
 */
export function conceal(text: string, secrets: readonly string[]): string {
	return formsOf(secrets)
		.reduce((shown, form) => shown.replaceAll(form, '***'), text)
		.replace(/\b(Basic|Bearer)\s+[\w.~+/=-]{6}[\w.~+/=-]*/gi, '$1 ***');
}

/** All that a secret may be written as. The longest first, or what is left of one after another was taken out could be read. */
export function formsOf(secrets: readonly string[]): string[] {
	const texts = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
	const all = texts.flatMap((secret) => [
		...[secret, inJson(secret), inJson(inJson(secret)), inJson(inJson(inJson(secret)))],
		...urlForms(secret),
		...hexForms(secret),
		...base64Forms(secret),
	]);
	return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** Attributes at Twilio are JSON in JSON, and may hold JSON themselves. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

function urlForms(secret: string): string[] {
	// Read back from bytes: half a letter cannot be encoded.
	const encoded = encodeURIComponent(Buffer.from(secret).toString());
	const all = [encoded, new URLSearchParams([['', secret]]).toString().slice(1)];
	return [...all, ...all.map((one) => one.replace(/%../g, (sign) => sign.toLowerCase()))];
}

function hexForms(secret: string): string[] {
	const hex = Buffer.from(secret).toString('hex');
	return [hex, hex.toUpperCase()];
}

/** What the letters of a secret become in base64, wherever in a longer text they begin: only what is the secret's alone. */
function base64Forms(secret: string): string[] {
	return [0, 1, 2].flatMap((shift) => {
		const bytes = Buffer.from(`${'x'.repeat(shift)}${secret}`);
		const text = bytes.toString('base64').replaceAll('=', '');
		const own = text.slice(shift === 0 ? 0 : shift + 1, bytes.length % 3 === 0 ? undefined : -1);
		return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
	});
}

/** Whether a text can be the id of a request or the code of an error: short, and of the letters of ids. */
export const isIdOrCode = (text: string): boolean => /^[\w.:-]{1,64}$/.test(text);
