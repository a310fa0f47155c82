import { atMost, filled, jsonObject, matches, pathSafe, webAddress } from '../../../../nodes/shared/operation/rule';
import type { Rule } from '../../../../nodes/shared/operation/rule';

const accepts = (rule: Rule, values: string[]) => {
	for (const value of values) expect([value, rule(value)]).toEqual([value, undefined]);
};
const refuses = (rule: Rule, values: string[], why: string) => {
	for (const value of values) expect([value, rule(value)]).toEqual([value, expect.stringContaining(why)]);
};

it('atMost counts characters as people do', () => {
	accepts(atMost(3), ['', 'abc', 'żół', '😀😀😀']);
	refuses(atMost(3), ['abcd'], 'is 4 characters long; at most 3 are allowed');
	refuses(atMost(1), ['😀😀'], 'is 2 characters long');
});

it('matches says what the value must be', () => {
	accepts(matches(/^[0-9]+$/, 'a number'), ['1', '007']);
	refuses(matches(/^[0-9]+$/, 'a number'), ['', 'a', '1\n', '1 '], 'must be a number');
});

it('filled wants more than blanks', () => {
	accepts(filled, ['a', ' a ']);
	refuses(filled, ['', ' ', '\t\n'], 'is empty');
});

it('webAddress takes an address in full, or nothing', () => {
	accepts(webAddress, ['', 'https://x', 'https://example.com/a.png', 'http://example.com', 'HTTPS://EXAMPLE.COM']);
	refuses(
		webAddress,
		[
			'example.com',
			'/a.png',
			'ftp://example.com',
			'javascript:alert(1)',
			'https://',
			' ',
			'x https://example.com',
			'https:/example.com',
			'httpsx://a.b',
		],
		'must be a web address',
	);
});

it('jsonObject takes the text of an object and nothing else', () => {
	accepts(jsonObject, ['{}', ' {"a":[1]} ', '{"__proto__":1}']);
	refuses(jsonObject, ['[]', '1', '"a"', 'null', 'true'], 'must be a JSON object');
	refuses(jsonObject, ['', '{', '{a:1}', "{'a':1}", '{"a":1,}', '[object Object]'], 'is not valid JSON');
});

it('each rule says how to get it right', () => {
	expect([webAddress('x'), jsonObject('[]'), filled('')]).toEqual([
		'must be a web address, such as https://example.com/anna.png',
		'must be a JSON object, such as {"skills": ["billing"]}',
		'is empty',
	]);
	// In the words of the engine, which differ from version to version.
	expect(jsonObject('{')).toMatch(/^is not valid JSON \(.+ in JSON at position 1.*\)$/);
	expect(['..', 'a/b', 'a\nb'].map(pathSafe)).toEqual([
		'cannot be a dot or two: use the SID or ID instead',
		'cannot hold a slash, a backslash, a question mark or a number sign: use the SID or ID instead',
		'holds a character that cannot be sent (a control character)',
	]);
	const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
	expect(jsonObject(nested(10))).toBeUndefined();
	expect(jsonObject(nested(100_000))).toBe('is nested deeper than 100 levels');
});

it('pathSafe takes any id that cannot change where a path leads', () => {
	accepts(pathSafe, [
		'WK1',
		'anna@example.com',
		'0003*210',
		'+4917',
		'a b',
		'50%',
		'%2e%2e',
		'...',
		'.a',
		'żółw',
		'a;b',
		'a:b',
		'😀',
	]);
	refuses(pathSafe, [''], 'is empty');
	refuses(pathSafe, ['.', '..'], 'dot');
	refuses(pathSafe, ['a/b', '/', '../x', 'a\\b', 'a?b', 'a#b', '..\\'], 'slash');
	refuses(pathSafe, ['a\nb', 'a\r', '\u0000', '\u007f', '\u0085', '\ud800', 'a\udc00'], 'control character');
});
