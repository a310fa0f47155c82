import { MAX_NESTING, nestsTooDeep } from '../values/jsonText';

/** Says what is wrong with a value, as the end of the sentence "'Friendly Name' …", or nothing. */
export type Rule = (value: string) => string | undefined;

/** At most this many characters, counted as people do (a smiley is one). */
export const atMost =
	(length: number): Rule =>
	(value) => {
		const given = lengthOf(value);
		return given > length ? `is ${given} characters long; at most ${length} are allowed` : undefined;
	};

/** Without a list of the characters: of ten megabytes it would take seconds. */
function lengthOf(text: string): number {
	let pairs = 0;
	for (let at = 0; at < text.length; at++) if ((text.codePointAt(at) ?? 0) > 0xffff) pairs++;
	return text.length - pairs;
}

/** @param says the end of the sentence "'Queue' must be …" */
export const matches =
	(pattern: RegExp, says: string): Rule =>
	(value) =>
		pattern.test(value) ? undefined : `must be ${says}`;

export const filled: Rule = (value) => (value.trim() === '' ? 'is empty' : undefined);

export const webAddress: Rule = (value) =>
	value === '' || (/^https?:\/\//i.test(value) && URL.canParse(value))
		? undefined
		: 'must be a web address, such as https://example.com/anna.png';

/** JSON text that holds an object, which is all that vendors keep as attributes. */
export const jsonObject: Rule = (value) => {
	if (nestsTooDeep(value)) return `is nested deeper than ${MAX_NESTING} levels`;
	try {
		const parsed: unknown = JSON.parse(value);
		return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
			? undefined
			: 'must be a JSON object, such as {"skills": ["billing"]}';
	} catch (error) {
		return `is not valid JSON (${(error as Error).message})`;
	}
};

/**
 * What a value must be to fill a place in a path. Encoded, a slash would be harmless here, but services decode it
 * again and again; no vendor's ids hold these characters, and one wrong turn would change another agent.
 */
export const pathSafe: Rule = (value) => {
	if (value === '') return 'is empty';
	if (value === '.' || value === '..') return 'cannot be a dot or two: use the SID or ID instead';
	if (/[/?#\\]/.test(value))
		return 'cannot hold a slash, a backslash, a question mark or a number sign: use the SID or ID instead';
	if (/\p{Cc}|\p{Cs}/u.test(value)) return 'holds a character that cannot be sent (a control character)';
	return undefined;
};
