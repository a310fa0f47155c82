/** A text as a constant of TaskRouter's expression language, with quotation marks and backslashes escaped. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/**
 * The expression for the workers whose name contains a text, or whose SID it is.
 *
 * Whether CONTAINS is case-sensitive is undocumented, so the usual spellings are all asked for.
 * Source: twilio.com/docs/taskrouter/expression-syntax.
 */
export function nameContains(text: string): string {
	if (/^WK[0-9a-f]{32}$/i.test(text)) return `sid == ${quoted(`WK${text.slice(2).toLowerCase()}`)}`;
	const small = text.toLowerCase();
	const titled = small.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
	const spellings = new Set([text, small, titled, text.toUpperCase()]);
	return [...spellings].map((spelling) => `friendly_name CONTAINS ${quoted(spelling)}`).join(' OR ');
}
