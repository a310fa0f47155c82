import type { Row } from '../../make';
import { code, dayOfText, gridOf, notesIn, problemsIn, refusalOf, statesIn } from './make';

/** A line for each agent, with cells under these headings. */
const lines = (headings: string[], ...agents: string[]): Row[] =>
	agents.map((line, index) => {
		const [name = '', ...cells] = line.split(' | ');
		return {
			Employee: name,
			...Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])),
			row_number: index + 2,
		};
	});

const NOON = '2026-11-03T12:00';
const legend = [
	code('E = 07:00-15:00'),
	code('L = 14:00-22:00'),
	code('N = 22:00-06:00'),
	code('TR = busy', { times: '09:00-17:00', reason: 'Training' }),
];

describe('the days of a grid', () => {
	const onTuesday = (headings: string[]): Row[] => lines(headings, 'anna | OFF | E | OFF', 'bob | OFF | L | OFF');

	it.each([
		['ISO dates', ['2026-11-02', '2026-11-03', '2026-11-04']],
		['dates of databases', ['2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z', '2026-11-04T00:00:00.000Z']],
		['serial numbers of a sheet', ['46328', '46329', '46330']],
		['the day first', ['2/11/2026', '3/11/2026', '4/11/2026']],
		['the month first', ['11/2/2026', '11/3/2026', '11/4/2026']],
		['two digits of the year', ['02.11.26', '03.11.26', '04.11.26']],
		['no year', ['2/11', '3/11', '4/11']],
		['no year, the month first', ['11/2', '11/3', '11/4']],
		['no year, with dots', ['2.11.', '3.11.', '4.11.']],
		['the name of the month', ['02-Nov', '03-Nov', '04-Nov']],
		['the month before the day', ['Nov 2', 'Nov 3', 'Nov 4']],
		['a month in another language', ['2 novembre', '3 novembre', '4 novembre']],
		['weekdays and dates', ['Mon 2/11', 'Tue 3/11', 'Wed 4/11']],
		['weekdays and dates on two lines', ['Mon\n2/11', 'Tue\n3/11', 'Wed\n4/11']],
		['German weekdays and dates', ['Mo 02.11.', 'Di 03.11.', 'Mi 04.11.']],
		['weekdays behind dates', ['2 Nov (Mon)', '3 Nov (Tue)', '4 Nov (Wed)']],
		['weekdays and days of the month', ['Mon 2', 'Tue 3', 'Wed 4']],
		['Spanish weekdays, one of which could be March', ['Lun 2', 'Mar 3', 'Mié 4']],
		['English weekdays', ['Monday', 'Tuesday', 'Wednesday']],
		['German short weekdays', ['Mo', 'Di', 'Mi']],
		['Polish short weekdays', ['pon.', 'wt.', 'śr.']],
		['French weekdays', ['lundi', 'mardi', 'mercredi']],
		['Japanese weekdays', ['月曜日', '火曜日', '水曜日']],
	])('may be %s', (_, headings) => {
		expect(statesIn(onTuesday(headings), NOON, { legend })).toBe('anna available, bob offline');
		expect(statesIn(onTuesday(headings), '2026-11-02T12:00', { legend })).toBe('anna offline, bob offline');
	});

	it('may be the numbers of a month whose date is given', () => {
		const headings = Array.from({ length: 30 }, (_, index) => String(index + 1));
		const items = lines(headings, `anna | OFF | OFF | E${' | OFF'.repeat(27)}`);
		expect(statesIn(items, NOON, { legend, inPeriod: dayOfText('2026-11-20') })).toBe('anna available');
		expect(refusalOf(items, { legend })).toContain("Set 'Date in the Grid' to a day in that month");
	});

	it('that are weekdays are those of a week whose date is given, and unknown in the next', () => {
		const items = lines(['Mon', 'Tue', 'Wed'], 'anna | OFF | E | AL');
		const options = { legend, inPeriod: dayOfText('2026-11-06') };
		expect(statesIn(items, NOON, options)).toBe('anna available');
		expect(statesIn(items, '2026-11-10T12:00', options)).toBe('anna ?');
		expect(statesIn(items, '2026-11-10T12:00', { legend })).toBe('anna available');
	});

	it('begin a week with Sunday where the first column is one', () => {
		const items = lines(['Sun', 'Mon', 'Tue'], 'anna | E | OFF | OFF');
		expect(statesIn(items, '2026-11-01T12:00', { legend, inPeriod: dayOfText('2026-11-03') })).toBe(
			'anna available',
		);
	});

	it('may stand for several weekdays', () => {
		const items = lines(['Mon-Fri', 'Sat/Sun'], 'anna | E | OFF');
		expect(statesIn(items, NOON, { legend })).toBe('anna available');
		expect(statesIn(items, '2026-11-07T12:00', { legend })).toBe('anna offline');
	});

	it('are the nearest where the year is missing, also over New Year, which is told', () => {
		const items = lines(['30-Dec', '31-Dec', '01-Jan'], 'anna | OFF | OFF | E');
		const options = { legend, today: dayOfText('2026-12-30') };
		expect(statesIn(items, '2027-01-01T12:00', options)).toBe('anna available');
		expect(notesIn(items, options).join()).toContain('"30-Dec" to "01-Jan" as 2026-12-30 to 2027-01-01');
	});

	it('that can be read in two ways are refused, until an option settles them', () => {
		const items = lines(['3/11/2026'], 'anna | E');
		expect(refusalOf(items, { legend })).toContain("Set 'Dates Are'");
		expect(statesIn(items, NOON, { legend, order: 'dayFirst' })).toBe('anna available');
	});

	it('of a weekday that the date does not have are not days', () => {
		expect(refusalOf(lines(['Sun 2/11/2026', 'Mon 3/11/2026'], 'anna | E | E'), { legend })).toContain(
			'No column is a day',
		);
	});

	it.each([
		['two columns of the same date', ['2026-11-03', '3 Nov 2026'], 'Two columns are 2026-11-03'],
		['two columns of the same weekday', ['Mon', 'Monday'], 'are the same weekday'],
		['no days at all', ['First', 'Second'], 'No column is a day or a time of day'],
		['numbers that may be hours', ['8', '9', '10'], 'days of a month or hours'],
	])('are refused with %s', (_, headings, words) => {
		expect(refusalOf(lines(headings, 'anna | E | E | E'), { legend })).toContain(words);
	});

	it('may stand on a second line of headings', () => {
		const dated = [
			{ Employee: '', Mon: '2/11', Tue: '3/11', Wed: '4/11' },
			...lines(['Mon', 'Tue', 'Wed'], 'anna | OFF | E | OFF'),
		];
		expect(statesIn(dated, NOON, { legend })).toBe('anna available');
		expect(statesIn(dated, '2026-11-10T12:00', { legend })).toBe('anna ?');
		const titled = [
			{ 'Rota November': 'Name', __EMPTY: 'Mon', __EMPTY_1: 'Tue', __EMPTY_2: 'Wed' },
			{ 'Rota November': 'anna', __EMPTY: 'OFF', __EMPTY_1: 'E', __EMPTY_2: 'OFF' },
		];
		expect(statesIn(titled, NOON, { legend })).toBe('anna available');
	});

	it('on a second line of headings are three at least, and agree with the first line', () => {
		const two = [
			{ Rota: 'Name', One: 'Mon', Two: 'Tue' },
			{ Rota: 'anna', One: 'E', Two: 'OFF' },
		];
		expect(refusalOf(two, { legend })).toContain('No column is a day or a time of day');
		const wrong = [
			{ Employee: '', Mon: '2026-11-03', Tue: '2026-11-04', Wed: '2026-11-05' },
			...lines(['Mon', 'Tue', 'Wed'], 'anna | OFF | E | OFF'),
		];
		expect(problemsIn(wrong, { legend })[0]).toContain('Row 1, Mon: "2026-11-03" has no times');
		// With a name in it, it is the line of an agent.
		expect(problemsIn(lines(['Mon', 'Tue', 'Wed'], 'anna | Mon | Tue | Wed'), { legend })[0]).toContain(
			'Row 2, Mon: "Mon" has no meaning',
		);
		const own = [
			{ Agent: 'Who', One: 'Mon', Two: 'Tue', Three: 'Wed' },
			{ Agent: 'anna', One: 'OFF', Two: 'Q', Three: 'OFF' },
			{ Agent: 'bob', One: 'OFF', Two: 'E', Three: 'OFF' },
		];
		expect(problemsIn(own, { legend })).toEqual([`Row 2, Tue: "Q" has no meaning: add Q to 'Legend'.`]);
		expect(statesIn(own, NOON, { legend })).toBe('bob available');
	});

	it('on a second line of headings are refused where two columns would be one', () => {
		const under = (...headings: string[]): Row[] =>
			[headings, ['anna', 'E', 'OFF', 'OFF', 'OFF', 'OFF']].map((cells) =>
				Object.fromEntries(cells.map((cell, index) => [`__EMPTY_${index}`, cell])),
			);
		const refused = (heading: string): string =>
			`The first row is read as headings, and two of them are "${heading}": write days as dates, and give every other column a heading of its own`;
		expect(refusalOf(under('Name', 'Mon', 'Tue', 'Wed', 'Mon', 'Thu'), { legend })).toBe(refused('Mon'));
		expect(refusalOf(under('Name', 'Mon', 'Tue', 'Wed', 'Desk', 'Desk'), { legend })).toBe(refused('Desk'));
		// Such columns are not read.
		expect(statesIn(under('Name', 'Mon', 'Tue', 'Wed', 'Total', 'Total'), '2026-11-02T12:00', { legend })).toBe(
			'anna available',
		);
	});
});

