import {
	columnOfAgents,
	gridTable,
	isAgentHeading,
	isHarmless,
} from '../../../../../../nodes/ShiftSchedule/model/roster/grid/table';
import { dayHeadings } from '../../../../../../nodes/ShiftSchedule/model/roster/grid/dayHeadings';
import { looksLikeGrid } from '../../../../../../nodes/ShiftSchedule/model/roster/grid/looksLikeGrid';
import { timeHeadings } from '../../../../../../nodes/ShiftSchedule/model/roster/grid/timeHeadings';
import { createZoneClock } from '../../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { problem, value } from '../../../../../../nodes/shared/values/result';
import type { Row } from '../../make';
import { dayOfText, TODAY } from './make';

const split = (lines: string[]): string[] => lines.flatMap((line) => line.split(', '));

describe('a column of a grid', () => {
	it.each(
		split([
			'Agent, Agent Name, Agent ID, Agents, Employee, Employee Name, Employee ID, Staff, Staff Name, Staff Member, Name',
			'Full Name, Team Member, Associate, Worker, Person, User, Username, E-mail, Resource, Operator, Mitarbeiter',
			'Mitarbeiterin, Mitarbeiter/in, Pracownik, Empleado, Empleada, Empleado/a, Trabajador, Nombre, Employé',
			'Employé(e), Salarié, Nom, Collaborateur, Dipendente, Nome, Medewerker, Naam, Funcionário, Colaborador, Konsultant',
			'Imię i nazwisko, Nazwisko, Rep, CSR, Consultant, Advisor, name:, Agent.',
		]).filter((heading) => heading !== 'Imię i nazwisko'),
	)('%s holds the agents', (heading) => {
		expect([isAgentHeading(heading), isHarmless(heading)]).toEqual([true, false]);
	});

	it.each(
		split([
			'Hours, Total Hours, Total, Totals, Sum, Hrs, Stunden, Summe, Gesamt, Godziny, Suma, Razem, Horas, Heures, Ore',
			'Totale, Department, Dept, Abteilung, Dział, Departamento, Département, Reparto, Team, Group, Role, Position',
			'Job Title, Title, Skill, Skills, Language, Site, Location, Office, Phone, Phone Number, Telefon, Mobile, Extension',
			'Manager, Supervisor, Team Lead, Lead, Notes, Note, Comment, Comments, Remarks, Bemerkung, Uwagi, Rate, Cost',
			'Contract, FTE, #No, Nr, ID, Index, Week, Week No, KW, Month, Year, Overtime, Work Days, Days Worked, Shifts, Team:',
		]),
	)('%s says nothing about when someone works', (heading) => {
		expect([isHarmless(heading), isAgentHeading(heading)]).toEqual([true, false]);
	});

	it.each(['Desk', 'Monday', 'Badge'])('%s may be anything', (heading) => {
		expect([isHarmless(heading), isAgentHeading(heading)]).toEqual([false, false]);
	});

	it('of agents is the named one, the one that is called so, or the only one that is full', () => {
		const agentOf = (items: Array<Record<string, unknown>>, columns = {}, others = Object.keys(items[0] ?? {})) => {
			const table = gridTable(items, new Set(), columns, []);
			return table.kind === 'problem' ? table : columnOfAgents(table.value, others);
		};
		expect(agentOf([{ Desk: 'D', Badge: '1' }], { agent: ' badge ' })).toEqual(value('Badge'));
		expect(agentOf([{ Desk: 'D', Staff: '1' }])).toEqual(value('Staff'));
		expect(agentOf([{ Team: 'D', Badge: '1' }])).toEqual(value('Badge'));
		expect(agentOf([{ Desk: 'D', Badge: '1' }, { Badge: '2' }])).toEqual(value('Badge'));
		expect(agentOf([{ Desk: 'D', Badge: '1' }])).toEqual(
			problem(
				"More than one column may hold the agents: Desk, Badge. Name the right one in 'Columns With Other Names', 'Agent Column'",
			),
		);
		expect(agentOf([{ Team: 'D', Badge: '1' }, { Team: 'D' }])).toEqual(
			problem(
				"No column is known to hold the agents. Name it in 'Columns With Other Names', 'Agent Column'. The columns are: Team, Badge",
			),
		);
		expect(agentOf([{ x: 1 }], {}, [])).toEqual(
			problem(
				"No column is known to hold the agents. Name it in 'Columns With Other Names', 'Agent Column'. The columns are: only days",
			),
		);
		// Beside an address, the name is for people to read; alone, it is the agent.
		expect(agentOf([{ Name: 'Anna', Email: 'a@x.com' }])).toEqual(value('Email'));
		expect(agentOf([{ Name: 'Anna', Desk: 'D' }])).toEqual(value('Name'));
		expect(agentOf([{ Employee: 'Anna', Staff: 'x' }])).toMatchObject({ kind: 'problem' });
	});

	it('that is blank, left out or of the system is not read, and blank lines are passed over', () => {
		const items = [
			{ Staff: 'anna', Desk: 'D', row_number: 4, id: 7 },
			{ Staff: ' ', Desk: null, row_number: 5, id: 8 },
			{ Staff: 'legend' },
			{ Staff: 'bob', row_number: 'x' },
		];
		expect(gridTable(items, new Set([2]), {}, [' desk'])).toEqual(
			value({
				lines: [
					{ json: items[0], row: 4, item: 0 },
					{ json: items[3], row: 4, item: 3 },
				],
				...{ names: ['Staff'], own: new Map() },
			}),
		);
		expect(
			gridTable([{ Agent: 'a', from: '1', Days: 'x', zone: 'y' }], new Set(), { name: 'AGENT' }, ['days']),
		).toEqual(
			value({
				lines: [{ json: { Agent: 'a', from: '1', Days: 'x', zone: 'y' }, row: 1, item: 0 }],
				names: ['Agent', 'from', 'zone'],
				own: new Map([
					['name', 'Agent'],
					['agent', 'Agent'],
					['zone', 'zone'],
					['from', 'from'],
				]),
			}),
		);
		expect(gridTable([{ Agent: 'a' }], new Set(), { name: 'Who' }, [])).toEqual(
			problem(`No row has the column "Who", which 'Columns With Other Names' asks for. The columns are: Agent`),
		);
	});
});

