import * as fc from 'fast-check';
import { DateTime, Settings } from 'luxon';

import { createZoneClock, isoOf } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import {
	datedZoneNamed,
	placeNamed,
	zoneNamed,
	zoneReader,
} from '../../../../../nodes/ShiftSchedule/model/calendar/zoneName';
import { seeded } from '../make';

const localMinutes = (text: string): number => Date.parse(`${text}Z`) / 60_000;
const zones = Intl.supportedValuesOf('timeZone');

describe('a local time', () => {
	it.each([
		['Europe/Warsaw', '2026-01-05T09:00', '2026-01-05T09:00:00+01:00'], // winter
		['Europe/Warsaw', '2026-07-05T09:00', '2026-07-05T09:00:00+02:00'], // summer
		['Europe/Warsaw', '2026-03-29T01:59', '2026-03-29T01:59:00+01:00'], // the last minute before the gap
		['Europe/Warsaw', '2026-03-29T02:00', '2026-03-29T03:00:00+02:00'], // missing: forward by the gap
		['Europe/Warsaw', '2026-03-29T02:30', '2026-03-29T03:30:00+02:00'],
		['Europe/Warsaw', '2026-03-29T03:00', '2026-03-29T03:00:00+02:00'], // the first minute after the gap
		['Europe/Warsaw', '2026-10-25T01:59', '2026-10-25T01:59:00+02:00'],
		['Europe/Warsaw', '2026-10-25T02:00', '2026-10-25T02:00:00+02:00'], // repeated: the first of the two
		['Europe/Warsaw', '2026-10-25T02:30', '2026-10-25T02:30:00+02:00'],
		['Europe/Warsaw', '2026-10-25T03:00', '2026-10-25T03:00:00+01:00'],
		['America/New_York', '2026-03-08T02:30', '2026-03-08T03:30:00-04:00'],
		['America/New_York', '2026-11-01T01:30', '2026-11-01T01:30:00-04:00'],
		['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:45:00+11:00'], // a gap of half an hour
		['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-05T01:45:00+11:00'], // half an hour twice
		['Pacific/Apia', '2011-12-30T12:00', '2011-12-31T12:00:00+14:00'], // a whole day that never was
		['Pacific/Apia', '2011-12-29T23:59', '2011-12-29T23:59:00-10:00'],
		['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T01:00:00-02:00'], // midnight itself is missing
		['Africa/Casablanca', '2026-02-15T02:30', '2026-02-15T02:30:00+01:00'], // Ramadan: negative summer time
		['Asia/Kathmandu', '2026-01-05T09:00', '2026-01-05T09:00:00+05:45'],
		['UTC', '2026-01-05T09:00', '2026-01-05T09:00:00+00:00'],
	])('%s %s is %s', (zone, local, expected) => {
		const clock = createZoneClock(zone);
		expect(isoOf(clock, clock.instantOf(localMinutes(local)))).toBe(expected);
	});

	it('is the same when it is asked for again', () => {
		const clock = createZoneClock('Europe/Warsaw');
		expect(clock.instantOf(localMinutes('2026-10-25T02:30'))).toBe(
			clock.instantOf(localMinutes('2026-10-25T02:30')),
		);
	});

	it('does not depend on the day on which it is worked out, as it does in luxon', () => {
		const answers = ['2026-01-10T00:00Z', '2026-07-10T00:00Z'].map((today) => {
			const before = Settings.now;
			Settings.now = () => Date.parse(today);
			try {
				return {
					luxon: DateTime.fromISO('2026-10-25T02:30', { zone: 'Europe/Warsaw' }).toMillis(),
					own: createZoneClock('Europe/Warsaw').instantOf(localMinutes('2026-10-25T02:30')),
				};
			} finally {
				Settings.now = before;
			}
		});
		expect(answers[0]?.own).toBe(answers[1]?.own);
		expect(answers[0]?.luxon).not.toBe(answers[1]?.luxon);
	});
});

/** The local time that the platform itself shows at an instant: an oracle that shares no code with luxon. */
function shownByIntl(format: Intl.DateTimeFormat, instant: number): number {
	const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
	return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

const formatOf = (zone: string): Intl.DateTimeFormat =>
	new Intl.DateTimeFormat('en-US', {
		...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
		...{ hour: 'numeric', minute: 'numeric' },
	});

const instants = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 0) });

/** Half of the times lie near the nights when clocks change, which a fair draw would hardly ever meet. */
const localTimes = fc.oneof(
	fc.integer({ min: localMinutes('1975-01-01T00:00'), max: localMinutes('2037-01-01T00:00') }),
	fc
		.tuple(
			fc.integer({ min: 1975, max: 2036 }),
			fc.constantFrom(2, 3, 9, 10),
			fc.integer({ min: 0, max: 31 * 1440 }),
		)
		.map(([year, month, minute]) => Date.UTC(year, month) / 60_000 + minute),
);