describe('a cell of a grid', () => {
	const cell = (text: unknown, at = NOON): string =>
		statesIn([{ Employee: 'anna', '2026-11-02': 'OFF', '2026-11-03': text, '2026-11-04': 'OFF' }], at, { legend });

	it.each<[string, unknown, string]>([
		['a code', 'E', 'anna available'],
		['a code in another letter case', 'e', 'anna available'],
		['a code of a state', 'TR', 'anna busy Training'],
		['a time range', '09:00-17:00', 'anna available'],
		['a time range without minutes', '9am-5pm', 'anna available'],
		['a time range with blanks', '9:00 AM - 5:30 PM', 'anna available'],
		['two ranges, between them', '8-11, 14-18', 'anna offline'],
		['two codes', 'E/L', 'anna available'],
		['a code with times of its own', 'E 13:00-21:00', 'anna offline'],
		['a code with times in brackets', 'E (10:00-12:30)', 'anna available'],
		['a name with times', 'Morning (6AM-2PM)', 'anna available'],
		['a name and times', 'Late 13:00-21:00', 'anna offline'],
		['a day off', 'OFF', 'anna offline'],
		['leave', 'AL', 'anna offline AL'],
		['leave in Polish', 'Urlop', 'anna offline Urlop'],
		['a dash', '-', 'anna offline'],
		['leave for some hours', 'AL 11:00-13:00', 'anna offline AL'],
		['nothing', '', 'anna ?'],
		['null', null, 'anna ?'],
	])('may be %s', (_, text, expected) => {
		expect(cell(text)).toBe(expected);
	});

	it('may be a night, which is worked to its end before a day off', () => {
		expect(cell('N', '2026-11-03T23:00')).toBe('anna available');
		expect(cell('N', '2026-11-04T05:00')).toBe('anna available');
		expect(cell('N', '2026-11-04T07:00')).toBe('anna offline');
	});

	it.each<[string, unknown, string]>([
		['a code without a meaning', 'Q', '"Q" has no meaning: add Q to \'Legend\''],
		['one of two codes', 'E/Q', '"Q" has no meaning'],
		['an unknown word beside times', 'Dr 9:00-10:30', '"Dr" has no meaning'],
		['an unknown word with times in brackets', 'Doctor (9:00-10:30)', '"Doctor" has no meaning'],
		['hours', 8, 'write them as 09:00-17:00'],
		['a range with two readings', '9-5', 'can be read in two ways'],
		['work and a day off', 'E/OFF', 'which is all day: write one of them'],
		['a state without times', 'Training', 'does not say its times'],
		['an object', { a: 1 }, 'is not text'],
	])('is refused with %s, and its agent gets no state', (_, text, words) => {
		const items = [
			{ Employee: 'anna', '2026-11-03': text },
			{ Employee: 'bob', '2026-11-03': 'E' },
		];
		expect(problemsIn(items, { legend })).toEqual([expect.stringContaining(words)]);
		expect(problemsIn(items, { legend })[0]).toContain('Row 1, 2026-11-03: ');
		expect(statesIn(items, NOON, { legend })).toBe('bob available');
	});

	it('is off when empty, if the form says so', () => {
		expect(statesIn(lines(['Mon', 'Tue'], 'anna | E | '), NOON, { legend, emptyCells: 'off' })).toBe(
			'anna offline',
		);
	});

	it('without a meaning is told once for each code, with a list of all', () => {
		const items = lines(['Mon', 'Tue', 'Wed'], 'anna | A | A | B', 'bob | B | A | C');
		expect(problemsIn(items)).toEqual([
			'Row 2, Mon: "A" has no meaning (in 3 cells): add A to \'Legend\'. Codes without a meaning: A, B, C',
			'Row 2, Wed: "B" has no meaning (in 2 cells): add B to \'Legend\'.',
			'Row 3, Wed: "C" has no meaning: add C to \'Legend\'.',
		]);
	});

	it('without a meaning is listed with nineteen others, and the rest are counted', () => {
		const codes = Array.from({ length: 21 }, (_, index) => `Q${index}`);
		const first = (count: number) =>
			problemsIn(lines(['Mon'], ...codes.slice(0, count).map((name) => `a | ${name}`)))[0];
		const said = `Row 2, Mon: "Q0" has no meaning: add Q0 to 'Legend'. Codes without a meaning: `;
		expect(first(20)).toBe(`${said}${codes.slice(0, 20).join(', ')}`);
		expect(first(21)).toBe(`${said}${codes.slice(0, 20).join(', ')} and 1 more`);
		expect(first(1)).toBe(`Row 2, Mon: "Q0" has no meaning: add Q0 to 'Legend'.`);
	});

	it('that is wrong in the same way as others is told once', () => {
		expect(problemsIn(lines(['Mon', 'Tue'], 'anna | E/OFF | E/OFF'), { legend })).toEqual([
			'Row 2, Mon: has "E" and "OFF", which is all day: write one of them (in 2 cells)',
		]);
	});

	it('tells the usual words that it took for themselves', () => {
		const items = lines(['2026-11-02', '2026-11-03'], 'anna | OFF | AL', 'bob | Krank | RDO');
		expect(gridOf(items).notes).toEqual([
			{
				...{ kind: 'columnsRead', level: 'info' },
				message: 'Read "Employee" as the agent, and "2026-11-02" to "2026-11-03" as days.',
			},
			{
				...{ kind: 'wordsRead', level: 'info' },
				message: `Read "OFF" and "RDO" as a day off, "AL" and "Krank" as leave. If a word means something else, add it to 'Legend'.`,
			},
		]);
		// What the legend says is not news.
		expect(notesIn(lines(['Mon', 'Tue'], 'anna | E | E'), { legend })).toHaveLength(1);
	});

	it('that says leave in a week that repeats is told to repeat', () => {
		expect(
			gridOf(lines(['Mon', 'Tue'], 'anna | Public Holiday | Sick', 'bob | OFF | E'), { legend }).notes[2],
		).toEqual({
			...{ kind: 'wordsRead', level: 'warning' },
			message: `The columns are weekdays, so "Public Holiday" and "Sick" and all shifts repeat every week. If the grid is about one week, set 'Date in the Grid'.`,
		});
		expect(notesIn(lines(['Mon', 'Tue'], 'anna | OFF | E'), { legend }).join()).not.toContain('repeat');
	});
});

