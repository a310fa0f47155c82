import { isRecord, omit } from '../../../../nodes/shared/values/record';

it.each([
	[{}, true],
	[[], false],
	[null, false],
	['text', false],
])('isRecord(%j) is %j', (value, expected) => {
	expect(isRecord(value)).toBe(expected);
});

it('properties are left out of a copy, whether they are there or not', () => {
	const given: { a: number; b?: number; c: number } = { a: 1, c: 3 };
	expect(omit(given, 'a', 'b')).toEqual({ c: 3 });
	expect(given).toEqual({ a: 1, c: 3 });
});
