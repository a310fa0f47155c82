import type { Result } from '../../../../../nodes/shared/values/result';
import {
	durationOf,
	minutesBetween,
	splitRange,
	timeOf,
	type TimeOfDay,
} from '../../../../../nodes/ShiftSchedule/model/roster/times';

import { clockText, problemOf, valueOf } from './read';

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

	const between = (text: string): Result<number> => {
		const [start, end] = splitRange(text).map((cell) => valueOf(timeOf(cell))) as [TimeOfDay, TimeOfDay];
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