describe('the columns of a grid', () => {
	it('hold the agent where one of them is called so, and others are left out', () => {
		const items = [{ Team: 'North', Mitarbeiter: 'anna', Stunden: 8, '2026-11-03': 'E' }];
		expect(statesIn(items, NOON, { legend })).toBe('anna available');
		expect(notesIn(items, { legend })).toContain('Columns "Team" and "Stunden" are not read.');
	});

	it('hold the agent in the only column that is left', () => {
		const items = [{ badge_number: '0012345', '2026-11-03': 'E' }];
		expect(statesIn(items, NOON, { legend })).toBe('0012345 available');
	});

	it('hold the agent where the form says so, even under the name of a day', () => {
		const items = [{ Sun: 'anna', Mon: 'OFF', Tue: 'E' }];
		expect(statesIn(items, NOON, { legend, columns: { agent: 'sun' } })).toBe('anna available');
		expect(problemsIn(items, { legend, columns: { agent: 'sun' } })).toEqual([]);
	});

	it('may have a name beside the ID of the agent', () => {
		expect(statesIn([{ Name: 'Anna K', Email: 'anna@x.org', Tue: 'E' }], NOON, { legend })).toBe(
			'anna@x.org available',
		);
	});

	it('are asked for where two may hold the agent', () => {
		const items = [{ badge: '1', desk: 'D2', Tue: 'E' }];
		expect(refusalOf(items, { legend })).toContain("'Agent Column'");
		expect(statesIn(items, NOON, { legend, columns: { agent: 'badge' } })).toBe('1 available');
		expect(statesIn(items, NOON, { legend, leaveOut: ['Desk'] })).toBe('1 available');
	});

	it('that look like a day under a misspelt heading are refused, and not passed over', () => {
		const items = lines(['Monday', 'Teusday'], 'anna | OFF | E', 'bob | OFF | OFF');
		expect(problemsIn(items, { legend })).toEqual([expect.stringContaining('Row 2, Teusday: has codes or times')]);
	});

	it('may name an agent on two lines, which is told', () => {
		const items = lines(['Mon', 'Tue'], 'Anna | E | E', 'bob | L | L', 'anna | OFF | AL');
		expect(notesIn(items, { legend })).toContain(
			'"Anna" has 2 lines in the grid (rows 2, 4). They are read together, and leave in one hides a shift in another. If they are different people, write their names differently.',
		);
		expect(notesIn(items.slice(0, 2), { legend }).join()).not.toContain('lines in the grid');
		const many = (count: number) =>
			gridOf(lines(['Mon', 'Tue'], ...Array<string>(count).fill('anna | E | E')), { legend }).notes.at(-1);
		expect(many(8)).toMatchObject({
			...{ kind: 'agentUnclear', level: 'warning', agentId: 'anna' },
			message: expect.stringContaining('"anna" has 8 lines in the grid (rows 2, 3, 4, 5, 6, 7, 8, 9).') as string,
		});
		expect(many(9)?.message).toContain('(rows 2, 3, 4, 5, 6, 7, 8, 9 and 1 more)');
		// Nobody's lines are not one agent's.
		expect(notesIn(lines(['Mon', 'Tue'], ' | E | E', ' | E | E'), { legend }).join()).not.toContain('lines in');
		// In cells, an agent stands where shifts are.
		expect(
			notesIn(
				[
					{ Date: '2026-11-03', E: 'anna' },
					{ Date: '2026-11-04', E: 'anna' },
				],
				{ legend },
			),
		).toEqual(['Read "Date" as the day, "E" as shifts, and the cells as agents.']);
	});

	it.each<[Row, object, string[]]>([
		[{ Agent: 'a', Name: 'Anna', Zone: 'Asia/Tokyo', Service: '', Tue: 'E' }, {}, []],
		[{ Agent: 'a', Team: 'x', Tue: 'E', Desk: 'D4', Seat: 'Training' }, {}, ['Team', 'Desk', 'Seat']],
		[{ Shift: 'E', Team: 'x', Tue: 'anna' }, { cellsHold: 'agents' }, ['Team']],
		[{ Date: '2026-11-03', Day: 'Tue', Team: 'x', anna: 'E' }, {}, ['Team']],
		[{ Date: '2026-11-03', Team: 'x', E: 'anna' }, {}, ['Team']],
		[
			{ Agent: 'a', Date: '2026-11-03', Day: 'Tue', '9:00': 'x', '10:00': '', '11:00': '', Desk: 'D4' },
			{},
			['Desk'],
		],
	])('of %j that are not read are told', (row, options, names) => {
		const told = notesIn([row], { legend, ...options }).filter((message) => message.includes('not read'));
		const [what, are] = names.length === 1 ? ['Column', 'is'] : ['Columns', 'are'];
		const list = names
			.map((name) => `"${name}"`)
			.join(', ')
			.replace(/, ([^,]*)$/, ' and $1');
		expect(told).toEqual(names.length === 0 ? [] : [`${what} ${list} ${are} not read.`]);
		expect(problemsIn([row], { legend, ...options })).toEqual([]);
	});

	it('beside times of the day that hold times or leave are refused', () => {
		const row = { Agent: 'anna', '9:00': 'x', '10:00': '', '11:00': '', Lunch: '12:00-12:30' };
		expect(gridOf([{ ...row, Lunch: '' }, row]).problems).toEqual([
			{
				place: { row: 2, column: 'Lunch', item: 1 },
				problem: `has codes or times, and its heading is not a day: correct it, or add it to 'Columns to Leave Out'`,
			},
		]);
		expect(problemsIn([{ ...row, Lunch: 'AL' }])).toHaveLength(1);
	});

	it('may have several agents in one cell, where the form says so', () => {
		const items = [{ Name: 'anna, bob', Tue: 'E' }];
		const roster = { zone: 'Europe/Warsaw', dst: 'keepEnd' } as const;
		expect(gridOf(items, { legend }).schedule.agents).toMatchObject([{ id: 'anna, bob' }]);
		expect(gridOf(items, { legend, roster: { ...roster, agentsInCell: 'several' } }).schedule.agents).toMatchObject(
			[
				{ id: 'anna', name: 'anna' },
				{ id: 'bob', name: 'bob' },
			],
		);
		// Names in cells are those of several unless the form says otherwise.
		const turned = [{ Date: '2026-11-03', E: 'Kowalska, Anna' }];
		expect(gridOf(turned, { legend, roster: { ...roster, agentsInCell: 'one' } }).schedule.agents).toMatchObject([
			{ id: 'Kowalska, Anna' },
		]);
	});

	it('that the form names must be there', () => {
		expect(refusalOf(lines(['Mon'], 'anna | E'), { columns: { agent: 'Who' } })).toContain(
			'No row has the column "Who"',
		);
	});
});

