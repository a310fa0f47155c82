import * as fc from 'fast-check';

import { check, type CheckOptions, type Checked } from '../../../../../nodes/ShiftSchedule/model/answers/check';
import { gapsIn, hoursOf, levelsIn, minutesOf } from '../../../../../nodes/ShiftSchedule/model/answers/coverage';
import { clockOf } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { runOf, seeded, type Row } from '../make';

const monday = Date.parse('2026-01-05T00:00+01:00');
const week = { start: monday, end: monday + 7 * 86_400_000 };
const checked = (rows: Row[], more: Partial<CheckOptions> = {}, window = week): Checked =>
	check(runOf(rows), window, { states: ['available'], minimum: 1, ...more });
const messages = (kind: string, rows: Row[], more: Partial<CheckOptions> = {}): string[] =>
	checked(rows, more)
		.findings.filter((finding) => finding.kind === kind)
		.map(({ message }) => message);

const day: Row = { agent: 'anna', days: 'daily', start: '0:00', end: '24:00' };

describe('gaps', () => {
	const rows = [
		{ ...day, agent: 'anna', start: '0:00', end: '12:00' },
		{ ...day, agent: 'ben', start: '11:00', end: '24:00', days: 'Mon-Sat' },
	];

	it('are the times when nobody is there', () => {
		const { findings, summary } = checked(rows);
		expect(findings).toEqual([
			{
				...{ kind: 'gap', agentId: '', state: 'available', rule: '', row: null, minutes: 720 },
				...{ start: '2026-01-11T12:00:00+01:00', end: '2026-01-12T00:00:00+01:00' },
				message: 'nobody is available from 2026-01-11T12:00:00+01:00 to 2026-01-12T00:00:00+01:00',
			},
		]);
		expect(summary).toEqual({
			...{ agents: 2, gaps: 1, gapMinutes: 720, overlaps: 0, unknownAgents: 0, unreachableRules: 0 },
			...{ coveredPercent: { available: 92.85 }, isFine: false },
		});
	});

	it('are none where all is covered', () => {
		expect(checked([day])).toMatchObject({
			findings: [],
			summary: { isFine: true, coveredPercent: { available: 100 } },
		});
	});

	it('may be asked for more agents, and for each of several states', () => {
		const found = messages('gap', rows, { minimum: 2 });
		expect(found).toHaveLength(7);
		expect(found[0]).toContain(
			'fewer than 2 agents are available from 2026-01-05T00:00:00+01:00 to 2026-01-05T11:00',
		);
		const { summary } = checked([day], { states: ['available', 'busy'] });
		expect(summary).toMatchObject({ gaps: 1, coveredPercent: { available: 100, busy: 0 } });
	});
});

describe('coverage by hour of the week', () => {
	it('has a row for every hour, on the clock of the schedule', () => {
		const { hours } = checked([
			{ ...day, days: 'Mon', start: '9:30', end: '11:00' },
			{ ...day, agent: 'ben', days: 'Mon', start: '10:00', end: '11:00' },
		]);
		expect(hours).toHaveLength(168);
		expect(hours.filter(({ coveredPercent }) => coveredPercent > 0)).toEqual([
			{ state: 'available', weekday: 1, hour: 9, coveredPercent: 50, averageAgents: 0.5, minutes: 60 },
			{ state: 'available', weekday: 1, hour: 10, coveredPercent: 100, averageAgents: 2, minutes: 60 },
		]);
	});

	it('begins with Monday, whenever the window does', () => {
		const { hours } = checked([day], {}, { start: week.start + 3 * 86_400_000, end: week.end + 3 * 86_400_000 });
		expect(hours.map(({ weekday, hour }) => (weekday - 1) * 24 + hour)).toEqual([...Array(168).keys()]);
	});

	it('of no time at all is none', () => {
		expect(checked([day], {}, { start: monday, end: monday })).toMatchObject({
			...{ hours: [], summary: { coveredPercent: { available: 0 } } },
		});
	});

	it('counts agents in stretches as long as can be', () => {
		const spans = [
			[2, 4],
			[6, 8],
			[8, 9],
		].map(([start = 0, end = 0]) => ({ start, end }));
		const levels = levelsIn({ start: 0, end: 10 }, spans).map(({ start, end, count }) => [start, end, count]);
		expect(levels).toEqual([
			[0, 2, 0],
			[2, 4, 1],
			[4, 6, 0],
			[6, 9, 1],
			[9, 10, 0],
		]);
	});

	it('counts the hour that happens twice twice, and the missing one not at all', () => {
		const rows = (from: string, until: string) =>
			checked([day], {}, { start: Date.parse(from), end: Date.parse(until) }).hours.map(({ hour, minutes }) => [
				hour,
				minutes,
			]);
		expect(rows('2026-10-25T00:00+02:00', '2026-10-25T04:00+01:00')).toEqual([
			[0, 60],
			[1, 60],
			[2, 120],
			[3, 60],
		]);
		expect(rows('2026-03-29T00:00+01:00', '2026-03-29T04:00+02:00')).toEqual([
			[0, 60],
			[1, 60],
			[3, 60],
		]);
	});

	it('adds up, in any zone and window', () => {
		const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
		const span = fc
			.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 3000 }))
			.map(([start, length]) => ({ start: monday + start * 60_000, end: monday + (start + length) * 60_000 }));
		fc.assert(
			fc.property(zone, span, fc.array(span), fc.integer({ min: 1, max: 3 }), (name, window, spans, minimum) => {
				const levels = levelsIn(window, spans);
				const hours = hoursOf(clockOf(name), levels, minimum);
				const total = (window.end - window.start) / 60_000;
				expect(hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
				expect(levels[0]?.start).toBe(window.start);
				expect(levels.at(-1)?.end).toBe(window.end);
				for (let minute = 0; minute < total; minute += 37) {
					const at = window.start + minute * 60_000;
					const count = spans.filter(({ start, end }) => start <= at && at < end).length;
					expect(levels.find(({ start, end }) => start <= at && at < end)?.count).toBe(count);
					expect(gapsIn(levels, minimum).some(({ start, end }) => start <= at && at < end)).toBe(
						count < minimum,
					);
				}
				expect(minutesOf(gapsIn(levels, 1_000))).toBe(total);
			}),
			seeded(300),
		);
	});
});

