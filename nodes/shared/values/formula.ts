/** What stands before a text that a sheet must not run: sheets take it for "this is text". */
const MARK = "'";

/** A text that begins like most texts, of which nothing else needs to be looked at. */
const HARMLESS = /^[\p{L}\d]/u;

/** Blanks and signs that nobody sees, which sheets may drop. */
const UNSEEN = String.raw`[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*`;

/** How a formula begins, in all the widths of its signs: Unicode has `＝`, `﹦`, `⁼` and `₌` for `=`, and so on. */
const SIGN = String.raw`[=@+\-＝﹦⁼₌＠﹫＋﹢⁺₊﬩－﹣⁻₋−]`;

const FORMULA = new RegExp(`^${UNSEEN}${SIGN}`, 'u');

const MARKED = new RegExp(`^${UNSEEN}${MARK}+(?=${UNSEEN}${SIGN})`, 'u');

/** A number, a telephone number, or signs alone: without a letter nothing can be called, and no cell be read. */
const PLAIN_NUMBER = /^\s*[+-][\d\s()./-]*$/;

/** A text as it goes out: with an apostrophe where a sheet would take it for a formula. */
export const markedText = (text: string): string =>
	HARMLESS.test(text) || !FORMULA.test(text) || PLAIN_NUMBER.test(text) ? text : MARK + text;

/** The text without that apostrophe, as a node puts it out or as people type it into a sheet. */
export const unmarkedText = (text: string): string => (text.includes(MARK) ? text.replace(MARKED, '') : text);

/** The same as {@link markedText} for every text in a value, such as a row. */
export function markedValue<Value>(value: Value): Value {
	if (typeof value === 'string') return markedText(value) as Value;
	if (Array.isArray(value)) return value.map(markedValue) as Value;
	if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, markedValue<unknown>(one)])) as Value;
}