describe('a legend', () => {
	const items = lines(['Mon', 'Tue'], 'anna | E | E');

	it('may stand in rows of kind code', () => {
		const rows = [...items, { kind: 'code', shift: 'E', start: '11:00', end: '13:00' }];
		expect(statesIn(rows, NOON)).toBe('anna available');
		expect(statesIn(rows, '2026-11-03T13:30')).toBe('anna offline');
	});

	it.each(['AL = leave', 'AL = Annual Leave', 'AL = holiday'])('may say what a code means: %s', (line) => {
		expect(statesIn(lines(['Tue'], 'anna | AL'), NOON, { legend: [code(line)] })).toContain('anna offline');
	});

	it('stands above the usual words', () => {
		expect(statesIn(lines(['Tue'], 'anna | AL'), NOON, { legend: [code('AL = 11:00-13:00')] })).toBe(
			'anna available',
		);
	});

	it('keeps codes apart that differ in letter case alone', () => {
		const both = [code('A = 11:00-13:00'), code('a = 15:00-17:00')];
		expect(statesIn(lines(['Tue'], 'anna | A', 'bob | a'), NOON, { legend: both })).toBe(
			'anna available, bob offline',
		);
	});

	it('brings breaks with it', () => {
		const lunch = [code('E = 07:00-15:00', { pause: '11:45 30m' })];
		expect(statesIn(items, NOON, { legend: lunch })).toBe('anna break');
		expect(statesIn(items, '2026-11-03T12:20', { legend: lunch })).toBe('anna available');
	});

	it.each([
		[code('E = 7'), 'is not a meaning'],
		[code(' = 07:00-15:00'), 'has no code'],
		[code('E = available', { times: 'early' }), 'the times of "E"'],
		[code('E = 07:00-15:00', { pause: 'noon' }), 'the break of "E"'],
		[code('E = 07:00-15:00', { days: 'Funday' }), 'the days of "E"'],
	])('is refused where a line is wrong', (line, words) => {
		expect(refusalOf(items, { legend: [line] })).toContain(words);
	});

	it('is refused where a code stands twice', () => {
		expect(refusalOf(items, { legend: [...legend, code('E = 08:00-16:00')] })).toContain('in the legend already');
	});
});

