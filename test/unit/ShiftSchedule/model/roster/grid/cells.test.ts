import { cellReader, timedParts } from '../../../../../../nodes/ShiftSchedule/model/roster/grid/cell';
import { readLegendLines } from '../../../../../../nodes/ShiftSchedule/model/roster/legend';
import { problem, value } from '../../../../../../nodes/shared/values/result';
import type { Row } from '../../make';
import { code, gridOf, notesIn, problemsIn, refusalOf, statesIn } from './make';

const NOON = '2026-11-03T12:00';
/** A reader remembers cells: each is read by one of its own, lest a mutant meets what was read before it. */
const read = (cell: unknown) =>
	cellReader(
		readLegendLines([code('E = 07:00-15:00'), code('TR = busy'), code('MT = busy', { times: '9:00-11:00' })]),
	)(cell);
const partsOf = (cell: unknown) => {
	const found = read(cell);
	if (found.kind !== 'parts') return found;
	return found.parts.map(({ name, shift, ranges }) =>
		[name, shift, ...ranges.map(({ start, minutes }) => `${start}+${minutes}`)].join(' '),
	);
};

describe('a cell', () => {
	it.each([
		...['Early', 'Morning', 'Day', 'Mid', 'Middle', 'Afternoon', 'Late', 'Evening', 'Night', 'Overnight', 'Split'],
		...['Früh', 'Spät', 'Nacht', 'Tag', 'Mittel', 'Rano', 'Popołudnie', 'Noc', 'Mañana', 'Tarde', 'Noche', 'Matin'],
		...['Soir', 'Nuit', 'Après-midi', 'Mattina', 'Pomeriggio', 'Notte', 'Late shift', 'Frühschicht', 'Nachtdienst'],
		...['Night-shift', 'MORNING'],
	])('may have the name %s beside its times', (name) => {
		const times = '480+480';
		expect(partsOf(`${name} (8:00-16:00)`)).toEqual([`available ${name} ${times}`]);
		expect(partsOf(`${name} 8:00-16:00`)).toEqual([`available ${name} ${times}`]);
	});

	it.each<[string, string[]]>([
		['8:00-16:00', ['available  480+480']],
		['from 8:00-16:00', ['available  480+480']],
		['8:00-10:00, 12:00-14:00', ['available  480+120 720+120']],
		['E', ['available E 420+480']],
		['E8:00-16:00', ['available E 480+480']],
		['E: 8:00-16:00', ['available E 480+480']],
		['E : 8:00-16:00', ['available E 480+480']],
		['E, 8:00-16:00', ['available E 480+480']],
		['E [8:00-16:00]', ['available E 480+480']],
		['E/MT', ['available E 420+480', 'busy MT 540+120']],
		['E + MT', ['available E 420+480', 'busy MT 540+120']],
		['E & MT', ['available E 420+480', 'busy MT 540+120']],
		['E | MT', ['available E 420+480', 'busy MT 540+120']],
		['E\nMT', ['available E 420+480', 'busy MT 540+120']],
		['E;MT;', ['available E 420+480', 'busy MT 540+120']],
		['OFF', ['off OFF']],
		['OFF / AL', ['off OFF', 'leave AL']],
		['TR', ['busy TR']],
	])('%j', (cell, parts) => {
		expect(partsOf(cell)).toEqual(parts);
	});

	it.each<[unknown, object]>([
		['', { kind: 'empty' }],
		['  ', { kind: 'empty' }],
		[null, { kind: 'empty' }],
		[undefined, { kind: 'empty' }],
		['Q', { kind: 'unknown', codes: ['Q'] }],
		['E/Q/W', { kind: 'unknown', codes: ['Q', 'W'] }],
		['✓', { kind: 'unknown', codes: ['✓'] }],
		['?', { kind: 'unknown', codes: ['?'] }],
		['Dentist 8:00-16:00', { kind: 'unknown', codes: ['Dentist'] }],
		['Dentist (8:00-16:00)', { kind: 'unknown', codes: ['Dentist'] }],
		['E/OFF', { kind: 'problem', problem: 'has "E" and "OFF", which is all day: write one of them' }],
		['8:00-9:00 / OFF', { kind: 'problem', problem: 'has times and "OFF", which is all day: write one of them' }],
		[{ a: 1 }, { kind: 'problem', problem: 'is not text: write a code, or times such as 09:00-17:00' }],
		[['E'], { kind: 'problem', problem: 'is not text: write a code, or times such as 09:00-17:00' }],
	])('%j', (cell, expected) => {
		expect(read(cell)).toEqual(expected);
	});

	it.each<[unknown, string]>([
		[8, '"8" has no times that can be read: write them as 09:00-17:00'],
		['8', '"8" has no times that can be read: write them as 09:00-17:00'],
		['8.5', '"8.5" has no times that can be read: write them as 09:00-17:00'],
		['x'.repeat(41), `"${'x'.repeat(41)}" has no times that can be read: write them as 09:00-17:00`],
		['x'.repeat(1001), 'is 1001 characters long, and at most 1000 are read: shorten it'],
		// Times that cannot be read are not codes: the legend would not help.
		...['9.30 x', '9:30 x', '3pm x', '3 a.m. x'].map((text): [string, string] => [
			text,
			`"${text}" has no times that can be read: write them as 09:00-17:00`,
		]),
		['… (9:00-17:00)', '"… (9:00-17:00)" cannot be read'],
	])('%j is neither a code nor a time', (cell, words) => {
		expect(read(cell)).toEqual(problem(words));
	});

	it.each<[unknown, string[]]>([
		[true, ['true']],
		[' Q ', ['Q']],
		['x'.repeat(40), ['x'.repeat(40)]],
		['Q1', ['Q1']],
		['Q / E', ['Q']],
		['Q;', ['Q;']],
		['x 9-x5', ['x 9-x5']],
		['E/8.5', ['E/8.5']],
		['Q/8.5', ['Q/8.5']],
		// What stands beside times is the code, whether they can be read or not.
		...['x 25:00', 'x 25 : 00', 'x 25. 00', 'x 9 – 5', 'x 9~5', 'x 3 p.m', 'x 3am'].map(
			(text): [string, string[]] => [text, ['x']],
		),
	])('%j is a code without a meaning', (cell, codes) => {
		expect(read(cell)).toEqual({ kind: 'unknown', codes });
	});

	it('without times has to get them', () => {
		const part = { name: 'busy', shift: 'TR', reason: '', ranges: [] } as const;
		expect(timedParts([{ ...part, ranges: [] }])).toEqual(
			problem(
				`"TR" does not say its times: add "TR" with its times to 'Legend', or write them in the cell, such as TR 09:00-17:00`,
			),
		);
		const off = [{ ...part, name: 'off' as const, ranges: [] }];
		expect(timedParts(off)).toEqual(value(off));
	});
});

