import { dateOfCell } from '../../../../../nodes/ShiftSchedule/model/roster/date';
import { dateOrderOf } from '../../../../../nodes/ShiftSchedule/model/roster/dateOrder';
import { isoDate } from '../../../../../nodes/ShiftSchedule/model/calendar/day';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { DateTime } from 'luxon';

import { clockText, problemOf, valueOf } from './read';

describe('a date', () => {
	const warsaw = createZoneClock('Europe/Warsaw');
	const shown = (cell: unknown): string => {
		const { day, minutes } = valueOf(dateOfCell(cell, warsaw));
		return minutes === undefined ? isoDate(day) : `${isoDate(day)} ${clockText(minutes)}`;
	};

	it.each([
		[' 2026-01-05 ', '2026-01-05'],
		['2026-1-5', '2026-01-05'],
		['2026/01/05', '2026-01-05'],
		['2026.01.05', '2026-01-05'],
		['5.1.2026', '2026-01-05'],
		['3 . 11 . 2026', '2026-11-03'],
		['5.13.2026', '2026-05-13'],
		['05.01.2026', '2026-01-05'],
		['15 Jan 2026', '2026-01-15'],
		['5. January 2026', '2026-01-05'],
		['Jan 5, 2026', '2026-01-05'],
		['Sept 5 2026', '2026-09-05'],
		['dec. 24 2026', '2026-12-24'],
		['2024-02-29', '2024-02-29'],
		['2026-01-05 14:00', '2026-01-05 14:00'],
		['2026-01-05T14:00', '2026-01-05 14:00'],
		['2026-01-05T14:00:00', '2026-01-05 14:00'],
		['2026-01-05, 2pm', '2026-01-05 14:00'],
		['5 Jan 2026 9:30', '2026-01-05 9:30'],
		[46027, '2026-01-05'],
		[46027.5, '2026-01-05 12:00'],
		[20000, '1954-10-03'],
		[80000, '2119-01-11'],
		['20260105', '2026-01-05'],
		[20260105, '2026-01-05'],
		['20260105 0900', '2026-01-05 9:00'],
		['05.01.26', '2026-01-05'],
		['26.11.26', '2026-11-26'],
		['26/11/03', '2026-11-03'], // 2003 is not a year of a roster
		['13/11/2026', '2026-11-13'],
		['11/13/2026', '2026-11-13'],
		['13-11-26', '2026-11-13'],
		['11/11/2026', '2026-11-11'],
		['03-Nov-2026', '2026-11-03'],
		['3-Nov-26', '2026-11-03'],
		['Tue 3 Nov 2026', '2026-11-03'],
		['Tuesday, November 3, 2026', '2026-11-03'],
		['November 3rd, 2026', '2026-11-03'],
		['Di. 3. November 2026', '2026-11-03'],
		['3 de novembro de 2026', '2026-11-03'],
		['terça-feira, 3 de novembro de 2026', '2026-11-03'],
		['3 lipca 2026', '2026-07-03'],
		['1er août 2026', '2026-08-01'],
		['2026年11月3日', '2026-11-03'],
		['Tue 3/11/2026', '2026-11-03'], // 11 March is a Wednesday
		['\u200e2026-01-05', '2026-01-05'],
		['2026-01-05T08:00:00.0000000', '2026-01-05 8:00'],
		['2026-01-05T08:00:00.0000000Z', '2026-01-05 9:00'],
		['2026-01-05 16:59:59', '2026-01-05 17:00'],
		['2026-01-05T16:59:59Z', '2026-01-05 18:00'],
		['Mon, 05 Jan 2026 08:30:00 -0600', '2026-01-05 15:30'],
		['Mon, 05 Jan 2026 08:30:00 GMT', '2026-01-05 9:30'],
		['Mon Jan 05 2026 00:00:00 GMT+0100 (Central European Standard Time)', '2026-01-05 0:00'],
		['2026-01-05 09:00:00+00', '2026-01-05 10:00'],
		['2026-01-05 09:00:00.000 +0000 UTC', '2026-01-05 10:00'],
		[1767600000, '2026-01-05 9:00'],
		['1767600000', '2026-01-05 9:00'],
		[1767600000000, '2026-01-05 9:00'],
		// The first and the last second and millisecond that are a moment.
		[1000000000, '2001-09-09 3:47'],
		[4102444799, '2100-01-01 1:00'],
		[1000000000000, '2001-09-09 3:47'],
		[4102444799000, '2100-01-01 1:00'],
		['2026-01-05 09:00Z', '2026-01-05 10:00'],
		['2026-01-05 09:00 GMT', '2026-01-05 10:00'],
		['2026-01-05 09:00 UTC+02', '2026-01-05 8:00'],
		['2026-01-05 09:00UTC+02:00', '2026-01-05 8:00'],
		['2026-01-05 09:00:00-10:00', '2026-01-05 20:00'],
		['2026-01-05 9am-05:00', '2026-01-05 15:00'],
		['2026-01-05 09:00 GMT (Greenwich)', '2026-01-05 10:00'],
		['5 Novem 2026', '2026-11-05'],
		['5 aout 2026', '2026-08-05'],
		['5 février 2026', '2026-02-05'],
		['5 fevrier 2026', '2026-02-05'],
		// January in Marathi is June in Hindi, but for the signs of the vowels.
		['5 जाने 2026', '2026-01-05'],
		['5 जून 2026', '2026-06-05'],
		['5 জানু 2026', '2026-01-05'],
		['5 জুন 2026', '2026-06-05'],
		['2026-01-05 09:00 +01:00', '2026-01-05 9:00'],
		['2026-01-05 09:00 −05:30', '2026-01-05 15:30'],
		['2026-01-05T09:00:00+0530 IST', '2026-01-05 4:30'],
		['2026 - 01 - 05', '2026-01-05'],
		['2026년 1월 5일', '2026-01-05'],
		['2026 年 1 月 5 日', '2026-01-05'],
		['5th Jan 2026', '2026-01-05'],
		['5º de enero del 2026', '2026-01-05'],
		['5 January, 2026', '2026-01-05'],
		['5 Jan 20', '2020-01-05'],
		['5 Jan 39', '2039-01-05'],
		['Jan 5th, 2026 14:00', '2026-01-05 14:00'],
		['Mon. 5 Jan 2026', '2026-01-05'],
		['Monday 5 January 2026 9:00', '2026-01-05 9:00'],
		['20112026', '2026-11-20'],
		['19112026', '2026-11-19'],
		[46027.0000001, '2026-01-05'],
		[46027.9999999, '2026-01-06'],
		// With an offset or a Z it is a moment, at midnight, too.
		['2026-01-05T00:00:00.000Z', '2026-01-05 1:00'],
		['2026-01-05T00:00:00.000+01:00', '2026-01-05 0:00'],
		['2026-07-05T12:00:00Z', '2026-07-05 14:00'],
		['2026-01-05T23:30Z', '2026-01-06 0:30'],
		['2026-01-05T12:00:00-05:00', '2026-01-05 18:00'],
		['2026-01-05T12:00:00-0500', '2026-01-05 18:00'],
		['2026-01-05T12:00-05:00', '2026-01-05 18:00'],
		[new Date('9999-12-31T00:00:00Z'), '9999-12-31 1:00'],
		[new Date('2026-01-05T00:00:00Z'), '2026-01-05 1:00'],
		[new Date('2026-01-05T08:00:00Z'), '2026-01-05 9:00'],
		[DateTime.fromISO('2026-01-05T08:00:00Z'), '2026-01-05 9:00'],
	])('%j is %s', (cell, expected) => {
		expect(shown(cell)).toBe(expected);
	});

	it.each([
		[
			'05/01/2026',
			`"05/01/2026" can be 5 January 2026 or 1 May 2026: choose the order in 'Dates Are', or write it as 2026-01-05, or 2026-01-05 14:00`,
		],
		['11/3/26', "can be 11 March 2026 or 3 November 2026: choose the order in 'Dates Are'"],
		['30/11/26', 'can be 30 November 2026 or 26 November 2030'],
		['03112026', 'can be 3 November 2026 or 11 March 2026'],
		['3 listopada 2026', '"listopada" is month 11 in Polish and month 10 in Croatian'],
		['Wed 3 Nov 2026', '2026-11-03 is another day of the week'],
		['Mon 32 Jan 2026', 'is not a possible date'],
		['Nov 3', 'is not a date that can be read in one way only'],
		['2026-01-05 09:00-10:00', 'is not a time'],
		['2026-01-05 9h00-10:00', 'is not a time'],
		['2026-01-05 9:00:0-10:00', 'is not a time'],
		['5 ember 2026', '"ember" is not a month'],
		['1899', 'is not a date'],
		['46027', 'is not a date'],
		[[], 'is not a date'],
		['tomorrow', 'is not a date that can be read in one way only'],
		['about 2026-01-05', 'is not a date that can be read in one way only'],
		['2026-01-05x', 'is not a date that can be read in one way only'],
		['0026-01-05', 'is not a possible date'],
		['2026-02-29', 'is not a possible date'],
		['2026-13-01', 'is not a possible date'],
		['5 Foo 2026', '"Foo" is not a month'],
		['5 Janx 2026', '"Janx" is not a month'],
		// Without the signs of its vowels it is January or June.
		['5 জন 2026', '"জন" is not a month'],
		['31.4.2026', 'is not a possible date'],
		['2026-01-05 25:00', 'is not a time of day'],
		[5, '5 is not a date'],
		[80001, '80001 is not a date'],
		[19999, '19999 is not a date'],
		[999999999, '999999999 is not a date'],
		[4102444800, '4102444800 is not a date'],
		[999999999999, '999999999999 is not a date'],
		[4102444799001, '4102444799001 is not a date'],
		['999999999', '"999999999" is not a date that can be read in one way only'],
		[new Date('+010000-01-01T00:00:00Z'), 'is not a possible date: write it as 2026-01-05'],
		[new Date(-253_402_300_800_000), 'is not a possible date: write it as 2026-01-05'],
		['5 Jan 40', 'is not a possible date'],
		['5 Jan 19', 'is not a possible date'],
		['20261305', 'is not a possible date'],
		['Foo 5 Jan 2026', '"Foo 5 Jan 2026" is not a date that can be read in one way only'],
		['Mon-Fri 5 Jan 2026', 'is not a date that can be read in one way only'],
		[new Date(Number.NaN), 'is not a date'],
		[{}, 'is not a date: write it as 2026-01-05'],
		[null, '"null" is not a date'],
	])('%j is refused: %s', (cell, expected) => {
		expect(problemOf(dateOfCell(cell, warsaw))).toContain(expected);
	});

	it.each(
		[
			...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
			...['August', 'September', 'October', 'November', 'December'],
		].map((name, index) => [name, `2026-${String(index + 1).padStart(2, '0')}-05`] as const),
	)('in %s may have its name in full or three letters of it, not two', (name, expected) => {
		expect(shown(`5 ${name} 2026`)).toBe(expected);
		expect(shown(`5 ${name.slice(0, 3)} 2026`)).toBe(expected);
		expect(problemOf(dateOfCell(`5 ${name.slice(0, 2)} 2026`, warsaw))).toContain('is');
	});

	it.each([
		['11/3/2026', 'dayFirst', '2026-03-11'],
		['11/3/2026', 'monthFirst', '2026-11-03'],
		['11-3-26 14:00', 'monthFirst', '2026-11-03 14:00'],
		['26-11-03', 'yearFirst', '2026-11-03'],
		['26-11-27', 'dayFirst', '2027-11-26'],
		['2026-11-03', 'monthFirst', '2026-11-03'],
		['3 Nov 2026', 'yearFirst', '2026-11-03'],
		['03112026', 'dayFirst', '2026-11-03'],
		['3.11.2026', 'monthFirst', '2026-03-11'],
	] as const)('%s is, with %s, %s', (cell, order, expected) => {
		const { day, minutes } = valueOf(dateOfCell(cell, warsaw, order));
		expect(minutes === undefined ? isoDate(day) : `${isoDate(day)} ${clockText(minutes)}`).toBe(expected);
	});

	it('is refused where the order does not fit it', () => {
		expect(problemOf(dateOfCell('13/11/2026', warsaw, 'monthFirst'))).toContain(
			`"13/11/2026" is not a date with the order 'Month First'`,
		);
		expect(problemOf(dateOfCell('11/13/2026', warsaw, 'dayFirst'))).toContain(`with the order 'Day First'`);
		expect(problemOf(dateOfCell('13/11/2026', warsaw, 'yearFirst'))).toContain(`with the order 'Year First'`);
	});
});