describe('a grid of times', () => {
	const slots = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00'];

	it('reads marks, codes and words in its columns', () => {
		const items = [
			{
				Agent: 'anna',
				Date: '2026-11-03',
				...Object.fromEntries(slots.map((slot) => [slot, 'x'])),
				'10:30': 'Lunch',
			},
			{ Agent: 'bob', Date: '2026-11-03', ...Object.fromEntries(slots.map((slot) => [slot, ''])), '12:00': 'M' },
			{ Agent: 'carla', Date: '2026-11-03', ...Object.fromEntries(slots.map((slot) => [slot, ''])) },
		];
		const options = { legend: [code('M = busy', { reason: 'Meeting' })] };
		expect(statesIn(items, '2026-11-03T10:15', options)).toBe('anna available, bob offline, carla ?');
		expect(statesIn(items, '2026-11-03T10:45', options)).toBe('anna break Lunch, bob offline, carla ?');
		expect(statesIn(items, '2026-11-03T12:15', options)).toBe('anna available, bob busy Meeting, carla ?');
		expect(statesIn(items, '2026-11-03T12:30', options)).toBe('anna offline, bob offline, carla ?');
	});

	it('is of every day where nothing says which, and of one day where the form names it', () => {
		const items = [{ Agent: 'anna', '08:00': 1, '12:00': 1, '16:00': 0 }];
		expect(statesIn(items, NOON)).toBe('anna available');
		expect(notesIn(items).join()).toContain('every day');
		expect(statesIn(items, NOON, { inPeriod: dayOfText('2026-11-03') })).toBe('anna available');
		expect(statesIn(items, NOON, { inPeriod: dayOfText('2026-11-04') })).toBe('anna ?');
	});

	it('may go over midnight, and have ranges for headings', () => {
		const night = [{ Agent: 'anna', Day: 'Mon', '22:00-23:00': 'x', '23:00-00:00': 'x', '00:00-01:00': '' }];
		expect(statesIn(night, '2026-11-02T22:30')).toBe('anna available');
		const late = [{ Agent: 'anna', Day: 'Mon', '23:00': 'x', '23:30': 'x', '00:00': 'x' }];
		expect(statesIn(late, '2026-11-03T00:15')).toBe('anna available');
		expect(statesIn(late, '2026-11-03T00:45')).toBe('anna offline');
	});

	it('is refused where its columns are not at the same distance', () => {
		expect(refusalOf([{ Agent: 'anna', '08:00': 'x', '09:00': 'x', '09:30': 'x' }])).toContain('same distance');
	});
});