describe('a legend', () => {
	const meaningOf = (line: Parameters<typeof code>, text: string) => readLegendLines([code(...line)]).meaningOf(text);

	it.each<[Parameters<typeof code>, string, object]>([
		[['E = 07:00-15:00'], 'E', { name: 'available', reason: '', ranges: [{ start: 420, minutes: 480 }] }],
		[['E = ', { times: '07:00-15:00' }], 'E', { name: 'available', ranges: [{ start: 420, minutes: 480 }] }],
		[['AL = leave'], 'AL', { name: 'leave', reason: '', ranges: [] }],
		[['AL = Annual Leave'], 'AL', { name: 'leave', reason: 'Annual Leave' }],
		[['AL = leave', { reason: 'Paid' }], 'AL', { name: 'leave', reason: 'Paid' }],
		[['X = OFF'], 'X', { name: 'off', reason: '' }],
		[['X = Busy'], 'X', { name: 'busy', reason: '' }],
		[['X = Training'], 'X', { name: 'busy', reason: 'Training' }],
		[['X = Phones'], 'X', { name: 'available', reason: '' }],
		[['Sick = '], 'Sick', { name: 'leave', reason: '' }],
		[['X = busy', { times: '9:00-11:00', days: 'Mon-Fri' }], 'X', { weekdays: [1, 2, 3, 4, 5] }],
	])('%j', (line, text, expected) => {
		expect(meaningOf(line, text)).toMatchObject({ code: text, isUsual: false, ...expected });
		expect(meaningOf(line, ` ${text.toLowerCase()} `)).toMatchObject(expected);
	});

	it.each<[string, string, string]>([
		['Sick', 'leave', 'Sick'],
		['leave', 'leave', ''],
		['OFF', 'off', ''],
		['Phones', 'available', ''],
		['offline', 'offline', ''],
		['Training', 'busy', 'Training'],
	])('is not needed for %s', (text, name, reason) => {
		expect(readLegendLines([]).meaningOf(` ${text}`)).toEqual({
			...{ code: text, name, reason, ranges: [], isUsual: true },
		});
	});

	it.each<[Parameters<typeof code>, string]>([
		[[' = x'], 'Legend: has no code: write the letters as in the cells'],
		[
			['E = blue'],
			'Legend: "E" means "blue", which is not a meaning: write one of available, busy, break, offline, off, leave, holiday, or times such as 07:00-15:00',
		],
		[
			['E = '],
			'Legend: "E" means "", which is not a meaning: write one of available, busy, break, offline, off, leave, holiday, or times such as 07:00-15:00',
		],
		[['E = busy', { pause: 'soon' }], 'Legend: the break of "E": "soon" is not a break: write 11:00 30m'],
	])('%j is refused', (line, words) => {
		expect(readLegendLines([code(...line)]).problems).toEqual([words]);
	});

	it.each([
		['11:00 30m', '11:00', '30m'],
		['11:00-11:30', '11:00', '11:30'],
		['11:00 – 11:30', '11:00', '11:30'],
		['4h after start, 30m', '4h after start', '30m'],
		['11:00 for 30 min', '11:00', '30 min'],
		['11:00 for 1 hour', '11:00', '1 hour'],
		[' 11:00 30 minutes ', '11:00', '30 minutes'],
	])('has the break %j', (pause, start, end) => {
		const { breaks } = readLegendLines([code('E = 07:00-15:00', { pause })]);
		expect(breaks).toEqual([{ code: 'E', place: 'Legend', start, end }]);
	});

	it('may say the same code once', () => {
		const { problems } = readLegendLines([code('E = off'), code('e = off'), code('E = busy')]);
		expect(problems).toEqual(['Legend: "E" is in the legend already']);
		expect([readLegendLines([]).isEmpty, readLegendLines([code('E = off')]).isEmpty]).toEqual([true, false]);
	});
});

