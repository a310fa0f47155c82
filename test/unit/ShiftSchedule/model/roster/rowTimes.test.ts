import { lengthInCell } from '../../../../../nodes/ShiftSchedule/model/roster/lengths';
import { rosterOf } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { evaluationOf, problemsOf, stateOf, week, workOf, type Row } from '../make';
import { problemOf, valueOf } from './read';

const anna = { agent: 'anna' };

describe('a start and an end with dates', () => {
	it.each<[Row, string]>([
		[{ start: '2026-01-05 22:00', end: '2026-01-06 06:00' }, '01-05T22:00 01-06T06:00'],
		[{ start: '2026-01-05T21:00:00Z', end: '2026-01-06T05:00:00.0000000Z' }, '01-05T22:00 01-06T06:00'],
		[{ from: '2026-01-05 22:00', until: '2026-01-06 06:00' }, '01-05T22:00 01-06T06:00'],
		[{ from: '2026-01-05', start: '2026-01-05 09:00', end: '2026-01-05 17:00' }, '01-05T09:00 01-05T17:00'],
		[{ from: '2026-01-05', start: '22:00', end: '2026-01-06 06:00' }, '01-05T22:00 01-06T06:00'],
		[{ start: '2026-01-05 22:00', end: '06:00' }, '01-05T22:00 01-06T06:00'],
		[{ start: '2026-01-05 22:00', end: '8h' }, '01-05T22:00 01-06T06:00'],
		[{ start: '2026-01-05 22:00', length: 'PT8H' }, '01-05T22:00 01-06T06:00'],
		[{ from: '2026-01-05', start: '09:00', 'Length Minutes': 30 }, '01-05T09:00 01-05T09:30'],
		[{ start: 46027.916666666664, end: 46028.25 }, '01-05T22:00 01-06T06:00'],
		[{ start: 1767600000, end: 1767628800 }, '01-05T09:00 01-05T17:00'],
		[{ start: '1767600000000', end: '1767628800000' }, '01-05T09:00 01-05T17:00'],
		[{ start: 'Mon, 05 Jan 2026 02:00:00 -0600', length: 480 }, '01-05T09:00 01-05T17:00'],
		[{ start: '2026-01-05 09:00', end: '2026-01-09 17:00' }, '01-05T09:00 01-09T17:00'],
		[{ from: '2026-01-05', start: '08:00', end: '48h' }, '01-05T08:00 01-07T08:00'],
		[{ kind: 'extra', from: '2026-01-05 09:00', until: '2026-01-08 09:00' }, '01-05T09:00 01-08T09:00'],
		[
			{ from: '2026-01-05', start: '1899-12-30T09:00:00.000Z', end: '1899-12-30T17:00:00.000Z' },
			'01-05T09:00 01-05T17:00',
		],
		// As a script of Google's hands over 09:00 by the clock of Warsaw in 1899.
		[
			{ from: '2026-01-05', start: '1899-12-30T07:36:00.000Z', end: '1899-12-30T15:36:00.000Z' },
			'01-05T09:00 01-05T17:00',
		],
		[{ from: '2026-01-05', start: '1899-12-31 09:00:00', end: '1900-01-01 17:00:00' }, '01-05T09:00 01-05T17:00'],
		[{ from: '2026-01-05', start: '1899-12-30 09:00:00', end: '17:00' }, '01-05T09:00 01-05T17:00'],
	])('%j is %s', (row, expected) => {
		expect(week([{ ...anna, ...row }])).toEqual([`available ${expected}`]);
	});

	it.each<[Row, string]>([
		[{ start: '2026-01-05 22:00' }, 'end: is empty: write when it ends, with its date'],
		[{ start: '2026-01-05 22:00', end: '2026-01-05 21:00' }, 'end: must be after start'],
		[{ start: '2026-01-05 22:00', end: '2026-01-05 22:00' }, 'end: must be after start'],
		[{ start: '2026-01-05', end: '2026-01-06' }, 'start: is a date without a time: write it as 2026-01-05 09:00'],
		[
			{ from: '2026-01-06', start: '2026-01-05 09:00', end: '17:00' },
			'start: has a date, 2026-01-05, and from has another one',
		],
		[{ days: 'Mon', start: '2026-01-05 09:00', end: '17:00' }, 'start: has a date, and days is not empty'],
		[{ days: 'Mon', start: '09:00', end: '2026-01-05 17:00' }, 'end: has a date: write one in start, too'],
		[{ start: '2026-01-05 09:00', end: '9:00-17:00' }, 'end: has two times: write the end alone'],
		[{ start: '2026-01-05 09:00', end: '5:00' }, 'end: can be 17:00, or 05:00 on the next day'],
		[
			{ from: '2026-01-05', start: '1970-01-01T09:00:00Z', end: '17:00' },
			'start: "1970-01-01T09:00:00Z" can be 10:00 or 09:00',
		],
		[{ days: 'Mon', start: '8:00', end: '48h' }, 'end: is more than 24 hours after the start: write two rows'],
		[{ days: 'Mon', start: 1.25, end: '17:00' }, 'start: is on the next day'],
		[{ days: 'Mon', start: '9:00', LengthMinutes: 'x' }, 'LengthMinutes: "x" is not a length'],
		[{ start: '2026-01-05 22:00', length: 'x' }, 'length: "x" is not a length'],
		[{ start: '2026-01-05 22:00', end: '0h' }, 'end: lasts no time at all'],
		[{ days: 'Mon', start: '9:00', length: 'x' }, 'length: "x" is not a length'],
		[{ days: 'Mon', start: '9:00', end: '9:00-17:00' }, 'end: has two times: write the end alone'],
		[{ from: '2026-01-05', start: '22:00', end: '2026-01-05 21:00' }, 'end: must be after start'],
		[{ from: '2026-01-05', start: '22:00', end: '2026-01-06' }, 'end: needs a time, such as 2026-01-06 14:00'],
		[
			{ days: 'Mon', start: '09:00 - 8h', end: '17:00' },
			'start: "09:00-8h" can be 20:00, or 08:00 on the next day',
		],
		[{ days: 'Mon', start: 'x - 8h' }, 'start: "x - 8h" is not a time'],
		[{ start: '5 Jan 2026 - 8h' }, 'start: "- 8h" is not a time'],
		[{ days: 'Mon', start: 'OFF' }, 'start: "OFF" is not a time: for a day off write leave in the column kind'],
	])('%j is refused: %s', (row, expected) => {
		expect(problemsOf([{ ...anna, ...row }])[0]).toContain(`row 1, ${expected}`);
	});

	it.each([
		['', ", or OFF for a day off. Of a shift that is only named, write the times under 'Words Stand For'"],
		['Shift', ", or OFF for a day off. Of a shift that is only named, write the times under 'Words Stand For'"],
		['extra', ''],
	])('are missed in a row of kind %j', (kind, more) => {
		expect(problemsOf([{ ...anna, kind, from: '2026-01-05', end: '17:00' }])).toEqual([
			`row 1, start: is empty: write when it starts, such as 09:00${more}`,
		]);
	});

	it.each([
		...['2026-13-01 9:00', '2026/13/01', '2026.13.1', '32.13.26', '1-32-26', '32/13/2026 9:00'].map(
			(start) => [start, true] as const,
		),
		...['Jan 32, 2026', 'Jan 32 2026', 'Jan 99, 2026 9:00', '32 Jan 2026', '32-Jan-26'].map(
			(start) => [start, true] as const,
		),
		...['9.75', '25 am', 'A 32 2026', '12345', '9h-25h', '1-2-3', 'noon-25:00'].map(
			(start) => [start, false] as const,
		),
	])('%j, which is wrong, is told as a date: %s', (start, isDate) => {
		expect(problemsOf([{ ...anna, days: 'Mon', start, end: '17:00' }])[0]).toMatch(
			isDate ? /^row 1, start: ".*" is not a possible date/ : /^row 1, start: .* (is not a time|has no times)/,
		);
	});

	it('keep two moments exactly through a change of the clocks, whatever the policy', () => {
		const row = { ...anna, start: '2026-10-24T20:00:00Z', end: '2026-10-25T00:30:00Z' };
		const late = { ...anna, start: '2026-10-25T01:15:00Z', end: '2026-10-25T05:00:00Z' };
		for (const dst of ['keepEnd', 'keepDuration'] as const) {
			const evaluation = evaluationOf([row, late], { dst });
			expect(workOf(evaluation, 'anna', '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual([
				'available 2026-10-24T22:00:00+02:00 2026-10-25T02:30:00+02:00',
				'available 2026-10-25T02:15:00+01:00 2026-10-25T06:00:00+01:00',
			]);
		}
	});

	it.each(['end', 'length'])('keep a length after a moment exactly, too, in the column %s', (column) => {
		const evaluation = evaluationOf([{ ...anna, start: '2026-10-24T20:00:00Z', [column]: '5h' }]);
		expect(workOf(evaluation, 'anna', '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual([
			'available 2026-10-24T22:00:00+02:00 2026-10-25T02:00:00+01:00',
		]);
	});

	it('keep moments on both sides of a change of the clocks exactly, whatever the policy', () => {
		const row = { ...anna, start: '2026-10-24T20:00:00Z', end: '2026-10-25T05:00:00Z' };
		for (const dst of ['keepEnd', 'keepDuration'] as const) {
			expect(workOf(evaluationOf([row], { dst }), 'anna', '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual([
				'available 2026-10-24T22:00:00+02:00 2026-10-25T06:00:00+01:00',
			]);
		}
	});

	it('may be a moment that the clocks show twice, and a time by the clock', () => {
		const leave = {
			...anna,
			kind: 'leave',
			state: 'busy',
			from: '2026-10-25T00:30:00Z',
			until: '2026-10-25 12:00',
		};
		expect(workOf(evaluationOf([leave]), 'anna', '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual([
			'busy 2026-10-25T02:30:00+02:00 2026-10-25T12:00:00+01:00',
		]);
	});

	it('without an offset are by the clock of each agent', () => {
		const evaluation = evaluationOf([
			{ agent: 'ben', kind: 'agent', zone: 'Asia/Tokyo' },
			{ agent: 'anna', kind: 'agent' },
			{ agent: '*', kind: 'leave', from: '2026-01-05 12:00', until: '2026-01-05 14:00', state: 'busy' },
		]);
		const statesAt = (now: string) => ['anna', 'ben'].map((id) => stateOf(evaluation, id, now).desiredState);
		expect(statesAt('2026-01-05T13:00+01:00')).toEqual(['busy', 'offline']);
		expect(statesAt('2026-01-05T13:00+09:00')).toEqual(['offline', 'busy']);
	});

	it('are the same moments for agents in different zones', () => {
		const rows = [
			{ agent: 'ben', kind: 'agent', zone: 'Asia/Tokyo' },
			{ agent: 'anna', kind: 'agent' },
			{ agent: '*', kind: 'leave', from: '2026-01-05T12:00Z', until: '2026-01-05T14:00Z', state: 'busy' },
		];
		const evaluation = evaluationOf(rows);
		for (const id of ['anna', 'ben'])
			expect(stateOf(evaluation, id, '2026-01-05T13:00Z').desiredState).toBe('busy');
	});

	it('are days of leave where they have no times', () => {
		const shift = { ...anna, days: 'daily', start: '9:00', end: '17:00' };
		const leave = { ...anna, kind: 'leave', Start: '2026-01-05', End: '2026-01-10' };
		expect(week([shift, leave])).toEqual(['available 01-11T09:00 01-11T17:00']);
	});

	it('two midnights of moments are told', () => {
		const leave = { ...anna, kind: 'leave', from: '2026-01-05T00:00:00Z', until: '2026-01-06T00:00:00Z' };
		const { notes } = rosterOf([leave], { zone: 'Europe/Warsaw', dst: 'keepEnd' });
		expect(notes).toMatchObject([
			{
				kind: 'midnights',
				level: 'warning',
				row: 1,
				message: expect.stringMatching(/^Row 1: both dates are moments/) as string,
			},
		]);
		const notesOf = (from: string, until: string) =>
			rosterOf([{ ...leave, from, until }], { zone: 'Europe/Warsaw', dst: 'keepEnd' }).notes;
		expect(notesOf('2026-01-04T23:00:00Z', '2026-01-05T23:00:00Z')).toHaveLength(1);
		expect(notesOf('2026-01-05T00:00:00Z', '2026-01-06T12:00:00Z')).toEqual([]);
		expect(notesOf('2026-01-05T12:00:00Z', '2026-01-06T00:00:00Z')).toEqual([]);
		expect(notesOf('2026-01-05 12:00', '2026-01-06 00:00')).toEqual([]);
		expect(problemsOf([{ ...leave, until: '' }])).toEqual([
			'row 1, until: is empty, and from is a moment: write when it ends, or for the whole day the date alone, 2026-01-05',
		]);
	});
});