describe('a turned grid', () => {
	it('may have shifts down and names in the cells', () => {
		const items = [
			{ Roster: 'Late Night', '': '12:00AM - 1:00AM', 'Nov 3 2026': 'Anna', 'Nov 4 2026': 'Bob' },
			{ Roster: 'Morning', '': '7:00AM - 8:00AM', 'Nov 3 2026': 'Bob', 'Nov 4 2026': 'Anna' },
		];
		expect(statesIn(items, '2026-11-03T00:30')).toBe('Anna available, Bob offline');
		expect(statesIn(items, '2026-11-05T00:30')).toBe('Anna ?, Bob ?');
	});

	it('may have dates down and shifts across, whose times the legend or the heading says', () => {
		const items = [
			{ Date: '2026-11-03', E: 'Anna; Bob', 'Night (22:00-06:00)': 'Carla' },
			{ Date: '2026-11-04', E: 'Carla', 'Night (22:00-06:00)': 'TBD' },
		];
		expect(statesIn(items, NOON, { legend })).toBe('Anna available, Bob available, Carla offline');
		expect(notesIn(items, { legend })).toContain('One shift has no agent yet, and is left out.');
	});

	it('may have weeks down and roles across', () => {
		const items = [
			{ 'Week Commencing': '2026-10-28', 'Primary - in hours': 'Anna', 'Secondary - in hours': 'Bob' },
			{ 'Week Commencing': '2026-11-04', 'Primary - in hours': 'Bob', 'Secondary - in hours': 'Anna' },
		];
		expect(refusalOf(items)).toContain("Set 'Cells Hold'");
		const roles = [
			code('Primary - in hours = 09:00-17:00', { days: 'Mon-Fri' }),
			code('Secondary - in hours = 17:00-21:00'),
		];
		expect(statesIn(items, NOON, { legend: roles })).toBe('Anna available, Bob offline');
		expect(statesIn(items, '2026-11-01T12:00', { legend: roles })).toBe('Anna offline, Bob offline');
		expect(statesIn(items, '2026-11-05T12:00', { legend: roles })).toBe('Anna offline, Bob available');
		expect(statesIn(items, '2026-11-11T12:00', { legend: roles })).toBe('Anna ?, Bob ?');
	});

	it('may have dates down and agents across', () => {
		const items = [{ Date: '2026-11-03', anna: 'E', bob: 'OFF' }];
		expect(statesIn(items, NOON, { legend })).toBe('anna available, bob offline');
	});

	it('is refused, and doubts the agents named, where a shift has no meaning', () => {
		const items = [{ Date: '2026-11-03', E: 'Anna', Desk: 'Bob' }];
		expect(problemsIn(items, { legend })).toEqual([expect.stringContaining('"Desk" has no meaning')]);
		expect(statesIn(items, NOON, { legend })).toBe('Anna available');
	});

	it('is not a flat sheet', () => {
		const items = [{ Agent: 'anna', Date: '2026-11-03', Start: '9:00', End: '17:00' }];
		expect(refusalOf(items)).toContain("'Rows of the Input'");
	});
});

