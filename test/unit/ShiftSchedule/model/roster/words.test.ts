import { isAwayWord, isBreakWord } from '../../../../../nodes/ShiftSchedule/model/roster/awayWords';
import { parseWeekdays } from '../../../../../nodes/ShiftSchedule/model/roster/days';
import type { LegendLine } from '../../../../../nodes/ShiftSchedule/model/roster/legend';
import { codeLines, linesOfSheet } from '../../../../../nodes/ShiftSchedule/model/roster/legendRows';
import { saysNo, unreadProblem } from '../../../../../nodes/ShiftSchedule/model/roster/unread';
import {
	meaningText,
	stateMeant,
	usualMeaning,
	type MeaningName,
} from '../../../../../nodes/ShiftSchedule/model/roster/usualWords';
import { rowsAsMeant } from '../../../../../nodes/ShiftSchedule/model/roster/wordRows';

const split = (lines: string[]): string[] => lines.flatMap((line) => line.split(', '));

describe('a word in a column that nobody named', () => {
	it.each(
		split([
			'Leave, Annual Leave, Sick Leave, Parental Leave, Maternity Leave, Unpaid Leave, On Leave, LOA, Sick, Sickness',
			'Ill, Absent, Absence, No Show, Holiday, Holidays, Bank Holiday, Public Holiday, Vacation, Vacations, PTO, TOIL',
			'Time Off, Day Off, OFF, Rest Day, RDO, Week Off, Weekly Off, Off Duty, Not Working, Away, Out of Office, OOO',
			'Cancelled, Canceled, Declined, Deleted, Rejected, Withdrawn, Void, Draft, Unassigned, Swapped, Dropped',
			'Urlaub, krank, Feiertag, frei, abwesend, storniert, abgesagt, ausgefallen, entfällt',
			'Urlop, chory, chora, chorobowe, wolne, nieobecny, nieobecna, odwołany, anulowany, święto',
			'Vacaciones, enfermo, baja, festivo, libre, ausente, cancelado, anulado, permiso',
			'Congé, congés, malade, férié, absente, annulé, repos',
			'Malattia, assente, annullato, riposo, férias, doente, folga, feriado, vakantie, ziek, verlof',
			' sick , Sick-Leave, NO_SHOW, day\u00a0off',
		]),
	)('%j means a day off', (word) => {
		expect(isAwayWord(word)).toBe(true);
		expect(isBreakWord(word)).toBe(false);
	});

	it.each(
		split([
			'Break, Lunch, Lunch Break, Meal, Meal Break, Rest Break, Tea Break, Coffee Break, Pause, Mittagspause, Przerwa',
			'Descanso, Almuerzo, Comida, Pausa, Pranzo, Déjeuner, Lunchpauze',
		]),
	)('%j is a break', (word) => {
		expect(isBreakWord(word)).toBe(true);
		expect(isAwayWord(word)).toBe(false);
	});

	it.each<[unknown, string]>([
		['Confirmed', 'is none of them'],
		['is off on Tuesday', 'is a sentence'],
		['Leave 2', 'has a number'],
		['AL', 'is too short to be certain there'],
		['', 'says nothing'],
		[7, 'is not text'],
		[true, 'is not text'],
		[null, 'is not text'],
		[`Sick${' '.repeat(37)}`, 'is too long to be a word'],
	])('%j %s', (cell) => {
		expect([isAwayWord(cell), isBreakWord(cell)]).toEqual([false, false]);
	});

	it.each([true, 1, 'TRUE', 'Yes', 'y', 'X', '1', 'ja', 'Tak', 'Sí', 'oui'])(
		'under Cancelled, %j says yes',
		(cell) => {
			expect(unreadProblem({ says: 'away' }, cell)).toContain('means a day off');
		},
	);

	it.each([false, 0, 'FALSE', 'No', 'n', '0', '-', 'none', 'Nein', 'Nie', 'Non'])(
		'under Published, %j says no',
		(cell) => {
			expect(saysNo(cell)).toBe(true);
			expect(unreadProblem({ says: 'holds' }, cell)).toBe(
				`says "${String(cell)}", and this column is not read. Leave the row out if it does not hold`,
			);
			expect(unreadProblem({ says: 'away' }, cell)).toBeUndefined();
			expect(unreadProblem({ says: 'break' }, cell)).toBeUndefined();
		},
	);

	it.each([2, 'maybe', {}, null])('%j says neither', (cell) => {
		expect(saysNo(cell)).toBe(false);
		expect(unreadProblem({ says: 'away' }, cell)).toBeUndefined();
		expect(unreadProblem({ says: 'holds' }, cell)).toBeUndefined();
		expect(unreadProblem({ says: 'break' }, cell)).toContain('Write the break in a row of kind break');
	});

	it.each(['busy', 'Offline', 'On break', 'Lunch', 'Sick'])('%j is a state or none, under any heading', (cell) => {
		expect(unreadProblem({}, cell)).toBe(
			`says "${cell}", and this column is not read. Leave the row out, or name the column under 'Columns With Other Names', as Kind or State`,
		);
	});
});

