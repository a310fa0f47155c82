/** A text as a constant of TaskRouter's expression language, with quotation marks and backslashes escaped. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** Where the words stand that people use for a worker: Flex keeps the name that it shows in `full_name`. */
const NAME_KEYS = ['friendly_name', 'full_name', 'email'];

/**
 * The expression for the workers whose name, full name or email contains a text, or whose SID it is.
 *
 * Source: twilio.com/docs/taskrouter/expression-syntax.
 */
export function nameContains(text: string): string {
	if (/^WK[0-9a-f]{32}$/i.test(text)) return `sid == ${quoted(`WK${text.slice(2).toLowerCase()}`)}`;
	return NAME_KEYS.flatMap((key) => caseSpellings(text).map((one) => `${key} CONTAINS ${quoted(one)}`)).join(' OR ');
}

/** The expression for the workers of that name, full name, email or label, such as "Jane Doe (jdoe)". */
export function nameIs(text: string): string {
	const [, login] = /\(([^()]+)\)$/.exec(text) ?? [];
	const spellings = [...caseSpellings(text), ...(login === undefined ? [] : [login])];
	const list = `[${spellings.map(quoted).join(', ')}]`;
	return NAME_KEYS.map((key) => `${key} IN ${list}`).join(' OR ');
}

/** Whether the language is case-sensitive is undocumented, so the usual spellings are all asked for. */
function caseSpellings(text: string): string[] {
	const small = text.toLowerCase();
	const titled = small.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
	return [...new Set([text, small, titled, text.toUpperCase()])];
}