describe('the order of day, month and year in a table', () => {
	it.each([
		['dayFirst', ['11/3/2026', '13/11/2026', 5, '', 'x']],
		['monthFirst', ['11/3/2026', '11/13/2026 14:00']],
		['yearFirst', ['26-11-03', '26-10-27', '26-12-11']],
		['dayFirst', ['Tue 3/11/2026', '4/11/2026']],
		['dayFirst', ['3.11.2026', '4/11/2026']],
		['dayFirst', ['13112026']],
		['dayFirst', ['11/3/2026', 'Fri, 13/11/2026']],
		['monthFirst', ['11 - 13 - 26']],
		[undefined, ['11/3/2026', '11/3/2026']],
		[undefined, ['11/3/2026', '2026-11-13', '13 Nov 2026', 46027]],
		[undefined, []],
	] as const)('is %s in %j', (expected, cells) => {
		expect(valueOf(dateOrderOf(cells))).toBe(expected);
	});

	it('is refused where two dates settle it differently', () => {
		expect(problemOf(dateOrderOf(['3.11.2026', '11/13/2026']))).toContain('"3.11.2026" and "11/13/2026"');
		expect(problemOf(dateOrderOf(['11/3/2026', '13/11/2026', '11/13/2026']))).toBe(
			'has dates in different orders, such as "13/11/2026" and "11/13/2026": write them all as 2026-01-05',
		);
		expect(problemOf(dateOrderOf(['13/11/2026', '14/11/2026', '11/13/2026']))).toContain(
			'such as "13/11/2026" and "11/13/2026"',
		);
	});
});