describe('a fixed offset', () => {
	const inOffset = { ...anna, zone: 'UTC+1' };

	it.each<Row>([
		{ from: '2026-01-05', start: '9:00', end: '17:00' },
		{ from: '2026-01-05', until: '2026-01-05', start: '9:00', end: '17:00' },
		{ from: '2026-01-05 9:00', until: '2026-01-05 17:00' },
		{ start: '2026-01-05 9:00', end: '2026-01-05 17:00' },
		{ start: '1/13/2026 9:00', end: '1/13/2026 17:00', from: '' },
	])('is the zone of a row that is there once: %j', (row) => {
		expect(problemsOf([{ ...inOffset, ...row }])).toEqual([]);
	});

	it.each<Row>([
		{ days: 'Mon', start: '9:00', end: '17:00' },
		{ days: 'Mon', from: '2026-01-05', start: '9:00', end: '17:00' },
		{ rotation: '4 on 4 off from 2026-01-05', from: '2026-01-05', start: '9:00', end: '17:00' },
		{ from: '2026-01-05', until: '2026-01-06', start: '9:00', end: '17:00' },
		{ from: '2026-01-05', until: '2026-01-06', start: '9:00-17:00' },
		{ start: '9:00', end: '2026-01-05 17:00' },
	])('is none of a row that repeats: %j', (row) => {
		expect(problemsOf([{ ...inOffset, ...row }])[0]).toContain('row 1, zone: "UTC+1" is a fixed offset');
	});

	it('is not another problem where the order of a date is unclear', () => {
		expect(problemsOf([{ ...inOffset, start: '05/01/2026 9:00', end: '05/01/2026 17:00' }])).toEqual([
			expect.stringContaining('row 1, start: "05/01/2026 9:00" can be 5 January 2026 or 1 May 2026') as string,
		]);
	});
});