describe('in every zone', () => {
	const formats = new Map(zones.map((zone) => [zone, formatOf(zone)]));

	it('the local time is the one that the platform shows', () => {
		fc.assert(
			fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
				const format = formats.get(zone) as Intl.DateTimeFormat;
				expect(createZoneClock(zone).localMinutesAt(instant)).toBe(shownByIntl(format, instant));
			}),
			seeded(5000),
		);
	});

	it('a local time is the first instant that shows it; a missing one is moved by the gap', () => {
		fc.assert(
			fc.property(fc.constantFrom(...zones), localTimes, (zone, local) => {
				const clock = createZoneClock(zone);
				const format = formats.get(zone) as Intl.DateTimeFormat;
				const instant = clock.instantOf(local);
				const moved = shownByIntl(format, instant) - local;
				if (moved === 0) {
					// No earlier instant shows the same: clocks go back by 30, 60 or 120 minutes, or by a day.
					for (const back of [30, 60, 120, 1440]) {
						expect(shownByIntl(format, instant - back * 60_000)).not.toBe(local);
					}
				} else {
					// No instant shows it, and the offset before the gap explains the answer.
					expect(moved).toBeGreaterThan(0);
					expect(clock.offsetAt(instant) - clock.offsetAt(instant - moved * 60_000)).toBe(moved);
					for (const near of [-1440, -120, -60, -30, 0, 30, 60]) {
						expect(shownByIntl(format, instant + near * 60_000)).not.toBe(local);
					}
				}
			}),
			seeded(5000),
		);
	});

	it("agrees with luxon's first possible offset, where luxon finds the time at all", () => {
		fc.assert(
			fc.property(fc.constantFrom(...zones), localTimes, (zone, local) => {
				const date = new Date(local * 60_000);
				const naive = DateTime.fromObject(
					{
						...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
						...{ hour: date.getUTCHours(), minute: date.getUTCMinutes() },
					},
					{ zone },
				);
				const first = Math.min(...naive.getPossibleOffsets().map((one) => one.toMillis()));
				fc.pre(naive.hour === date.getUTCHours() && naive.minute === date.getUTCMinutes());
				expect(createZoneClock(zone).instantOf(local)).toBe(first);
			}),
			seeded(5000),
		);
	});

	it('its own name is understood in any case', () => {
		for (const zone of zones) {
			expect(zoneNamed(zone.toLowerCase().replace(/_/g, ' '))).toEqual({ kind: 'value', value: zone });
		}
	});
});

