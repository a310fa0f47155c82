import { tidyText } from '../../shared/values/text';

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

/**
 * An expression that every worker of that name, full name, email or label ("Jane Doe (jdoe)") meets, however it is
 * capitalised, and few others: the caller compares the whole names.
 */
export function nameIs(text: string): string {
	const [, login] = /\(([^()]+)\)$/.exec(text) ?? [];
	const words = login === undefined ? [text] : [text, login];
	return words.flatMap((word) => NAME_KEYS.map((key) => `(${couldBe(key, word)})`)).join(' OR ');
}

/** How many parts of a name are asked for: three tell nearly all names apart, and the expression stays near 1 kB. */
const PARTS = 3;

function couldBe(key: string, name: string): string {
	const parts = pairsOf(name).slice(0, PARTS);
	if (parts.length === 0) return `${key} IN [${caseSpellings(name).map(quoted).join(', ')}]`;
	return parts
		.map((part) => capitalisations(part).map((one) => `${key} CONTAINS ${quoted(one)}`))
		.map((alternatives) => `(${alternatives.join(' OR ')})`)
		.join(' AND ');
}

/** The pairs of signs side by side in a name, of signs that are spelt in one way only but for their case. */
const pairsOf = (name: string): string[] =>
	[...tidyText(name)]
		.map((sign) => (isSpeltOneWay(sign) ? sign : ' '))
		.join('')
		.match(/\S\S/gu) ?? [];

/** Accents may be composed or not, blanks are of many kinds, and TaskRouter's expressions do not support hyphens. */
const isSpeltOneWay = (sign: string): boolean =>
	/[\p{L}\p{N}.@_]/u.test(sign) &&
	sign === sign.normalize('NFD') &&
	sign.toUpperCase().toLowerCase() === sign.toLowerCase();

/** Both signs in both cases. */
function capitalisations(pair: string): string[] {
	const [first = [], second = []] = [...pair].map((sign) => [sign.toLowerCase(), sign.toUpperCase()]);
	return [...new Set(first.flatMap((one) => second.map((other) => one + other)))];
}

/** Whether the language is case-sensitive is undocumented, so the usual spellings are all asked for. */
function caseSpellings(text: string): string[] {
	const small = text.toLowerCase();
	const titled = small.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
	return [...new Set([text, small, titled, text.toUpperCase()])];
}
