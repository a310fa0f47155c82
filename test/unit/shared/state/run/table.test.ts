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
			...['agent', 'outcome', 'previous', 'current', 'reason', 'service', 'scope', 'agentId', 'requested'],
			...['at', 'attempts', 'durationMs', 'requestId', 'restore'],
		],
		kept: ['agent', 'outcome', 'previous', 'current'],
	};
	expect(tables).toEqual({
		setState: results,
		restorePrevious: results,
		getState: {
			columns: ['agent', 'state', 'native', 'outcome', 'reason', 'since', 'service', 'scope', 'agentId'],
			kept: ['agent', 'state'],
		},
		getHistory: {
			columns: [
				...['agent', 'state', 'from', 'until', 'native', 'outcome', 'reason', 'service', 'scope', 'agentId'],
			],
			kept: ['agent', 'state', 'from', 'until', 'native', 'agentId'],
		},
		compare: {
			columns: [
				...['agent', 'matches', 'desired', 'actual', 'outcome', 'reason', 'outMinutes'],
				...['desiredNative', 'actualNative', 'since', 'service', 'scope', 'agentId'],
			],
			kept: ['agent', 'matches', 'desired', 'actual'],
		},
	});
	expect(technicalColumns).toEqual(['at', 'attempts', 'durationMs', 'requestId']);
});
