import { DateTime } from 'luxon';

import { normalizedHeading } from '../../../../../nodes/shared/values/headings';
import { meaningOfHeading } from '../../../../../nodes/ShiftSchedule/model/roster/headings';
import { rosterOf } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { openEvaluation } from '../../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { problemsOf, week, workOf, type Row } from '../make';

const notesOf = (rows: Row[], columns = {}) =>
	rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd', columns }).notes.map(
		({ level, message }) => `${level}: ${message}`,
	);

describe('headings of other tables', () => {
	it.each<[string, Row, string]>([
		[
			'the sheet of a tutorial',
			{ 'Employee Email': 'anna', Date: '2026-01-05', 'Shift Start': '9:00', 'Shift End': '17:00' },
			'available 01-05T09:00 01-05T17:00',
		],
		[
			'in German',
			{ Mitarbeiter: 'anna', Wochentag: 'Mo', Schichtbeginn: '9 Uhr', Schichtende: '17 Uhr' },
			'available 01-05T09:00 01-05T17:00',
		],
		[
			'in Polish',
			{ Pracownik: 'anna', Dzień: 'pon', Początek: '9:00', Koniec: '17:00' },
			'available 01-05T09:00 01-05T17:00',
		],
		[
			'a day that is a date',
			{ Staff: 'anna', Day: '2026-01-05', From: '9:00', To: '17:00' },
			'available 01-05T09:00 01-05T17:00',
		],
		[
			'from and to of a date',
			{ Name: 'anna', Date: '2026-01-05', From: '9am', To: '5pm' },
			'available 01-05T09:00 01-05T17:00',
		],
		[
			'from and to that are dates, beside times of their own',
			{ Name: 'anna', Date: '', From: '2026-01-05', To: '2026-01-05', Start: '9:00', End: '10:00' },
			'available 01-05T09:00 01-05T10:00',
		],
		[
			'from and to that are dates, beside times in one column',
			{ Name: 'anna', Date: '', From: '2026-01-05', To: '2026-01-05', Start: '9:00-10:00' },
			'available 01-05T09:00 01-05T10:00',
		],
		[
			'from alone beside a date',
			{ Name: 'anna', Date: '', From: '2026-01-05', Start: '9:00-10:00' },
			'available 01-05T09:00 01-05T10:00',
		],
		[
			'with invisible signs',
			{ '\uFEFFAgent': 'anna', 'Start\u200b-Time': '9:00', ' END ': '10:00', days: 'Mon' },
			'available 01-05T09:00 01-05T10:00',
		],
		[
			'a length instead of an end',
			{ agent: 'anna', Date: '2026-01-05', Start: '9:00', lengthMinutes: 480 },
			'available 01-05T09:00 01-05T17:00',
		],
	])('are read: %s', (_, row, expected) => {
		expect(week([row])).toEqual([expected]);
	});

	it.each([
		['agent', 'Agent'],
		['shift_start', 'Shift Start'],
		['debut', 'Début'],
		['starttime', 'start-time:'],
	])('%j is the same as %j', (one, other) => {
		expect(normalizedHeading(one)).toBe(normalizedHeading(other));
	});

	it.each(['Role', 'Team', 'Hours', 'Type', 'Status', 'Location', 'Notes', 'Activity'])(
		'%s has no one meaning',
		(heading) => {
			expect(meaningOfHeading(normalizedHeading(heading)).kind).toBe('unknown');
		},
	);

	it('of several columns of agents take the one that the service likely knows, and the name beside it', () => {
		const row = {
			'Employee ID': 7,
			'Employee Name': 'Anna K.',
			Email: 'anna@x.com',
			days: 'Mon',
			start: '9:00',
			end: '10:00',
		};
		const { schedule } = rosterOf([row], { zone: 'UTC', dst: 'keepEnd' });
		expect(schedule.agents).toMatchObject([{ id: 'anna@x.com', name: 'Anna K.' }]);
	});

	it('are told, all in one line, and those that were not read in another', () => {
		const row = {
			Employee: 'anna',
			Date: '2026-01-05',
			start: '9:00',
			end: '10:00',
			Location: 'x',
			Skill: 'y',
			Empty: '',
			Missing: null,
			id: 3,
		};
		expect(notesOf([row, row])).toEqual([
			"info: Read Employee as agent, Date as from. If that is wrong, name the right columns under 'Columns With Other Names'.",
			"info: Not read: the columns Location, Skill. If one of them matters, name it under 'Columns With Other Names'.",
		]);
		expect(notesOf([{ Agent: 'anna', days: 'Mon', start: '9:00', end: '10:00' }])).toEqual([]);
		expect(notesOf([{ Wer: 'anna', days: 'Mon', start: '9:00', end: '10:00' }], { agent: 'wer' })).toEqual([]);
	});

	it('are told by twelve names, and the others counted', () => {
		const many = Object.fromEntries('a b c d e f g h i j k l m n'.split(' ').map((letter) => [`X${letter}`, 1]));
		expect(notesOf([{ agent: 'anna', days: 'Mon', start: '9:00', end: '10:00', ...many }])).toEqual([
			"info: Not read: the columns Xa, Xb, Xc, Xd, Xe, Xf, Xg, Xh, Xi, Xj, Xk, Xl and 2 more. If one of them matters, name it under 'Columns With Other Names'.",
		]);
	});

	it('are told where a row has them, as a warning if one of them may matter', () => {
		const row = { agent: 'anna', days: 'Mon', start: '9:00', end: '10:00' };
		const twelve = Object.fromEntries('a b c d e f g h i j k l'.split(' ').map((letter) => [`X${letter}`, 1]));
		expect(notesOf([{ ...row, ...twelve }])[0]).toContain('Xk, Xl. If one of them matters');
		expect(
			notesOf([
				{ ...row, ' Location ': 'x' },
				{ ...row, ' Location ': '' },
			])[0],
		).toMatch(/^info: Not read: the column Location\./);
		expect(notesOf([{ ...row, Location: 'x', untill: 'x' }])[0]).toMatch(/^warning: Not read: the columns/);
		expect(notesOf([{ ...row, Location: undefined }])).toEqual([]);
		const { notes } = rosterOf([{ Employee: 'anna', Location: 'x' }], { zone: 'UTC', dst: 'keepEnd' });
		expect(notes.map(({ kind }) => kind)).toEqual(['columnsRead', 'columnNotRead']);
	});

	it('are not told of a table of something else, which is refused', () => {
		expect(notesOf([{ Ticket: 7, Location: 'x' }])).toEqual([]);
		expect(problemsOf([{ Ticket: 7, Location: 'x', id: 3, row_number: 2, createdAt: 'x' }])).toEqual([
			"row 2, agent: is missing, and so are all columns of a roster: there are Ticket, Location. Name yours under 'Columns With Other Names'",
		]);
	});

	it('of our own stand above others, and what the user names above all', () => {
		const row = { Email: 'a@x.com', agent: 'anna', days: 'Mon', start: '9:00', end: '10:00' };
		const idsOf = (one: Row, columns = {}): string[] =>
			rosterOf([one], { zone: 'UTC', dst: 'keepEnd', columns }).schedule.agents.map(({ id }) => id);
		expect(idsOf(row)).toEqual(['anna']);
		expect(idsOf(row, { agent: 'Email' })).toEqual(['a@x.com']);
		const { agent: _, ...without } = row;
		expect(idsOf({ ...without, Login: 'ann' })).toEqual(['a@x.com']);
		expect(idsOf({ ...without, Login: 'ann' }, { name: 'Email' })).toEqual(['ann']);
		const named = { ...without, Login: 'ann', Name: 'Anna' };
		const { schedule } = rosterOf([named], { zone: 'UTC', dst: 'keepEnd', columns: { agent: 'Login' } });
		expect(schedule.agents).toMatchObject([{ id: 'ann', name: 'Anna' }]);
		const { Email: _email, ...unaddressed } = named;
		const alone = rosterOf([unaddressed], { zone: 'UTC', dst: 'keepEnd', columns: { agent: 'Login' } });
		expect(alone.schedule.agents).toMatchObject([{ id: 'ann', name: 'Anna' }]);
	});

	it('are not read where the user names another column for the same', () => {
		const row = { agent: 'anna', When: 'Mon', Day: 'x', Weekday: 'y', start: '9:00', end: '10:00' };
		expect(problemsOf([row], { columns: { days: 'When' } })).toEqual([]);
		const { Weekday: _, ...dated } = { ...row, When: '2026-01-05' };
		expect(problemsOf([dated], { columns: { from: 'When' } })).toEqual([]);
	});

	it('that stand twice are one column', () => {
		expect(week([{ agent: 'anna', Agent: '', days: 'Mon', start: '9:00', end: '10:00' }])).toHaveLength(1);
		expect(week([{ Agent: '', agent: 'anna', days: 'Mon', start: '9:00', end: '10:00' }])).toHaveLength(1);
		expect(week([{ Employee: 'anna', ' EMPLOYEE': '', days: 'Mon', start: '9:00', end: '10:00' }])).toHaveLength(1);
		expect(week([{ ' EMPLOYEE': '', Employee: 'anna', days: 'Mon', start: '9:00', end: '10:00' }])).toHaveLength(1);
	});

	it('From and To beside a date are dates, where the times are in columns that the user names', () => {
		const row = { Name: 'anna', Date: '', From: '2026-01-05', To: '2026-01-05', Open: '9:00', Close: '10:00' };
		expect(problemsOf([row], { columns: { start: 'Open', end: 'Close' } })).toEqual([]);
		expect(problemsOf([{ ...row, Open: '9:00-10:00' }], { columns: { start: 'Open' } })).toEqual([]);
	});

	it('To alone beside a date is a date', () => {
		const leave = { Name: 'anna', kind: 'leave', Date: '2026-01-05', To: '2026-01-06' };
		const { schedule } = rosterOf([leave], { zone: 'UTC', dst: 'keepEnd' });
		expect(schedule.rules).toMatchObject([{ time: { kind: 'days', count: 2 } }]);
	});

	it('of our own are not told, as a name beside an address is', () => {
		const row = { Email: 'a@x.com', days: 'Mon', start: '9:00', end: '10:00' };
		const advice = "If that is wrong, name the right columns under 'Columns With Other Names'.";
		expect(notesOf([{ ...row, Name: 'Anna' }])).toEqual([`info: Read Email as agent. ${advice}`]);
		expect(notesOf([{ ...row, ' Full Name ': 'Anna' }])).toEqual([
			`info: Read Email as agent, Full Name as name. ${advice}`,
		]);
	});

	it('of several for the same, the first is named in a message', () => {
		const row = { agent: 'anna', days: 'Mon', start: '9:00', ' Finish ': 'x', 'End Time': 'x' };
		expect(problemsOf([row])).toEqual(['row 1, Finish: "x" is not a time: write it as 09:00, 9:00 or 9am']);
	});

	it('of names may be two that differ', () => {
		const row = {
			agent: 'anna',
			Name: 'Anna',
			'Full Name': 'Anna Nowak',
			days: 'Mon',
			start: '9:00',
			end: '10:00',
		};
		expect(problemsOf([row])).toEqual([]);
		expect(rosterOf([row], { zone: 'UTC', dst: 'keepEnd' }).schedule.agents).toMatchObject([{ name: 'Anna' }]);
	});

	it('of weekdays, ours picks days beside a date', () => {
		const row = { agent: 'anna', Date: '2026-01-05', days: 'Tue', start: '9:00', end: '10:00' };
		expect(week([row])).toEqual(['available 01-06T09:00 01-06T10:00']);
	});

	it('of weekdays, any picks days beside a date that the user names as the last one', () => {
		const row = { agent: 'anna', Date: '2026-01-12', Day: 'Tue', start: '9:00', end: '10:00' };
		const { schedule, problems } = rosterOf([row], { zone: 'UTC', dst: 'keepEnd', columns: { until: 'Date' } });
		expect(problems).toEqual([]);
		expect(schedule.rules).toMatchObject([{ time: { days: { until: 20_465, weekdays: [2] } } }]);
	});

	it('with a dot may be named, as they stand', () => {
		const row = { agent: 'anna', days: 'Mon', 'Shift St.': '9:00', end: '10:00' };
		const columns = { start: 'shift st.' };
		expect(rosterOf([row], { zone: 'UTC', dst: 'keepEnd', columns })).toMatchObject({
			...{ problems: [], schedule: { rules: [{ time: { start: 540 } }] } },
		});
	});

	it('name the column of the table in a message', () => {
		expect(problemsOf([{ Employee: 'anna', Date: 'x', 'Shift Start': 'y' }])).toEqual([
			'row 1, Date: "x" is not a date that can be read in one way only: write it as 2026-01-05, or 2026-01-05 14:00',
			'row 1, Shift Start: "y" is not a time: write it as 09:00, 9:00 or 9am',
		]);
		expect(problemsOf([{ AGENT: 'anna', DAYS: 'Mon', ' START ': 'y', end: '10:00' }])).toEqual([
			'row 1, start: "y" is not a time: write it as 09:00, 9:00 or 9am',
		]);
	});

	it('may be two of one meaning, if only one of them has a value or both say the same', () => {
		const row = { agent: 'anna', days: 'Mon', start: '9:00', 'Start Time': '9:00', end: '', Finish: '10:00' };
		expect(week([row])).toEqual(['available 01-05T09:00 01-05T10:00']);
		expect(problemsOf([{ ...row, end: '11:00' }])).toEqual([
			`row 1, Finish: and another column can both be the column end, and differ: name the right one under 'Columns With Other Names'`,
		]);
	});

	it.each<[unknown, number]>([
		['2026-01-05', 1],
		[46027, 1],
		[new Date('2026-01-05T00:00:00Z'), 1],
		['Mon', 2],
		[1, 2],
		['1', 2],
		['1, 1', 2],
		[' 1 - 1 ', 2],
		[7, 2],
	])('a day that is %j is on %i days of two weeks', (Day, count) => {
		const { schedule, problems } = rosterOf([{ agent: 'anna', Day, start: '9:00', end: '10:00' }], {
			...{ zone: 'Europe/Warsaw', dst: 'keepEnd', firstDay: 1 },
		});
		expect(problems).toEqual([]);
		expect(workOf(openEvaluation(schedule), 'anna', '2026-01-05T00:00Z', '2026-01-19T00:00Z')).toHaveLength(count);
	});

	it('a weekday beside a date says the same once more, or the row is refused', () => {
		const row = { Agent: 'anna', Date: '2026-01-05', Day: 'Monday', Start: '9:00', End: '10:00' };
		expect(week([row])).toEqual(['available 01-05T09:00 01-05T10:00']);
		const { Day: _, ...dated } = row;
		expect(week([{ ...dated, Weekday: 'Mon' }], 'anna', '2026-01-05', '2026-01-19')).toHaveLength(1);
		expect(problemsOf([{ ...row, Day: 'Tue' }])).toEqual([
			'row 1, Date: 2026-01-05 is not on "Tue", which stands beside it: correct one of them',
		]);
		expect(problemsOf([{ ...row, Day: 'x'.repeat(1001) }])).toEqual([]);
		expect(problemsOf([{ ...row, Day: ['Tue'] }])).toHaveLength(1);
	});
});