describe('overlaps', () => {
	it('within a layer are told once, with how often', () => {
		const rows = [
			{ ...day, shift: 'Early', start: '6:00', end: '14:00' },
			{ ...day, shift: 'Late', start: '13:00', end: '22:00' },
			{ agent: 'anna', kind: 'leave', from: '2026-01-05' },
		];
		const { findings } = checked(rows, { states: [] });
		expect(findings).toEqual([
			{
				...{ kind: 'overlap', agentId: 'anna', state: '', rule: 'Late', row: 2, minutes: 60 },
				...{ start: '2026-01-05T13:00:00+01:00', end: '2026-01-05T14:00:00+01:00' },
				message: 'anna: "Early" (row 1) and "Late" (row 2) overlap, and 6 times more',
			},
		]);
	});

	it('that happens once is told without how often', () => {
		const rows = ['Early', 'Late'].map((shift) => ({ ...day, shift, days: 'Mon' }));
		expect(messages('overlap', rows)).toEqual(['anna: "Early" (row 1) and "Late" (row 2) overlap']);
	});

	it('of a shift with its own next one, which a change of clocks makes, is none', () => {
		const run = runOf([{ ...day, start: '23:00', end: '24h' }], { dst: 'keepDuration' });
		const march = { start: Date.parse('2026-03-27T00:00Z'), end: Date.parse('2026-04-01T00:00Z') };
		expect(check(run, march, { states: [], minimum: 1 }).findings).toEqual([]);
	});

	it.each<[string, Row[], number]>([
		[
			'three shifts, the first and the last of which meet the second',
			['0:00-9:00', '8:00-17:00', '16:00-24:00'].map((start) => ({ ...day, start, end: '' })),
			2,
		],
		[
			'breaks of two shifts that overlap, beside the shifts themselves',
			[
				{ ...day, shift: 'Early', start: '6:00', end: '14:00' },
				{ ...day, shift: 'Late', start: '13:00', end: '22:00' },
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
				{ ...day, end: '12:00' },
				{ ...day, start: '12:00' },
			],
			0,
		],
		['shifts of two agents', [day, { ...day, agent: 'ben' }], 0],
		['a break and its shift', [day, { agent: '*', kind: 'break', start: '12:00', end: '30 min' }], 0],
		[
			'two breaks of a shift',
			[day, ...['12:00', '12:15'].map((start) => ({ agent: '*', kind: 'break', start, end: '30 min' }))],
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

describe('unknown agents', () => {
	it('are those without a row of their own, where others have one', () => {
		const rows = [{ agent: 'anna', kind: 'agent' }, day, { ...day, agent: 'bne' }];
		expect(messages('unknownAgent', rows)).toEqual(['agent bne is not known']);
		expect(messages('unknownAgent', [day])).toEqual([]);
	});

	it('are those that the service does not know, where it was asked', () => {
		expect(messages('unknownAgent', [day], { known: ['ben'] })).toEqual(['agent anna is not known']);
		expect(messages('unknownAgent', [day], { known: ['anna'] })).toEqual([]);
		expect(messages('unknownAgent', [day], { known: [] })).toEqual(['agent anna is not known']);
	});
});

describe('entries that change nothing', () => {
	const leave = (more: Row): Row => ({ agent: 'anna', kind: 'leave', ...more });
	/** Next week, which is week B to anna and week A to ben. */
	const turns = (more: Row): Row[] => [
		...[
			{ agent: 'anna', kind: 'agent' },
			{ agent: 'ben', kind: 'agent', step: 'B' },
		],
		{ ...day, rotation: 'A of A/B from 2026-01-05', from: '2026-01-12', until: '2026-01-16', ...more },
	];
	const never = '"shift" (row 3) never happens: no day fits it';

	it.each<[string, Row[], string[]]>([
		[
			'a date that no day of the week fits',
			[day, leave({ from: '2026-01-05', days: 'Tue' })],
			['"leave" (row 2) never happens: no day fits it'],
		],
		[
			'a date that no day of the week fits, for everyone',
			[day, leave({ agent: '*', from: '2026-01-05', days: 'Tue' })],
			['"leave" (row 2) never happens: no day fits it'],
		],
		['a date in the past, on whatever day', [day, leave({ from: '2025-06-02', days: 'Tue' })], []],
		['a date far ahead, on whatever day', [day, leave({ from: '2028-01-03', days: 'Tue' })], []],
		['a date soon', [day, leave({ from: '2026-03-01' })], []],
		['week A, for an agent who is not there then', turns({ agent: 'anna' }), [never]],
		['week A, for everyone', turns({ agent: '*' }), []],
		['week A, by a step of its own', turns({ agent: 'anna', step: 'B' }), []],
		['week A, for an agent who is there then, and one who is not', turns({ agent: 'anna, ben' }), []],
		['week B, in week A', [day, { ...day, state: 'busy', rotation: 'B of A/B from 2026-01-05' }], []],
		[
			'a shift that a leave hides',
			[{ ...day, days: 'Mon', shift: 'X' }, leave({ from: '2026-01-05' })],
			['"X" (row 1) is hidden by other entries whenever it would hold'],
		],
		[
			'a shift that another hides',
			[
				{ ...day, shift: 'X' },
				{ ...day, priority: 1 },
			],
			['"X" (row 1) is hidden by other entries whenever it would hold'],
		],
		[
			'a break outside of all shifts',
			[
				{ ...day, start: '9:00', end: '12:00' },
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min' },
			],
			['"break" (row 2) falls into no shift'],
		],
		[
			'a break of a shift that is not there',
			[day, { agent: '*', kind: 'break', shift: 'Nihgt', start: '14:00', end: '15 min', reason: 'meal' }],
			['"meal" (row 2) falls into no shift'],
		],
		[
			'a break behind a break',
			[
				day,
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min', priority: 1 },
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min', reason: 'b' },
			],
			['"b" (row 3) is hidden by other entries whenever it would hold'],
		],
		[
			'a swap of nothing',
			[
				{ ...day, days: 'Mon' },
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
				{ ...day, days: 'Mon' },
				{ agent: 'anna', kind: 'swap', with: 'ben', days: 'Tue', from: '2026-01-05', until: '2026-01-11' },
			],
			['"swap" (row 2) swaps nothing: neither agent has a shift on these days'],
		],
		[
			"a swap of a rotation, by the agent's step",
			[
				{ agent: 'anna', kind: 'agent', step: 'B' },
				{ ...day, rotation: 'A of A/B from 2026-01-05' },
				{ agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-12' },
			],
			[],
		],
		[
			'a swap',
			[
				{ ...day, days: 'Mon' },
				{ agent: 'ben', kind: 'swap', with: 'anna', from: '2026-01-12' },
			],
			[],
		],
		[
			'a default that shifts hide',
			[day, { agent: 'anna', kind: 'default', state: 'busy' }],
			['"default" (row 2) is hidden by other entries whenever it would hold'],
		],
		[
			'a temporary schedule',
			[
				day,
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
					...day,
					kind: 'temporary',
					days: '',
					from: '2026-01-06',
					until: '2026-01-06',
					start: '9:00',
					end: '10:00',
				},
				{ agent: '*', kind: 'manual', state: 'busy' },
			],
			['"temporary" (row 1) is hidden by other entries whenever it would hold'],
		],
		[
			'several entries, in order of their rows',
			[
				{ ...day, end: '12:00' },
				{ agent: '*', kind: 'break', start: '14:00', end: '15 min' },
				leave({ from: '2026-01-05', days: 'Tue' }),
			],
			['"break" (row 2) falls into no shift', '"leave" (row 3) never happens: no day fits it'],
		],
		[
			'a temporary schedule that leaves no time free',
			[{ ...day, kind: 'temporary', days: '', from: '2026-01-06', until: '2026-01-06' }],
			[],
		],
		['a manual switch of the past', [day, { agent: '*', kind: 'manual', state: 'busy', until: '2025-01-01' }], []],
	])('%s', (_, rows, expected) => {
		// Who swaps has to be in another row: long-past leave says nothing else.
		const known = { agent: 'anna, ben', kind: 'leave', from: '2020-01-01' };
		expect(messages('unreachableRule', [...rows, known])).toEqual(expected);
	});
});
