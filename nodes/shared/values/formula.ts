/** What stands before a text that a sheet must not run: sheets take it for "this is text". */
const MARK = "'";

/** A text that begins like most texts, of which nothing else needs to be looked at. */
const HARMLESS = /^[\p{L}\d]/u;

/** The first sign that people see: sheets may drop blanks and invisible ones before it. */
const SEEN = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** How a formula begins, in all the widths of its signs: Unicode has `＝`, `﹦`, `⁼` and `₌` for `=`, and so on. */
const SIGN = /[=@+\-＝﹦⁼₌＠﹫＋﹢⁺₊﬩－﹣⁻₋−]/u;

const isFormula = (text: string): boolean => SIGN.test(SEEN.exec(text)?.[0] ?? '');

/** A number, a telephone number, or signs alone: without a letter nothing can be called, and no cell be read. */
const PLAIN_NUMBER = /^\s*[+-][\d\s()./-]*$/;

/** A text as it goes out: with an apostrophe where a sheet would take it for a formula. */
export const markedText = (text: string): string =>
	HARMLESS.test(text) || !isFormula(text) || PLAIN_NUMBER.test(text) ? text : MARK + text;

/** The text without that apostrophe, as a node puts it out or as people type it into a sheet. */
export function unmarkedText(text: string): string {
	if (!text.includes(MARK)) return text;
	const first = SEEN.exec(text);
	if (first?.[0] !== MARK) return text;
	const unmarked = text.slice(first.index).replace(/^'{1,1000}/, '');
	return isFormula(unmarked) ? unmarked : text;
}

/** The same as {@link markedText} for every text in a value, such as a row. */
export function markedValue<Value>(value: Value): Value {
	if (typeof value === 'string') return markedText(value) as Value;
	if (Array.isArray(value)) return value.map(markedValue) as Value;
	if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, markedValue<unknown>(one)])) as Value;
}
