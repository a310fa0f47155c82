import { tables, technicalColumns, toTable } from '../../../../../nodes/shared/state/run/table';

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

it('each operation has its columns, and those that always stay', () => {
	const results = {
		columns: [
			...['agent', 'previous', 'current', 'outcome', 'reason', 'service', 'scope', 'agentId', 'requested'],
			...['at', 'attempts', 'durationMs', 'requestId', 'restore'],
		],
		kept: ['agent', 'previous', 'current', 'outcome'],
	};
	expect(tables).toEqual({
		setState: results,
		restorePrevious: results,
		getState: {
			columns: ['agent', 'state', 'native', 'since', 'outcome', 'reason', 'service', 'scope', 'agentId'],
			kept: ['agent', 'state'],
		},
		getHistory: {
			columns: [
				...['agent', 'state', 'native', 'from', 'until', 'outcome', 'reason', 'service', 'scope', 'agentId'],
			],
			kept: ['agent', 'state', 'native', 'from', 'until', 'agentId'],
		},
		compare: {
			columns: [
				...['agent', 'desired', 'actual', 'matches', 'outMinutes', 'desiredNative', 'actualNative'],
				...['since', 'outcome', 'reason', 'service', 'scope', 'agentId'],
			],
			kept: ['agent', 'desired', 'actual', 'matches'],
		},
	});
	expect(technicalColumns).toEqual(['at', 'attempts', 'durationMs', 'requestId']);
});