describe('a grid of times', () => {
	const slots = ['09:00', '10:00', '11:00', '12:00'];
	const row = (...cells: unknown[]): Row => ({
		Agent: 'anna',
		Date: '2026-11-03',
		...Object.fromEntries(slots.map((slot, index) => [slot, cells[index] ?? ''])),
	});
	const legend = [code('E = 07:00-15:00'), code('M = busy')];

	it.each(['x', 'X', '✓', '✔', '✗', '×', 1, '1', true, 'TRUE', '●', '•', '■', '*'])('%j says work', (mark) => {
		expect(statesIn([row('', '', '', mark)], '2026-11-03T12:30')).toBe('anna available');
	});

	it.each(['', 0, '0', false, 'False', 'OFF'])('%j says none', (mark) => {
		expect(statesIn([row('x', 'x', 'x', mark)], '2026-11-03T12:30')).toBe('anna offline');
	});

	it('a code with times of its own stands for its state', () => {
		expect(statesIn([row('', 'M', 'E', '')], '2026-11-03T10:30', { legend })).toBe('anna busy');
		expect(statesIn([row('', 'M', 'E', '')], '2026-11-03T11:30', { legend })).toBe('anna available');
		expect(statesIn([row('', 'M', 'E', '')], '2026-11-03T12:30', { legend })).toBe('anna offline');
	});

	it.each([
		['M/E', '"M/E" has times or several codes, and the column is a time already: write one code'],
		['9:00-9:30', '"9:00-9:30" has times or several codes, and the column is a time already: write one code'],
		['Q', '"Q" has no meaning: add Q to \'Legend\'.'],
	])('%j is refused', (cell, words) => {
		expect(problemsIn([row('x', cell)], { legend })).toEqual([`Row 1, 10:00: ${words}`]);
		expect(gridOf([row('x', cell)], { legend }).doubted).toEqual(new Set(['anna']));
	});

	it('joins what follows each other and is the same', () => {
		const rulesOf = (...cells: unknown[]) =>
			gridOf([row(...cells)], { legend }).schedule.rules.map(
				({ state, time }) => time.kind === 'clock' && `${state} ${time.start}+${time.minutes}`,
			);
		expect(rulesOf('x', 'x', '', 'x')).toEqual(['available 540+120', 'available 720+60']);
		expect(rulesOf('M', 'M', 'x', 'x')).toEqual(['busy 540+120', 'available 660+120']);
		expect(rulesOf('x', 'E', 'E', 'x')).toEqual(['available 540+60', 'available 600+120', 'available 720+60']);
	});

	it.each<[unknown, string]>([
		['OFF', 'OFF'],
		[0, 'off'],
		['False', 'off'],
	])('a line that says nothing but %j is a day off, and no day of which nothing is known', (mark, name) => {
		expect(statesIn([row('', mark, mark)], NOON)).toBe('anna offline');
		const { schedule, placeOf } = gridOf([{ ...row('', mark, mark), row_number: 7 }]);
		expect(schedule.rules).toMatchObject([{ name, layer: 'default', time: { kind: 'days', count: 1 } }]);
		expect(schedule.rules.map((rule) => placeOf(rule.row))).toEqual([{ row: 7, column: '', item: 0 }]);
		expect(statesIn([row()], NOON)).toBe('anna ?');
	});

	it('may have any one column beside its times for the agent', () => {
		const row = { Badge: '7', '9:00': 'x', '10:00': 'x', '11:00': '' };
		expect(statesIn([row], '2026-11-03T10:30')).toBe('7 available');
	});

	it('leave in a column is leave at that time', () => {
		expect(statesIn([row('AL', 'OFF', 'x')], '2026-11-03T11:30')).toBe('anna available');
		expect(statesIn([row('AL', 'OFF', 'x')], '2026-11-03T09:30')).toBe('anna offline AL');
	});

	it('knows the column and the item of each stretch, and the item of an empty line', () => {
		const { schedule, placeOf } = gridOf([row('', 'x', 'x', 'M'), { ...row(), Agent: 'bob' }], { legend });
		expect(schedule.rules.map((rule) => placeOf(rule.row))).toEqual([
			{ row: 1, column: '10:00', item: 0 },
			{ row: 1, column: '12:00', item: 0 },
			{ row: 2, column: '', item: 1 },
		]);
	});

	it('may have times with dots, though 8.30 could be a date', () => {
		const dotted = { Agent: 'anna', '8.00': '', '8.30': 'x', '9.00': 'x', '9.30': '' };
		expect(statesIn([dotted], '2026-11-03T09:15')).toBe('anna available');
		expect(statesIn([dotted], '2026-11-03T09:45')).toBe('anna offline');
		// These follow each other as days do.
		const days = { Agent: 'anna', '2.11': 'OFF', '3.11': 'E', '4.11': 'OFF' };
		expect(statesIn([days], NOON, { legend })).toBe('anna available');
	});

	it('goes on with the next day after midnight, also from Sunday to Monday', () => {
		const night = [{ Agent: 'anna', Day: 'Sun', '23:00': 'x', '23:30': '', '00:00': 'x' }];
		expect(statesIn(night, '2026-11-02T00:15')).toBe('anna available');
		expect(statesIn(night, '2026-11-01T00:15')).toBe('anna offline');
		expect(statesIn(night, '2026-11-01T23:15')).toBe('anna available');
		const dated = [{ Agent: 'anna', Date: '2026-11-03', '23:00': 'x', '23:30': '', '00:00': 'x' }];
		expect(gridOf(dated).schedule.rules.map(({ time }) => time)).toEqual([
			{ kind: 'clock', days: { from: 20760, until: 20760 }, start: 1380, minutes: 30 },
			{ kind: 'clock', days: { from: 20761, until: 20761 }, start: 0, minutes: 30 },
		]);
	});

	it('a line without a day is passed over', () => {
		expect(statesIn([row('x'), { ...row('x'), Agent: 'bob', Date: '' }], '2026-11-03T09:30')).toBe(
			'anna available',
		);
	});

	it('may have all hours of a day as one stretch', () => {
		const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
		const all = { Agent: 'anna', Date: '2026-11-03', ...Object.fromEntries(hours.map((hour) => [hour, 'x'])) };
		expect(gridOf([all]).schedule.rules).toMatchObject([{ time: { start: 0, minutes: 1440 } }]);
	});
});

