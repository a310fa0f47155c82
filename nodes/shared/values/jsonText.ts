/** Longer parts come in pieces: where much code is loaded, the engine keeps a place on its stack for each sign of one. */
const LONGEST_PART = 1000;

/** What tells where a string begins and ends, a number, blanks, or other signs of a JSON text. */
const TOKEN = /\\[^]|"|-?\d{1,1000}(?:\.\d{1,1000})?(?:[eE][+-]?\d{1,1000})?|\s{1,1000}|[^\\"\s\d-]{1,1000}|[^]/g;

/** The parts of a JSON text that stand outside its strings as they are, and those inside. One that is not closed reaches to the end. */
function* partsOf(text: string): Generator<{ part: string; isInString: boolean }> {
	let isInString = false;
	for (const [part] of text.matchAll(TOKEN)) {
		if (part === '"') isInString = !isInString;
		yield { part, isInString };
	}
}

const NUMBER = /^[+-]?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** The same JSON text without the blanks between its parts. Its numbers stay as they were written. */
export function compactJson(text: string): string {
	let compact = '';
	for (const { part, isInString } of partsOf(text)) if (isInString || !/^\s/.test(part)) compact += part;
	return compact;
}

/**
 * Whether JavaScript keeps all numbers of a JSON text exactly. A long customer number would come back as another one,
 * a long decimal with fewer digits, and 1e400 as null.
 */
export function keepsNumbers(text: string): boolean {
	for (const { part, isInString } of partsOf(text)) {
		if (isInString || !/^-?\d/.test(part)) continue;
		if (part.length >= LONGEST_PART || !isKept(part)) return false;
	}
	return true;
}

/** Whether a number, as text, is the same after JavaScript has read it. */
export function isKept(text: string): boolean {
	const number = Number(text);
	if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number))) return false;
	const [given, kept] = [text, String(number)].map(digitsOf);
	return given === undefined || given === kept;
}

/**
 * The digits without zeros around them and the power of ten of the last one: the same for 0.50, .5 and 5e-1.
 * `undefined` for other spellings, such as 0x10, which hold whole numbers only.
 */
function digitsOf(text: string): string | undefined {
	const match = NUMBER.exec(text);
	if (!match) return undefined;
	const [, whole = '', fraction = '', exponent = '0'] = match;
	const digits = `${whole}${fraction}`.replace(/^0+/, '');
	const kept = digits.replace(/(?<!0)0+$/, '');
	return kept === '' ? '0' : `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

/** Deeper than anyone nests, and not so deep that working through it would use up the stack. */
export const MAX_NESTING = 100;

/** Whether a JSON text nests deeper than `MAX_NESTING`. Brackets inside its strings do not count. */
export function nestsTooDeep(text: string): boolean {
	let depth = 0;
	let isInString = false;
	for (let at = 0; at < text.length && depth <= MAX_NESTING; at++) {
		const sign = text[at];
		if (isInString && sign === '\\') at++;
		else if (sign === '"') isInString = !isInString;
		else if (isInString) continue;
		else if (sign === '[' || sign === '{') depth++;
		else if (sign === ']' || sign === '}') depth--;
	}
	return depth > MAX_NESTING;
}