describe('the name of a zone', () => {
	it.each([
		['Europe/Warsaw', 'Europe/Warsaw'],
		[' europe / warsaw ', 'Europe/Warsaw'],
		['Europe/ Warsaw', 'Europe/Warsaw'],
		['Europe /Warsaw', 'Europe/Warsaw'],
		['America/New  York', 'America/New_York'],
		['US/Eastern', 'US/Eastern'],
		['UTC', 'UTC'],
	])('%j is %s', (text, zone) => {
		expect(zoneNamed(text)).toEqual({ kind: 'value', value: zone });
	});

	it.each([
		['', 'is empty: write a time zone such as Europe/Warsaw'],
		[
			'UTC+1',
			'"UTC+1" is a fixed offset, not a time zone: it would be wrong by an hour when the clocks change. Write a place, such as Europe/Warsaw',
		],
		['gmt-5', '"gmt-5" is a fixed offset'],
		['Etc/GMT+5', '"Etc/GMT+5" is a fixed offset'],
		['x'.repeat(2000), '…" is not a time zone'],
		['+01:00', '"+01:00" is a fixed offset'],
		['−3', '"−3" is a fixed offset'],
		['EST', '"EST" has no summer time: write a place, such as America/New_York'],
		['mst', '"mst" has no summer time: write a place, such as America/Denver'],
		['HST', '"HST" has no summer time: write a place, such as Pacific/Honolulu'],
		['Europe/Warschau', 'Closest names: Europe/Warsaw'],
		['Warsaw', '"Warsaw" is not a time zone. Closest names: Europe/Warsaw'],
		['New York', 'Closest names: America/New_York'],
		['New Yrok', 'Closest names: America/New_York'],
		['Europe/Lodnon', 'Closest names: Europe/London'],
		['Italy/Rome', 'Closest names: Europe/Rome'],
		['Europa/Rom', 'Closest names: Europe/Rome'],
		['Asia/Dublin', 'Closest names: Europe/Dublin'],
		['Europe/Tokyo', 'Closest names: Asia/Tokyo'], // the city counts for more than the continent
	])('%j is refused: %s', (text, expected) => {
		const read = zoneNamed(text);
		expect(read.kind === 'problem' && read.problem).toContain(expected);
	});

	it('that is like a few names is answered with those, and with no others', () => {
		const told = (text: string) => {
			const read = zoneNamed(text);
			return read.kind === 'problem' ? read.problem : '';
		};
		expect(told('Warsaw')).toBe('"Warsaw" is not a time zone. Closest names: Europe/Warsaw');
		expect(told('Customized Time Zone')).toBe(
			'"Customized Time Zone" is not a time zone: write a place, such as Europe/Warsaw',
		);
	});

	it('is looked for among the closest twenty times in a table', () => {
		const read = zoneReader();
		const told = (text: string) => {
			const found = read(text);
			return found.kind === 'problem' ? found.problem : found.value;
		};
		for (let at = 1; at < 20; at++) told(`Warsaw${at}`);
		expect(told('Europe/Warsaw')).toBe('Europe/Warsaw');
		expect(told('Warsaw')).toBe('"Warsaw" is not a time zone. Closest names: Europe/Warsaw');
		expect(told('Warszaw')).toBe('"Warszaw" is not a time zone: write a place, such as Europe/Warsaw');
		expect(told('Warsaw')).toBe('"Warsaw" is not a time zone. Closest names: Europe/Warsaw');
		expect(told('Europe/Berlin')).toBe('Europe/Berlin');
	});

	it.each([
		['Eastern Standard Time', 'America/New_York'],
		['w. europe standard time', 'Europe/Berlin'],
		['Eastern Time (US & Canada)', 'America/New_York'],
		['(UTC-05:00) Eastern Time (US &amp; Canada)', 'America/New_York'],
		['(GMT-08:00) Pacific Time (US and Canada); Tijuana', 'America/Los_Angeles'],
		['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
		['(UTC) Coordinated Universal Time', 'UTC'],
		['(UTC+02:00) Cairo', 'Africa/Cairo'],
		['(UTC+02:00)Cairo', 'Africa/Cairo'],
		['(UTC+02:00)  Cairo', 'Africa/Cairo'],
	])('of Windows, %j, is %s', (text, zone) => {
		expect(zoneNamed(text)).toEqual({ kind: 'value', value: zone });
	});

	it.each([
		['BST', '"BST" is not the name of a place: write Europe/London'],
		['bst', 'write Europe/London'],
		['CEST', 'write Europe/Berlin, Europe/Paris or Europe/Warsaw'],
		['EDT', 'write America/New_York'],
		['AST', 'write America/Halifax, America/Puerto_Rico or Asia/Riyadh'],
		['NST', 'write America/St_Johns'],
		['SST', 'write Pacific/Pago_Pago or Asia/Singapore'],
		['ART', 'write America/Argentina/Buenos_Aires'],
		['ECT', 'write America/Guayaquil'],
		['IST', 'write Asia/Kolkata, Asia/Jerusalem or Europe/Dublin'],
		['CST', 'write America/Chicago, Asia/Shanghai or America/Havana'],
		['PST', 'write America/Los_Angeles or Asia/Manila'],
		['GMT', '"GMT" has no summer time: write a place, such as Europe/London'],
		['Eastern  Time', 'write America/New_York'],
		['Central European Time', 'write Europe/Berlin'],
		['Samoa', 'write a place'],
		['Georgetown', 'write a place'],
	])('by letters or words, %j, is refused with the place: %s', (text, expected) => {
		const read = zoneNamed(text);
		expect(read.kind === 'problem' && read.problem).toContain(expected);
	});

	it('is never a word that only the platform takes for a place', () => {
		const words = new Set(['CET', 'EET', 'MET', 'WET', 'UTC', 'GB', 'NZ', 'PRC', 'ROC', 'ROK']);
		const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
		const taken = letters.flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three)));
		expect(taken.filter((text) => placeNamed(text) !== undefined && !words.has(text))).toEqual([]);
	});

	it.each([
		['CAT', 120],
		['EAT', 180],
		['JST', 540],
	])('by the letters %s is taken, %i minutes from UTC', (text, minutes) => {
		const read = zoneNamed(text);
		expect(read.kind === 'value' && createZoneClock(read.value).offsetAt(0)).toBe(minutes);
	});
});

describe('a fixed offset on a date', () => {
	it.each([
		['UTC+1', 'UTC+01:00', 60],
		['GMT+05:30', 'UTC+05:30', 330],
		['-0330', 'UTC-03:30', -210],
		['utc −3', 'UTC-03:00', -180],
		['Z+14', 'UTC+14:00', 840],
		['UTC+0', 'UTC', 0],
		['Etc/GMT-2', 'Etc/GMT-2', 120],
		['Etc/GMT-14', 'Etc/GMT-14', 840],
		['UTC-14', 'UTC-14:00', -840],
		['etc/gmt+12', 'Etc/GMT+12', -720],
		['Europe/Warsaw', 'Europe/Warsaw', 60],
	])('%j is %s, %i minutes from UTC', (text, zone, minutes) => {
		expect(datedZoneNamed(text)).toEqual({ kind: 'value', value: zone });
		expect(createZoneClock(zone).offsetAt(0)).toBe(minutes);
	});

	it.each(['UTC+15', 'UTC+14:30', 'UTC+1:75', 'Etc/GMT+13', 'Etc/GMT-15', 'Etc/UTC+1', 'BST', 'UTC+'])(
		'%j is refused',
		(text) => {
			expect(datedZoneNamed(text).kind).toBe('problem');
		},
	);
});
