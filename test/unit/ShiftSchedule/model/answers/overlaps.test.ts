import { check } from '../../../../../nodes/ShiftSchedule/model/answers/check';
import { evaluationOf, type Row } from '../make';
import { allDay, checked, messages, unchecked } from './checked';

describe('overlaps', () => {
	it('within a layer are told once, with how often', () => {
		const rows = [
			{ ...allDay, shift: 'Early', start: '6:00', end: '14:00' },
			{ ...allDay, shift: 'Late', start: '13:00', end: '22:00' },
			{ agent: 'anna', kind: 'leave', from: '2026-01-05' },
		];
		const { findings } = checked(rows, { states: [] });
		expect(findings).toEqual([
			{
				...{ kind: 'overlap', agentId: 'anna', state: '', rule: 'Late', row: 2, minutes: 60 },
				...{ needed: null, scheduled: null },
				...{ start: '2026-01-05T13:00:00+01:00', end: '2026-01-05T14:00:00+01:00' },
				message: 'anna: "Early" (row 1) and "Late" (row 2) overlap, and 6 times more',
			},
		]);
	});

	it('that happens once is told without how often', () => {
		const rows = ['Early', 'Late'].map((shift) => ({ ...allDay, shift, days: 'Mon' }));
		expect(messages('overlap', rows)).toEqual(['anna: "Early" (row 1) and "Late" (row 2) overlap']);
	});

	it('name the row first that stands first', () => {
		const rows = [
			{ ...allDay, shift: 'Late', days: 'Mon', start: '13:00', end: '22:00' },
			{ ...allDay, shift: 'Early', days: 'Mon', start: '6:00', end: '14:00' },
		];
		expect(messages('overlap', rows)).toEqual(['anna: "Late" (row 1) and "Early" (row 2) overlap']);
	});

	it('of one agent are at most 1,000', () => {
		// Each of them overlaps all others: 46 × 45 ÷ 2 = 1,035.
		const rows = Array.from({ length: 46 }, (_, index) => ({ ...allDay, shift: `S${index}`, days: 'Mon' }));
		expect(messages('overlap', rows)).toHaveLength(1000);
	});

	it('of a shift with its own next one, which a change of clocks makes, is none', () => {
		const evaluation = evaluationOf([{ ...allDay, start: '23:00', end: '24h' }], { dst: 'keepDuration' });
		const march = { start: Date.parse('2026-03-27T00:00Z'), end: Date.parse('2026-04-01T00:00Z') };
		expect(check(evaluation, march, unchecked).summary.overlaps).toBe(0);
	});

	it.each<[string, Row[], number]>([
		[
			'three shifts, the first and the last of which meet the second',
			['0:00-9:00', '8:00-17:00', '16:00-24:00'].map((start) => ({ ...allDay, start, end: '' })),
			2,
		],
		[
			'breaks of two shifts that overlap, beside the shifts themselves',
			[
				{ ...allDay, shift: 'Early', start: '6:00', end: '14:00' },
				{ ...allDay, shift: 'Late', start: '13:00', end: '22:00' },
				...['Early', 'Late'].map((shift) => ({
					agent: '*',
					kind: 'break',
					shift,
					start: '13:10',
					end: '30 min',
				})),
			],
			1,
		],
		[
			'shifts that meet',
			[
				{ ...allDay, end: '12:00' },
				{ ...allDay, start: '12:00' },
			],
			0,
		],
		['shifts of two agents', [allDay, { ...allDay, agent: 'ben' }], 0],
		['a break and its shift', [allDay, { agent: '*', kind: 'break', start: '12:00', end: '30 min' }], 0],
		[
			'two breaks of a shift',
			[allDay, ...['12:00', '12:15'].map((start) => ({ agent: '*', kind: 'break', start, end: '30 min' }))],
			1,
		],
		[
			'shifts of a temporary schedule',
			['8:00', '12:00'].map((start) => ({
				agent: 'anna',
				kind: 'temporary',
				from: '2026-01-05',
				until: '2026-01-09',
				start,
				end: '4h',
			})),
			0,
		],
		[
			'leave and an extra shift',
			[
				{ agent: 'anna', kind: 'leave', from: '2026-01-05' },
				{ agent: 'anna', kind: 'extra', from: '2026-01-05', start: '9:00', end: '10:00' },
			],
			1,
		],
		['two defaults', ['busy', 'break'].map((state) => ({ agent: 'anna', kind: 'default', state })), 0],
	])('%s', (_, rows, count) => {
		expect(messages('overlap', rows)).toHaveLength(count);
	});
});
