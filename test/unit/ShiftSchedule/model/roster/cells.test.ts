import { dateOfCell } from '../../../../../nodes/ShiftSchedule/model/roster/date';
import { textOfDay } from '../../../../../nodes/ShiftSchedule/model/calendar/day';
import { rotationOf, stepOf, weekdaysOf } from '../../../../../nodes/ShiftSchedule/model/roster/days';
import type { Read } from '../../../../../nodes/ShiftSchedule/model/calendar/parsed';
import {
	durationOf,
	minutesBetween,
	splitRange,
	timeOf,
	type Clocked,
} from '../../../../../nodes/ShiftSchedule/model/roster/times';
import { clockOf } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { DateTime } from 'luxon';

const valueOf = <T>(read: Read<T>): T => {
	if (read.kind === 'problem') throw new Error(read.problem);
	return read.value;
};
const problemOf = (read: Read<unknown>): string => (read.kind === 'problem' ? read.problem : 'no problem');
const clockText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

describe('a time of day', () => {
	it.each([
		['9:00', '9:00'],
		['09:00', '9:00'],
		['09:05:00', '9:05'],
		['9.30', '9:30'],
		['9:59', '9:59'],
		['0.30', '0:30'], // text is no fraction of a day
		[' 9 ', '9:00'],
		['09', '9:00'],
		[1, '1:00'],
		[9, '9:00'],
		[0, '0:00'],
		['0', '0:00'],
		['23', '23:00'],
		['0930', '9:30'],
		['1am', '1:00'],
		['9 AM', '9:00'],
		['9a', '9:00'],
		['9 a.m.', '9:00'],
		['12am', '0:00'],
		['12pm', '12:00'],
		['12:30 pm', '12:30'],
		['9:30 p.m.', '21:30'],
		['11pm', '23:00'],
		['noon', '12:00'],
		['Midnight', '0:00'],
		['24:00', '24:00'],
		['24', '24:00'],
		[0.375, '9:00'],
		[0.9999, '24:00'],
	])('%j is %s', (cell, expected) => {
		expect(clockText(valueOf(timeOf(cell)).minutes)).toBe(expected);
	});

	it.each([
		'25',
		'24:01',
		'9:60',
		'13pm',
		'0am',
		'nine',
		'',
		'9h',
		'-1',
		'9:5',
		'9m',
		'930',
		'09300',
		-0.5,
		'1.5.2026',
		'9:00x',
		'x9:00',
	])('%j is refused', (cell) => {
		expect(problemOf(timeOf(cell))).toMatch(/is no time.*write it as 09:00, 9:00 or 9am$/);
	});

	// Two plain hours may be misread together.
	it.each([
		['9', 'hour'],
		['12', 'hour'],
		['13', 'clock'],
		['09', 'clock'],
		['9:00', 'clock'],
		['0900', 'clock'],
		['noon', 'clock'],
		['midnight', 'clock'],
		[0.375, 'clock'],
		['9am', 'meridiem'],
	])('%j is written as %s', (cell, style) => {
		expect(valueOf(timeOf(cell)).style).toBe(style);
	});
});

describe('a length of time', () => {
	it.each([
		['8h', 480],
		[' 8 hours ', 480],
		['8 hour', 480],
		['1 hr', 60],
		['7h30', 450],
		['7.5 h', 450],
		['7.25 h', 435],
		['1 h 30 min', 90],
		['30 min', 30],
		['30m', 30],
		['90 minutes', 90],
		['0 min', 0],
		['8', undefined],
		['', undefined],
		['8:00', undefined],
		['h', undefined],
		['5 min later', undefined],
		['about 5 min', undefined],
	])('%j is %s minutes', (cell, minutes) => {
		expect(durationOf(cell)).toBe(minutes);
	});
});

describe('a start and an end in one cell', () => {
	it.each([
		['21-05', ['21', '05']],
		['9:00-17:00', ['9:00', '17:00']],
		[' 9am – 5pm ', ['9am', '5pm']],
		['9:00 to 17:00', ['9:00', '17:00']],
		['9 a.m. - 5 p.m.', ['9 a.m.', '5 p.m.']],
		['9:00', ['9:00']],
		['-1h', ['-1h']],
		[9, [9]],
	])('%j is %j', (cell, expected) => {
		expect(splitRange(cell)).toStrictEqual(expected);
	});

	const between = (text: string): Read<number> => {
		const [start, end] = splitRange(text).map((cell) => valueOf(timeOf(cell))) as [Clocked, Clocked];
		return minutesBetween(start, end);
	};

	it.each([
		['9:00-17:00', 480],
		['22:00-06:00', 480],
		['21-05', 480],
		['09-05', 1200],
		['9:00-5', 1200],
		['9am-5pm', 480],
		['9pm-5am', 480],
		['9-17', 480],
		['9-10', 60],
		['00:00-24:00', 1440],
		['0-24', 1440],
		['9:30-17', 450],
		['12-09', 1260],
	])('%s lasts %i minutes', (text, minutes) => {
		expect(valueOf(between(text))).toBe(minutes);
	});

	it.each([
		['9:00-9:00', 'ends when it starts: for a whole day write 00:00 and 24:00'],
		['9-5', 'can be read in two ways: write 09:00 and 17:00, or 9am and 5pm; for a night, 09:00 and 05:00'],
		['12-8', 'can be read in two ways'],
		['9am-5', 'has am or pm on one side only: write it on both'],
		['9-5pm', 'has am or pm on one side only'],
	])('%s is refused', (text, expected) => {
		expect(problemOf(between(text))).toContain(expected);
	});
});