describe('several times in one cell', () => {
	it('are several shifts', () => {
		expect(week([{ ...anna, days: 'Mon', start: '9-13, 14-18' }])).toEqual([
			'available 01-05T09:00 01-05T13:00',
			'available 01-05T14:00 01-05T18:00',
		]);
		const temporary = { ...anna, kind: 'temporary', from: '2026-01-05', until: '2026-01-05', start: '9-13, 14-18' };
		expect(week([{ ...anna, days: 'Mon', start: '6:00', end: '7:00' }, temporary])).toHaveLength(2);
	});

	it('stand without an end beside them', () => {
		expect(problemsOf([{ ...anna, days: 'Mon', start: '9:00-13:00', end: '17:00' }])).toEqual([
			'row 1, end: is not empty, and start has both times: leave one of them empty',
		]);
	});
});

describe('hours written with h', () => {
	it.each([
		['9h', '17h', '09:00', '17:00'],
		['9h00', '13h00', '09:00', '13:00'],
		['9:00', '8h', '09:00', '17:00'],
		['9h', '17:00', '09:00', '17:00'],
		['9 h 00', '13 h 00', '09:00', '13:00'],
		['9 hr', '17 hr', '09:00', '17:00'],
		['9hrs', '17hrs', '09:00', '17:00'],
		['9h-17h', '', '09:00', '17:00'],
		['09:00 - 8h', '', '09:00', '17:00'],
	])('%s and %s are %s to %s', (start, end, from, to) => {
		expect(week([{ ...anna, days: 'Mon', start, end }])).toEqual([`available 01-05T${from} 01-05T${to}`]);
	});

	it('are refused where the end may be a length', () => {
		expect(problemsOf([{ ...anna, days: 'Mon', start: '7h', end: '12h' }])).toEqual([
			'row 1, end: "12h" can be a time or a length: write 12:00 or "12 hours"',
		]);
		expect(problemsOf([{ ...anna, days: 'Mon', start: '7h', end: '16h' }])).toHaveLength(1);
		expect(problemsOf([{ ...anna, days: 'Mon', start: '7h', end: '12h00' }])).toHaveLength(1);
	});
});