describe('a value inside another one', () => {
	const event = {
		who: [{ email: 'anna' }],
		start: { dateTime: '2026-01-05T09:00:00+01:00' },
		end: { dateTime: '2026-01-05T10:00:00+01:00' },
	};
	const columns = { agent: 'who[0].email', start: 'start.dateTime', end: 'end.dateTime' };

	it('is found by its path', () => {
		const { schedule, problems } = rosterOf([event], { zone: 'Europe/Warsaw', dst: 'keepEnd', columns });
		expect(problems).toEqual([]);
		expect(schedule.rules).toMatchObject([{ agents: ['anna'], time: { kind: 'clock', start: 540, minutes: 60 } }]);
	});

	it('is found where the table has nothing else', () => {
		const { schedule, problems } = rosterOf([{ booking: event }], {
			...{ zone: 'Europe/Warsaw', dst: 'keepEnd' },
			columns: { agent: 'booking.who[0].email', start: 'booking.start.dateTime', end: 'booking.end.dateTime' },
		});
		expect(problems).toEqual([]);
		expect(schedule.rules).toMatchObject([{ agents: ['anna'], time: { start: 540, minutes: 60 } }]);
	});

	it('is found under a heading with blanks around it', () => {
		const row = { ' Agent ': [{ email: 'anna' }], ' shift ': { ' start': '9:00' }, days: 'Mon', end: '10:00' };
		const columns = { agent: 'Agent[0].email', start: 'shift.start' };
		const { schedule, problems } = rosterOf([row], { zone: 'UTC', dst: 'keepEnd', columns });
		expect(problems).toEqual([]);
		expect(schedule.rules).toMatchObject([{ agents: ['anna'], time: { start: 540 } }]);
	});

	it('that is empty says nothing of its row', () => {
		const columns = { agent: 'booking.who', start: 'booking.start', days: 'booking.days' };
		const row = { booking: { who: 'anna', start: '9:00-10:00', days: 'Mon' } };
		expect(problemsOf([row, {}, { booking: '' }], { columns })).toEqual([]);
		expect(problemsOf([row, { booking: { who: ' ' } }], { columns })).toEqual([
			expect.stringMatching(
				/^row 2, booking\.who: is missing, and so are all columns of a roster: there are booking\./,
			),
		]);
	});

	it.each<[string, unknown]>([
		['nothing', {}],
		['a text instead', { start: '9:00' }],
		['null instead', { start: null }],
		['nothing in its place', { start: { time: '9:00' } }],
		['an empty value', { start: { dateTime: ' ' } }],
		['null', { start: { dateTime: null } }],
		['what every value has', { start: Object.create({ dateTime: '9:00' }) as unknown }],
	])('is empty where there is %s', (_, booking) => {
		const row = { agent: 'anna', days: 'Mon', booking, end: '17:00' };
		const problems = problemsOf([row], { columns: { start: 'booking.start.dateTime' } });
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('row 1, booking.start.dateTime: is empty: write when it starts, such as 09:00');
	});

	it('may stand in a column of ours, which then has no value of its own', () => {
		const row = { agent: 'anna', days: 'Mon', shift: { start: '9:00', end: '10:00' } };
		const columns = { start: 'shift.start', end: 'shift.end' };
		expect(problemsOf([row], { columns })).toEqual([]);
		expect(problemsOf([{ ...row, reason: { code: 7 } }], { columns })).toEqual([
			"row 1, reason: holds several values (code): name the one to read under 'Columns With Other Names', such as reason.code",
		]);
	});

	it('is read without the blanks around it, and may be a number', () => {
		const row = {
			who: { id: ' ann ' },
			days: 'Mon',
			start: '9:00',
			end: '17:00',
			info: { reason: ' phones ', more: [0, 3] },
		};
		const columns = { agent: 'who.id', reason: 'info.reason', priority: 'info.more[1]', shift: 'info.more[0]' };
		const { schedule } = rosterOf([row], { zone: 'UTC', dst: 'keepEnd', columns });
		expect(schedule.rules).toMatchObject([{ agents: ['ann'], reason: 'phones', priority: 3, name: '0' }]);
	});

	it('that is a date is one, and one that is not text says nothing', () => {
		const moment = new Date('2026-01-05T08:00:00Z');
		const row = { agent: 'anna', start: moment, end: DateTime.fromISO('2026-01-05T09:00:00Z'), shift: moment };
		expect(week([row])).toEqual(['available 01-05T09:00 01-05T10:00']);
		const { schedule } = rosterOf([row], { zone: 'UTC', dst: 'keepEnd' });
		expect(schedule.rules).toMatchObject([{ name: 'shift' }]);
	});

	it('under a heading that may mean something else is passed over', () => {
		const row = { agent: 'anna', days: 'Mon', start: '9:00', end: '10:00' };
		expect(problemsOf([{ ...row, Finish: { at: '11:00' }, Date: [{ at: '2026-01-05' }] }])).toEqual([]);
		expect(problemsOf([{ ...row, end: '', Over: { at: '11:00' } }], { columns: { end: 'Over' } })[0]).toContain(
			'row 1, Over: holds several values (at)',
		);
	});

	it('is refused as a cell, with the path to write', () => {
		expect(problemsOf([{ agent: { email: 'a' } }])[0]).toContain('row 1, agent: holds several values (email)');
		expect(problemsOf([{ agent: 'anna', days: 'Mon', ...event }])).toContain(
			"row 1, start: holds several values (dateTime): name the one to read under 'Columns With Other Names', such as start.dateTime",
		);
		expect(problemsOf([{ agent: [{ email: 'a' }], days: 'Mon', start: '9:00', end: '10:00' }])[0]).toBe(
			"row 1, agent: holds several values (email): name the one to read under 'Columns With Other Names', such as agent[0].email",
		);
		expect(problemsOf([{ agent: 'anna', days: 'Mon', start: {}, end: '10:00' }])[0]).toBe(
			"row 1, start: holds several values (): name the one to read under 'Columns With Other Names', such as start.name",
		);
		expect(problemsOf([{ ' Agent ': [{ email: 'a' }], days: 'Mon', start: '9:00', end: '10:00' }])[0]).toContain(
			'such as Agent[0].email',
		);
		expect(problemsOf([{ agent: ['anna', { email: 'b' }], days: 'Mon', start: '9:00', end: '10:00' }])[0]).toBe(
			"row 1, agent: holds several values (): name the one to read under 'Columns With Other Names', such as agent[0].name",
		);
	});
});

