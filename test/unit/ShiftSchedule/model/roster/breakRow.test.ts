import { parseBreakTime } from '../../../../../nodes/ShiftSchedule/model/roster/breakRow';
import { rosterOf } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { value } from '../../../../../nodes/shared/values/result';
import { problemsOf, type Row } from '../make';

const shift: Row = { agent: 'anna', days: 'Mon', start: '9:00', end: '17:00' };
const pause: Row = { agent: 'anna', kind: 'break', start: '12:00', end: '12:30' };

const breakOf = (more: Row) =>
	rosterOf([shift, { ...pause, ...more }], { zone: 'Europe/Warsaw', dst: 'keepEnd' }).schedule.breaks[0];
const swapOf = (more: Row) =>
	rosterOf(
		[shift, { ...shift, agent: 'ben' }, { agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-05', ...more }],
		{
			...{ zone: 'Europe/Warsaw', dst: 'keepEnd' },
		},
	).schedule.swaps[0];

describe('a time of a break', () => {
	it.each<[unknown, string, number]>([
		['12:00', 'clock', 720],
		['noon', 'clock', 720],
		[0.5, 'clock', 720],
		['4h after start', 'afterStart', 240],
		[' 4 h  AFTER START ', 'afterStart', 240],
		['+4h', 'afterStart', 240],
		['+ 4h', 'afterStart', 240],
		['+4:30', 'afterStart', 270],
		['+04:30', 'afterStart', 270],
		['4:30 after start', 'afterStart', 270],
		['90 min after start', 'afterStart', 90],
		['1h before end', 'beforeEnd', 60],
		['1 h Before End', 'beforeEnd', 60],
		['-1h', 'beforeEnd', 60],
		['− 1h', 'beforeEnd', 60],
		['-1:15', 'beforeEnd', 75],
	])('%j is %s %i', (cell, kind, minutes) => {
		expect(parseBreakTime(cell)).toEqual(value({ kind, minutes }));
	});

	it.each(['+soon', '-', 'soon after start', '+123:00', '+1:2', '4 after start', 'x +4h', '4h after start x'])(
		'%j is none',
		(cell) => {
			expect(parseBreakTime(cell).kind).toBe('problem');
		},
	);

	it('that is none in a shift says what is', () => {
		expect(parseBreakTime('+soon')).toEqual({
			...{ kind: 'problem', problem: '"+soon" is not a time in a shift: write 12:00, or "4h after start"' },
		});
	});
});

describe('a row of kind break', () => {
	it('has its times, its state and its reason', () => {
		expect(breakOf({})).toEqual({
			...{ name: 'break', row: 2, agents: ['anna'], priority: 0, state: 'break', reason: '', days: {} },
			...{ start: { kind: 'clock', minutes: 720 }, end: { kind: 'clock', minutes: 750 } },
		});
		expect(breakOf({ reason: 'Lunch', state: 'busy', priority: 3, shift: 'Early', end: '30m' })).toMatchObject({
			...{ name: 'Lunch', reason: 'Lunch', state: 'busy', priority: 3, shift: 'Early' },
			end: { kind: 'lasts', minutes: 30 },
		});
		expect(breakOf({ agent: '*', days: 'Tue', from: '2026-01-05', until: '2026-01-09' })).toMatchObject({
			...{ agents: 'all', days: { from: 20458, until: 20462, weekdays: [2] } },
		});
	});

	it.each<[unknown, object]>([
		['15 min', { minutes: 15 }],
		[15, { minutes: 15 }],
		['1h', { minutes: 60 }],
		['15 min x 4', { minutes: 15, groups: 4 }],
		['15x4', { minutes: 15, groups: 4 }],
		['15 × 4', { minutes: 15, groups: 4 }],
		['15 min * 10', { minutes: 15, groups: 10 }],
	])('has the stagger %j', (stagger, expected) => {
		expect(breakOf({ stagger })).toMatchObject({ stagger: expected });
		expect(breakOf({})).not.toHaveProperty('stagger');
	});

	it.each<[Row, string]>([
		[{ stagger: 'some' }, 'stagger: "some" is not a stagger: write 15 min, or 15 min x 4'],
		[{ stagger: '15 min x 0' }, 'stagger: "15 min x 0" is not a stagger: write 15 min, or 15 min x 4'],
		[{ stagger: '15 min x' }, 'stagger: "15 min x" is not a stagger: write 15 min, or 15 min x 4'],
		[{ start: '' }, 'start: is empty: write 12:00, or "4h after start"'],
		[{ end: '' }, 'end: is empty: write how long it is, such as 30 min'],
		[{ end: '0 min' }, 'end: lasts no time at all'],
		[{ end: '12:00' }, 'end: ends when it starts: write how long it is, such as 30 min'],
		[{ start: '+1h', end: '+1h' }, 'end: ends when it starts: write how long it is, such as 30 min'],
		[{ end: '0:01' }, 'end: is more than 12 hours after the start: write how long it is, such as 30 min'],
		[{ end: '11:59' }, 'end: is more than 12 hours after the start: write how long it is, such as 30 min'],
		[{ from: '2026-01-05 09:00' }, 'from: is a date of shifts, without a time'],
	])('with %j is refused', (more, words) => {
		expect(problemsOf([shift, { ...pause, ...more }])).toContain(`row 2, ${words}`);
	});

	it.each<Row>([
		{ end: '0:00' },
		{ start: '23:45', end: '0:15' },
		{ start: '+1h', end: '1h' },
		{ start: '+1h', end: '-1h' },
	])('may be from %j on', (more) => {
		expect(problemsOf([shift, { ...pause, ...more }])).toEqual([]);
	});
});

describe('a row of kind swap', () => {
	it('is between two agents on days', () => {
		expect(swapOf({})).toEqual({
			name: 'swap',
			row: 3,
			pair: ['anna', 'ben'],
			days: { from: 20458, until: 20458 },
		});
		expect(swapOf({ shift: 'Deal', until: '2026-01-06' })).toMatchObject({
			...{ name: 'Deal', days: { from: 20458, until: 20459 } },
		});
	});

	it.each<[Row, string]>([
		[{ agent: '*' }, 'agent: must be one agent: a swap is between two'],
		[{ agent: 'anna; ben' }, 'agent: must be one agent: a swap is between two'],
		[{ with: '' }, 'with: is empty: write the agent to swap shifts with'],
		[{ with: 'ANNA' }, 'with: is the same agent'],
		[{ from: '2026-01-05 09:00', until: '2026-01-05 10:00' }, 'from: is a date of shifts, without a time'],
		[{ from: '' }, 'from: is empty: write a date, such as 2026-01-05'],
	])('with %j is refused', (more, words) => {
		const rows = [
			shift,
			{ ...shift, agent: 'ben' },
			{ agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-05', ...more },
		];
		expect(problemsOf(rows)).toContain(`row 3, ${words}`);
	});
});