describe('a column of lengths', () => {
	it.each<[unknown, string, number]>([
		['8h', 'length', 480],
		['PT7H30M', 'length', 450],
		['7:30', 'length', 450],
		['08:00:00', 'Duration', 480],
		[8, 'length', 480],
		['7.5', 'length', 450],
		[480, 'length', 480],
		[480, 'lengthMinutes', 480],
		[30, 'Duration (min)', 30],
		[0.5, 'Duration (hours)', 30],
		['7,5', 'length', 450],
		[7.333, 'length', 440],
		['100:00', 'length', 6000],
		[1, 'length', 60],
		[24, 'length', 1440],
		[60, 'length', 60],
	])('%j under %s is %i minutes', (cell, heading, minutes) => {
		expect(valueOf(lengthInCell(cell, heading))).toBe(minutes);
	});

	it.each<[unknown, string]>([
		[30, '30 can be 30 min or 30 hours: write 8h or 480 min'],
		[0.5, '0.5 can be 30 min or 12 hours: write 8h or 480 min'],
		[0.333, '0.333 can be 20 min or 8 hours: write 8h or 480 min'],
		[25, '25 can be 25 min or 25 hours: write 8h or 480 min'],
		[59, '59 can be 59 min or 59 hours: write 8h or 480 min'],
		[-1, 'lasts no time at all'],
		['', '"" is not a length: write 8h or 480 min'],
		['7:60', '"7:60" is not a length: write 8h or 480 min'],
		['7:30:30', '"7:30:30" is not a length: write 8h or 480 min'],
		['1000:00', '"1000:00" is not a length: write 8h or 480 min'],
		['about 7:30', '"about 7:30" is not a length: write 8h or 480 min'],
		['Infinity', '"Infinity" is not a length: write 8h or 480 min'],
		[0, 'lasts no time at all'],
		['0h', 'lasts no time at all'],
		['long', '"long" is not a length: write 8h or 480 min'],
		[0.0417, '0.0417 can be 3 min or 1 hour: write 8h or 480 min'],
		[{}, 'is not a length: write 8h or 480 min'],
		[[8], 'is not a length: write 8h or 480 min'],
	])('%j is refused: %s', (cell, expected) => {
		expect(problemOf(lengthInCell(cell, 'length'))).toBe(expected);
	});
});