/** What each word of a grid or a legend means, without a legend that says so. */
const meanings: Record<MeaningName, string[]> = {
	off: [
		'OFF, Day Off, Days off, Off Day, Off Duty, Rest Day, RDO, Rostered Day Off, ADO, WO, Week Off, Weekly Off',
		'W/O, Comp Off, TOIL, Not Working, Not Scheduled, Non Working Day, -, –, —, frei, dienstfrei, freier Tag',
		'Ruhetag, wolne, dzień wolny, wolny, libre, día libre, descanso, folga, repos, jour de repos, riposo, vrij',
		'ledig, fri, vapaa, volno, szabadnap, выходной, 休み, 公休, 休息',
	],
	leave: [
		'AL, A/L, Annual Leave, PTO, Paid Time Off, Time Off, Vacation, Vacations, Vacation Day, Leave, On Leave, Holiday',
		'Holidays, Sick, Sick Leave, Sick Day, Sickness, Off Sick, Ill, Casual Leave, Privilege Leave, Paid Leave',
		'Unpaid Leave, Maternity, Maternity Leave, Paternity, Paternity Leave, Parental Leave, Family Leave, Medical Leave',
		'Compassionate Leave, Bereavement, Bereavement Leave, Jury Duty, LOA, Leave of Absence, FMLA, OOO, Out of Office',
		'Absent, Absence, Study Leave, Special Leave, Urlaub, krank, Krankheit, Krankmeldung, Elternzeit, Mutterschutz',
		'Sonderurlaub, abwesend, urlop, urlop wypoczynkowy, chorobowe, zwolnienie lekarskie, L4, choroba, nieobecność',
		'nieobecny, nieobecna, chory, chora, vacaciones, vacación, baja, baja médica, enfermo, enferma, enfermedad, ausente',
		'férias, doente, congé, congés, congés payés, vacances, maladie, arrêt maladie, RTT, malade, absente, malattia',
		'ferie, assente, vakantie, verlof, ziek, semester, sjuk, sygdom, syg, sykdom, loma, sairas, dovolená, nemoc',
		'dovolenka, szabadság, beteg, concediu, отпуск, больничный, відпустка, 有休, 有給, 年休, 病欠, 年假, 病假, 휴가',
	],
	holiday: [
		'Public Holiday, Bank Holiday, National Holiday, Statutory Holiday, Stat Holiday, PH, Feiertag, święto, festivo',
		'feriado, férié, jour férié, feestdag, helgdag, праздник, 祝日',
	],
	break: [
		'Break, Lunch, Lunch Break, Meal, Meal Break, MealBreak, Coffee, Coffee Break, Tea Break, Rest Break, Pause',
		'Mittagspause, Mittag, przerwa, almuerzo, pausa, déjeuner, pauze',
	],
	busy: [
		'Busy, Meeting, Team Meeting, Training, Coaching, 1:1, One-on-One, One on One, Side by Side, Besprechung, Schulung',
		'spotkanie, szkolenie, reunión, formación, réunion, formation, riunione',
	],
	available: [
		'Available, Phone, Phones, On Phone, On the Phone, Calls, Inbound, Inbound Calls, Inbound Phone, On Queue, On-Queue',
		'Chat, Chats, Live Chat, Telefon, Telefonie, teléfono, téléphone',
	],
	offline: ['Offline'],
};