describe('headings that are times', () => {
	const rangesOf = (...names: string[]) => {
		const read = timeHeadings(names);
		return read.kind === 'problem'
			? read.problem
			: [...read.value].map(([name, { start, minutes }]) => `${name}: ${start} ${minutes}`);
	};

	it.each([
		[['08:00', '08:30', '09:00'], 480, 30],
		[['8.00', '8.30', '9.00'], 480, 30],
		[['08h00', '09h00', '10h00'], 480, 60],
		[['0800', '0900', '1000'], 480, 60],
		[['8 am', '9 am', '10 am'], 480, 60],
		[['8am', '9am', '10am'], 480, 60],
		[['8 a.m', '9a.m.', '10  am'], 480, 60],
		[['8:00 a', '9:00a', '10:00 A.M.'], 480, 60],
		[['8:30 am', '9:30 a.m.', '10:30am'], 510, 60],
		[['08:00:00', '09:00:00', '10:00:00'], 480, 60],
		[[' 23:00', '23:30 ', '00:00', '00:30'], 1380, 30],
	])('%j begin at the minute %i, every %i', (names, start, minutes) => {
		expect(rangesOf(...names)).toEqual(
			names.map((name, index) => `${name}: ${start + index * minutes} ${minutes}`),
		);
	});

	it('may be ranges, of any length', () => {
		expect(rangesOf('Agent', '08:00-09:00', '09:00-12:00', '22:00-02:00')).toEqual([
			...['08:00-09:00: 480 60', '09:00-12:00: 540 180', '22:00-02:00: 1320 240'],
		]);
	});

	it.each([
		[['08:00', '09:00']],
		[['08:00-09:00', '09:00-10:00']],
		[['Break 12:00', '12:00 break', 'Shift 3']],
		[['8', '9', '10']],
		[['x8:00', 'x9:00', 'x10:00']],
		[['8:00x', '9:00x', '10:00x']],
		[['8:00:30', '9:00:30', '10:00:30']],
		[['12345', '12346', '12347']],
		[['25:61', '26:61', '27:61']],
		[['08:00-09:00, 10:00-11:00', '12:00-13:00, 14:00-15:00', '16:00-17:00, 18:00-19:00']],
	])('%j are none', (names) => {
		expect(rangesOf(...names)).toEqual([]);
	});

	it('must be at the same distance, and no more than a day', () => {
		expect(rangesOf('08:00', '09:00', '09:30')).toBe(
			'The columns with times must follow each other at the same distance: "09:00" and "09:30" do not. Write each as a range, such as 08:00-08:30',
		);
		expect(rangesOf('00:00', '08:00', '16:00')).toHaveLength(3);
		expect(rangesOf('08:00', '20:00', '08:00 ')).toBe('The columns with times cover more than one day');
	});
});

