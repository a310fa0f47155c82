import { closestNames } from '../../../../nodes/shared/values/closestNames';

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
