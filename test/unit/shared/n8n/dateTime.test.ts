import { DateTime } from 'luxon';
import { dateTimeText, momentOf, timeOfDay } from '../../../../nodes/shared/n8n/dateTime';

const ZONE = 'Europe/Warsaw';

describe('a moment', () => {
	it.each([
		['2026-01-05T14:00', '2026-01-05T13:00:00Z'],
		['2026-01-05 14:00', '2026-01-05T13:00:00Z'],
		[' 2026-01-05T14:00:30+00:00 ', '2026-01-05T14:00:30Z'],
		['2026-01-05', '2026-01-04T23:00:00Z'],
		[new Date('2026-01-05T13:00:00Z'), '2026-01-05T13:00:00Z'],
		[DateTime.fromISO('2026-01-05T13:00:00Z'), '2026-01-05T13:00:00Z'],
		[{ __n8nType: 'DateTime', __isoString: '2026-01-05T13:00:00Z' }, '2026-01-05T13:00:00Z'],
	])('%p is understood', (given, moment) => expect(momentOf(given, ZONE)).toBe(Date.parse(moment)));

	it.each([
		...['', '2026', '2026-1-5', '20260105', 'x2026-01-05', '2026-02-30', '2026-01-05 14:00 h', 'tomorrow'],
		...[undefined, null, 20260105, {}, new Date(NaN), DateTime.invalid('test'), { __n8nType: 'DateTime' }],
	])('%p is none', (given) => expect(momentOf(given, ZONE)).toBeUndefined());

	it("of n8n's sandbox is its text", () => {
		expect(dateTimeText({ __n8nType: 'DateTime', __isoString: '2026-01-05' })).toBe('2026-01-05');
		expect(dateTimeText({ __n8nType: 'DateTime', __isoString: 5 })).toBe('Invalid DateTime');
		const other = { __n8nType: 'Duration', __isoString: 'PT1H' };
		expect(dateTimeText(other)).toBe(other);
		expect(dateTimeText('2026')).toBe('2026');
	});
});

it('the time of day has its date where that is another', () => {
	const at = Date.parse('2026-03-29T22:30:00Z');
	expect(timeOfDay(at, 'UTC', at - 60_000)).toBe('22:30');
	expect(timeOfDay(at, 'UTC', at + 2 * 3_600_000)).toBe('2026-03-29 22:30');
	expect(timeOfDay(at, ZONE, at)).toBe('00:30');
	expect(timeOfDay(at, ZONE, at - 3_600_000)).toBe('2026-03-30 00:30');
	expect(timeOfDay(Date.parse('2026-03-29T14:05:00Z'), ZONE, at - 3_600_000)).toBe('16:05');
});