describe('a word of a grid', () => {
	it.each(
		Object.entries(meanings).flatMap(([meaning, lines]) =>
			split(lines).map((word) => [word, meaning as MeaningName] as const),
		),
	)('%s means %s', (word, meaning) => {
		expect(usualMeaning(word)).toBe(meaning);
		expect(usualMeaning(`  ${word.toUpperCase()} `)).toBe(meaning);
		expect(usualMeaning(`${word}.`)).toBe(meaning);
	});

	// One thing here and another there; and who is free takes calls.
	it.each(['E', 'N', 'H', 'CL', 'ML', 'free', 'W O', '', '.'])('%j means nothing without a legend', (word) => {
		expect(usualMeaning(word)).toBeUndefined();
	});

	it.each<[MeaningName, string, string]>([
		['available', 'available', 'available'],
		['busy', 'busy', 'busy'],
		['break', 'break', 'break'],
		['offline', 'offline', 'offline'],
		['off', 'offline', 'a day off'],
		['leave', 'offline', 'leave'],
		['holiday', 'offline', 'a holiday'],
	])('%s puts agents %s, and is called %s', (meaning, state, called) => {
		expect(stateMeant(meaning)).toBe(state);
		expect(meaningText[meaning]).toBe(called);
	});
});

describe('words for days', () => {
	it.each(
		split([
			'daily, every day, everyday, each day, all days, all, *, 7 days, 7 days a week, täglich, codziennie, diario',
			'diariamente, quotidien, tous les jours, dagelijks, denně, Mon-Sun',
		]),
	)('%s is every day', (text) => {
		expect(parseWeekdays(text)).toEqual({ kind: 'value', value: [1, 2, 3, 4, 5, 6, 7] });
	});

	it.each<[string, number[]]>([
		...split(['weekday, weekdays, M-F, L-V, Weekdays', 'Mon to Fri, Mon thru Fri, Mon through Fri']).map(
			(text): [string, number[]] => [text, [1, 2, 3, 4, 5]],
		),
		...split(['Mon till Fri, Mon until Fri, Montag bis Freitag, lundi à vendredi, lundi au vendredi']).map(
			(text): [string, number[]] => [text, [1, 2, 3, 4, 5]],
		),
		...split(['lunes a viernes, lunes al viernes, poniedziałek do piątek, maandag tot vrijdag']).map(
			(text): [string, number[]] => [text, [1, 2, 3, 4, 5]],
		),
		...split([
			'maandag tot en met vrijdag, maandag t/m vrijdag, lunedì a venerdì, segunda-feira a sexta-feira',
		]).map((text): [string, number[]] => [text, [1, 2, 3, 4, 5]]),
		...split(['segunda-feira até sexta-feira, pondělí až pátek, pondělí do pátek, pondelok až piatok']).map(
			(text): [string, number[]] => [text, [1, 2, 3, 4, 5]],
		),
		['pondelok do piatok', [1, 2, 3, 4, 5]],
		...split(['lundi a vendredi, segunda-feira ate sexta-feira, pondeli az patek, pondelok az piatok']).map(
			(text): [string, number[]] => [text, [1, 2, 3, 4, 5]],
		),
		['poniedzialek - piatek', [1, 2, 3, 4, 5]],
		['lordag, søndag', [6, 7]],
		['weekend', [6, 7]],
		['Weekends', [6, 7]],
		['weekend, Wed', [3, 6, 7]],
		['Fri-Mon', [1, 5, 6, 7]],
		['every Mon and Tue', [1, 2]],
		['on Weds', [3]],
		['M, W, F', [1, 3, 5]],
		['M, T, W, Th, F', [1, 2, 3, 4, 5]],
	])('%s are the days %j', (text, days) => {
		expect(parseWeekdays(text)).toEqual({ kind: 'value', value: days });
	});
});

