import type { IDataObject } from 'n8n-workflow';

/** What an expression can give for a field. */
export type Given = IDataObject[string] | undefined;

/** Values by what they are, in words that complete "given …". */
export type GivenValues = Record<string, Given>;

export const EMPTY: GivenValues = { nothing: '', blanks: '  ' };

export const NO_VALUE: GivenValues = { 'undefined from an expression': undefined, 'null from an expression': null };

export const NO_TEXT: GivenValues = { 'an object': { id: 1 }, 'a list': ['a', 'b'] };

/** Text that, as a part of an address, could lead the request to another record, or nowhere. */
export const ASTRAY: GivenValues = {
	'two dots': '..',
	'a dot': '.',
	'a slash': 'a/b',
	'a path': '../Workers',
	'a question mark': 'a?b',
	'a number sign': 'a#b',
	'a backslash': 'a\\b',
	'a line feed': 'a\nb',
	'a null character': 'a\u0000b',
	'a delete character': 'a\u007fb',
	'half a smiley': 'a\ud83d',
};

/** @param good a SID of the right kind */
export const notTheSid = (good: string): GivenValues => ({
	'a SID of another kind': `XX${'a'.repeat(32)}`,
	'a SID that is too short': good.slice(0, -1),
	'a SID that is too long': `${good}0`,
	'a name': 'Anna Kowalska',
});

export const NOT_A_JSON_OBJECT: GivenValues = {
	'a list': ['a'],
	'the text of a list': '["a"]',
	'a number': 5,
	'the text of a number': '5',
	'the word null': 'null',
	'a text in quotes': '"a"',
	'broken JSON': '{"a":',
	"the placeholder of the vendor's page": 'attributes',
	nothing: '',
};

/** Keys that would reach an object's prototype when attributes are merged. */
export const PROTOTYPE_KEYS: GivenValues = {
	'the key __proto__': '{"__proto__":{"admin":true}}',
	'the key constructor deep inside': '{"a":[{"b":{"constructor":1}}]}',
	'the key prototype': { a: { prototype: null } },
};

export const TOO_LONG_A_NAME: GivenValues = { '65 characters': 'x'.repeat(65), '65 smileys': '😀'.repeat(65) };