describe('a turned grid', () => {
	const legend = [code('E = 07:00-15:00'), code('W = 07:00-15:00', { days: 'Sat, Sun' })];

	it.each([
		...['-', '–', '—', 'none', 'Nobody', 'N/A', 'open', 'Open Shift', 'TBD', 'tba', 'TBC', 'vacant', 'Unassigned'],
		...['unfilled', 'offen', 'unbesetzt', 'wakat', 'brak', 'vacante', 'sin asignar', 'à pourvoir', '?'],
	])('%j is nobody', (cell) => {
		const items = [
			{ Shift: 'E', Mon: 'anna', Tue: cell },
			{ Shift: 'E', Mon: 'bob', Tue: cell },
		];
		const options = { legend, cellsHold: 'agents' as const };
		expect(notesIn(items, options)).toContain('2 shifts have no agent yet, and are left out.');
		expect(statesIn(items, NOON, options)).toBe('anna offline, bob offline');
	});

	it('names the shift by its label, but not by times alone', () => {
		const nameOf = (Shift: string) =>
			gridOf([{ Shift, Tue: 'anna' }], { legend, cellsHold: 'agents' }).schedule.rules.map(({ name }) => name);
		expect(nameOf('Late (13:00-21:00)')).toEqual(['Late']);
		expect(nameOf('13:00-21:00')).toEqual(['shift']);
		expect(nameOf(' 13:00-21:00')).toEqual(['shift']);
		expect(nameOf(' from 13:00-21:00 ')).toEqual(['from 13:00-21:00']);
		expect(nameOf('from 13:00-21:00')).toEqual(['from 13:00-21:00']);
	});

	it('has shifts on some of its days alone', () => {
		const options = { legend, cellsHold: 'agents' as const };
		const items = [{ Shift: 'W', Tue: 'anna', Sat: 'anna' }];
		expect(statesIn(items, NOON, options)).toBe('anna offline');
		expect(statesIn(items, '2026-11-07T12:00', options)).toBe('anna available');
		expect(gridOf(items, options).schedule.rules).toHaveLength(1);
		const dated = [{ Shift: 'W', '2026-11-03': 'anna', '2026-11-07': 'anna' }];
		expect(statesIn(dated, NOON, options)).toBe('anna offline');
		expect(statesIn(dated, '2026-11-07T12:00', options)).toBe('anna available');
	});

	it.each<[Row[], string]>([
		[
			[
				{ Shift: '', Tue: 'anna' },
				{ Shift: 'E', Tue: 'bob' },
			],
			'Row 1, Tue: has names, and its line has no shift',
		],
		[
			[
				{ Shift: 'Q', Tue: 'anna' },
				{ Shift: 'E', Tue: 'bob' },
			],
			'Row 1, Tue: "Q" has no meaning: add Q to \'Legend\'.',
		],
		[
			[
				{ Shift: 'TR', Tue: 'anna' },
				{ Shift: 'E', Tue: 'bob' },
			],
			`Row 1, Tue: "TR" does not say its times: add "TR" with its times to 'Legend', or write them in the cell, such as TR 09:00-17:00`,
		],
	])('%j is refused, and its agents alone get no state', (items, words) => {
		const options = { legend: [...legend, code('TR = busy')], cellsHold: 'agents' as const };
		expect(problemsIn(items, options)).toEqual([words]);
		expect(statesIn(items, NOON, options)).toBe('bob available');
	});

	it('with a line without a day passes over it', () => {
		const across = [
			{ Date: '2026-11-03', E: 'anna' },
			{ Date: '', E: 'bob' },
		];
		expect(statesIn(across, NOON, { legend })).toBe('anna available');
		const agents = [
			{ Date: '2026-11-03', anna: 'E' },
			{ Date: '', anna: 'E' },
		];
		expect(statesIn(agents, NOON, { legend })).toBe('anna available');
	});

	it.each<[Row[], object, string]>([
		[
			[{ Team: 'x', Hours: 3, Tue: 'anna' }],
			{ cellsHold: 'agents' },
			"No column says which shift each row is. It needs times such as 09:00-17:00, or codes of 'Legend'. The columns beside the days are: Team, Hours",
		],
		[
			[{ Tue: 'anna', Wed: 'bob' }],
			{ cellsHold: 'agents' },
			"No column says which shift each row is. It needs times such as 09:00-17:00, or codes of 'Legend'. The columns beside the days are: none",
		],
		[
			[{ Date: '2026-11-03', Start: '9:00', Desk: 'x' }],
			{},
			`This is not a grid: it has the column "Start". Set 'Roster From' to 'Rows of the Input'`,
		],
		[
			[{ Date: '2026-11-03', One: 'x', Two: 'y' }],
			{},
			`It is not clear whether the cells hold agents or codes, such as "x" in the column "One". Set 'Cells Hold', and add the "One" and "Two" or the codes to 'Legend', with their times`,
		],
		[
			[{ One: 'x', Two: 'y' }],
			{},
			'No column is a day or a time of day. A grid has days across (Mon, 2026-11-23, 23/11), times across (08:00, 08:30) or a column of days. The columns are: One, Two',
		],
		[
			[{ Date: '2026-11-03', One: '', Two: null }],
			{},
			"All cells are empty: it is not clear whether they hold agents or codes. Set 'Cells Hold'",
		],
		[
			[{ Badge: '1', Desk: 'D', '9:00': 'x', '10:00': 'x', '11:00': 'x' }],
			{},
			"More than one column may hold the agents: Badge, Desk. Name the right one in 'Columns With Other Names', 'Agent Column'",
		],
		[
			[{ Desk: 'x', Spot: 'y', Tue: 'anna' }],
			{ cellsHold: 'agents' },
			"No column says which shift each row is. It needs times such as 09:00-17:00, or codes of 'Legend'. The columns beside the days are: Desk, Spot",
		],
		...['End', 'Start Time', 'End Time'].map((heading): [Row[], object, string] => [
			[{ Date: '2026-11-03', [heading]: '9:00', Desk: 'x' }],
			{},
			`This is not a grid: it has the column "${heading}". Set 'Roster From' to 'Rows of the Input'`,
		]),
		[
			[{ Agent: 'anna', Date: '2026-11-03', Code: 'E' }],
			{},
			`This is not a grid: it has a column of days, "Date", and a column of agents. Set 'Roster From' to 'Rows of the Input'. The columns are: Agent, Date, Code`,
		],
		[
			[{ Consultant: 'anna', Date: '2026-11-03', Code: 'E' }],
			{},
			`This is not a grid: it has a column of days, "Date", and a column of agents. Set 'Roster From' to 'Rows of the Input'. The columns are: Consultant, Date, Code`,
		],
		[
			[{ From: '3/11/2026', E: 'anna' }],
			{},
			`Column "From": The column "3/11/2026" is 2026-11-03 or 2026-03-11. Set 'Dates Are', or write it as 2026-11-03`,
		],
		[
			[{ Date: '2026-11-03', E: 'E' }],
			{},
			`It is not clear whether the cells hold agents or codes, such as "E" in the column "E". Set 'Cells Hold', and add the "E" or the codes to 'Legend', with their times`,
		],
	])('%j is refused as a whole', (items, options, words) => {
		expect(refusalOf(items, { legend, ...options })).toBe(words);
	});

	it('has as its shifts the column in which all cells are shifts', () => {
		expect(statesIn([{ Desk: '', Shift: 'E', Tue: 'anna' }], NOON, { legend })).toBe('anna available');
		expect(
			statesIn(
				[
					{ Shift: 'E', Tue: 'anna' },
					{ Shift: '', Wed: 'x' },
				],
				NOON,
				{ legend },
			),
		).toBe('anna available');
		const half = [{ Shift: 'E/TR', Tue: 'anna' }];
		expect(problemsIn(half, { legend: [...legend, code('TR = busy')] })).toEqual([
			`Row 1, Tue: "anna" has no meaning: add anna to 'Legend'.`,
		]);
		// A day off is not a shift, and neither is a code that nobody knows: then the column holds agents.
		expect(statesIn([{ Desk: 'OFF', Tue: 'E' }], NOON, { legend })).toBe('OFF available');
		const mixed = [
			{ Desk: 'E', Tue: 'anna' },
			{ Desk: 'D2', Tue: 'bob' },
		];
		expect(problemsIn(mixed, { legend })).toEqual([
			`Row 1, Tue: "anna" has no meaning: add anna to 'Legend'. Codes without a meaning: anna, bob`,
			`Row 2, Tue: "bob" has no meaning: add bob to 'Legend'.`,
		]);
	});

	it('has as its shifts the only column that can be it, if the form says that the cells hold agents', () => {
		expect(problemsIn([{ Team: 'x', Desk: 'D2', Tue: 'anna' }], { legend, cellsHold: 'agents' })).toEqual([
			`Row 1, Tue: "D2" has no meaning: add D2 to 'Legend'.`,
		]);
	});

	it('has no shifts where agents are called so, or the form says that the cells hold codes', () => {
		const items = [{ Agent: 'anna', Desk: 'E', Tue: 'L' }];
		const words = `Row 1, Desk: has codes or times, and its heading is not a day: correct it, or add it to 'Columns to Leave Out'`;
		expect(problemsIn(items, { legend: [...legend, code('L = 14:00-22:00')] })).toEqual([words]);
		expect(problemsIn([{ Badge: 'anna', Desk: 'E', Tue: 'E' }], { legend, columns: { agent: 'badge' } })).toEqual([
			words,
		]);
		expect(problemsIn([{ Employee: 'anna', Desk: 'E', Tue: 'E' }], { legend })).toEqual([words]);
		expect(statesIn([{ Desk: 'E', Tue: 'OFF' }], NOON, { legend, cellsHold: 'codes' })).toBe('E offline');
	});

	it('may have times of the day for shifts', () => {
		const items = [{ Date: '2026-11-03', '08:00-12:00': 'anna', '12:00-16:00': 'bob', '16:00-20:00': 'cleo' }];
		expect(statesIn(items, NOON)).toBe('anna offline, bob available, cleo offline');
	});

	it('may say what its cells hold', () => {
		const items = [{ Date: '2026-11-03', One: 'E', Two: 'E' }];
		expect(statesIn(items, NOON, { legend, cellsHold: 'codes' })).toBe('One available, Two available');
		const names = [{ Date: '2026-11-03', E: 'OFF' }];
		expect(statesIn(names, NOON, { legend, cellsHold: 'agents' })).toBe('OFF available');
	});

	it('tells what it was read as', () => {
		const readAs = (items: Row[], options = {}) => notesIn(items, { legend, ...options })[0];
		expect(readAs([{ Agent: 'anna', Mon: 'E', Tue: 'E' }])).toBe(
			'Read "Agent" as the agent, and "Mon" to "Tue" as days.',
		);
		expect(readAs([{ Agent: 'anna', Mon: 'E', Tue: 'E', Wed: 'E' }])).toBe(
			'Read "Agent" as the agent, and "Mon" to "Wed" as days.',
		);
		expect(readAs([{ Agent: 'anna', Mon: 'E' }])).toBe('Read "Agent" as the agent, and "Mon" as days.');
		expect(readAs([{ Shift: 'E', Mon: 'anna' }])).toBe(
			'Read "Shift" as the shift, the cells as agents, and "Mon" as days.',
		);
		expect(readAs([{ Date: '2026-11-03', anna: 'E' }])).toBe('Read "Date" as the day, and "anna" as agents.');
		expect(readAs([{ Date: '2026-11-03', E: 'anna' }])).toBe(
			'Read "Date" as the day, "E" as shifts, and the cells as agents.',
		);
		const times = { Agent: 'anna', '9:00': 'x', '10:00': 'x', '11:00': '' };
		expect(readAs([times])).toBe(
			`Read "Agent" as the agent, and the times as those of every day: set 'Date in the Grid' if they are of one day.`,
		);
		expect(readAs([times], { inPeriod: 20760 })).toBe(
			'Read "Agent" as the agent, and the times as those of 2026-11-03.',
		);
		expect(readAs([{ ...times, Date: '2026-11-03' }])).toBe('Read "Agent" as the agent, and "Date" as the day.');
	});
});

