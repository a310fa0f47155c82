import fc from 'fast-check';
import { conceal, formsOf, isIdOrCode } from '../../../../nodes/shared/http/secrets';

const encodings: Array<[name: string, encode: (secret: string) => string]> = [
	['plain', (secret) => secret],
	['URL-encoded', encodeURIComponent],
	[
		'URL-encoded with small letters',
		(secret) => encodeURIComponent(secret).replace(/%../g, (sign) => sign.toLowerCase()),
	],
	['as a form', (secret) => new URLSearchParams([['', secret]]).toString().slice(1)],
	['in JSON', (secret) => JSON.stringify(secret).slice(1, -1)],
	['hex', (secret) => Buffer.from(secret).toString('hex')],
	['HEX', (secret) => Buffer.from(secret).toString('hex').toUpperCase()],
];

const secretText = fc.string({ minLength: 6, maxLength: 40, unit: 'grapheme' });

describe('secrets are taken out', () => {
	it.each(encodings)('%s', (_, encode) => {
		fc.assert(
			fc.property(secretText, (secret) => {
				expect(conceal(`before ${encode(secret)} after`, [secret])).not.toContain(encode(secret));
			}),
		);
	});

	it.each(['base64', 'base64url'] as const)('in %s, wherever in a text they begin', (encoding) => {
		fc.assert(
			fc.property(
				secretText,
				fc.string({ maxLength: 9 }),
				fc.string({ maxLength: 9 }),
				(secret, before, after) => {
					const text = Buffer.from(`${before}${secret}${after}`).toString(encoding);
					const shown = conceal(text, [secret]);
					expect(shown).toContain('***');
					// What is left of it are at most the two letters at either edge, which hold bits of their neighbours.
					const left = shown.split('***').join('').length;
					const others = Buffer.from(before + after).toString(encoding).length;
					expect(left).toBeLessThanOrEqual(others + 8);
				},
			),
		);
	});

	it('but not values too short to be keys', () => {
		expect(conceal('abc is wrong', ['abc'])).toBe('abc is wrong');
	});
});

it('an id of a request is short and looks like one', () => {
	expect(['RQ0a1b', 'a1-b2:c.3'].map(isIdOrCode)).toEqual([true, true]);
	expect(['', 'secret=abc', 'a b', 'a'.repeat(65), 'YWJj=='].map(isIdOrCode)).toEqual(Array(5).fill(false));
});

it('an id has 64 letters at most', () => {
	expect(['a'.repeat(64), 'a\nb', 'x y'].map(isIdOrCode)).toEqual([true, false, false]);
});

it('a key has six letters at least', () => {
	expect(conceal('abcde abcdef', ['abcde', 'abcdef'])).toBe('abcde ***');
});

it('a key is looked for as it may be written, the longest form first', () => {
	expect(formsOf(['abc+/"', 'short', 'abc+/"'])).toEqual([
		String.raw`abc+/\\\\\\\"`,
		'abc%2B%2F%22',
		'abc%2b%2f%22',
		'6162632b2f22',
		'6162632B2F22',
		String.raw`abc+/\\\"`,
		'YWJjKy8i',
		String.raw`abc+/\"`,
		'FiYysvI',
		'hYmMrLy',
		'abc+/"',
	]);
});

it('the longest key is taken out first, or what is left of another one could be read', () => {
	expect(conceal('abcdefghi', ['abcdef', 'abcdefghi'])).toBe('***');
});

it.each([
	['Bearer abcdef', 'Bearer ***'],
	['Bearer abcde', 'Bearer abcde'],
	['Basic\n\tYWJj+/=~.-_', 'Basic ***'],
	['xBearer abcdef', 'xBearer abcdef'],
	['Bearer: abcdef', 'Bearer: abcdef'],
	['Digest abcdef', 'Digest abcdef'],
])('whatever stands behind the word of a scheme goes: %j', (text, shown) => {
	expect(conceal(text, [])).toBe(shown);
});
