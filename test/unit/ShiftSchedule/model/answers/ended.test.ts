import { endedFinding } from '../../../../../nodes/ShiftSchedule/model/answers/ended';
import { evaluationOf, type Row } from '../make';
import { monday, unchecked } from './checked';

/** Today is 5 January 2026, so that 4 December 2025 is 32 days ago. */
const LONG_AGO = '2025-12-04';
const LATELY = '2025-12-05';

const shift = (more: Row = {}): Row => ({ agent: 'anna', days: 'daily', start: '08:00', end: '16:00', ...more });

const found = (rows: Row[]) => endedFinding(evaluationOf(rows), monday, unchecked);

const advice = 'Delete what is over, or correct the dates';

describe('rows that ended long ago', () => {
	it('one is a finding with its row and its last day', () => {
		expect(found([shift(), shift({ agent: 'ben', until: LONG_AGO })])).toEqual([
			{
				...{ kind: 'endedRow', agentId: '', state: '', rule: '', row: 2, minutes: 0 },
				...{ needed: null, scheduled: null, start: '', end: '' },
				message: `one row ended more than 31 days ago: row 2 (2025-12-04). It has no effect any more. ${advice}`,
			},
		]);
	});

	it('several are one finding, in the order of the rows', () => {
		expect(found([shift({ until: '2025-10-01' }), shift({ until: LONG_AGO }), shift()])).toMatchObject([
			{
				row: null,
				message: `2 rows ended more than 31 days ago: row 1 (2025-10-01), row 2 (2025-12-04). They have no effect any more. ${advice}`,
			},
		]);
	});

	it.each([
		[5, 'row 1 (2025-12-04), row 2 (2025-12-04), row 3 (2025-12-04), row 4 (2025-12-04), row 5 (2025-12-04)'],
		[
			7,
			'row 1 (2025-12-04), row 2 (2025-12-04), row 3 (2025-12-04), row 4 (2025-12-04), row 5 (2025-12-04) and 2 more',
		],
	])('of %i rows five are named', (count, named) => {
		const rows = Array.from({ length: count }, (_, at) => shift({ agent: `agent ${at}`, until: LONG_AGO }));
		expect(found(rows).map(({ message }) => message)).toEqual([
			`${count} rows ended more than 31 days ago: ${named}. They have no effect any more. ${advice}`,
		]);
	});

	const from = '2025-11-01';
	const inShift = { from, start: '12:00', end: '12:30' };
	it.each<[string, Row, Row | undefined, boolean]>([
		['a shift', shift({ until: LONG_AGO }), undefined, true],
		['a shift that ended 31 days ago', shift({ until: LATELY }), undefined, false],
		['a shift without an end', shift(), undefined, false],
		['a break', { agent: 'anna', kind: 'break', ...inShift, until: LONG_AGO }, shift(), true],
		['a break that ended lately', { agent: 'anna', kind: 'break', ...inShift, until: LATELY }, shift(), false],
		['a break without an end', { agent: 'anna', kind: 'break', start: '12:00', end: '12:30' }, shift(), false],
		['leave', { agent: 'anna', kind: 'leave', from: LONG_AGO }, shift(), true],
		['leave of lately', { agent: 'anna', kind: 'leave', from: LATELY }, shift(), false],
		['a swap', { agent: 'anna', kind: 'swap', with: 'ben', from: LONG_AGO }, shift({ agent: 'anna; ben' }), true],
		[
			'a swap of lately',
			{ agent: 'anna', kind: 'swap', with: 'ben', from: LATELY },
			shift({ agent: 'anna; ben' }),
			false,
		],
		[
			'leave between two moments',
			{ agent: 'anna', kind: 'leave', from: '2025-12-04 20:00', until: '2025-12-05 00:00' },
			shift(),
			true,
		],
		[
			'leave that ends a minute later',
			{ agent: 'anna', kind: 'leave', from: '2025-12-04 20:00', until: '2025-12-05 00:01' },
			shift(),
			false,
		],
		['a switch by hand without an end', { agent: 'anna', kind: 'manual', state: 'busy' }, shift(), false],
		[
			'a headcount',
			{ agent: '*', kind: 'needed', needed: 1, days: 'daily', start: '09:00', end: '17:00', until: LONG_AGO },
			shift(),
			true,
		],
	])('%s: a finding or not', (_, row, other, expected) => {
		expect(found([row, ...(other ? [other] : [])])).toHaveLength(expected ? 1 : 0);
	});
});
