import { unmarkedText } from './formula';

/** Text or a number from a cell or a field, without blanks around it; nothing else means anything here. */
export const textOf = (given: unknown): string =>
	typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? `${given}`.trim() : '';

/** Signs that nobody sees: zero-width blanks, soft hyphens, marks of the writing direction. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** What there is to tidy. Most names are printable ASCII without two blanks side by side. */
const UNTIDY = /^ | $| {2}|[^ -~]/;

/** In letters. Nobody's name is as long, and a run of millions of blanks would fill the stack of the engine. */
const LONGEST_TIDIED = 1_000_000;

/**
 * As people see it: without invisible signs, every run of blanks (non-breaking ones, too) as one blank, accents composed.
 * Nor do sheets show an apostrophe before what would be a formula otherwise.
 */
export const tidyText = (text: string): string => {
	const seen = unmarkedText(text);
	if (seen.length > LONGEST_TIDIED) return seen;
	return UNTIDY.test(seen) ? seen.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFC') : seen;
};

/**
 * A name as it is compared, in Agent State and in Shift Schedule alike: as {@link tidyText} has it, whatever its case.
 * Names that look the same to people are one name.
 */
export const fold = (name: string): string => tidyText(name).toLowerCase();

/** A column's heading as it is compared: what makes no difference in it is case, blanks and underscores. */
export const foldHeading = (heading: string): string =>
	heading.length > LONGEST_TIDIED ? heading : fold(heading).replace(/[ _]/g, '');

/** Texts one after the other, with one full stop between two that are sentences. */
export const sentences = (texts: ReadonlyArray<string | undefined>): string =>
	texts
		.filter((text) => text !== undefined && text !== '')
		.reduce<string>(
			(before, text = '') => (before === '' ? text : `${before}${/[.!?…]$/.test(before) ? '' : '.'} ${text}`),
			'',
		);

/** In letters. Nobody reads more of a cell in a message. */
const MAX_QUOTED = 80;

/** A text as messages repeat it: its beginning, where it is long. */
export const shortened = (text: string): string => cutTo(MAX_QUOTED, text);

/** At most so many letters of a text, and never half a sign. */
export const cutTo = (longest: number, text: string): string =>
	text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** The same between quotation marks. */
export const inQuotes = (given: string | number | boolean): string => `"${shortened(String(given))}"`;

/** How many names a message lists. */
const MOST_IN_LIST = 40;

/** In letters. A list of long names ends here. */
const LONGEST_NAME_LIST = 1500;

/** Names as messages list them, such as those of an item's columns: the first of them, where there are many. */
export function listedNames(names: readonly string[]): string {
	const listed: string[] = [];
	let length = 0;
	for (const name of names.slice(0, MOST_IN_LIST)) {
		const short = shortened(name);
		length += short.length;
		if (length > LONGEST_NAME_LIST) break;
		listed.push(short);
	}
	const more = names.length > listed.length ? ` and ${names.length - listed.length} more` : '';
	return `${listed.join(', ')}${more}`;
}
