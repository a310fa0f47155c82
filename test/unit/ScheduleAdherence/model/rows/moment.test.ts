import { DateTime } from 'luxon';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { cellMoment } from '../../../../../nodes/ScheduleAdherence/model/rows/moment';

const warsaw = createZoneClock('Europe/Warsaw');
const read = (cell: unknown) => {
	const found = cellMoment(cell, warsaw);
	if (found.kind === 'problem') return found.problem;
	return found.value.kind === 'day' ? `day ${found.value.day}` : new Date(found.value.at).toISOString();
};

it.each<[cell: unknown, iso: string]>([
	['2026-11-24T09:00:00+01:00', '2026-11-24T08:00:00.000Z'],
	['2026-11-24T09:00:00-0530', '2026-11-24T14:30:00.000Z'],
	['2026-11-24T09:00:07.25Z', '2026-11-24T09:00:07.250Z'],
	['2026-11-24T09:00:07,1234z', '2026-11-24T09:00:07.123Z'],
	['2026-11-24 09:00', '2026-11-24T08:00:00.000Z'],
	[' 2026-11-24T09:00:30 ', '2026-11-24T08:00:30.000Z'],
	['2026-06-24T09:00', '2026-06-24T07:00:00.000Z'],
	['2026-11-24T09:00:59', '2026-11-24T08:00:59.000Z'],
	['2026-11-24T24:00', '2026-11-24T23:00:00.000Z'],
	// The clocks go back: of a time that occurs twice the first counts, and an offset says which.
	['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
	['2026-10-25T02:30+01:00', '2026-10-25T01:30:00.000Z'],
	[1_764_000_000, '2025-11-24T16:00:00.000Z'],
	['1764000000', '2025-11-24T16:00:00.000Z'],
	['1764000000.5', '2025-11-24T16:00:00.500Z'],
	[1_764_000_000_123, '2025-11-24T16:00:00.123Z'],
	[1_000_000_000, '2001-09-09T01:46:40.000Z'],
	[4_102_444_799, '2099-12-31T23:59:59.000Z'],
	[1_000_000_000_000, '2001-09-09T01:46:40.000Z'],
	[4_102_444_799_000, '2099-12-31T23:59:59.000Z'],
	[new Date('2026-11-24T09:00:00Z'), '2026-11-24T09:00:00.000Z'],
	[DateTime.fromISO('2026-11-24T09:00:00Z'), '2026-11-24T09:00:00.000Z'],
])('%s is %s', (cell, iso) => {
	expect(read(cell)).toBe(iso);
});

it('a date alone is a day', () => {
	expect(read('2026-11-24')).toBe(`day ${Date.parse('2026-11-24') / 86_400_000}`);
});

it.each([
	...[
		'',
		'soon',
		'2026-11-31T09:00',
		'2026-11-24T09:60',
		'2026-11-24T09:00:60',
		'2026-11-24T24:01',
		'24.11.2026 09:00',
	],
	...['x2026-11-24T09:00', '2026-11-24T09:00x', '1', 'x1764000000', '1764000000x', '+1764000000'],
	...['2026-11-24T9:00', '2026-11-24T09', '12', '9999999999', '999999999', '9999999999999', '2026-11-24T09:00+1'],
])('"%s" is none', (cell) => {
	expect(read(cell)).toBe(
		`"${cell}" is not a date and time: write it as 2026-11-24 09:00, or with an offset as 2026-11-24T09:00:00+01:00`,
	);
});

it.each([[[1_764_000_000]], [{}], [new Date(NaN)]])('%j is none', (cell) => {
	expect(read(cell)).toContain('is not a date and time: write it as');
});
