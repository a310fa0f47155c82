import {
	dateNamed,
	exactMoment,
	isSomebody,
	localMoment,
	personOf,
	recordIn,
	recordsIn,
	spanBetween,
	spanOfDays,
	valueAt,
} from '../../../../../nodes/ShiftSchedule/model/items/values';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { problem, value } from '../../../../../nodes/shared/values/result';

const at = (iso: string): number => Date.parse(iso);
const EIGHT = at('2026-11-03T08:00:00Z');

describe('a moment of a service', () => {
	it.each<[unknown]>([
		['2026-11-03T08:00:00Z'],
		['2026-11-03T08:00Z'],
		['2026-11-03T08:00:00.000Z'],
		['2026-11-03T08:00:00.0000000Z'],
		['2026-11-03t08:00:00z'],
		['2026-11-03T09:00:00+01:00'],
		['2026-11-03T09:00:00+0100'],
		['2026-11-03T09:00:00+01'],
		['2026-11-03 03:00:00 -05:00'],
		['2026-11-03T02:30:00-05:30'],
		['2026-11-03T08:00:29Z'],
		['2026-11-03T07:59:30Z'],
		['2026-11-03T07:59:59.9999999Z'],
		['Tue, 03 Nov 2026 09:00:00 +0100'],
		['3 Nov 2026 09:00 +0100'],
		['03 Nov 2026 08:00:00 GMT'],
		['03 Nov 2026 08:00:00 UTC'],
		['03 Nov 2026 08:00:00 Z'],
		[EIGHT / 1000],
		[EIGHT],
		[String(EIGHT / 1000)],
		[String(EIGHT)],
	])('%j is that minute', (given) => {
		expect(exactMoment(given)).toEqual(value(EIGHT));
	});

	it.each<[unknown, string]>([
		['', 'is missing'],
		[undefined, 'is missing'],
		[null, 'is missing'],
		['soon', '"soon" is not a date and time'],
		['2026-11-03', '"2026-11-03" is not a date and time'],
		['2026-11-03T08:00:00', '"2026-11-03T08:00:00" is not a date and time'],
		['x2026-11-03T08:00:00Z', '"x2026-11-03T08:00:00Z" is not a date and time'],
		['2026-11-03T08:00:00Zx', '"2026-11-03T08:00:00Zx" is not a date and time'],
		['2026-13-03T08:00:00Z', '"2026-13-03T08:00:00Z" is not a date and time'],
		['x Tue, 03 Nov 2026 09:00:00 +0100', '"x Tue, 03 Nov 2026 09:00:00 +0100" is not a date and time'],
		['03 Nov 2026 08:00:00 GMT x', '"03 Nov 2026 08:00:00 GMT x" is not a date and time'],
		['03 Nov 2026 08:00:00', '"03 Nov 2026 08:00:00" is not a date and time'],
		[12345678, '"12345678" is not a date and time'],
		['12345678901234', '"12345678901234" is not a date and time'],
	])('%j %s', (given, words) => {
		expect(exactMoment(given)).toEqual(problem(words));
	});

	it('counts seconds up to the year 5138, and milliseconds from 1973 on', () => {
		expect(exactMoment(99_999_999_960)).toEqual(value(99_999_999_960_000));
		expect(exactMoment(100_000_020_000)).toEqual(value(100_000_020_000));
		expect(exactMoment(100_000_000_000)).toEqual(value(100_000_020_000));
	});

	it.each([
		['2026-11-03T09:00:00.0000000', EIGHT],
		['2026-11-03T09:00', EIGHT],
		['2026-11-03 09:00:00', EIGHT],
		['2026-11-03T08:59:30', EIGHT],
		['2026-11-03T08:00:00Z', EIGHT],
		// What the clocks skip is moved by the gap, as everywhere.
		['2026-03-29T02:30:00', at('2026-03-29T01:30:00Z')],
	])('%j by the clock of Warsaw', (given, moment) => {
		expect(localMoment(given, createZoneClock('Europe/Warsaw'))).toEqual(value(moment));
	});

	it.each(['2026-02-30T09:00:00', 'x2026-11-03T09:00', '2026-11-03T09:00x', '2026-11-03', ''])(
		'%j is none by any clock',
		(given) => {
			expect(localMoment(given, createZoneClock('Europe/Warsaw')).kind).toBe('problem');
		},
	);

	it.each<[unknown, number | undefined]>([
		['1970-01-02', 1],
		['1970-01-02T23:59:00Z', 1],
		['2026-02-30', undefined],
		['x1970-01-02', undefined],
		['', undefined],
		[undefined, undefined],
	])('%j is on the day %j', (given, day) => {
		expect(dateNamed(given)).toBe(day);
	});
});

describe('a span', () => {
	it('goes from one moment to a later one', () => {
		expect(spanBetween(value(1), value(2))).toEqual(value({ kind: 'timed', start: 1, end: 2 }));
		expect(spanBetween(value(2), value(2))).toEqual(problem('it ends when it starts, or before'));
		expect(spanBetween(value(3), value(2))).toEqual(problem('it ends when it starts, or before'));
		expect(spanBetween(problem('is missing'), value(2))).toEqual(problem('its start is missing'));
		expect(spanBetween(value(2), problem('is missing'))).toEqual(problem('its end is missing'));
	});

	it('of whole days ends before the day that is named last', () => {
		expect(spanOfDays(5, 7)).toEqual(value({ kind: 'days', first: 5, count: 2 }));
		expect(spanOfDays(5, 6)).toEqual(value({ kind: 'days', first: 5, count: 1 }));
		// Some write the same day twice.
		expect(spanOfDays(5, 5)).toEqual(value({ kind: 'days', first: 5, count: 1 }));
		expect(spanOfDays(5, 4)).toEqual(problem('it ends before it starts'));
		expect(spanOfDays(undefined, 4)).toEqual(problem('its start is not a date'));
		expect(spanOfDays(5, undefined)).toEqual(problem('its end is not a date'));
	});
});

describe('a field', () => {
	it('may be a record, a list of records, or lie at a path', () => {
		const entry = { one: { two: 3 }, list: [{ a: 1 }, 2, null], text: 'x' };
		expect([recordIn(entry, 'one'), recordIn(entry, 'text'), recordIn(entry, 'none')]).toEqual([
			{ two: 3 },
			{},
			{},
		]);
		expect([recordsIn(entry, 'list'), recordsIn(entry, 'one')]).toEqual([[{ a: 1 }], []]);
		expect([valueAt(entry, 'one.two'), valueAt(entry, 'one.none.two'), valueAt(entry, 'text.x')]).toEqual([
			...[3, undefined, undefined],
		]);
	});

	it('of a person may be missing, and 0 is not an id', () => {
		expect(personOf(0, ' a@x.com ')).toEqual({ id: '', email: 'a@x.com', name: '' });
		expect(personOf(7, undefined, 'Anna')).toEqual({ id: '7', email: '', name: 'Anna' });
		expect([personOf(0), personOf(1), personOf('', 'a'), personOf('', '', 'a')].map(isSomebody)).toEqual([
			...[false, true, true, true],
		]);
	});
});