describe('days down', () => {
	const legend = [code('E = 07:00-15:00')];

	it.each<[string, Row]>([
		['a weekday', { Day: 'Tue', Date: '2026-11-03', anna: 'E' }],
		['another date, which says nothing about work', { Notes: '2026-12-01', Date: '2026-11-03', anna: 'E' }],
		['an empty column of weeks', { Week: '', Date: '2026-11-03', anna: 'E' }],
	])('may have beside it %s', (_, row) => {
		expect(statesIn([row], NOON, { legend })).toBe('anna available');
		expect(statesIn([row], '2026-11-10T12:00', { legend })).toBe('anna ?');
		expect(notesIn([row], { legend })[0]).toBe('Read "Date" as the day, and "anna" as agents.');
	});

	it('are in a column of which all values are days that differ', () => {
		const items = [
			{ Week: 'Mon', Date: '2026-11-03', anna: 'E' },
			{ Week: 'Monday', Date: '2026-11-04', anna: 'OFF' },
		];
		expect(statesIn(items, NOON, { legend })).toBe('anna available');
		expect(statesIn(items, '2026-11-04T12:00', { legend })).toBe('anna offline');
	});

	it('are not numbers of agents that could be those of a sheet', () => {
		const row = { 'Employee ID': '46330', Date: '2026-11-03', '09:00': 'x', '10:00': 'x', '11:00': '' };
		expect(statesIn([row], '2026-11-03T09:30')).toBe('46330 available');
	});

	it.each<[string, Row[], string]>([
		[
			'From',
			[{ From: '3/11/2026', E: 'anna' }],
			`Column "From": The column "3/11/2026" is 2026-11-03 or 2026-03-11. Set 'Dates Are', or write it as 2026-11-03`,
		],
		[
			'Days',
			[
				{ Days: 'Mon', E: 'anna' },
				{ Days: 'Monday', E: 'bob' },
			],
			'Column "Days": The columns "Mon" and "Monday" are the same weekday. Write the headings as dates',
		],
	])('in our own column %s are told where they cannot be read', (_, rows, words) => {
		expect(refusalOf(rows, { legend })).toBe(words);
	});
});

