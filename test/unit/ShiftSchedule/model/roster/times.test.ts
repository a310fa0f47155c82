import type { Result } from '../../../../../nodes/shared/values/result';
import {
	durationOf,
	minutesBetween,
	timeOf,
	type TimeOfDay,
} from '../../../../../nodes/ShiftSchedule/model/roster/times';
import { splitRange } from '../../../../../nodes/ShiftSchedule/model/roster/timeRanges';

import { clockText, problemOf, valueOf } from './read';

describe('a time of day', () => {
	it.each([
		['9:00', '9:00'],
		['09:00', '9:00'],
		['09:05:00', '9:05'],
		['9.30', '9:30'],
		['9:59', '9:59'],
		['0.30', '0:30'], // text is not a fraction of a day
		[' 9 ', '9:00'],
		['09', '9:00'],
		['1', '1:00'],
		[9, '9:00'],
		[0, '0:00'],
		['0', '0:00'],
		['23', '23:00'],
		['0930', '9:30'],
		['1am', '1:00'],
		['9 AM', '9:00'],
		['9a', '9:00'],
		['9 a.m.', '9:00'],
		['9 a m', '9:00'],
		['9 hr', '9:00'],
		['9 hrs.', '9:00'],
		['9 hours', '9:00'],
		["9 o'clock", '9:00'],
		['9 oclock', '9:00'],
		['0900 hr', '9:00'],
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
		[1, '24:00'], // as a sheet keeps it
		[1.25, '30:00'],
		[1.5, '36:00'],
		[0.9999884259, '24:00'], // 23:59:59
		['17:59:59', '18:00'],
		['17:59:29.5', '17:59'],
		['09:00:00.0000000', '9:00'],
		['9:00:00 AM', '9:00'],
		['5:00\u202fPM', '17:00'],
		['9.30pm', '21:30'],
		['9h', '9:00'],
		['09h00', '9:00'],
		['9 h 30', '9:30'],
		['9 Uhr', '9:00'],
		['08:00 Uhr', '8:00'],
		['9 hrs', '9:00'],
		['14:00hrs', '14:00'],
		['1400h', '14:00'],
		['06:00 (+1)', '30:00'],
		['6am +1', '30:00'],
		['06:00 next day', '30:00'],
		['\u200b9:00', '9:00'],
		['９：００', '9:00'],
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
		'-1',
		'9:5',
		'9m',
		'930',
		'09300',
		-0.5,
		25,
		24.5,
		8.123,
		0.5e-9 * -1,
		'1.5.2026',
		'24:00 (+1)',
		'9:00:60',
		'24:00:30',
		'25:00 +1',
		'06:00 +1x',
		'06:00 next day x',
		'9:00x',
		'x9:00',
	])('%j is refused', (cell) => {
		expect(problemOf(timeOf(cell))).toMatch(/is not a time.*write it as 09:00, 9:00 or 9am$/);
	});

	it.each([
		[8.25, '8.25 can be 8:15 in decimal hours or 8:25: write the time with a colon'],
		[17.5, '17.5 can be 17:30 in decimal hours or 17:50: write the time with a colon'],
		[16.75, '16.75 can be 16:45 in decimal hours: write the time with a colon'],
		[8.6, '8.6 can be 8:36 in decimal hours: write the time with a colon'],
		[8.05, '8.05 can be 8:03 in decimal hours or 8:05: write the time with a colon'],
		[null, '"null" is not a time: write it as 09:00, 9:00 or 9am'],
		[{}, 'is not a time: write it as 09:00, 9:00 or 9am'],
		[['9:00'], 'is not a time: write it as 09:00, 9:00 or 9am'],
	])('%j is refused: %s', (cell, expected) => {
		expect(problemOf(timeOf(cell))).toBe(expected);
	});

	// Two plain hours may be misread together.
	it.each([
		['9', 'hour'],
		['12', 'hour'],
		['13', 'clock'],
		['09', 'clock'],
		['9:00', 'clock'],
		['9:10', 'clock'],
		['10:30', 'clock'],
		['0900', 'clock'],
		['noon', 'clock'],
		['midnight', 'clock'],
		[0.375, 'fraction'],
		['9h', 'clock'],
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
		['PT8H', 480],
		['pt7h30m', 450],
		['PT45M', 45],
		['PT8H0S', 480],
		['PT12H', 720],
		['PT7.25H', 435],
		['PT8H00S', 480],
		['PT', undefined],
		['xPT8H', undefined],
		['PT8Hx', undefined],
		[['8h'], undefined],
		['7,5 h', 450],
		[{}, undefined],
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
		['from 9:00 to 17:00', ['9:00', '17:00']],
		['9:00~17:00', ['9:00', '17:00']],
		['13:00/21:00', ['13:00', '21:00']],
		['730:1630', ['0730', '1630']],
		['930-1730', ['0930', '1730']],
		['730 - 1630', ['0730', '1630']],
		['1730-600', ['1730', '0600']],
		['12345-1700', ['12345', '1700']],
		['930-17000', ['930', '17000']],
		['9:00/12:00/15:00', ['9:00/12:00/15:00']],
		[' 13:00 / 21:00 ', ['13:00', '21:00']],
		['9 a 17', ['9', '17']],
		['9-12-17', ['9-12-17']],
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
		['22:00-06:00 (+1)', 480],
		['9:00-5:00 (+1)', 1200],
		['9am-5am', 1200],
		['16:00-08:00', 960],
		['18:00-13:00', 1140],
		['8:00-0:00', 960],
		['9am-5pm', 480],
		['9pm-5am', 480],
		['9-17', 480],
		['9-10', 60],
		['00:00-24:00', 1440],
		['0-24', 1440],
		['9:30-17', 450],
		['9-24', 900],
		['9am-5 (+1)', 1200],
		['9am-05:00', 1200],
		['09:00-5am', 1200],
		['12:00-03:00', 900],
		['13:00-12:00', 1380],
	])('%s lasts %i minutes', (text, minutes) => {
		expect(valueOf(between(text))).toBe(minutes);
	});

	it.each([
		[
			'9:00-9:00',
			'ends when it starts: for 24 hours from 09:00 write 24h as the end, for a whole day 00:00 and 24:00',
		],
		['9-5', 'can be read in two ways: write 09:00 and 17:00, or 9am and 5pm; for a night, 09:00 and 05:00 (+1)'],
		['12-8', 'can be read in two ways'],
		['9:00-5:00', 'can be 17:00, or 05:00 on the next day, after 20 hours: write 17:00, or "05:00 (+1)"'],
		['08:30-04:30', 'can be 16:30, or 04:30 on the next day, after 20 hours'],
		['09-05:30', 'after 20 h 30 min'],
		['9:00-5', 'can be 17:00'],
		['12-09', 'can be 21:00'],
		['9:00-1:00', 'can be 13:00, or 01:00 on the next day, after 16 hours'],
		['14:00-10:00', 'can be 22:00'],
		['12:00-04:00', 'can be 16:00, or 04:00 on the next day, after 16 hours'],
		['9am-5', 'has am or pm on one side only: write it on both'],
		['9-5pm', 'has am or pm on one side only'],
	])('%s is refused', (text, expected) => {
		expect(problemOf(between(text))).toContain(expected);
	});
});

describe('numbers of a sheet, from one to the other', () => {
	const lasts = (start: unknown, end: unknown): Result<number> =>
		minutesBetween(valueOf(timeOf(start)), valueOf(timeOf(end)));

	it.each([
		[2 / 3, 1, 480],
		[0, 1, 1440],
		[22 / 24, 1.25, 480],
		[22 / 24, 1.5, 840],
		[9, 0.75, 540],
		[0.375, 17, 480],
		[2 / 3, 0, 480],
	])('%d to %d lasts %i minutes', (start, end, minutes) => {
		expect(valueOf(lasts(start, end))).toBe(minutes);
	});

	it.each([
		[9, 1, '1 can be 01:00, or 24:00 in a sheet: write it with a colon'],
		[0.375, 5.5 / 24, 'can be 17:30, or 05:30 on the next day'],
		[0.375, 8, 'can be 20:00, or 08:00 on the next day'],
	])('%d to %d is refused: %s', (start, end, expected) => {
		expect(problemOf(lasts(start, end))).toContain(expected);
	});
});