describe('a break in the columns of a shift', () => {
	const shift = { ...anna, days: 'Mon', start: '9:00', end: '17:00' };
	const broken = [
		'available 01-05T09:00 01-05T12:00',
		'break 01-05T12:00 01-05T12:30',
		'available 01-05T12:30 01-05T17:00',
	];

	it.each<Row>([
		{ break_start: '12:00', break_end: '12:30' },
		{ 'Lunch Start': '12:00', 'Lunch End': '30 min' },
		{ breakStart: '12:00-12:30' },
		{ breakStart: '3h after start', breakLength: '30m' },
		{ breakStart: '12:00', 'Break (min)': '', breakMinutes: 30 },
		{ breakStart: '2026-01-05 12:00', breakEnd: '2026-01-05 12:30' },
		{ Lunch: '12:00-12:30' },
		{ breakStart: '+3h', breakEnd: '3:30 after start' },
		{ breakStart: '12:00', breakEnd: '4:30 before end' },
		{ breakStart: 0.5, breakEnd: '30m' },
		{ breakStart: '1899-12-30 12:00:00', breakEnd: '30m' },
	])('is taken: %j', (more) => {
		expect(week([{ ...shift, ...more }])).toEqual(broken);
	});

	it('is one in a temporary schedule, too', () => {
		const dates = { from: '2026-01-05', until: '2026-01-05' };
		const temporary = { ...anna, kind: 'temporary', ...dates, start: '9:00', end: '17:00', Lunch: '12:00-12:30' };
		expect(week([temporary])).toEqual(broken);
	});

	it('is a break as any other, and may last four hours, or until twelve hours later', () => {
		const breaksOf = (more: Row) => evaluationOf([{ ...shift, ...more }]).schedule.breaks;
		expect(breaksOf({ breakStart: '12:00', breakLength: '4h' })).toEqual([
			{
				...{
					name: 'break',
					row: 1,
					agents: ['anna'],
					priority: 0,
					state: 'break',
					reason: '',
					days: { weekdays: [1] },
				},
				...{ start: { kind: 'clock', minutes: 720 }, end: { kind: 'lasts', minutes: 240 } },
			},
		]);
		expect(breaksOf({ breakStart: '12:00', breakEnd: '0:00' })).toHaveLength(1);
	});

	it.each<Row>([
		{ Break: 30 },
		{ Mealbreak: '30 min' },
		{ Lunch: '0:30' },
		{ Lunch: '4:00' },
		{ Lunch: '1899-12-30 00:30:00' },
		{ Break: '0,5' },
		{ Break: '30' },
		{ Break: 30.5 },
		{ breakEnd: 'No' },
		{ Break: 'No' },
		{ Break: '' },
		{ breakStart: 0 },
	])('that has no start is none: %j', (more) => {
		expect(week([{ ...shift, ...more }])).toEqual(['available 01-05T09:00 01-05T17:00']);
	});

	it.each<[Row, string]>([
		[{ Lunch: '12:00' }, 'Lunch: says when the break is and not how long: write it as 12:00-12:30'],
		[{ Lunch: 'soon' }, 'Lunch: "soon" is not a break: write it as 12:00-12:30'],
		[{ breakStart: '12:00' }, 'breakStart: says when the break is and not how long: add the column breakEnd'],
		[{ breakEnd: '12:00' }, 'breakEnd: is not empty, and no column says when the break starts'],
		[
			{ breakStart: '12:00', breakEnd: '11:00' },
			'breakEnd: must be after the start of the break, and within 12 hours of it',
		],
		[{ breakStart: '10:00-10:15, 12:00-12:30' }, 'breakStart: must be the start of one break'],
		[{ breakStart: '10:00-10:15', breakEnd: '12:30' }, 'breakStart: must be the start of one break'],
		[{ Lunch: '10:00-10:15, 12:00-12:30' }, 'Lunch: must be the start of one break: write others in rows of kind'],
		[{ breakStart: '12:00', breakEnd: '12:00' }, 'breakEnd: must be after the start of the break'],
		[{ breakStart: '12:00', breakEnd: '0:01' }, 'breakEnd: must be after the start of the break'],
		[{ breakStart: '+3h', breakEnd: '+2h' }, 'breakEnd: must be after the start of the break'],
		[{ breakStart: '12:00', breakEnd: '0 min' }, 'breakEnd: "0 min" is not a time'],
		[{ breakStart: '2026-01-05', breakEnd: '12:30' }, 'breakStart: is a date without a time'],
		[{ breakStart: '12:00', breakEnd: '2026-01-05' }, 'breakEnd: is a date without a time'],
		[{ breakStart: 'soon', breakEnd: '12:30' }, 'breakStart: "soon" is not a time'],
		[{ breakStart: '12:00', breakEnd: 'soon' }, 'breakEnd: "soon" is not a time'],
		[{ breakStart: '12:00', breakLength: 'x' }, 'breakLength: "x" is not a length'],
		[{ breakStart: '12:00', breakLength: '4h 1m' }, 'breakLength: is 4 h 1 min, too long for a break: write 30m'],
		[{ Lunch: '4:01' }, 'Lunch: says when the break is and not how long'],
		[{ Lunch: '1 am' }, 'Lunch: says when the break is and not how long'],
		[{ Lunch: 'x30' }, 'Lunch: "x30" is not a break: write it as 12:00-12:30'],
		[{ Lunch: '30x' }, 'Lunch: "30x" is not a break: write it as 12:00-12:30'],
		[{ breakStart: '12:00', breakLength: 5 }, 'breakLength: is 5 hours, too long for a break: write 30m'],
	])('%j is refused: %s', (more, expected) => {
		expect(problemsOf([{ ...shift, ...more }])[0]).toContain(expected);
	});
});