describe('weeks down', () => {
	const legend = [code('E = 07:00-15:00')];
	const weeks = (heading: string) => [
		{ [heading]: '2026-11-02', E: 'anna' },
		{ [heading]: '2026-11-09', E: 'bob' },
		{ [heading]: '2026-11-12', E: 'cleo' },
	];

	it.each([
		'Week',
		'Week Commencing',
		'W/C',
		'wc',
		'Woche',
		'KW',
		'Tydzień',
		'Semana',
		'Semaine',
		'Settimana',
		'Weken',
	])('%s is the first day of a week, which lasts until the next', (heading) => {
		const states = (at: string) => statesIn(weeks(heading), at, { legend });
		expect(states('2026-11-08T12:00')).toBe('anna available, bob offline, cleo offline');
		expect(states('2026-11-11T12:00')).toBe('anna offline, bob available, cleo offline');
		expect(states('2026-11-18T12:00')).toBe('anna offline, bob offline, cleo available');
		expect(states('2026-11-19T12:00')).toBe('anna ?, bob ?, cleo ?');
		expect(statesIn(weeks(heading).reverse(), '2026-11-11T12:00', { legend })).toBe(
			'cleo offline, bob available, anna offline',
		);
	});

	it.each([
		...['Date', 'Week Day', 'Day of the Week', 'Wochentag', 'Tag der Woche', 'Día de la semana', 'Weekdag'],
		...['Midweek', 'Kwota', 'WCX'],
	])('%s is a day, and no week', (heading) => {
		const states = (at: string) => statesIn(weeks(heading), at, { legend });
		expect(states('2026-11-02T12:00')).toBe('anna available, bob offline, cleo offline');
		expect(states('2026-11-03T12:00')).toBe('anna ?, bob ?, cleo ?');
		expect(states('2026-11-13T12:00')).toBe('anna ?, bob ?, cleo ?');
	});

	it.each(['Week Ending', 'Week-End', 'W/E', 'Wochenende', 'Fin de semana', 'Fine settimana'])(
		'%s is refused, since weeks are known by their first days',
		(heading) => {
			expect(refusalOf(weeks(heading), { legend })).toBe(
				`Column "${heading}": its dates are not the first days of weeks. Write these, under a heading such as "Week Commencing"`,
			);
			// Beside dates it says nothing more.
			const dated = [{ [heading]: '2026-11-08', Date: '2026-11-03', E: 'anna' }];
			expect(statesIn(dated, NOON, { legend })).toBe('anna available');
			expect(statesIn(dated, '2026-11-08T12:00', { legend })).toBe('anna ?');
		},
	);

	it('last to the next one, in whatever order they stand', () => {
		const items = [
			{ Week: '2026-11-12', E: 'anna' },
			{ Week: '2026-11-02', E: 'bob' },
			{ Week: '2026-11-14', E: 'cleo' },
			{ Week: '2026-11-09', E: 'dan' },
		];
		const working = (at: string) => statesIn(items, at, { legend }).replace(/ offline/g, '');
		expect(working('2026-11-08T12:00')).toBe('anna, bob available, cleo, dan');
		expect(working('2026-11-11T12:00')).toBe('anna, bob, cleo, dan available');
		expect(working('2026-11-13T12:00')).toBe('anna available, bob, cleo, dan');
	});

	it('are not numbers, whatever the date in the grid', () => {
		const items = [
			{ KW: 23, E: 'anna' },
			{ KW: '24.', E: 'bob' },
		];
		expect(refusalOf(items, { legend, inPeriod: 20760 })).toContain('No column is a day');
	});

	it('are not weekdays: under such a heading, these are days', () => {
		const items = [
			{ Week: 'Mon', E: 'anna' },
			{ Week: 'Tue-Wed', E: 'bob' },
		];
		for (const options of [{ legend }, { legend, inPeriod: 20760 }]) {
			expect(statesIn(items, NOON, options)).toBe('anna offline, bob available');
			expect(statesIn(items, '2026-11-05T12:00', options)).toBe(
				'inPeriod' in options ? 'anna ?, bob ?' : 'anna offline, bob offline',
			);
		}
	});

	it('beside the days in them are refused', () => {
		const items = [
			{ Week: '2026-11-02', Day: 'Mon', anna: 'E' },
			{ Week: '2026-11-02', Day: 'Tue', anna: 'OFF' },
		];
		expect(refusalOf(items, { legend })).toBe(
			'The column "Week" has weeks, and "Day" days in them. Write the date of each line in one column',
		);
	});
});

