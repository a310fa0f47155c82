import { flatten, merged } from '../../../../nodes/ShiftSchedule/model/schedule/layers';
import type { Assignment } from '../../../../nodes/ShiftSchedule/model/schedule/types';
import { policies, runOf, stateOf, workOf, type Row } from './make';

const early: Row = { agent: 'anna', days: 'Mon-Fri', start: '9:00', end: '17:00' };

/** The work of a week in January, in which no clock changes. 2026-01-05 is a Monday. */
const week = (rows: Row[], id = 'anna', from = '2026-01-05', until = '2026-01-12'): string[] =>
	workOf(runOf(rows), id, `${from}T00:00+01:00`, `${until}T00:00+01:00`).map((line) =>
		line.replace(/2026-/g, '').replace(/:00\+01:00/g, ''),
	);

describe('a weekly shift', () => {
	it('is on its days, from its start up to its end', () => {
		expect(week([early])).toEqual([
			'available 01-05T09:00 01-05T17:00',
			'available 01-06T09:00 01-06T17:00',
			'available 01-07T09:00 01-07T17:00',
			'available 01-08T09:00 01-08T17:00',
			'available 01-09T09:00 01-09T17:00',
		]);
	});

	it.each([
		['2026-01-05T08:59:59+01:00', 'offline'],
		['2026-01-05T09:00:00+01:00', 'available'],
		['2026-01-05T16:59:59+01:00', 'available'],
		['2026-01-05T17:00:00+01:00', 'offline'],
		['2026-01-10T12:00:00+01:00', 'offline'], // Saturday
	])('at %s the agent is %s', (now, state) => {
		expect(stateOf(runOf([early]), 'anna', now).desiredState).toBe(state);
	});

	it('past midnight belongs to the day that it starts on', () => {
		const night = { agent: 'anna', days: 'Fri', start: '22:00', end: '06:00' };
		expect(week([night])).toEqual(['available 01-09T22:00 01-10T06:00']);
		const run = runOf([night]);
		expect(stateOf(run, 'anna', '2026-01-10T05:59+01:00').desiredState).toBe('available'); // Saturday morning
		expect(stateOf(run, 'anna', '2026-01-09T05:59+01:00').desiredState).toBe('offline'); // Friday morning
	});

	it('holds from its first to its last day, the night of the last day included', () => {
		const row = {
			agent: 'anna',
			days: 'daily',
			start: '22:00',
			end: '06:00',
			from: '2026-01-06',
			until: '2026-01-07',
		};
		expect(week([row])).toEqual(['available 01-06T22:00 01-07T06:00', 'available 01-07T22:00 01-08T06:00']);
	});

	it('may be a whole day, and may be given by its length', () => {
		expect(week([{ agent: 'anna', days: 'Tue', start: '00:00', end: '24:00' }])).toEqual([
			'available 01-06T00:00 01-07T00:00',
		]);
		expect(week([{ agent: 'anna', days: 'Tue', start: '20:00', end: '24h' }])).toEqual([
			'available 01-06T20:00 01-07T20:00',
		]);
	});

	it("is by the clock of the row's zone, then the agent's, then the schedule's", () => {
		const rows = [
			{ agent: 'ben', kind: 'agent', zone: 'America/New_York' },
			{ agent: 'ben, anna', days: 'Mon', start: '9:00', end: '10:00' },
			{ agent: 'ben', days: 'Tue', start: '9:00', end: '10:00', zone: 'Asia/Tokyo' },
		];
		expect(week(rows)).toEqual(['available 01-05T09:00 01-05T10:00']);
		expect(workOf(runOf(rows), 'ben', '2026-01-05T00:00Z', '2026-01-12T00:00Z')).toEqual([
			'available 2026-01-05T09:00:00-05:00 2026-01-05T10:00:00-05:00',
			'available 2026-01-05T19:00:00-05:00 2026-01-05T20:00:00-05:00', // Tuesday in Tokyo
		]);
	});

	it.each([
		['Pacific/Pago_Pago', 'Pacific/Kiritimati'],
		['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
	])('is found from %s when it is in %s, a day and more away, and when it was swapped', (here, there) => {
		const dates = { from: '2026-01-01', until: '2026-01-10' };
		const run = runOf([
			...['ann', 'bob', 'cleo'].map((agent) => ({ agent, kind: 'agent', zone: here })),
			...['ben', 'carl'].map((agent) => ({ agent, kind: 'agent', zone: there })),
			{ agent: 'ann, ben, carl', days: 'daily', start: '23:00', end: '24h', zone: there, ...dates },
			{ agent: 'bob', kind: 'swap', with: 'ben', ...dates },
			{ agent: 'carl', kind: 'swap', with: 'cleo', ...dates },
		]);
		const iso = (hour: number): string => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
		for (let hour = 0; hour < 48; hour++) {
			const [from, until] = [iso(hour), iso(hour + 1)];
			for (const id of ['ann', 'bob', 'cleo']) {
				const states = workOf(run, id, from, until).map((line) => line.split(' ')[0]);
				expect([id, hour, [...new Set(states)]]).toEqual([id, hour, ['available']]);
			}
		}
	});
});

describe('a rotation', () => {
	const weeks = (step: string): Row[] => [
		{ agent: 'anna', days: 'Mon', start: '06:00', end: '14:00', rotation: 'A of A/B from 2026-01-05', step },
		{ agent: 'anna', days: 'Mon', start: '14:00', end: '22:00', rotation: 'B of A/B from 2026-01-05', step },
	];
	const mondays = (step: string, from: string, until: string): string[] => week(weeks(step), 'anna', from, until);

	it('takes weeks in turn, from the starting step', () => {
		expect(mondays('A', '2026-01-05', '2026-01-20')).toEqual([
			'available 01-05T06:00 01-05T14:00',
			'available 01-12T14:00 01-12T22:00',
			'available 01-19T06:00 01-19T14:00',
		]);
		expect(mondays('B', '2026-01-05', '2026-01-20')).toEqual([
			'available 01-05T14:00 01-05T22:00',
			'available 01-12T06:00 01-12T14:00',
			'available 01-19T14:00 01-19T22:00',
		]);
	});

	it('of three weeks goes by weeks, each agent from its step', () => {
		const shift = (step: string): Row => ({
			...{ agent: 'anna', days: 'Tue', start: '06:00', end: '14:00' },
			...{ rotation: 'A of A/B/C from 2026-01-05', step },
		});
		const days = (step: string): string[] =>
			week([shift(step)], 'anna', '2026-01-05', '2026-02-11').map((line) => line.slice(10, 15));
		expect([days('A'), days('B'), days('C')]).toEqual([
			['01-06', '01-27'],
			['01-20', '02-10'],
			['01-13', '02-03'],
		]);
	});

	it('is known before its anchor date, too', () => {
		const run = runOf(weeks('A'));
		expect(stateOf(run, 'anna', '2025-12-29T15:00+01:00').desiredState).toBe('available');
		expect(stateOf(run, 'anna', '2025-12-22T15:00+01:00').desiredState).toBe('offline');
	});

	// Where n8n's own "every 2 weeks" leaves 21 days: it counts week numbers.
	it('is not put out by the new year of 2029', () => {
		const run = runOf(weeks('A'));
		const earlies = ['2028-12-18', '2028-12-25', '2029-01-01', '2029-01-08', '2029-01-15'].map(
			(day) => stateOf(run, 'anna', `${day}T07:00+01:00`).desiredState,
		);
		expect(earlies).toEqual(['available', 'offline', 'available', 'offline', 'available']);
	});

	it('of four days on and four off goes by days, each agent from its step', () => {
		const rows: Row[] = [
			{ agent: 'anna', kind: 'agent' },
			{ agent: 'ben', kind: 'agent', step: '5' },
			{ agent: '*', start: '07:00', end: '19:00', rotation: '4 on 4 off from 2026-03-27' },
		];
		const days = (id: string): string[] =>
			workOf(runOf(rows), id, '2026-03-27T00:00+01:00', '2026-04-08T00:00+02:00').map((line) =>
				line.slice(15, 20),
			);
		// Clocks go forward on the 29th: a count of seconds would be an hour off from then on.
		expect(days('anna')).toEqual(['03-27', '03-28', '03-29', '03-30', '04-04', '04-05', '04-06', '04-07']);
		expect(days('ben')).toEqual(['03-31', '04-01', '04-02', '04-03']);
	});
});

describe('a break', () => {
	const shift: Row = { agent: 'anna', days: 'Mon', start: '9:00', end: '17:00', shift: 'Day' };
	const breaks = (rows: Row[]): string[] => week([shift, ...rows]).filter((line) => line.startsWith('break'));

	it.each([
		[{ start: '12:00', end: '12:30' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '12:00-12:30' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '12:00', end: '30 min' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '3h  after Start', end: '15m' }, ['break 01-05T12:00 01-05T12:15']],
		[{ start: '+4:30', end: '+04:45' }, ['break 01-05T13:30 01-05T13:45']],
		[{ start: '-1h', end: '10 min' }, ['break 01-05T16:00 01-05T16:10']],
		[{ start: '1h before end', end: '30 min before end' }, ['break 01-05T16:00 01-05T16:30']],
		[{ start: '16:45', end: '1h' }, ['break 01-05T16:45 01-05T17:00']], // cut off at the shift's end
		[{ start: '+3h', end: '12:00' }, []], // ends when it starts
		[{ start: '+9h', end: '1h' }, []], // behind the shift
		[{ start: '8:00', end: '8:30' }, []], // before it
		[{ start: '9:00', end: '9:10' }, ['break 01-05T09:00 01-05T09:10']],
		[{ start: '12:00', end: '12:30', days: 'Tue' }, []],
		[{ start: '12:00', end: '12:30', from: '2026-01-06' }, []],
		[{ start: '12:00', end: '12:30', shift: 'day' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '12:00', end: '12:30', shift: 'Night' }, []],
	])('of %j is %j', (row, expected) => {
		expect(breaks([{ agent: 'anna', kind: 'break', ...row }])).toEqual(expected);
	});

	it('in a night shift may be on the next day', () => {
		const rows = [
			{ agent: 'anna', days: 'Mon', start: '22:00', end: '06:00' },
			{ agent: '*', kind: 'break', start: '02:00', end: '02:30', state: 'busy', reason: 'meal' },
		];
		expect(week(rows)).toContain('busy 01-06T02:00 01-06T02:30');
		expect(stateOf(runOf(rows), 'anna', '2026-01-06T02:10+01:00')).toMatchObject({
			desiredState: 'busy',
			reason: 'meal',
			source: { layer: 'break', rule: 'meal', row: 2 },
			nextState: 'available',
		});
	});

	it('is staggered over its agents, in turns if so wished', () => {
		const rows = (stagger: string): Row[] => [
			{ agent: 'anna, ben, cleo', days: 'Mon', start: '9:00', end: '17:00' },
			{ agent: '*', kind: 'break', start: '12:00', end: '15 min', stagger },
		];
		const starts = (stagger: string): string[] =>
			['anna', 'ben', 'cleo'].map((id) => week(rows(stagger), id)[1]?.slice(12, 17) ?? '');
		expect(starts('15 min')).toEqual(['12:00', '12:15', '12:30']);
		expect(starts('20')).toEqual(['12:00', '12:20', '12:40']);
		expect(starts('15 min x 2')).toEqual(['12:00', '12:15', '12:00']);
		expect(starts('15x2')).toEqual(['12:00', '12:15', '12:00']);
		expect(starts('15 min x 10')).toEqual(['12:00', '12:15', '12:30']);
	});

	it.each([
		['extra', ['available', 'break', 'available']],
		['temporary', ['available', 'break', 'available']],
		['leave', ['busy']],
		['manual', ['busy']],
	])('in times of kind %s: %j', (kind, expected) => {
		const row: Row = { agent: 'anna', kind, from: '2026-01-05', until: '2026-01-05', start: '9:00', end: '17:00' };
		const rows = [
			{ ...row, ...(expected.length === 1 && { state: 'busy' }) },
			{ agent: 'anna', kind: 'break', start: '12:00', end: '12:30' },
		];
		expect(week(rows).map((line) => line.split(' ')[0])).toEqual(expected);
	});

	it('is staggered by the place in its own list of agents', () => {
		const rows = [
			{ agent: 'anna, ben, cleo', days: 'Mon', start: '9:00', end: '17:00' },
			{ agent: 'cleo, anna', kind: 'break', start: '12:00', end: '15 min', stagger: '15 min' },
		];
		expect([week(rows, 'cleo')[1], week(rows, 'anna')[1], week(rows, 'ben')[1]]).toEqual([
			'break 01-05T12:00 01-05T12:15',
			'break 01-05T12:15 01-05T12:30',
			undefined,
		]);
	});
});

describe('precedence', () => {
	it('within a layer: the higher priority, then the later start, then the later row', () => {
		const at = (more: Row[]): string | undefined =>
			stateOf(
				runOf(more.map((row) => ({ agent: 'anna', days: 'Mon', ...row }))),
				'anna',
				'2026-01-05T12:00+01:00',
			).source.rule;
		const [long, short] = [
			{ shift: 'long', start: '8:00', end: '18:00' },
			{ shift: 'short', start: '11:00', end: '13:00' },
		];
		expect(at([long, short])).toBe('short');
		expect(at([short, long])).toBe('short');
		expect(at([{ ...long, priority: 1 }, short])).toBe('long');
		expect(
			at([
				{ ...long, priority: '-1' },
				{ ...long, shift: 'other', priority: '-2' },
			]),
		).toBe('long');
		expect(at([long, { ...long, shift: 'later row' }])).toBe('later row');
	});

	it('between layers: each hides all below', () => {
		const day = { agent: 'anna', from: '2026-01-05', start: '0:00', end: '24:00' };
		const rows: Row[] = [
			{ agent: 'anna', kind: 'default', state: 'busy', reason: 'default' },
			{ ...day, kind: 'shift', until: '2026-01-05', reason: 'shift' },
			{ agent: 'anna', kind: 'break', start: '0:00', end: '24h', reason: 'break' },
			{ ...day, kind: 'holiday', reason: 'holiday' },
			{ ...day, kind: 'temporary', until: '2026-01-05', reason: 'temporary' },
			{ ...day, kind: 'leave', reason: 'leave' },
			{ agent: 'anna', kind: 'manual', state: 'offline', reason: 'manual' },
		];
		const reasons = rows.map(
			(_, index) => stateOf(runOf(rows.slice(0, index + 1)), 'anna', '2026-01-05T12:00+01:00').reason,
		);
		// The break of the ordinary shift is a break of the temporary one, too.
		expect(reasons).toEqual(['default', 'shift', 'break', 'holiday', 'break', 'leave', 'manual']);
	});

	it('puts the break of an overlapped shift away with that shift', () => {
		const rows: Row[] = [
			{ agent: 'anna', days: 'Mon', start: '8:00', end: '18:00', shift: 'long' },
			{ agent: 'anna', days: 'Mon', start: '11:00', end: '14:00', shift: 'training', state: 'busy' },
			{ agent: 'anna', kind: 'break', start: '12:00', end: '30 min', shift: 'long' },
		];
		expect(stateOf(runOf(rows), 'anna', '2026-01-05T12:10+01:00').desiredState).toBe('busy');
	});

	describe('among claims', () => {
		const claim = (start: number, end: number, height: number, reason = ''): Assignment => ({
			...{ start, end, reason, state: 'busy', rank: [height], dstNote: '' },
			source: { layer: 'shift', rule: 'shift', row: 1 },
		});
		const held = (...claims: Assignment[]): string[] =>
			flatten(claims).map(({ start, end, assignment: { rank } }) => `${start}-${end}: ${rank.join()}`);

		it('the highest holds, and none where there is none', () => {
			expect(held(claim(0, 10, 1), claim(2, 4, 2), claim(20, 30, 1))).toEqual([
				'0-2: 1',
				'2-4: 2',
				'4-10: 1',
				'20-30: 1',
			]);
		});

		it('one without length never holds', () => {
			expect(held(claim(0, 10, 1), claim(5, 5, 2))).toEqual(['0-10: 1']);
		});

		it('those that meet and say the same are one stretch', () => {
			const claims = [claim(0, 5, 1), claim(5, 10, 2), claim(10, 15, 1, 'phones'), claim(20, 25, 1, 'phones')];
			expect(merged(flatten(claims)).map(({ start, end }) => `${start}-${end}`)).toEqual([
				'0-10',
				'10-15',
				'20-25',
			]);
		});
	});

	it('says offline where the roster says nothing', () => {
		expect(stateOf(runOf([{ agent: 'anna', kind: 'agent' }]), 'anna', '2026-01-05T12:00Z')).toMatchObject({
			...{ desiredState: 'offline', since: null, until: null, nextState: null, nextChangeAt: null },
			...{ nextChangeInMinutes: null, source: { layer: 'default', rule: '', row: 0 }, reason: '', dstNote: '' },
		});
		const rows = [{ agent: 'anna', kind: 'default', state: 'busy', priority: '-1' }];
		expect(stateOf(runOf(rows), 'anna', '2026-01-05T12:00Z').desiredState).toBe('busy');
	});
});

describe('days off', () => {
	const night: Row = { agent: 'anna', days: 'daily', start: '22:00', end: '06:00' };

	it('by day: the shifts of those days', () => {
		const rows = [early, { agent: 'anna', kind: 'leave', from: '2026-01-06', until: '2026-01-08' }];
		expect(week(rows)).toEqual(['available 01-05T09:00 01-05T17:00', 'available 01-09T09:00 01-09T17:00']);
	});

	it('by night: whole nights, from the evening of the first day to the morning after the last', () => {
		const rows = [night, { agent: 'anna', kind: 'leave', from: '2026-01-06', until: '2026-01-07' }];
		expect(week(rows).slice(1, 4)).toEqual([
			'available 01-05T22:00 01-06T06:00', // began before the leave: worked to its end
			'available 01-08T22:00 01-09T06:00',
			'available 01-09T22:00 01-10T06:00',
		]);
	});

	it.each(['holiday', 'leave'])('%s on picked days of the week leaves the other nights whole', (kind) => {
		const rows = [night, { agent: 'anna', kind, days: 'Tue, Wed', from: '2026-01-01', until: '2026-01-31' }];
		expect(week(rows).slice(1, 3)).toEqual([
			'available 01-05T22:00 01-06T06:00',
			'available 01-08T22:00 01-09T06:00',
		]);
	});

	it('give way to an extra shift in the morning after a night off', () => {
		const rows = [
			night,
			{ agent: 'anna', kind: 'leave', days: 'Tue, Wed', from: '2026-01-01', until: '2026-01-31' },
			{ agent: 'anna', kind: 'extra', from: '2026-01-07', start: '02:00', end: '10:00' },
		];
		expect(week(rows)[2]).toBe('available 01-07T02:00 01-07T10:00');
	});

	it('with times are just those times', () => {
		const rows = [
			early,
			{ agent: 'anna', kind: 'leave', from: '2026-01-06', start: '12:00', end: '14:00' },
			{ agent: 'anna', kind: 'holiday', from: '2026-01-07 15:00', until: '2026-01-08 10:00' },
			{ agent: 'anna', kind: 'leave', from: '2026-01-09', until: '2026-01-09 12:00' },
		];
		expect(week(rows).slice(1)).toEqual([
			'available 01-06T09:00 01-06T12:00',
			'available 01-06T14:00 01-06T17:00',
			'available 01-07T09:00 01-07T15:00',
			'available 01-08T10:00 01-08T17:00',
			'available 01-09T12:00 01-09T17:00',
		]);
	});

	it('may follow a rotation', () => {
		const rotation = '1 on 2 off from 2026-01-05';
		const rows = [early, { agent: 'anna', kind: 'leave', rotation, from: '2026-01-05', until: '2026-01-09' }];
		expect(week(rows).map((line) => line.slice(10, 15))).toEqual(['01-06', '01-07', '01-09']);
	});

	it('until further notice end when the row goes', () => {
		const rows = [early, { agent: 'anna', kind: 'leave', from: '2026-01-07', until: 'open', reason: 'ill' }];
		expect(week(rows)).toHaveLength(2);
		const state = stateOf(runOf(rows), 'anna', '2026-02-02T12:00+01:00');
		expect(state).toMatchObject({
			desiredState: 'offline',
			reason: 'ill',
			since: '2026-01-07T00:00:00+01:00',
			until: null,
			dstNote: '',
		});
	});

	it('for all close the place, and end where an extra shift begins', () => {
		const rows = [
			early,
			{ agent: '*', kind: 'holiday', shift: 'Epiphany', from: '2026-01-06', reason: 'closed' },
			{ agent: 'anna', kind: 'extra', from: '2026-01-06', start: '10:00', end: '12:00' },
		];
		expect(week(rows).slice(0, 3)).toEqual([
			'available 01-05T09:00 01-05T17:00',
			'available 01-06T10:00 01-06T12:00',
			'available 01-07T09:00 01-07T17:00',
		]);
		expect(stateOf(runOf(rows), 'anna', '2026-01-06T09:30+01:00')).toMatchObject({
			reason: 'closed',
			source: { layer: 'holiday', rule: 'Epiphany', row: 2 },
		});
	});
});

describe('a temporary schedule', () => {
	it('replaces the shifts that start on its days, and lets the night before go on', () => {
		const rows = [
			{ agent: 'anna', days: 'daily', start: '22:00', end: '06:00' },
			{ agent: 'anna', kind: 'temporary', from: '2026-01-07', until: '2026-01-08', start: '20:00', end: '23:00' },
			{ agent: 'anna', kind: 'temporary', from: '2026-01-08', until: '2026-01-08', start: '10:00', end: '11:00' },
		];
		expect(week(rows).slice(1, 7)).toEqual([
			'available 01-05T22:00 01-06T06:00',
			'available 01-06T22:00 01-07T06:00',
			'available 01-07T20:00 01-07T23:00',
			'available 01-08T10:00 01-08T11:00',
			'available 01-08T20:00 01-08T23:00',
			'available 01-09T22:00 01-10T06:00',
		]);
		expect(stateOf(runOf(rows), 'anna', '2026-01-08T15:00+01:00')).toMatchObject({
			...{ desiredState: 'offline', reason: '', source: { layer: 'temporary', rule: 'temporary', row: 3 } },
		});
	});

	it('without times puts all its days into one state', () => {
		const rows = [
			early,
			{ agent: 'anna', kind: 'temporary', from: '2026-01-06', until: '2026-01-06', state: 'busy' },
		];
		expect(week(rows).slice(0, 3)).toEqual([
			'available 01-05T09:00 01-05T17:00',
			'busy 01-06T00:00 01-07T00:00',
			'available 01-07T09:00 01-07T17:00',
		]);
	});
});

describe('a swap', () => {
	const rows: Row[] = [
		{ agent: 'anna', days: 'Mon-Tue', start: '06:00', end: '14:00', shift: 'Early' },
		{ agent: 'ben', days: 'Mon-Tue', start: '22:00', end: '06:00', shift: 'Night' },
		{ agent: 'ben', kind: 'break', start: '+1h', end: '10 min' },
		{ agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-06' },
	];

	it('exchanges the shifts that start on its days, breaks included', () => {
		expect(week(rows)).toEqual([
			'available 01-05T06:00 01-05T14:00',
			'available 01-06T22:00 01-06T23:00',
			'break 01-06T23:00 01-06T23:10',
			'available 01-06T23:10 01-07T06:00',
		]);
		expect(week(rows, 'ben')).toEqual([
			'available 01-05T22:00 01-05T23:00',
			'break 01-05T23:00 01-05T23:10',
			'available 01-05T23:10 01-06T06:00',
			'available 01-06T06:00 01-06T14:00',
		]);
	});

	it('leaves extra shifts where they are', () => {
		const extra = { agent: 'anna', kind: 'extra', from: '2026-01-06', start: '18:00', end: '20:00' };
		const lines = (id: string): string[] => week([...rows, extra], id);
		expect(lines('anna')).toContain('available 01-06T18:00 01-06T20:00');
		expect(lines('ben')).toEqual(week(rows, 'ben'));
	});

	it('is named with the state', () => {
		const run = runOf(rows);
		const source = { layer: 'shift', rule: 'Night', row: 2, swappedWith: 'ben' };
		expect(stateOf(run, 'anna', '2026-01-07T01:00+01:00').source).toEqual(source);
		expect(stateOf(run, 'anna', '2026-01-06T23:05+01:00').source).toMatchObject({
			layer: 'break',
			swappedWith: 'ben',
		});
		expect(stateOf(run, 'anna', '2026-01-05T07:00+01:00').source).not.toHaveProperty('swappedWith');
	});
});

describe('the manual switch', () => {
	it('holds for good, or from and until', () => {
		const at = (row: Row, now: string): string =>
			stateOf(runOf([early, { agent: '*', kind: 'manual', state: 'busy', ...row }]), 'anna', now).desiredState;
		expect(at({}, '2027-01-05T12:00+01:00')).toBe('busy');
		expect(at({ from: '2026-01-06' }, '2027-01-05T12:00+01:00')).toBe('busy');
		expect(at({ start: '9:00', end: '10:00' }, '2026-01-06T09:30+01:00')).toBe('busy');
		const dates = { from: '2026-01-06 10:00', until: '2026-01-06 11:00' };
		expect(at(dates, '2026-01-06T09:59+01:00')).toBe('available');
		expect(at(dates, '2026-01-06T10:00+01:00')).toBe('busy');
		expect(at(dates, '2026-01-06T11:00+01:00')).toBe('available');
		expect(at({ until: '2026-01-06' }, '2026-01-06T23:59+01:00')).toBe('busy');
		expect(at({ until: '2026-01-06' }, '2026-01-07T00:00+01:00')).toBe('offline');
		expect(at({ days: 'Wed', from: '2026-01-05', until: '2026-01-11' }, '2026-01-07T12:00+01:00')).toBe('busy');
		expect(at({ days: 'Wed', from: '2026-01-05', until: '2026-01-11' }, '2026-01-08T12:00+01:00')).toBe(
			'available',
		);
	});
});

describe('when the clocks change', () => {
	const row = (start: string, end: string): Row => ({ agent: 'anna', days: 'Sat, Sun', start, end });
	const shift = (dst: 'keepEnd' | 'keepDuration', day: string, start: string, end: string) => {
		const run = runOf([row(start, end)], { dst });
		const midnight = Date.parse(`${day}T00:00+01:00`);
		const lines = workOf(
			run,
			'anna',
			new Date(midnight).toISOString(),
			new Date(midnight + 2 * 86_400_000).toISOString(),
		);
		return lines.find((line) => line.startsWith(`available ${day}`))?.replace(/available |:00(?=\+)/g, '');
	};
	const note = (dst: 'keepEnd' | 'keepDuration', now: string, start: string, end: string): string =>
		stateOf(runOf([row(start, end)], { dst }), 'anna', now).dstNote;

	it.each([
		['keepEnd', '2026-03-28', '22:00', '06:00', '2026-03-28T22:00+01:00 2026-03-29T06:00+02:00'], // 7 h
		['keepDuration', '2026-03-28', '22:00', '06:00', '2026-03-28T22:00+01:00 2026-03-29T07:00+02:00'], // 8 h
		['keepEnd', '2026-10-24', '22:00', '06:00', '2026-10-24T22:00+02:00 2026-10-25T06:00+01:00'], // 9 h
		['keepDuration', '2026-10-24', '22:00', '06:00', '2026-10-24T22:00+02:00 2026-10-25T05:00+01:00'], // 8 h
		['keepEnd', '2026-03-29', '02:30', '10:00', '2026-03-29T03:30+02:00 2026-03-29T10:00+02:00'], // missing start
		['keepDuration', '2026-03-29', '02:30', '10:30', '2026-03-29T03:30+02:00 2026-03-29T11:30+02:00'],
		['keepEnd', '2026-03-29', '02:15', '02:45', '2026-03-29T03:15+02:00 2026-03-29T03:45+02:00'], // both missing
		['keepEnd', '2026-03-29', '02:30', '03:15', undefined], // nothing is left of it
		['keepEnd', '2026-10-25', '02:30', '10:00', '2026-10-25T02:30+02:00 2026-10-25T10:00+01:00'], // the first 02:30
		['keepEnd', '2026-10-25', '01:00', '02:30', '2026-10-25T01:00+02:00 2026-10-25T02:30+02:00'], // to the first 02:30
		['keepEnd', '2026-10-25', '02:30', '03:00', '2026-10-25T02:30+02:00 2026-10-25T03:00+01:00'], // 90 min
	] as const)('%s, %s %s to %s is %s', (dst, day, start, end, expected) => {
		expect(shift(dst, day, start, end)).toBe(expected);
	});

	it.each([
		['keepEnd', '2026-03-29T00:00Z', '22:00', '06:00', 'shortened by 60 min: the clocks change'],
		['keepEnd', '2026-10-25T00:00Z', '22:00', '06:00', 'stretched by 60 min: the clocks change'],
		['keepDuration', '2026-03-29T00:00Z', '22:00', '06:00', 'ends 60 min later by the clock, which changes'],
		['keepDuration', '2026-10-25T00:00Z', '22:00', '06:00', 'ends 60 min earlier by the clock, which changes'],
		[
			...(['keepEnd', '2026-03-29T04:00Z', '02:30', '10:00'] as const),
			'starts 60 min later by the clock, which skips that time; shortened by 60 min: the clocks change',
		],
		['keepEnd', '2026-03-29T01:20Z', '02:15', '02:45', 'starts 60 min later by the clock, which skips that time'],
		[
			'keepDuration',
			'2026-03-29T04:00Z',
			'02:30',
			'10:30',
			'starts 60 min later by the clock, which skips that time',
		],
		['keepEnd', '2026-03-28T12:00Z', '10:00', '16:00', ''],
	] as const)('%s at %s, %s to %s is noted: %s', (dst, now, start, end, expected) => {
		expect(note(dst, now, start, end)).toBe(expected);
	});

	it('a break counts from the start, or is at its time by the clock', () => {
		const rows = [
			row('22:00', '06:00'),
			{ agent: 'anna', kind: 'break', start: '+5h', end: '10 min' },
			{ agent: 'anna', kind: 'break', start: '05:00', end: '10 min' },
			{ agent: 'anna', kind: 'break', start: '-30m', end: '10 min' },
		];
		const breaks = workOf(runOf(rows), 'anna', '2026-03-28T12:00Z', '2026-03-29T12:00Z').filter((line) =>
			/break/.test(line),
		);
		expect(breaks.map((line) => line.slice(17, 22))).toEqual(['04:00', '05:00', '05:30']);
	});

	it.each([
		['02:00', '02:30', ['03:00 03:30']], // both missing: moved
		['02:30', '04:00', ['03:30 04:00']],
		['01:30', '02:30', ['01:30 03:30']],
		['02:30', '03:30', []], // nothing is left of it
		['02:30', '03:00', []],
		['02:30', '30 min', ['03:30 04:00']],
	])('a break from %s to %s in the night of a missing hour is %j', (start, end, expected) => {
		const rows = [row('22:00', '06:00'), { agent: 'anna', kind: 'break', start, end }];
		const breaks = workOf(runOf(rows), 'anna', '2026-03-28T12:00Z', '2026-03-29T12:00Z').filter((line) =>
			line.startsWith('break'),
		);
		expect(breaks.map((line) => `${line.slice(17, 22)} ${line.slice(43, 48)}`)).toEqual(expected);
	});

	it.each(policies)('%s makes no difference on other days', (dst) => {
		expect(shift(dst, '2026-01-10', '22:00', '06:00')).toBe('2026-01-10T22:00+01:00 2026-01-11T06:00+01:00');
	});
});

it('lets an extra night shift before a day of leave end, as any other', () => {
	const run = runOf([
		{ agent: 'anna', kind: 'extra', from: '2026-01-05', start: '22:00', end: '06:00' },
		{ agent: 'anna', kind: 'leave', from: '2026-01-06' },
	]);

	expect(workOf(run, 'anna', '2026-01-05T00:00+01:00', '2026-01-08T00:00+01:00')).toEqual([
		'available 2026-01-05T22:00:00+01:00 2026-01-06T06:00:00+01:00',
	]);
});