describe('the roster of a grid', () => {
	const items = [
		{ Agent: 'anna', Mon: 'E', Tue: '' },
		{ Agent: 'bob', Mon: '', Tue: 'AL' },
		{ Agent: 'cleo', Mon: 'Q', Tue: 'E' },
		{ Agent: 'dan', Mon: 'Q', Tue: 'W' },
	];
	const paused = [code('E = 07:00-15:00', { pause: '11:00 30m' })];

	it('knows where an entry comes from, and whether it says something', () => {
		const { schedule, placeOf, isOpen } = gridOf(items, { legend: paused });
		expect(schedule.rules.map(({ name, row }) => [name, placeOf(row), isOpen(row)])).toEqual([
			['E', { row: 1, column: 'Mon', item: 0 }, false],
			['nothing known', { row: 1, column: 'Tue', item: 0 }, true],
			['nothing known', { row: 2, column: 'Mon', item: 1 }, true],
			['AL', { row: 2, column: 'Tue', item: 1 }, false],
			['E', { row: 3, column: 'Tue', item: 2 }, false],
		]);
		expect(schedule.breaks.map(({ row, shift }) => [shift, placeOf(row), isOpen(row)])).toEqual([
			['E', { row: 0, column: 'Legend', item: 0 }, false],
		]);
		expect([placeOf(0), placeOf(99)]).toEqual([undefined, undefined]);
		const off = gridOf(items, { emptyCells: 'off' });
		expect(off.schedule.rules.map(({ name, row }) => [name, off.isOpen(row)])).toEqual([
			['empty cell', false],
			['empty cell', false],
			['AL', false],
		]);
	});

	it('knows where an agent is named first', () => {
		const { firstPlaceOf } = gridOf(items, { legend: paused });
		expect(['anna', 'bob', 'cleo', 'dan'].map(firstPlaceOf)).toEqual(
			[0, 1, 2, 3].map((item) => ({ row: item + 1, column: 'Agent', item })),
		);
		const turned = gridOf(
			[
				{ Date: '2026-11-03', E: 'anna', F: 'bob' },
				{ Date: '2026-11-04', E: 'bob', F: 'anna' },
				{ Date: '2026-11-05', E: '', F: 'cleo' },
			],
			{ legend: paused },
		);
		expect(['anna', 'bob', 'cleo'].map(turned.firstPlaceOf)).toEqual([
			{ row: 1, column: 'E', item: 0 },
			{ row: 2, column: 'E', item: 1 },
			{ row: 3, column: 'F', item: 2 },
		]);
	});

	it('tells what is wrong with the columns of its agents, and doubts these', () => {
		const wrong = [
			{ Agent: 'anna', Zone: 'Nowhere', Service: '', Mon: 'E', Tue: 'OFF' },
			{ Agent: '', Zone: '', Service: '', Mon: 'E', Tue: 'OFF' },
			{ Agent: 'bob', Zone: 'Asia/Tokyo', Service: 'S', Mon: 'E', Tue: 'OFF' },
		];
		const { problems, schedule } = gridOf(wrong, { legend });
		expect(problems).toEqual([
			{
				place: { row: 1, column: 'Agent', item: 0 },
				problem: 'the column zone "Nowhere" is not a time zone: write a place, such as Europe/Warsaw',
			},
			{ place: { row: 2, column: 'Agent', item: 1 }, problem: 'is empty: write the agent, or * for all' },
		]);
		expect(statesIn(wrong, NOON, { legend })).toBe('bob offline');
		expect(schedule.rules).toMatchObject([
			{ agents: ['bob'], zone: 'Asia/Tokyo', priority: 0 },
			{ agents: ['bob'], zone: 'Asia/Tokyo' },
		]);
		expect(schedule.agents).toMatchObject([{ id: 'anna' }, { id: 'bob', service: 'S' }]);
	});

	it.each<[string, object]>([
		['E', { name: 'E', layer: 'shift', state: 'available', isWork: true }],
		['9:00-17:00', { name: 'shift', layer: 'shift', time: { kind: 'clock', start: 540, minutes: 480 } }],
		['OFF', { name: 'OFF', layer: 'default', state: 'offline', isWork: false, time: { kind: 'days', count: 1 } }],
		['AL', { name: 'AL', layer: 'override', state: 'offline', reason: 'AL', isWork: false }],
		['AL 9:00-11:00', { layer: 'override', isWork: false, time: { kind: 'clock', start: 540, minutes: 120 } }],
		['OFF 9:00-11:00', { layer: 'override', isWork: false, time: { kind: 'clock' } }],
		['Public Holiday', { layer: 'holiday', state: 'offline', isWork: false, time: { kind: 'days' } }],
		['Public Holiday 9:00-11:00', { layer: 'holiday', time: { kind: 'clock', start: 540 } }],
		['N', { name: 'N', time: { kind: 'clock', days: { from: 20760, until: 20760 }, start: 1320, minutes: 480 } }],
		[
			'',
			{
				...{ name: 'nothing known', layer: 'default', state: 'offline', reason: '', isWork: false },
				time: { kind: 'days', days: { from: 20760, until: 20760 }, count: 1 },
			},
		],
	])('has the rule of %j', (cell, rule) => {
		const { schedule } = gridOf([{ Agent: 'anna', '2026-11-03': cell }], { legend });
		expect(schedule.rules).toMatchObject([rule]);
		expect(schedule.rules).toHaveLength(1);
	});
});
