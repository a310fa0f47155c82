import { dateOfCell } from '../../../../../nodes/ShiftSchedule/model/roster/date';
import { languagesOfDays, parseWeekdays, weekdayNamed } from '../../../../../nodes/ShiftSchedule/model/roster/days';
import { localNames } from '../../../../../nodes/ShiftSchedule/model/roster/localNames';
import { parseRotation, parseStep } from '../../../../../nodes/ShiftSchedule/model/roster/rotationText';
import type { Result } from '../../../../../nodes/shared/values/result';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';

import { problemOf, valueOf } from './read';

describe('days of the week', () => {
	it.each([
		['Mon-Fri', '12345'],
		['mon – fri', '12345'],
		['Mon–Fri', '12345'],
		['Fri-Mon', '1567'],
		['Sat-Sun', '67'],
		['Mon', '1'],
		['Sun', '7'],
		['Mo Tu', '12'],
		['Mon, Wed, Fri', '135'],
		['mon;wed/fri', '135'],
		['Mon and Wed', '13'],
		['Tues & Thurs.', '24'],
		['Mon-Wed, Sat', '1236'],
		['Monday-Friday', '12345'],
		['weekdays', '12345'],
		['Weekends', '67'],
		['weekend', '67'],
		['weekdays, Sun', '123457'],
		['daily', '1234567'],
		['Everyday', '1234567'],
		['all', '1234567'],
		[' Every day ', '1234567'],
		['*', '1234567'],
		['Wed-Tue', '1234567'],
		['Mo, Di, Mi', '123'],
		['Montag - Freitag', '12345'],
		['Mo bis Fr', '12345'],
		['Di', '2'],
		['Do-So', '4567'],
		['pn-pt', '12345'],
		['pon-pt', '12345'],
		['pn do pt', '12345'],
		['wt, czw', '24'],
		['Lun-Vie', '12345'],
		['lunes a viernes', '12345'],
		['lun, mar, mer', '123'],
		['segunda a sexta', '12345'],
		['segunda-feira, terça-feira', '12'],
		['ma-su', '1234567'], // Finnish: in Dutch there is no su
		['пн-пт', '12345'],
		['月曜日', '1'],
		['월-금', '12345'],
		['M-F', '12345'],
		['L-V', '12345'],
		['M,W,F', '135'],
		['M, W', '13'],
		['M, F', '15'],
		['T, Th, F', '245'],
		['T, W, Th', '234'],
		['M, T, W, Th, F', '12345'],
		['Mondays', '1'],
		['Tuesdays', '2'],
		['Wednesdays', '3'],
		['Thursdays', '4'],
		['Saturdays', '6'],
		['Sundays', '7'],
		['Wednes', '3'],
		// In Turkish the long names of two days begin with those of two others.
		['pazar', '7'],
		['pazart', '1'],
		['cuma', '5'],
		['cumart', '6'],
		[`Mon${' '.repeat(197)}`, '1'],
		['Mondays and Fridays', '15'],
		['Every Tuesday', '2'],
		['Weekday', '12345'],
		['Weds', '3'],
		['Thurs', '4'],
		['Mon to Fri', '12345'],
		['Mon thru Fri', '12345'],
		['Monday through Friday', '12345'],
		['7 days', '1234567'],
		['täglich', '1234567'],
		['each Monday', '1'],
		['on Mon', '1'],
		['Mon — Fri', '12345'],
		['Mon − Fri', '12345'],
		['Mon~Fri', '12345'],
		['Sun-Sun', '7'],
		['Thứ Tư', '3'],
		// In Slovak st is Wednesday and št Thursday; in Czech, st is Wednesday and čt Thursday.
		['Ut, Št', '24'],
		['Ne, Št', '47'],
		['Št-Pi', '45'],
		['Ut až Št', '234'],
		['Po, Ut, St, Št, Pi', '12345'],
		['Út, St, Čt', '234'],
		['Út až Pá', '2345'],
		['stvrtok', '4'],
		['miercoles', '3'],
		['terca-feira, sábado', '26'],
		['terça-feira até sábado', '23456'],
		['thứ ba, thứ bảy', '26'],
		['Mo + Di', '12'],
		['poniedz', '1'],
		['Mondays.', '1'],
	])('%j is %s', (text, expected) => {
		expect(valueOf(parseWeekdays(text)).join('')).toBe(expected);
	});

	it.each([
		'M',
		'W',
		'F',
		'T, F',
		'T, Th',
		'M, T',
		'Mon-',
		'Mon-Fri-Sun',
		'Moon',
		'Mons',
		'M, Tue',
		'Mon, T',
		'Paza',
		'M.on',
		'T',
		'Mon-8',
		'MTWThF',
		'Tue*',
		'',
	])('%j is refused', (text) => {
		expect(problemOf(parseWeekdays(text))).toMatch(
			/is not a (day|list of days).*: write days as Mon-Fri or Mon, Wed, Fri/,
		);
	});

	it.each([
		['So', '"So" is Sunday in German and Saturday in Czech: write the days in full, or in English as Mon-Fri'],
		['Ma', '"Ma" is Monday in Dutch and Tuesday in Romansh'],
		['Št', '"Št" is Saturday in Lithuanian and Thursday in Slovak'],
		['St', '"St" is Wednesday in Czech and Saturday in Lithuanian'],
		['dim', '"dim" is Sunday in French and Tuesday in Scottish Gaelic'],
		['Tue, wt', '"Tue, wt" is not a list of days in any one language'],
		['Mon, Foo, Bar', '"foo" is not a day: write days as Mon-Fri or Mon, Wed, Fri'],
		['Mon, - , Foo', '"foo" is not a day'],
		[`Mon${' '.repeat(198)}`, 'is too long for days'],
		['x'.repeat(201), `"${'x'.repeat(80)}…" is too long for days: write days as Mon-Fri`],
		['Thu Tu', '"Thu Tu" is Tuesday, Thursday in English and Wednesday in Vietnamese'],
		[
			'1-5',
			`"1-5" counts days, and 1 is Monday to some and Sunday to others: write days as Mon-Fri or Mon, Wed, Fri, or set 'Week Starts On'`,
		],
	])('%j is refused: %s', (text, expected) => {
		expect(problemOf(parseWeekdays(text))).toContain(expected);
	});

	it.each([
		['sk', ['Po', 'Ut', 'St', 'Št', 'Pi'], '4'],
		['sk', ['Št', 'Ut'], '4'],
		['lt', ['An', 'Št'], '6'],
		['sk', [`Ut${' '.repeat(198)}`, 'Št'], '4'],
	])('have the accents of %s in the column %j', (language, column, expected) => {
		const languages = languagesOfDays(column);
		expect(languages?.has(language)).toBe(true);
		expect(valueOf(parseWeekdays('Št', { languages })).join('')).toBe(expected);
	});

	it('are not read in the language of the column where they have the accents of another', () => {
		const languages = languagesOfDays(['Pá', 'Čt']);
		expect([...(languages ?? [])]).toEqual(['cs']);
		expect([...(languagesOfDays(['Po až St', 'Čt']) ?? [])]).toEqual(['cs']);
		expect(problemOf(parseWeekdays('Št', { languages }))).toContain('is not a list of days in any one language');
	});

	it.each(['en', 'eo', 'ia', 'ie', 'io', 'vo'])('are not looked for in %s', (language) => {
		expect(localNames().map((names) => names.language)).not.toContain(language);
	});

	it('are clear where the rest of the column says which language it is', () => {
		const languages = languagesOfDays(['lun', 'mar', 'dim', 'x']);
		expect(valueOf(parseWeekdays('dim', { languages }))).toEqual([7]);
		expect(languagesOfDays(['x', ''])).toBeUndefined();
	});

	it.each([
		['1-5', 1, '12345'],
		['1-5', 7, '12347'],
		['1,7', 7, '67'],
		['1; 3/5 & 7 + 2', 1, '12357'],
		['6-2', 1, '1267'],
		['1,', 1, '1'],
		['1', 6, '6'],
	] as const)('%j of a week that starts on day %i is %s', (text, firstDay, expected) => {
		expect(valueOf(parseWeekdays(text, { firstDay })).join('')).toBe(expected);
	});

	it.each(['0', '8', '1-9', '0-6', '1-', '11', '1-2-3'])('%j is refused though the first day is known', (text) => {
		expect(problemOf(parseWeekdays(text, { firstDay: 1 }))).toContain('must be numbers from 1 to 7');
	});

	it('are read one by one, in every language of the platform by its long name', () => {
		for (const language of Intl.DateTimeFormat.supportedLocalesOf([
			'de',
			'pl',
			'fr',
			'uk',
			'el',
			'ja',
			'pt',
			'vi',
			'hu',
		])) {
			const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
			for (let day = 1; day <= 7; day++) {
				expect([language, valueOf(weekdayNamed(format.format(Date.UTC(2024, 0, day))))]).toEqual([
					language,
					day,
				]);
			}
		}
		expect(problemOf(weekdayNamed('Mon-Fri'))).toBe('"Mon-Fri" is not one day');
	});
});