describe('notes of a grid', () => {
	it('tell the usual words in labels and under times, too', () => {
		const said = (words: string) => `Read ${words}. If a word means something else, add it to 'Legend'.`;
		const label = [{ Shift: 'Phones 9:00-17:00', Tue: 'anna' }];
		expect(notesIn(label, { cellsHold: 'agents' })).toContain(said('"Phones" as available'));
		const times = [{ Agent: 'anna', '9:00': 'x', '10:00': 'Lunch', '11:00': 'x' }];
		expect(notesIn(times)).toContain(said('"Lunch" as break'));
	});

	it('quote no more than eight names', () => {
		const names = Array.from({ length: 9 }, (_, index) => `Team ${index}`);
		const row = { Agent: 'anna', Tue: 'OFF', ...Object.fromEntries(names.map((name) => [name, 'x'])) };
		expect(notesIn([row])).toContain(
			'Columns "Team 0", "Team 1", "Team 2", "Team 3", "Team 4", "Team 5", "Team 6", "Team 7" and 1 more are not read.',
		);
		const { [names[8] ?? '']: _, ...eight } = row as Row;
		expect(notesIn([eight]).join()).toContain('"Team 6" and "Team 7" are not read.');
		expect(notesIn([{ Agent: 'anna', Tue: 'OFF', Team: 'x' }])).toContain('Column "Team" is not read.');
		expect(notesIn([{ Agent: 'anna', Tue: 'OFF', Team: '' }]).join()).not.toContain('not read');
	});
});
