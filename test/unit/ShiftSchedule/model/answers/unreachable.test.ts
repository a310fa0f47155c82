import { type Row } from '../make';
import { allDay, messages } from './checked';

describe('entries that change nothing', () => {
	const leave = (more: Row): Row => ({ agent: 'anna', kind: 'leave', ...more });
	/** Next weekFromMonday, which is week B to anna and week A to ben. */
	const turns = (more: Row): Row[] => [
		...[
			{ agent: 'anna', kind: 'agent' },
			{ agent: 'ben', kind: 'agent', step: 'B' },
		],
		{ ...allDay, rotation: 'A of A/B from 2026-01-05', from: '2026-01-12', until: '2026-01-16', ...more },
	];
	const never = '"shift" (row 3) never happens: no day fits it';

	it.each<[string, Row[], string[]]>([
		[
			'a date that no day of the week fits',
			[allDay, leave({ from: '2026-01-05', days: 'Tue' })],
			['"leave" (row 2) never happens: no day fits it'],
		],
		[
			'a date that no day of the week fits, for everyone',
			[allDay, leave({ agent: '*', from: '2026-01-05', days: 'Tue' })],
			['"leave" (row 2) never happens: no day fits it'],
		],
		['a date in the past, on whatever day', [allDay, leave({ from: '2025-06-02', days: 'Tue' })], []],
		['a date far ahead, on whatever day', [allDay, leave({ from: '2028-01-03', days: 'Tue' })], []],
		['a date soon', [allDay, leave({ from: '2026-03-01' })], []],
		['week A, for an agent who is not there then', turns({ agent: 'anna' }), [never]],
		['week A, for everyone', turns({ agent: '*' }), []],
		['week A, by a step of its own', turns({ agent: 'anna', step: 'B' }), []],
		['week A, for an agent who is there then, and one who is not', turns({ agent: 'anna, ben' }), []],
		['week B, in week A', [allDay, { ...allDay, state: 'busy', rotation: 'B of A/B from 2026-01-05' }], []],
		[
			'a shift that a leave hides',
			[{ ...allDay, days: 'Mon', shift: 'X' }, leave({ from: '2026-01-05' })],
			['"X" (row 1) has no effect: other entries override it at all times'],
		],
		[
			'a shift that another hides',
			[
				{ ...allDay, shift: 'X' },
				{ ...allDay, priority: 1 },
			],
			['"X" (row 1) has no effect: other entries override it at all times'],
		],
		[
			'a break outside of all shifts',
			[
				{ ...allDay, start: '9:00', end: '12:00' },
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min' },
			],
			['"break" (row 2) does not fall into a shift'],
		],
		[
			'a break of a shift that is not there',
			[allDay, { agent: '*', kind: 'break', shift: 'Nihgt', start: '14:00', end: '15 min', reason: 'meal' }],
			['"meal" (row 2) does not fall into a shift'],
		],
		[
			'a break behind a break',
			[
				allDay,
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min', priority: 1 },
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min', reason: 'b' },
			],
			['"b" (row 3) has no effect: other entries override it at all times'],
		],
		[
			'a swap of nothing',
			[
				{ ...allDay, days: 'Mon' },
				{ agent: 'anna', kind: 'swap', shift: 'Favour', with: 'ben', from: '2026-01-06' },
			],
			['"Favour" (row 2) swaps nothing: neither agent has a shift on these days'],
		],
		[
			'a swap of an extra shift',
			[
				{ agent: 'anna', kind: 'extra', from: '2026-01-06', start: '9:00', end: '10:00' },
				{ agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-06' },
			],
			['"swap" (row 2) swaps nothing: neither agent has a shift on these days'],
		],
		[
			'a swap on other days of the week',
			[
				{ ...allDay, days: 'Mon' },
				{ agent: 'anna', kind: 'swap', with: 'ben', days: 'Tue', from: '2026-01-05', until: '2026-01-11' },
			],
			['"swap" (row 2) swaps nothing: neither agent has a shift on these days'],
		],
		[
			"a swap of a rotation, by the agent's step",
			[
				{ agent: 'anna', kind: 'agent', step: 'B' },
				{ ...allDay, rotation: 'A of A/B from 2026-01-05' },
				{ agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-12' },
			],
			[],
		],
		[
			'a swap',
			[
				{ ...allDay, days: 'Mon' },
				{ agent: 'ben', kind: 'swap', with: 'anna', from: '2026-01-12' },
			],
			[],
		],
		[
			'a default that shifts hide',
			[allDay, { agent: 'anna', kind: 'default', state: 'busy' }],
			['"default" (row 2) has no effect: other entries override it at all times'],
		],
		[
			'a temporary schedule',
			[
				allDay,
				{
					agent: 'anna',
					kind: 'temporary',
					from: '2026-01-06',
					until: '2026-01-06',
					start: '9:00',
					end: '10:00',
				},
			],
			[],
		],
		[
			'a temporary schedule that is hidden',
			[
				{
					...allDay,
					kind: 'temporary',
					days: '',
					from: '2026-01-06',
					until: '2026-01-06',
					start: '9:00',
					end: '10:00',
				},
				{ agent: '*', kind: 'manual', state: 'busy' },
			],
			['"temporary" (row 1) has no effect: other entries override it at all times'],
		],
		[
			'several entries, in order of their rows',
			[
				{ ...allDay, end: '12:00' },
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min' },
				leave({ from: '2026-01-05', days: 'Tue' }),
			],
			['"break" (row 2) does not fall into a shift', '"leave" (row 3) never happens: no day fits it'],
		],
		[
			'a temporary schedule that leaves no time free',
			[{ ...allDay, kind: 'temporary', days: '', from: '2026-01-06', until: '2026-01-06' }],
			[],
		],
		[
			'a manual switch of the past',
			[allDay, { agent: '*', kind: 'manual', state: 'busy', until: '2025-01-01' }],
			[],
		],
	])('%s', (_, rows, expected) => {
		// Who swaps has to be in another row: long-past leave says nothing else.
		const known = { agent: 'anna, ben', kind: 'leave', from: '2020-01-01' };
		expect(messages('unreachableRule', [...rows, known])).toEqual(expected);
	});
});
