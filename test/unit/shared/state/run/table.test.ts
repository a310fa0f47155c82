import { toTable } from '../../../../../nodes/shared/state/run/table';

describe('the columns of a table', () => {
	it('are the same for every row, in their order', () => {
		const table = toTable(
			[
				{ c: 1, a: 2 },
				{ a: 3, b: 'x' },
			],
			['a', 'b', 'c'],
			[],
		);

		expect(table).toEqual([
			{ a: 2, b: null, c: 1 },
			{ a: 3, b: 'x', c: null },
		]);
		expect(table.map((row) => Object.keys(row))).toEqual([
			['a', 'b', 'c'],
			['a', 'b', 'c'],
		]);
	});

	it('are left out when they are empty in every row, unless they always stay', () => {
		const rows = [
			{ a: null, b: '', c: null, d: 0, e: false },
			{ a: null, b: '', c: null, d: 0, e: false },
		];

		expect(toTable(rows, ['a', 'b', 'c', 'd', 'e'], ['a'])).toEqual(rows.map(() => ({ a: null, d: 0, e: false })));
	});
});
