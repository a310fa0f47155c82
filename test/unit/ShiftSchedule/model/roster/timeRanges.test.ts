import { timeRangesOf } from '../../../../../nodes/ShiftSchedule/model/roster/timeRanges';

import { clockText, problemOf, valueOf } from './read';

describe('times of a day in one cell', () => {
	const shown = (cell: unknown): string =>
		valueOf(timeRangesOf(cell))
			.map(({ start, minutes }) => `${clockText(start)}+${minutes}`)
			.join(' ');

	it.each([
		['09:00-17:00', '9:00+480'],
		['9am to 5pm', '9:00+480'],
		['9-13, 14-18', '9:00+240 14:00+240'],
		['9-13\r\n\r\n14-18', '9:00+240 14:00+240'],
		['9:00-13:00 / 17:00-21:00', '9:00+240 17:00+240'],
		['9:00-13:00\n17:00-21:00', '9:00+240 17:00+240'],
		['9:00-13:00 and 17:00-21:00', '9:00+240 17:00+240'],
		['17:00-21:00; 9:00-13:00', '17:00+240 9:00+240'],
		['730:1630', '7:30+540'],
		['13:00/21:00', '13:00+480'],
		['from 9:00 to 17:00', '9:00+480'],
		['9:00~17:00', '9:00+480'],
		['22:00-06:00 (+1)', '22:00+480'],
		['22:00-06:00+1', '22:00+480'],
		['Morning (6AM-2PM)', '6:00+480'],
		['(6AM-2PM)', '6:00+480'],
		['Morning ( 6AM-2PM )', '6:00+480'],
		['9-13, 13-18', '9:00+240 13:00+300'],
		['9-13,', '9:00+240'],
		['9-13, , 14-18', '9:00+240 14:00+240'],
		['9-13 & 14-18', '9:00+240 14:00+240'],
		['9-13 | 14-18', '9:00+240 14:00+240'],
		['9-13 und 14-18', '9:00+240 14:00+240'],
		['8:00/12:00, 13:00/17:00', '8:00+240 13:00+240'],
		['9h à 17h', '9:00+480'],
		['09h00-17h00', '9:00+480'],
		['9h-17h', '9:00+480'],
		['22h-6h', '22:00+480'],
		['08:00 Uhr - 16:30 Uhr', '8:00+510'],
		['14:00hrs-22:00hrs', '14:00+480'],
		['9.00 - 17.30', '9:00+510'],
		['00:00-24:00', '0:00+1440'],
	])('%j is %s', (cell, expected) => {
		expect(shown(cell)).toBe(expected);
	});

	it.each([
		['9-5', '"9-5" can be read in two ways'],
		['9:00 - 5:00', 'can be 17:00, or 05:00 on the next day, after 20 hours'],
		['9-1, 2-6', 'can be read in two ways'],
		['9:00-13:00, 12:00-18:00', 'has times that overlap'],
		['9:00-13:00\r\n12:00-18:00', '"9:00-13:00;12:00-18:00" has times that overlap'],
		['17-18, 9-13, 12-14', '"17-18, 9-13, 12-14" has times that overlap'],
		['Leave (x)', '"Leave (x)" has no times'],
		['Morning (6AM-2PM) x', 'is not a time'],
		[null, '"null" has no times'],
		['Leave (9-17)', '"Leave" means a day off'],
		['9:00-17:00 Early', 'is not a time'],
		['x 9-17', 'is not a time'],
		['24:00-08:00', '24:00 is the end of a day: write 00:00 for the start of the next'],
		['9:00', '"9:00" has no times that can be read: write them as 09:00-17:00'],
		['OFF', '"OFF" has no times'],
		['', '"" has no times'],
		[8, '"8" has no times'],
		[{}, 'has no times: write them as 09:00-17:00'],
	])('%j is refused: %s', (cell, expected) => {
		expect(problemOf(timeRangesOf(cell))).toContain(expected);
	});
});
