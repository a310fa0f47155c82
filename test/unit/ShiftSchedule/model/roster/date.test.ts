import { dateOfCell } from '../../../../../nodes/ShiftSchedule/model/roster/date';
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
