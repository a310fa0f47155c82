import { closestNames, isCloseTo } from '../../../../nodes/shared/values/closestNames';

const agents = ['Piotr Nowak', 'Anna Kowalska', 'Anna Nowak', 'Zoë Ångström'];

describe('names that were likely meant', () => {
	it.each([
		['Ana Kowalska', 'Anna Kowalska'], // a letter is missing
		['Anna Kowalski', 'Anna Kowalska'], // a letter is wrong
		['Kowalska', 'Anna Kowalska'], // a part of it
		['Anna Kowalska (Support)', 'Anna Kowalska'], // more than it
		['Kowalska, Anna', 'Anna Kowalska'], // in another order
		['ZOE ANGSTROM', 'Zoë Ångström'], // without accents
	])('%j is taken for %s', (wanted, name) => expect(closestNames(wanted, agents, 1)).toEqual([name]));

	it('a place counts for more than its region', () => {
		const zones = ['Europe/Oslo', 'Europe/Rome', 'Asia/Tokyo'];
		expect(closestNames('Europe/Tokyo', zones, 2)).toEqual(['Asia/Tokyo', 'Europe/Oslo']);
		expect(closestNames('Italy/Rome', zones, 1)).toEqual(['Europe/Rome']);
		expect(closestNames('Italy/Rome', ['Italian', 'Roma'], 1)).toEqual(['Roma']);
		expect(closestNames('Warsow', ['Europe/Oslo', 'Marrow', 'Europe/Warsaw'], 1)).toEqual(['Europe/Warsaw']);
		// The right place in the wrong region comes after the place itself.
		expect(closestNames('Europe/Rome', ['Asia/Rome', 'Europe/Roma'], 2)).toEqual(['Asia/Rome', 'Europe/Roma']);
		expect(closestNames('Europe/Rome', ['Asia/Roma', 'Europe/Roma'], 2)).toEqual(['Europe/Roma', 'Asia/Roma']);
	});

	it('that hold the text come before those that are a letter off', () => {
		expect(closestNames('Nowak', ['Novak', 'Jan Nowak'], 2)).toEqual(['Jan Nowak', 'Novak']);
		expect(closestNames('Jan Nowak', ['Jan Novak', 'Nowak'], 2)).toEqual(['Nowak', 'Jan Novak']);
	});

	it('keep their order where most letters are wrong', () => {
		expect(closestNames('abcd', ['wxyz', 'axyz'], 2)).toEqual(['wxyz', 'axyz']);
		expect(closestNames('abcd', ['wxyz', 'abyz'], 2)).toEqual(['abyz', 'wxyz']);
	});

	it('are no more than asked for, and names equally far keep their order', () => {
		expect(closestNames('x', ['bb', 'aa', 'cc'], 2)).toEqual(['bb', 'aa']);
		expect(closestNames('x', [], 2)).toEqual([]);
	});

	it('are found for a text of any length in no time', () => {
		const names = Array.from({ length: 300 }, (_, index) => `Agent ${index} ${'y'.repeat(5_000)}`);
		expect(closestNames('x'.repeat(100_000), names, 3)).toHaveLength(3);
	});
});

describe('a name is likely the one that was meant', () => {
	it.each([
		['abcdefgh', 'abcdexyz', 'three of eight letters are wrong'],
		['abcdefgh', 'abcxdyefzgh', 'three are too few'],
		['abcdefgh', 'acegh', 'three are too many'],
		['Rome', 'Europe/Rome', 'it is a part of it'],
		['Rome, Italy', 'Europe/Rome', 'it holds the place'],
		['Italy/Roma', 'Europe/Rome', 'the place is a letter off'],
		['WARSAW', 'europe/warsaw', 'in other case'],
	])('%s, of %s: %s', (wanted, name) => expect(isCloseTo(wanted, name)).toBe(true));

	it.each([
		['abcdefgh', 'abcdwxyz', 'four of eight letters are wrong'],
		['abcdefgh', 'abcxdyefzgqh', 'four are too few'],
		['abcdefgh', 'aceg', 'four are too many'],
		['Europe/Oslo', 'Europe/Rome', 'only the region is right'],
	])('but not %s, of %s: %s', (wanted, name) => expect(isCloseTo(wanted, name)).toBe(false));
});