describe('a date', () => {
	const warsaw = clockOf('Europe/Warsaw');
	const shown = (cell: unknown): string => {
		const { day, minutes } = valueOf(dateOfCell(cell, warsaw));
		return minutes === undefined ? textOfDay(day) : `${textOfDay(day)} ${clockText(minutes)}`;
	};

	it.each([
		[' 2026-01-05 ', '2026-01-05'],
		['2026-1-5', '2026-01-05'],
		['2026/01/05', '2026-01-05'],
		['2026.01.05', '2026-01-05'],
		['5.1.2026', '2026-01-05'],
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
		['2026-01-05T00:00:00.000Z', '2026-01-05'],
		['2026-07-05T12:00:00Z', '2026-07-05 14:00'],
		['2026-01-05T23:30Z', '2026-01-06 0:30'],
		['2026-01-05T12:00:00-05:00', '2026-01-05 18:00'],
		['2026-01-05T12:00:00-0500', '2026-01-05 18:00'],
		[new Date('2026-01-05T00:00:00Z'), '2026-01-05'],
		[new Date('2026-01-05T08:00:00Z'), '2026-01-05 9:00'],
		[DateTime.fromISO('2026-01-05T08:00:00Z'), '2026-01-05 9:00'],
	])('%j is %s', (cell, expected) => {
		expect(shown(cell)).toBe(expected);
	});

	it.each([
		['05/01/2026', 'is no date that can be read in one way only: write it as 2026-01-05, or 2026-01-05 14:00'],
		['tomorrow', 'is no date that can be read in one way only'],
		['on 2026-01-05', 'is no date that can be read in one way only'],
		['2026-01-05x', 'is no date that can be read in one way only'],
		['0026-01-05', 'is a date that no calendar has'],
		['2026-02-29', 'is a date that no calendar has'],
		['2026-13-01', 'is a date that no calendar has'],
		['5 Foo 2026', 'is a date that no calendar has'],
		['5 Janx 2026', 'is a date that no calendar has'],
		['31.4.2026', 'is a date that no calendar has'],
		['2026-01-05 25:00', 'is no time of a day'],
		[5, '5 is no date'],
		[80001, '80001 is no date'],
		[new Date(Number.NaN), 'is no date'],
		[{}, 'is no date'],
		[null, '"null" is no date'],
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
		expect(problemOf(dateOfCell(`5 ${name.slice(0, 2)} 2026`, warsaw))).toContain('is a date that no calendar has');
	});
});

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
	])('%j is %s', (text, expected) => {
		expect(valueOf(weekdaysOf(text)).join('')).toBe(expected);
	});

	it.each(['1-5', 'M', 'Mon-', 'Mon-Fri-Sun', 'Moon', 'M.on', 'T', 'Mon-8'])('%j is refused', (text) => {
		expect(problemOf(weekdaysOf(text))).toMatch(/is no day: write days as Mon-Fri or Mon, Wed, Fri/);
	});
});

describe('a rotation', () => {
	const read = (text: string): Read<unknown> => rotationOf(text, (cell) => dateOfCell(cell, clockOf('UTC')));
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
		['A/B from 2026-01-05', 'is no rotation: write "A of A/B from 2026-01-05"'],
		['C of A/B from 2026-01-05', 'has no week C: there are A, B'],
		['A of A/A from 2026-01-05', 'names a week twice: A/A'],
		['0 on 4 off from 2026-01-05', 'no run of 0 days'],
		['about 4 on 4 off from 2026-01-05', 'is no rotation'],
		['4 once 4 off from 2026-01-05', 'is no rotation'],
		['4 on 4 office from 2026-01-05', 'is no rotation'],
		['4 on 4 off 4 on from 2026-01-05', 'is no rotation'],
		['A/B of A/B from 2026-01-05', 'is no rotation'],
		['A of A/B or so from 2026-01-05', 'is no rotation'],
		['400 on 1 off from 2026-01-05', 'must have 1 to 400 days'],
		['4 on from 2026-01-05', 'is no rotation'],
		['A of A/B from someday', 'is no date'],
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
		expect(stepOf(text)).toBe(step);
	});
});
