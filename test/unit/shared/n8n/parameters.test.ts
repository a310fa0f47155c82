import type { IExecuteFunctions } from 'n8n-workflow';
import { readNames, readOption, readText, readTexts, readWholeNumber } from '../../../../nodes/shared/n8n/parameters';

/** A node whose one field has this value, or none: then it is what the reader takes for it. */
const having = (given: unknown): IExecuteFunctions =>
	({
		getNodeParameter: (_: string, __: number, otherwise: unknown) => given ?? otherwise,
	}) as unknown as IExecuteFunctions;

it.each([
	[' a ', 'a'],
	[5, '5'],
	[undefined, ''],
	[['a'], ''],
])('the text of %j is %j', (given, text) => expect(readText(having(given), 'field')).toBe(text));

describe('one of a list', () => {
	const field = { name: 'field', label: 'Order', options: ['first', 'last', ''] };

	it('is what the field has, or what stands for none', () => {
		expect(readOption(having(' last '), field)).toBe('last');
		expect(readOption(having(''), field)).toBe('');
		expect(readOption(having(''), { ...field, otherwise: 'first' })).toBe('first');
		expect(readOption(having('last'), { ...field, otherwise: 'first' })).toBe('last');
	});

	it('is refused with those there are', () => {
		expect(() => readOption(having('next'), field)).toThrow('\'Order\' is "next". It must be one of: first, last');
	});
});

it.each([
	[0, 1],
	[-5, 1],
	[1, 1],
	[2.9, 2],
	['7', 7],
	[10, 10],
	[11, 10],
	[Infinity, 10],
])('%j is the whole number %d', (given, number) => {
	expect(readWholeNumber(having(given), { name: 'field', label: 'Days', most: 10 })).toBe(number);
});

it('what is no number is refused', () => {
	expect(() => readWholeNumber(having('ten'), { name: 'field', label: 'Days', most: 10 })).toThrow(
		"'Days' is not a number",
	);
});

it.each([
	['a, b,,c ', ['a', 'b', 'c'], ['a', 'b', 'c']],
	['a, b; c', ['a', 'b; c'], ['a, b', 'c']],
	['a, b\n c\n', ['a', 'b\n c'], ['a, b', 'c']],
	[
		[' a, b ', 5, null],
		['a, b', '5'],
		['a, b', '5'],
	],
	['', [], []],
	[undefined, [], []],
])('%j is the words %j and the names %j', (given, words, names) => {
	expect(readTexts(having(given), 'field')).toEqual(words);
	expect(readNames(having(given), 'field')).toEqual(names);
});