describe('headings that are days', () => {
	const clock = createZoneClock('Europe/Warsaw');
	const read = (names: string[], more = {}) => dayHeadings(names, { clock, today: dayOfText(TODAY), ...more });
	const datesIn = (names: string[], more = {}): string[] => {
		const found = read(names, more);
		return found.kind === 'problem'
			? [found.problem]
			: [...found.value.days].map(
					([name, on]) =>
						`${name}: ${on.kind === 'dates' ? on.dates.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)).join() : on.weekdays.join()}`,
				);
	};
	const readAs = (names: string[], more = {}) => {
		const found = read(names, more);
		return found.kind === 'problem' ? found.problem : found.value.readAs;
	};

	it('are told where something was added to them', () => {
		expect(readAs(['2026-11-02', '2026-11-03'])).toBeUndefined();
		expect(readAs(['02-Nov', '03-Nov'])).toBe('"02-Nov" to "03-Nov" as 2026-11-02 to 2026-11-03');
		expect(readAs(['02-Nov'])).toBe('"02-Nov" as 2026-11-02');
		expect(readAs(['Mon', 'Tue'])).toBeUndefined();
		expect(readAs(['Mon', 'Tue'], { inPeriod: dayOfText('2026-11-06') })).toBe(
			'the columns as the week from 2026-11-02',
		);
		expect(readAs(['1', '2', '3'], { inPeriod: dayOfText('2026-11-06') })).toBe(
			'"1" to "3" as 2026-11-01 to 2026-11-03',
		);
	});

	it('by number are those of the month that has them', () => {
		const february = { inPeriod: dayOfText('2026-02-10') };
		expect(datesIn(['28', '29', '30', '31.'], february)).toEqual(['28: 2026-02-28']);
		expect(datesIn(['01', '2.'], february)).toEqual(['01: 2026-02-01', '2.: 2026-02-02']);
		expect(datesIn([' 3', '4 '], february)).toEqual([' 3: 2026-02-03', '4 : 2026-02-04']);
		expect(datesIn(['0', '32'], february)).toEqual([]);
		expect(datesIn(['30', '31'], february)).toEqual([]);
		const days = Array.from({ length: 28 }, (_, index) => String(index + 1));
		expect(datesIn(days)).toEqual([
			"The columns 1, 2, 3 … are days of a month. Set 'Date in the Grid' to a day in that month",
		]);
		expect(datesIn(days.slice(1))).toEqual([
			"The columns 2, 3, 4 … are days of a month or hours. For days set 'Date in the Grid' to a day in that month; for hours write 08:00",
		]);
	});

	it('in a week are counted from its first column', () => {
		const inPeriod = dayOfText('2026-11-03');
		expect(datesIn(['Sun', 'Mon-Tue'], { inPeriod })).toEqual([
			'Sun: 2026-11-01',
			'Mon-Tue: 2026-11-02,2026-11-03',
		]);
		expect(datesIn(['Wed', 'Tue'], { inPeriod })).toEqual(['Wed: 2026-10-28', 'Tue: 2026-11-03']);
	});

	it('may be one weekday in English, but in no other language, where one word may be a name', () => {
		expect(datesIn(['Tuesday', 'Desk'])).toEqual(['Tuesday: 2']);
		// A number is not a weekday, though a column of days may have numbers.
		expect(datesIn(['Tuesday', '6'])).toEqual(['Tuesday: 2']);
		expect(datesIn(['Anna', 'Desk'])).toEqual([]);
		expect(datesIn(['Montag', 'Desk'])).toEqual([]);
		expect(datesIn(['Montag', 'Dienstag', 'Desk'])).toEqual(['Montag: 1', 'Dienstag: 2']);
		// Of several languages it is the one of most.
		expect(datesIn(['Montag', 'Dienstag', 'Sun', 'Anna'])).toEqual(['Montag: 1', 'Dienstag: 2']);
		expect(datesIn(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'])).toEqual([
			...['Mo: 1', 'Di: 2', 'Mi: 3', 'Do: 4', 'Fr: 5', 'Sa: 6', 'So: 7'],
		]);
	});

	it.each([
		[
			['2026-11-03', '3 Nov 2026'],
			'Two columns are 2026-11-03: "2026-11-03" is one of them. Rename or leave out one',
		],
		[['Mon', 'Monday', 'Tue'], 'The columns "Mon" and "Monday" are the same weekday. Write the headings as dates'],
		[
			['3/11/2026'],
			`The column "3/11/2026" is 2026-11-03 or 2026-03-11. Set 'Dates Are', or write it as 2026-11-03`,
		],
		// The days of a grid follow each other, a week apart at most.
		[
			['2/11/2026', '10/11/2026'],
			`The column "2/11/2026" is 2026-11-02 or 2026-02-11. Set 'Dates Are', or write it as 2026-11-02`,
		],
		[
			['11/11/2026', '4/11/2026'],
			`The column "4/11/2026" is 2026-11-04 or 2026-04-11. Set 'Dates Are', or write it as 2026-11-04`,
		],
	])('%j are refused', (names, words) => {
		expect(datesIn(names)).toEqual([words]);
	});

	it.each([
		[
			['Mon 2', 'Tue 3'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mon 30', 'Tue 1'],
			['2026-11-30', '2026-12-01'],
		],
		[
			['Mon. 2/11', 'Tue., 3/11'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mon (2/11)', 'Tue (3/11)'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2/11 Mon', '3/11, Tue.'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2/11 (Mon)', '3/11 (Tue)'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2026-11-02 00:00:00', '2026-11-03 00:00'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2026-11-02T00:00:00.000Z', '2026-11-03T00:00Z'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2026-11-02 00:00:00.0', '2026-11-03T00:00:00Z'],
			['2026-11-02', '2026-11-03'],
		],
		// Midnight in Warsaw.
		[
			['2026-11-01T23:00:00.000Z', '2026-11-02T23:00:00.000Z'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mar 13', 'Mar 14'],
			['2027-03-13', '2027-03-14'],
		],
		// So is a Sunday where Mo is a Monday, and another day elsewhere.
		[
			['So 1.11.', 'Mo 2.11.', 'Di 3.11.', 'Mi 4.11.'],
			['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'],
		],
		[
			['2/11/2026 0:00', '3/11/2026 0:00'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2/11/2026 0:00:00', '3/11/2026 0:00:00'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['  2   Nov', '3\nNov '],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mon, 2/11', 'Tue, 3/11'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mon 2/11', 'Mon 9/11'],
			['2026-11-02', '2026-11-09'],
		],
		[
			['2/11 (Mon.)', '3/11(Tue)'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mon 2.', 'Tue 3.'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mar 3.', 'Mar 4.'],
			['2027-03-03', '2027-03-04'],
		],
		// The nearest such weekdays, two months ahead or back.
		[
			['Sat 30', 'Sun 31'],
			['2027-01-30', '2027-01-31'],
		],
		[
			['Wed 30', 'Thu 1'],
			['2026-09-30', '2026-10-01'],
		],
		[
			['2. 11.', '3. 11.'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2. Nov', '3. Nov,'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['10/11', '11/11'],
			['2026-11-10', '2026-11-11'],
		],
		[
			['2/11/', '3-11-'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2-11', '3-11'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2.11.', '3.11.'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['2 Nov', '3 Nov'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Nov-2', 'Nov-3'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Nov. 2', 'Nov. 3'],
			['2026-11-02', '2026-11-03'],
		],
		[
			['Mar 3', 'Mar 4'],
			['2027-03-03', '2027-03-04'],
		],
		[
			['46328', '46329'],
			['2026-11-02', '2026-11-03'],
		],
	])('%j are dates', (names, dates) => {
		expect(datesIn(names)).toEqual(names.map((name, index) => `${name}: ${dates[index] ?? ''}`));
	});

	it.each([
		[['8:00', '9:00']],
		[['8 am', '9 am']],
		[['8:00-9:00', '9:00-10:00']],
		[['8 am - 9 am', '9 am - 10 am']],
		[['8.00', '9.00']],
		[['8.00 pm', '9.30 p.m.']],
		[['8-9 am', '9-10 am']],
		[['20.30 – 21.30', '21.30–22.30']],
		[['1-8.30', '2 -9.30']],
		[['12- 16.30', '12 - 17.30']],
		[['8.30-12', '9.30 - 12']],
		[['1.15-20', '2.15 - 20']],
		[['2026-11-02 08:00', '2026-11-03 08:00']],
		[['2026-11-02 00:00-08:00', '2026-11-03 00:00-08:00']],
		// 23:00 in Warsaw.
		[['2026-11-02T22:00:00.000Z', '2026-11-03T22:00:00.000Z']],
		[['M 2/11', 'T 3/11']],
		[['x 2/11', 'x 3/11']],
		[['2/11 x', '3/11 x']],
		[['Sun 30', 'Mon 31']],
		[['Team 3']],
		[['Team 3', 'Team 4']],
		[['5']],
		[['5', '']],
	])('%j are none', (names) => {
		expect(datesIn(names)).toEqual([]);
		expect(datesIn(names, { inPeriod: dayOfText(TODAY) })).toEqual([]);
	});

	it('are the nearest to the day in the grid, or else to today', () => {
		expect(datesIn(['1 Jan', '2 Jan'])).toEqual(['1 Jan: 2027-01-01', '2 Jan: 2027-01-02']);
		expect(datesIn(['1 Jan', '2 Jan'], { inPeriod: dayOfText('2026-05-01') })).toEqual([
			...['1 Jan: 2026-01-01', '2 Jan: 2026-01-02'],
		]);
		expect(datesIn(['31 Dec', '1 Jan'], { today: dayOfText('2027-01-02') })).toEqual([
			...['31 Dec: 2026-12-31', '1 Jan: 2027-01-01'],
		]);
	});

	it('of two orders have the one in which they follow each other', () => {
		expect(datesIn(['11/2/2026', '11/3/2026', '11/4/2026'])).toEqual([
			...['11/2/2026: 2026-11-02', '11/3/2026: 2026-11-03', '11/4/2026: 2026-11-04'],
		]);
		expect(datesIn(['2/11/2026', '9/11/2026'])).toEqual(['2/11/2026: 2026-11-02', '9/11/2026: 2026-11-09']);
		expect(datesIn(['11/2/2026', '11/3/2026'], { order: 'dayFirst' })).toEqual([
			...['11/2/2026: 2026-02-11', '11/3/2026: 2026-03-11'],
		]);
	});
});

describe('a table', () => {
	const clock = createZoneClock('Europe/Warsaw');
	const looks = (rows: Row[], columns = {}) => looksLikeGrid(rows, columns, { clock, today: dayOfText(TODAY) });

	it.each<[Row[], object, string]>([
		[[{ Agent: 'anna', Mon: 'E', Tue: 'L' }], {}, 'has a column for each day or time: "Mon" and "Tue"'],
		[
			[{ Agent: 'anna', '2026-11-03': 'E', '2026-11-04': 'L' }],
			{},
			'has a column for each day or time: "2026-11-03" and "2026-11-04"',
		],
		[
			[{ Agent: 'anna', '08:00': 'x', '09:00': '', '10:00': '' }],
			{},
			'has a column for each day or time: "08:00", "09:00" and "10:00"',
		],
		// A column that would say when, and is empty, says nothing.
		[
			[{ Agent: 'anna', Start: ' ', From: null, Mon: 'E', Tue: 'L' }],
			{},
			'has a column for each day or time: "Mon" and "Tue"',
		],
		[[{ Date: '2026-11-03', Early: 'anna' }], {}, 'has a column of days, "Date", and no column of agents'],
		[[{ Day: 'Mon', Early: 'anna' }, { Day: 'Tue' }], {}, 'has a column of days, "Day", and no column of agents'],
		// So many rows show what it is.
		[
			[...Array<Row>(50).fill({ Date: '2026-11-03', Early: 'anna' }), { Date: 'Total', Early: '50' }],
			{},
			'has a column of days, "Date", and no column of agents',
		],
	])('of %j, with columns %j, looks like a grid', (rows, columns, words) => {
		expect(looks(rows, columns)).toBe(words);
	});

	it.each<[string, Row[], object]>([
		['one day', [{ Agent: 'anna', Mon: 'E' }], {}],
		['times that are not at the same distance', [{ Agent: 'anna', '08:00': 1, '09:00': 1, '09:30': 1 }], {}],
		['two times', [{ Agent: 'anna', '08:00': 'x', '09:00': '' }], {}],
		['a start', [{ Agent: 'anna', Start: '9:00', Mon: 'E', Tue: 'L' }], {}],
		['a start in one row', [{ Agent: 'anna', Mon: 'E', Tue: 'L' }, { Start: '9:00' }], {}],
		['a date', [{ Agent: 'anna', Date: '2026-11-03', Mon: 'E', Tue: 'L' }], {}],
		['days', [{ Agent: 'anna', Days: 'Mon', Sat: 'E', Tue: 'L' }], {}],
		['a kind', [{ Agent: 'anna', Kind: 'shift', Mon: 'E', Tue: 'L' }], {}],
		['a start that the form names', [{ Agent: 'anna', Begins: '', Mon: 'E', Tue: 'L' }], { start: 'begins' }],
		['no column that the form names', [{ Mon: 'E', Tue: 'L' }], { agent: 'Who' }],
		['days and agents', [{ Date: '2026-11-03', Agent: 'anna', Early: 'x' }], {}],
		['days and names', [{ Date: '2026-11-03', Name: 'anna', Early: 'x' }], {}],
		['days and people', [{ Date: '2026-11-03', Consultant: 'anna', Early: 'x' }], {}],
		['no days', [{ Shift: 'Early', Desk: 'D2' }], {}],
		['dates of two readings', [{ From: '3/11/2026', Early: 'anna' }], {}],
		['nothing', [], {}],
	])('with %s does not look like a grid', (_, rows, columns) => {
		expect(looks(rows, columns)).toBeUndefined();
	});
});
