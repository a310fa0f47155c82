import { canonicalText } from '../../../../nodes/shared/values/canonicalJson';

it('is the same text for values that mean the same', () => {
	expect(canonicalText({ b: [{ d: 1, c: null }, 'x'], a: true })).toBe('{"a":true,"b":[{"c":null,"d":1},"x"]}');
});

it.each([
	[
		[1, 2],
		[2, 1],
	],
	[{ a: [] }, { a: {} }],
	[{ a: null }, {}],
	['1', 1],
	[[{ a: 1 }], { a: 1 }],
])('is another for %j than for %j', (one, other) => expect(canonicalText(one)).not.toBe(canonicalText(other)));
