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

/** How many comparisons a name may cost for each key: they tell nearly all names apart, and the address stays short. */
const COMPARISONS = 16;

/** In how many ways a part of a name may be capitalised: two letters, and any number of digits. */
const WAYS = 4;

/** How many signs all capitalisations of a name may have together for each key, so that the address stays short. */
const SIGNS = 400;

function couldBe(key: string, name: string): string {
	const few = fewCapitalisations(tidyText(name));
	if (few) return isOneOf(key, few);
	const parts = searchParts(name).map(capitalisations);
	if (parts.length === 0) return isOneOf(key, caseSpellings(name));
	return parts
		.filter((_, at) => parts.slice(0, at + 1).flat().length <= COMPARISONS)
		.map((ways) => `(${ways.map((way) => `${key} CONTAINS ${quoted(way)}`).join(' OR ')})`)
		.join(' AND ');
}

const isOneOf = (key: string, texts: string[]): string => `${key} IN [${texts.map(quoted).join(', ')}]`;

/** All capitalisations of a name with few letters, so that "Robot 1" does not ask for "Robot 10" to "Robot 1999" too. */
function fewCapitalisations(name: string): string[] | undefined {
	const letters = [...name].filter((sign) => sign.toLowerCase() !== sign.toUpperCase()).length;
	const isShort = name.length * 2 ** letters <= SIGNS;
	return isShort && [...name].every(isSpeltOneWay) ? capitalisations(name) : undefined;
}

/** A name in parts of signs side by side, the longest first, of signs that are spelt in one way only but for their case. */
function searchParts(name: string): string[] {
	const parts = [''];
	for (const sign of tidyText(name)) {
		const part = `${parts.at(-1) ?? ''}${sign}`;
		if (!isSpeltOneWay(sign)) parts.push('');
		else if (capitalisations(part).length > WAYS) parts.push(sign);
		else parts[parts.length - 1] = part;
	}
	return [...new Set(parts.filter((part) => part !== ''))].sort((one, other) => other.length - one.length);
}

/** Accents may be composed or not, and TaskRouter's expressions do not support hyphens. */
const isSpeltOneWay = (sign: string): boolean =>
	/[\p{L}\p{N} .@_]/u.test(sign) &&
	sign === sign.normalize('NFD') &&
	sign.toUpperCase().toLowerCase() === sign.toLowerCase();

/** A part with each of its signs in both cases. */
const capitalisations = (part: string): string[] =>
	[...part].reduce<string[]>(
		(begun, sign) => {
			const both = [...new Set([sign.toLowerCase(), sign.toUpperCase()])];
			return begun.flatMap((text) => both.map((one) => text + one));
		},
		[''],
	);

/** Whether the language is case-sensitive is undocumented, so the usual spellings are all asked for. */
function caseSpellings(text: string): string[] {
	const small = text.toLowerCase();
	const titled = small.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
	return [...new Set([text, small, titled, text.toUpperCase()])];
}