describe('the writing of a whole table', () => {
	const row = { ...anna, start: '9:00', end: '10:00' };

	it('settles the order of its dates by one of them, or by what the user says', () => {
		expect(
			week([
				{ ...row, from: '5/1/2026' },
				{ ...row, from: '13/1/2026' },
			]),
		).toEqual(['available 01-05T09:00 01-05T10:00']);
		expect(problemsOf([{ ...row, from: '5/1/2026' }], { order: 'dayFirst' })).toEqual([]);
		expect(
			problemsOf([
				{ ...row, from: '5/1/2026' },
				{ ...row, from: '13/1/2026' },
				{ ...row, from: '1/13/2026' },
			]),
		).toHaveLength(1);
	});

	it.each<Row>([
		{ kind: 'leave', from: '2026-01-05', until: '13/1/2026' },
		{ start: '13/1/2026 9:00', end: '10:00' },
		{ from: '2026-01-13', start: '9:00', end: '13/1/2026 10:00' },
	])('settles the order of its dates by one in any column: %j', (other) => {
		expect(
			problemsOf([
				{ ...row, from: '5/1/2026' },
				{ ...anna, ...other },
			]),
		).toEqual([]);
	});

	it('settles the order of its dates by one inside another value', () => {
		const inside = (start: string): Row => ({ ...anna, event: { start }, length: '1h' });
		expect(
			problemsOf([inside('5/1/2026 9:00'), inside('13/1/2026 9:00')], { columns: { start: 'event.start' } }),
		).toEqual([]);
		expect(problemsOf([inside('5/1/2026 9:00')], { columns: { start: 'event.start' } })).toHaveLength(1);
	});

	it('gives up on days after two hundred that cannot be read', () => {
		const rows = Array.from({ length: 202 }, (_, at) => ({ ...row, days: `x${at}` }));
		const problems = problemsOf([...rows, { ...row, days: 'x7' }, { ...row, days: 'Tue' }]);
		expect(problems[199]).toBe('row 200, days: "x199" is not a day: write days as Mon-Fri or Mon, Wed, Fri');
		const tooMany = 'was not read: too many days cannot be read. Correct the others first, such as Mon-Fri';
		expect(problems.slice(200)).toEqual([
			`row 201, days: "x200" ${tooMany}`,
			`row 202, days: "x201" ${tooMany}`,
			'row 203, days: "x7" is not a day: write days as Mon-Fri or Mon, Wed, Fri',
			`row 204, days: "Tue" ${tooMany}`,
		]);
	});

	it('settles the language of its days', () => {
		expect(problemsOf([{ ...row, days: 'So' }])).toHaveLength(1);
		expect(
			week([
				{ ...row, days: 'So' },
				{ ...row, days: 'Di' },
			]),
		).toEqual(['available 01-06T09:00 01-06T10:00', 'available 01-11T09:00 01-11T10:00']);
		expect(problemsOf([{ ...row, days: '1-5' }], { firstDay: 1 })).toEqual([]);
	});
});