describe('a column that is not read', () => {
	const shift = { agent: 'anna', days: 'Mon', start: '9:00', end: '10:00' };

	it.each<[Row, string]>([
		[{ untill: '2026-01-06' }, 'untill: is not read. Is it the column "until"? Rename it'],
		[{ Reazon: 'x' }, 'Reazon: is not read. Is it the column "reason"?'],
		...['Cancelled', 'Leave', 'annual_leave', 'HOLIDAY', 'Sick', 'Off', 'Day-Off', 'Urlaub', 'Lunch', 'Busy'].map(
			(word): [Row, string] => [
				{ Status: word },
				`Status: says "${word}", and this column is not read. Leave the row out, or name the column`,
			],
		),
		[{ Type: 'Vacation' }, 'Type: says "Vacation"'],
		[{ Cancelled: 'TRUE' }, 'Cancelled: means a day off'],
		[{ isDeleted: true }, 'isDeleted: means a day off'],
		[{ 'On Leave': 'Yes' }, 'On Leave: means a day off'],
		[{ is_deleted: 'x' }, 'is_deleted: means a day off'],
		[{ onLeave: 'x' }, 'onLeave: means a day off'],
		[{ on__leave: 'x' }, 'on__leave: means a day off'],
		[{ ' on leave': 'x' }, 'on leave: means a day off'],
		[{ Published: 'No' }, 'Published: says "No", and this column is not read'],
		[{ 'Is Active': 'No' }, 'Is Active: says "No", and this column is not read'],
		[{ 'Paid Lunch 1 End': '12:00' }, 'Paid Lunch 1 End: is not read. Write the break in a row of kind break'],
		[{ 'Paid Break': '15:00' }, 'Paid Break: is not read. Write the break in a row of kind break'],
		[{ 'Break 2': '15:00' }, 'Break 2: is not read. Write the break in a row of kind break'],
	])('refuses the row whose meaning hangs on it: %j', (more, expected) => {
		expect(problemsOf([{ ...shift, ...more }])[0]).toContain(`row 1, ${expected}`);
	});

	it.each<Row>([
		{ Status: 'Confirmed' },
		{ Type: 'Full-time' },
		{
			Location: 'Room 1',
			Department: 'Support',
			Role: 'Agent',
			Team: 'A',
			Phone: '+48 22',
			Hours: 8,
			Rate: 20,
			Season: 'x',
		},
		{ Notes: 'is off on Tuesday' },
		{ Cancelled: 'FALSE' },
		{ 'On Leave': '' },
		{ Published: 'TRUE' },
		{ 'Break 2': 0 },
		{ Breakfast: 'Yes', 'Half Lunch': 'Yes', Inactive: 'No', 'Active Since': 'No', 'Leave It': 'Yes' },
		{ kind: '', Skill: 'untill' },
	])('and no other: %j', (more) => {
		expect(problemsOf([{ ...shift, ...more }])).toEqual([]);
	});

	it('is a warning where it may matter, and nothing on a row that says nothing', () => {
		expect(notesOf([{ ...shift, untill: 'x' }])[0]).toMatch(
			/^warning: Not read: the column untill\. If it matters/,
		);
		expect(problemsOf([shift, { agent: '', Status: 'Cancelled' }])).toEqual([]);
	});

	it('refuses a shift whose own name or reason means a day off', () => {
		expect(problemsOf([{ ...shift, shift: 'Leave' }])[0]).toContain('row 1, shift: "Leave" means a day off');
		expect(problemsOf([{ ...shift, reason: 'sick' }])[0]).toContain('row 1, reason: "sick" means a day off');
		expect(problemsOf([{ ...shift, state: 'offline', reason: 'sick' }])).toEqual([]);
	});
});