describe('a row of kind code', () => {
	const lineOf = (row: Record<string, unknown>) => codeLines([{ kind: 'Code', ...row }]).lines[0];

	it.each(split(['code, shift, Shift Code, Abbreviation, Kürzel, Skrót, Código, Sigla']))(
		'%s is its code',
		(heading) => {
			expect(lineOf({ [heading]: 'E' })?.code).toBe('E');
		},
	);

	it.each(split(['means, Meaning, State, Bedeutung, Znaczenie, Significado, Signification']))(
		'%s is what it means',
		(heading) => {
			expect(lineOf({ [heading]: 'off' })?.means).toBe('off');
		},
	);

	it.each(split(['times, time, start, hours, Zeiten, Zeit, Godziny, Horario, Horaire']))(
		'%s is its times',
		(heading) => {
			expect(lineOf({ [heading]: '7-15' })?.times).toBe('7-15');
			expect(lineOf({ [heading]: '7:00', end: '15:00' })?.times).toBe('7:00-15:00');
		},
	);

	it('has a reason, a break and days', () => {
		expect(lineOf({ reason: 'r', break: '12-13', days: 'Mon' })).toMatchObject({
			...{ reason: 'r', pause: '12-13', days: 'Mon' },
		});
		expect(lineOf({ pause: '12-13' })?.pause).toBe('12-13');
		expect(lineOf({ Przerwa: '12-13' })?.pause).toBe('12-13');
	});

	it('is found by its place in the table, and its first filled column holds', () => {
		const rows = [{ kind: 'shift' }, { kind: 'code', code: '', shift: 'E' }, { kind: 'code', row_number: 7 }, {}];
		const { lines, indexes } = codeLines(rows);
		expect(lines.map(({ place, code }) => [place, code])).toEqual([
			['Row 2', 'E'],
			['Row 7', ''],
		]);
		expect(indexes).toEqual(new Set([1, 2]));
	});
});

describe('a table that is a legend', () => {
	it('has a line in each row that says something', () => {
		const rows = [
			{ row_number: 3, Code: ' E ', Start: '7:00', End: '15:00' },
			{ row_number: 4, Code: '', Meaning: null },
			{ Code: 'AL', Meaning: 'leave', Times: '', Reason: 'Paid', Break: '11:00 30m', Days: 'Mon' },
		];
		const nothing = { code: '', means: '', times: '', reason: '', pause: '', days: '' };
		expect(linesOfSheet(rows)).toEqual([
			{ ...nothing, place: 'Legend, row 3', code: 'E', times: '7:00-15:00' },
			{
				...{ place: 'Legend, row 3', code: 'AL', means: 'leave', times: '', reason: 'Paid' },
				...{ pause: '11:00 30m', days: 'Mon' },
			},
		]);
	});
});