describe('a rotation', () => {
	const read = (text: string): Result<unknown> =>
		parseRotation(text, (cell) => dateOfCell(cell, createZoneClock('UTC')));
	const anchor = Date.UTC(2026, 0, 5) / 86_400_000;

	it.each([
		['A of A/B from 2026-01-05', { anchor, daysAStep: 7, steps: 2, on: [0] }],
		['week b of a / b from 5 Jan 2026', { anchor, daysAStep: 7, steps: 2, on: [1] }],
		['A, C of A/B/C from 2026-01-05', { anchor, daysAStep: 7, steps: 3, on: [0, 2] }],
		['weeks A and C of A/B/C from 2026-01-05', { anchor, daysAStep: 7, steps: 3, on: [0, 2] }],
		[' weeks  A, C  of  A/B/C  from  2026-01-05 ', { anchor, daysAStep: 7, steps: 3, on: [0, 2] }],
		['A, of A/B from 2026-01-05', { anchor, daysAStep: 7, steps: 2, on: [0] }],
		['Late of Early / Late / Night from 2026-01-05', { anchor, daysAStep: 7, steps: 3, on: [1] }],
		['4 on 4 off from 2026-01-05', { anchor, daysAStep: 1, steps: 8, on: [0, 1, 2, 3] }],
		['4on4off from 2026-01-05', { anchor, daysAStep: 1, steps: 8, on: [0, 1, 2, 3] }],
		['2 on, 1 off, 1 on, 3 off from 2026-01-05', { anchor, daysAStep: 1, steps: 7, on: [0, 1, 3] }],
		['1 on 12 off from 2026-01-05', { anchor, daysAStep: 1, steps: 13, on: [0] }],
		['1 on 399 off from 2026-01-05', { anchor, daysAStep: 1, steps: 400, on: [0] }],
	])('%j is %j', (text, expected) => {
		expect(valueOf(read(text))).toEqual(expected);
	});

	it.each([
		['4 on 4 off', 'does not say from when it counts'],
		['A/B from 2026-01-05', 'is not a rotation: write "A of A/B from 2026-01-05"'],
		['C of A/B from 2026-01-05', 'has no week C: there are A, B'],
		['A of A/A from 2026-01-05', 'names a week twice: A/A'],
		['0 on 4 off from 2026-01-05', 'no run of 0 days'],
		['about 4 on 4 off from 2026-01-05', 'is not a rotation'],
		['4 once 4 off from 2026-01-05', 'is not a rotation'],
		['4 on 4 office from 2026-01-05', 'is not a rotation'],
		['4 on 4 off 4 on from 2026-01-05', 'is not a rotation'],
		['A/B of A/B from 2026-01-05', 'is not a rotation'],
		['A of A/B or so from 2026-01-05', 'is not a rotation'],
		['400 on 1 off from 2026-01-05', 'must have 1 to 400 days'],
		['4 on from 2026-01-05', 'is not a rotation'],
		['A of A/B from someday', 'is not a date'],
	])('%j is refused: %s', (text, expected) => {
		expect(problemOf(read(text))).toContain(expected);
	});

	it.each([
		['A', 0],
		[' b ', 1],
		['1', 0],
		['10', 9],
		['8', 7],
		['0', undefined],
		['AB', undefined],
		['-1', undefined],
		['1000', undefined],
	])('step %j is %s, counted from 0', (text, step) => {
		expect(parseStep(text)).toBe(step);
	});
});