describe('a row with a word', () => {
	const line = (code: string, times: string, more: Partial<LegendLine> = {}): LegendLine => {
		return { place: 'Legend 1', code, means: '', times, reason: '', pause: '', days: '', ...more };
	};
	const legend = [
		line('E', '07:00-15:00', { pause: '11:00 30m' }),
		line('N', '22:00-06:00'),
		line('L', '16:00-24:00'),
		line('S', '9-13, 14-18'),
		line('V', '', { means: 'leave', reason: 'Paid' }),
	];
	const anna = { agent: 'anna', from: '2026-01-05' };
	const early = { ...anna, shift: 'E', kind: 'shift', state: 'available', start: '07:00-15:00' };

	it.each<[Record<string, unknown>, Record<string, unknown>]>([
		[{ kind: 'Annual Leave' }, { shift: 'Annual Leave', kind: 'leave', reason: 'Annual Leave' }],
		[{ kind: ' sick ' }, { shift: 'sick', kind: 'leave', reason: 'sick' }],
		[
			{ kind: 'Sick', reason: 'Flu' },
			{ shift: 'Sick', kind: 'leave', reason: 'Flu' },
		],
		[{ kind: 'Public Holiday' }, { shift: 'Public Holiday', kind: 'holiday', reason: 'Public Holiday' }],
		[{ kind: 'V' }, { shift: 'V', kind: 'leave', reason: 'Paid' }],
		[{ start: 'OFF' }, { shift: 'OFF', kind: 'leave', start: '' }],
		[
			{ start: '', 'Start Time': 'OFF' },
			{ shift: 'OFF', kind: 'leave', start: '', 'Start Time': '' },
		],
		[
			{ start: 'OFF', end: 'OFF' },
			{ shift: 'OFF', kind: 'leave', start: '', end: '' },
		],
		[{ start: 'E' }, early],
		[
			{ start: 'e', end: 'E' },
			{ ...early, end: '' },
		],
		[{ kind: 'E' }, early],
		[
			{ kind: 'E', start: '9:00', end: '10:00' },
			{ ...early, start: '9:00', end: '10:00' },
		],
		[{ shift: 'E' }, early],
		[{ shift: 'N' }, { ...early, shift: 'N', start: '22:00-06:00 (+1)' }],
		[{ shift: 'L' }, { ...early, shift: 'L', start: '16:00-00:00' }],
		[{ shift: 'S' }, { ...early, shift: 'S', start: '09:00-13:00, 14:00-18:00' }],
		[
			{ Activity: 'Lunch', start: '12:00', end: '12:30' },
			{
				...{ Activity: '', shift: 'Lunch', kind: 'shift', state: 'break', reason: 'Lunch' },
				start: '12:00',
				end: '12:30',
			},
		],
		[
			{ Activity: 'Phone', start: '9:00', end: '10:00' },
			{ ...{ Activity: '', shift: 'Phone', kind: 'shift', state: 'available' }, start: '9:00', end: '10:00' },
		],
		[{ Activity: 'E' }, { ...early, Activity: '' }],
	])('%j is read as what it means', (row, expected) => {
		const { rows, words, problems } = rowsAsMeant([{ ...anna, ...row }], legend, {});
		expect(rows[0]).toEqual({ ...anna, ...expected });
		expect([words.map(({ code }) => code), problems]).toEqual([[expected.shift], []]);
	});

	it.each<Record<string, unknown>>([
		{ kind: 'Leave' },
		{ kind: 'holiday' },
		{ kind: 'Stocktaking' },
		{ kind: '', Activity: '' },
		{ kind: 'shift', Activity: 'Lunch', start: '9:00' },
		{ start: '9:00', end: '17:00' },
		{ shift: 'E', until: '2026-01-06' },
		{ shift: 'E', days: 'Mon' },
		{ shift: 'E', rotation: '4 on 4 off from 2026-01-05' },
		{ shift: 'E', end: '17:00' },
		{ shift: 'E', start: '9:00' },
		{ shift: 'Morning' },
		{ shift: 'E', kind: 'extra' },
		{ Notes: 'Lunch' },
	])('%j stays as it is', (row) => {
		const { rows, words } = rowsAsMeant([{ ...anna, ...row }], legend, {});
		expect([rows, words]).toEqual([[{ ...anna, ...row }], []]);
	});

	it.each(['Activity', 'Activity Name', 'Activity Type', 'Activity Code', 'Shift Code', 'Code'])(
		'whose %s has no meaning is of a kind that nobody knows',
		(heading) => {
			const { rows, words } = rowsAsMeant([{ ...anna, [heading]: ' Stocktaking ' }], legend, {});
			expect([rows, words]).toEqual([[{ ...anna, [heading]: '', kind: 'Stocktaking' }], []]);
		},
	);

	it('may have it in the columns that the user names', () => {
		const columns = { kind: 'Type', start: 'Begin', end: 'Over', reason: 'Why' };
		const given = [
			{ ...anna, Type: 'Sick', Why: 'Flu' },
			{ ...anna, Begin: 'E', Over: 'x' },
		];
		expect(rowsAsMeant(given, legend, columns).rows.slice(0, 2)).toEqual([
			{ ...anna, Type: 'leave', shift: 'Sick', Why: 'Flu' },
			{ ...anna, kind: 'shift', state: 'available', shift: 'E', Begin: '07:00-15:00', Over: '' },
		]);
	});

	it('brings the break of its code with it, and rows of kind code are blank', () => {
		const own = { kind: 'code', shift: 'D', start: '10:00', end: '18:00', break: '13:00 1h' };
		const { rows, words } = rowsAsMeant([own, { ...anna, start: 'D' }, { ...anna, start: 'D' }], legend, {});
		const read = { ...early, shift: 'D', start: '10:00-18:00' };
		expect(rows).toEqual([{}, read, read, { agent: '*', kind: 'break', shift: 'D', start: '13:00', end: '1h' }]);
		expect(words.map(({ code }) => code)).toEqual(['D']);
	});

	it('is told of where the legend is wrong', () => {
		expect(rowsAsMeant([], [line('X', 'early')], {}).problems).toEqual([
			'Legend 1: the times of "X": "early" has no times that can be read: write them as 09:00-17:00',
		]);
		const both = line('X', '08:00-16:00', { means: '7:00-15:00' });
		expect(rowsAsMeant([], [both], {}).problems[0]).toContain(
			'Legend 1: "X" means "7:00-15:00", which is not a meaning: write one of',
		);
		expect(rowsAsMeant([], [line('X', '', { means: '7:00-15:00' })], {}).problems).toEqual([]);
		expect(rowsAsMeant([], [line('X', '')], {}).problems[0]).toContain('"X" means "", which is not a meaning');
	});

	it.each<[string, string, string]>([
		['11:00 30m', '11:00', '30m'],
		['11:00 30', '11:00', '30'],
		['11:00-11:30', '11:00', '11:30'],
		['11:00 – 11:30', '11:00', '11:30'],
		['11:00—11:30', '11:00', '11:30'],
		['11:00, 1 hour', '11:00', '1 hour'],
		['11:00,2 Hours', '11:00', '2 Hours'],
		['11:00 for 1 minute', '11:00', '1 minute'],
		['11:00 for 45 minutes', '11:00', '45 minutes'],
		['4h after start, 1.5h', '4h after start', '1.5h'],
		['1h before end 20 min', '1h before end', '20 min'],
	])('has the break %j of its code from %s, until or for %s', (pause, start, end) => {
		const { rows, problems } = rowsAsMeant([{ ...anna, shift: 'D' }], [line('D', '10-18', { pause })], {});
		expect([rows[1], problems]).toEqual([{ agent: '*', kind: 'break', shift: 'D', start, end }, []]);
	});

	it.each(['soon', '30m', '11:00 30x', '11:00 soon'])('has no break %j', (pause) => {
		expect(rowsAsMeant([], [line('D', '10-18', { pause })], {}).problems).toEqual([
			`Legend 1: the break of "D": "${pause}" is not a break: write 11:00 30m`,
		]);
	});

	it('has the code that is spelled the same, and else the first that is spelled like it', () => {
		const lines = [line('E', '7-15'), line('e', '9-17'), line('Fr', '8-16'), line('fR', '10-18')];
		const startOf = (shift: string) => rowsAsMeant([{ ...anna, shift }], lines, {}).rows[0]?.start;
		expect(['E', 'e', 'fr', ' FR ', 'Fr', 'fR'].map(startOf)).toEqual([
			...['07:00-15:00', '09:00-17:00', '08:00-16:00', '08:00-16:00', '08:00-16:00', '10:00-18:00'],
		]);
		expect(rowsAsMeant([], [line('E', '7-15'), line('E ', '9-17')], {}).problems).toEqual([
			'Legend 1: "E" is in the legend already',
		]);
	});

	it.each(['code', 'means', 'times', 'reason', 'pause', 'days'])('has a legend in which %s is too long', (field) => {
		expect(rowsAsMeant([], [line('X', '7-15', { [field]: 'x'.repeat(1001) })], {}).problems).toEqual([
			'Legend 1: is 1001 characters long, and at most 1000 are read: shorten it',
		]);
	});
});
