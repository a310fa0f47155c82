import { importCalendar } from '../../../../../nodes/ShiftSchedule/model/ics/import';
import type { IcsOptions } from '../../../../../nodes/ShiftSchedule/model/ics/options';
import { merge } from '../../../../../nodes/ShiftSchedule/model/schedule/merge';
import { rosterOf } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { openEvaluation } from '../../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { ofAnna as options, workOf } from '../make';

const calendar = (lines: string[]): string =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');

const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];

const problems = (text: string, more: Partial<IcsOptions> = {}): string[] =>
	importCalendar(text, { ...options, ...more }).problems.map(
		({ row, column, problem }) => `line ${row}, ${column}: ${problem}`,
	);

/** What anna does in January 2026 and, for clocks, up to April. */
function shifts(text: string, more: Partial<IcsOptions> = {}, until = '2026-02-01T00:00+01:00', id = 'anna'): string[] {
	const { schedule, problems: found } = importCalendar(text, { ...options, ...more });
	expect(found).toEqual([]);
	return workOf(openEvaluation(schedule), id, '2026-01-01T00:00+01:00', until).map((line) =>
		line
			.replace(/available 2026-| 2026-\d\d-\d\dT/g, ' ')
			.replace(/:00\+0[12]:00/g, '')
			.trim(),
	);
}

const nine = ['DTSTART;TZID=Europe/Warsaw:20260105T090000', 'DTEND;TZID=Europe/Warsaw:20260105T100000'];
const series = (rule: string, ...more: string[]): string => calendar(event(...nine, `RRULE:${rule}`, ...more));

describe('an event', () => {
	it.each([
		[
			['DTSTART;TZID=Europe/Warsaw:20260105T090000', 'DTEND;TZID=Europe/Warsaw:20260105T170000'],
			'01-05T09:00 17:00',
		],
		[['DTSTART:20260105T080000Z', 'DTEND:20260105T160000Z'], '01-05T09:00 17:00'],
		[['DTSTART:20260105T090000', 'DTEND:20260105T170000'], '01-05T09:00 17:00'], // floating: the schedule's zone
		[['DTSTART;TZID=America/New_York:20260105T090000', 'DURATION:PT8H'], '01-05T15:00 23:00'],
		[['DTSTART;TZID="America/New_York":20260105T090000', 'DURATION:PT1H30M'], '01-05T15:00 16:30'],
		[['DTSTART;TZID=/Europe/Warsaw:20260105T220000', 'DURATION:PT8H'], '01-05T22:00 06:00'],
		[['DTSTART;TZID=Eastern Standard Time:20260105T090000', 'DURATION:PT8H'], '01-05T15:00 23:00'],
		[['DTSTART;TZID=w. europe standard time:20260105T090000', 'DURATION:PT8H'], '01-05T09:00 17:00'],
		[['DTSTART;TZID=UTC-02:20260105T090000', 'DURATION:PT8H'], '01-05T12:00 20:00'], // Windows has zones of that name
		[['DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260107'], '01-05T00:00 00:00'], // its end not included
		[['DTSTART;VALUE=DATE:20260105'], '01-05T00:00 00:00'],
		[['DTSTART;VALUE=DATE:20260105', 'DURATION:P1W'], '01-05T00:00 00:00'],
		[['DTSTART:20260105T080000Z', 'DTEND;TZID=Europe/Warsaw:20260105T170000'], '01-05T09:00 17:00'],
		[['DTSTART;TZID=Europe/Warsaw:20260105T090000', 'DURATION:PT480M0S'], '01-05T09:00 17:00'],
		[['DTSTART:20260105T230000', 'DURATION:PT10H'], '01-05T23:00 09:00'],
		[['DTSTART:20260105T090000', 'DTEND:20260106T090000'], '01-05T09:00 09:00'],
		[['DTSTART: 20260105T090000 ', 'DURATION: PT7H59M60S '], '01-05T09:00 17:00'],
		[['DTSTART:20260105', 'DTEND:20260106'], '01-05T00:00 00:00'], // a date by its length
		[['DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260105'], '01-05T00:00 00:00'], // that day
		[['DTSTART:20260105T090000', 'DTEND:20260112T090000'], '01-05T09:00 09:00'], // a week of on-call
		[['DTSTART:20260105T160000', 'DTEND:20260105T235959'], '01-05T16:00 00:00'],
		[['DTSTART:20260105T090030', 'DTEND:20260105T170030'], '01-05T09:00 17:01'],
		[['DTSTART:20260105T090030', 'DURATION:PT8H'], '01-05T09:00 17:01'],
		[['DTSTART:20260105T090000', 'DURATION:PT30S'], '01-05T09:00 09:01'],
		[['DTSTART:20260105T0900', 'DTEND:20260105t1700'], '01-05T09:00 17:00'],
		[['DTSTART:20260105T160000', 'DTEND:20260105T240000'], '01-05T16:00 00:00'],
		[['DTSTART;TZID=:20260105T090000', 'DURATION:PT8H'], '01-05T09:00 17:00'],
		[['DTSTART;TZID=UTC+3:20260105T090000', 'DURATION:PT8H'], '01-05T07:00 15:00'],
		[['DTSTART;TZID=GMT+0530:20260105T090000', 'DURATION:PT8H'], '01-05T04:30 12:30'],
		[['DTSTART;TZID=Etc/GMT-2:20260105T090000', 'DURATION:PT8H'], '01-05T08:00 16:00'],
		[['DTSTART:20260105T080000Z', 'DTEND;TZID=UTC+1:20260105T170000'], '01-05T09:00 17:00'],
		[['DTSTART:20260105T090060', 'DURATION:PT8H'], '01-05T09:00 17:01'],
	])('with %j is %s', (lines, expected) => {
		expect(shifts(calendar(event(...lines)))).toEqual([expected]);
	});

	it.each([
		['P2D', '2026-01-07'],
		['P14D', '2026-01-19'],
		['P10W', '2026-03-16'],
		['P36525D', '2126-01-06'],
	])('of %s lasts until %s', (duration, day) => {
		const text = calendar(event('DTSTART;VALUE=DATE:20260105', `DURATION:${duration}`));
		const { schedule } = importCalendar(text, options);
		expect(workOf(openEvaluation(schedule), 'anna', '2026-01-01T00:00Z', '2126-04-01T00:00Z')).toEqual([
			`available 2026-01-05T00:00:00+01:00 ${day}T00:00:00+01:00`,
		]);
	});

	it('is read through folded lines, any line ends, a byte order mark, spaces at line ends and lower case', () => {
		const text = calendar(event(...nine))
			.replace(/:VEVENT/g, ':Vevent ')
			.replace('T090000', 'T09\r\n 0000')
			.replace('DTEND', 'dtend');
		expect(shifts(text)).toEqual(['01-05T09:00 10:00']);
		expect(shifts(`\uFEFF${text.replace(/\r\n/g, '\n')}`)).toEqual(['01-05T09:00 10:00']);
		expect(shifts(text.replace(/\r\n /, '\r\n\t'))).toEqual(['01-05T09:00 10:00']);
	});

	it('that is cancelled is not there, but its agent is', () => {
		const cancelled = calendar(event(...nine, 'STATUS: cancelled '));
		expect(shifts(cancelled)).toEqual([]);
		expect(importCalendar(cancelled, options).schedule).toStrictEqual({
			...{ zone: 'Europe/Warsaw', dst: 'keepEnd', rules: [], breaks: [], swaps: [], requirements: [] },
			agents: [{ id: 'anna', name: 'anna', service: '', isListed: false }],
		});
		expect(shifts(calendar(event(...nine, 'STATUS:CONFIRMED')))).toHaveLength(1);
	});

	it('is known by its UID, wherever that stands, or stands for itself', () => {
		const two = (...uids: string[]): string =>
			calendar(uids.flatMap((uid) => ['BEGIN:VEVENT', 'SUMMARY:x', ...nine, uid, 'END:VEVENT']));
		expect(problems(two('UID:1', 'UID:2'))).toEqual([]);
		expect(problems(two('X-UID:1', 'X-UID:1'))).toEqual([]);
	});

	it('ignores VTIMEZONE, alarms and what has no bearing', () => {
		const zone = [
			...['BEGIN:VTIMEZONE', 'TZID:Europe/Warsaw', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
			...['TZOFFSETFROM:-0800', 'TZOFFSETTO:-0800', 'END:STANDARD', 'END:VTIMEZONE'],
		];
		const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'END:VALARM', 'X-THING:1', 'CLASS:PUBLIC'];
		expect(shifts(calendar([...zone, ...event(...nine, ...alarm), 'BEGIN:X-OWN', 'END:X-OWN']))).toEqual([
			'01-05T09:00 10:00',
		]);
	});
});

describe('a rule', () => {
	const days = (rule: string, ...more: string[]): string =>
		shifts(series(rule, ...more))
			.map((line) => line.slice(3, 5))
			.join(' ');

	it.each([
		['FREQ=DAILY;COUNT=3', '05 06 07'],
		[' FREQ=DAILY;INTERVAL=10 ', '05 15 25'],
		['FREQ=DAILY;UNTIL=20260107T080000Z', '05 06 07'], // 09:00 in Warsaw, included
		['FREQ=DAILY;UNTIL=20260107T075900Z', '05 06'],
		['FREQ=DAILY;BYDAY=MO,WE;COUNT=4', '05 07 12 14'],
		['FREQ=DAILY;BYMONTHDAY=5,-1', '05 31'],
		['FREQ = DAILY ; COUNT = 2', '05 06'],
		['FREQ=DAILY;COUNT=2;WKST=', '05 06'],
		['FREQ=WEEKLY;BYDAY= MO , TU;COUNT=3', '05 06 12'],
		['FREQ=MONTHLY;BYDAY=5TH', '05 29'],
		['FREQ=YEARLY;BYMONTH=1;BYDAY=+5TH', '05 29'],
		['FREQ=YEARLY;BYDAY=53TH', '05'],
		['FREQ=MONTHLY;BYMONTHDAY=+05,07', '05 07'],
		['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=+2', '05 12'],
		['FREQ=DAILY;INTERVAL=9999', '05'],
		['FREQ=DAILY;BYHOUR=09;COUNT=2', '05 06'],
		['FREQ=WEEKLY', '05 12 19 26'],
		['FREQ=WEEKLY;INTERVAL=2', '05 19'],
		['FREQ=WEEKLY;INTERVAL=7', '05'],
		['FREQ=WEEKLY;BYDAY=MO,TU,FR;COUNT=4', '05 06 09 12'],
		['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO', '05 11 19 25'],
		['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU', '05 18 19'],
		['FREQ=MONTHLY', '05'],
		['FREQ=MONTHLY;BYDAY=1MO,3MO,-1MO', '05 19 26'],
		['FREQ=MONTHLY;BYDAY=1MO,-1SA', '05 31'],
		['FREQ=MONTHLY;BYDAY=MO', '05 12 19 26'],
		['FREQ=MONTHLY;BYMONTHDAY=5,15,-2', '05 15 30'],
		['FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=5,26,27', '05 26'],
		['freq=weekly;byday=mo', '05 12 19 26'],
		['FREQ=DAILY;', '05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31'],
		['FREQ=YEARLY', '05'],
		['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5,20', '05 20'],
		['FREQ=YEARLY;BYMONTHDAY=5,20', '05 20'],
		['FREQ=YEARLY;BYMONTH=1,3', '05'],
		['FREQ=YEARLY;BYDAY=MO', '05 12 19 26'],
		['FREQ=YEARLY;BYDAY=2MO,-50FR', '05 12 16'],
		['FREQ=YEARLY;BYMONTH=1;BYDAY=-1MO', '05 26'],
		['FREQ=WEEKLY;BYMONTH=1,2', '05 12 19 26'],
		['FREQ=WEEKLY;BYMONTH=2', '05'],
		['FREQ=DAILY;BYMONTH=01;COUNT=3', '05 06 07'],
		['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1', '05 30'],
		['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2', '05 12'],
		['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10', '05 14'],
		['FREQ=YEARLY;BYDAY=2MO,20MO', '05 12'],
		['FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO,TU,WE,TH,FR;BYMONTH=2', '05'],
		['FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1', '05 09 16 23 30'],
		['FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=1;WKST=SU', '05 11 18 25'],
		['FREQ=DAILY;BYSETPOS=1;COUNT=2', '05 06'],
		['FREQ=YEARLY;BYDAY=MO,TU;BYSETPOS=3', '05 12'],
		['FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0;COUNT=2', '05 06'],
		['FREQ=DAILY;RSCALE=GREGORIAN;SKIP=OMIT;COUNT=2', '05 06'],
		['FREQ=WEEKLY;BYDAY=TU', '05 06 13 20 27'], // the first date counts, though the rule does not name it
		['FREQ=WEEKLY;BYDAY=TU;COUNT=3', '05 06 13'],
		['FREQ=WEEKLY;BYDAY=TU;COUNT=1', '05'],
		['FREQ=DAILY;UNTIL=20260107', '05 06 07'], // that day included
		['FREQ=DAILY;UNTIL=20260107T090000', '05 06 07'], // by the clock of the event
		['FREQ=DAILY;UNTIL=20260107T085959', '05 06'],
		['FREQ=DAILY;UNTIL=20260107T075959Z', '05 06'],
		['FREQ=DAILY;UNTIL=20260107T235959Z', '05 06 07'],
	])('%s is on %s', (rule, expected) => {
		expect(days(rule)).toBe(expected);
	});

	it('leaves out months that have no such day', () => {
		const text = calendar(event('DTSTART:20260131T090000', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;COUNT=3'));
		expect(shifts(text, {}, '2026-12-31T00:00+01:00').map((line) => line.slice(0, 5))).toEqual([
			'01-31',
			'03-31',
			'05-31',
		]);
	});

	it('counts months over the new year', () => {
		const rule = series('FREQ=MONTHLY;INTERVAL=5;COUNT=4');
		expect(shifts(rule, {}, '2028-01-01T00:00+01:00').map((line) => line.replace(/^available /, ''))).toEqual([
			...['01-05T09:00 10:00', '06-05T09:00 10:00', '11-05T09:00 10:00'],
			'2027-04-05T09:00 2027-04-05T10:00',
		]);
	});

	it('may count to ten thousand', () => {
		expect(problems(series('FREQ=DAILY;COUNT=10000'))).toEqual([]);
	});

	it.each([
		['20260107', 3],
		['20260106T230000Z', 3], // midnight in Warsaw, as Outlook writes it
		['20260107T000000Z', 3], // the first minute of the date as it is written
		['20260107T235959Z', 3], // the last one
		['20260107T120000Z', 3],
		['20260107T000000', 3],
		['20260107T233000', 3],
		['20260106T233000Z', 3], // half past midnight of the 7th in Warsaw
	])('for whole days ends with the day of %s', (until, days) => {
		const text = calendar(event('DTSTART;VALUE=DATE:20260105', `RRULE:FREQ=DAILY;UNTIL=${until}`));
		expect(shifts(text)).toHaveLength(days);
	});

	it.each([
		['20260107T000000Z', 3], // the first minute of the date as it is written
		['20260107T235959Z', 3], // the last one
		['20260107T050000Z', 3], // midnight
		['20260107T040000Z', 2], // an hour before it
	])('for whole days in New York ends with the day of %s', (until, days) => {
		const text = calendar(event('DTSTART;VALUE=DATE:20260105', `RRULE:FREQ=DAILY;UNTIL=${until}`));
		expect(shifts(text, { zone: 'America/New_York' })).toHaveLength(days);
	});

	it.each([
		'EXDATE;VALUE=DATE:20260106',
		'EXDATE:20260106T000000',
		'EXDATE:20260106T120000',
		'EXDATE:20260105T230000Z', // midnight in Warsaw
		'EXDATE:20260106T000000Z',
	])('for whole days loses a day by %s', (line) => {
		const text = calendar(event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY;COUNT=3;BYHOUR=8', line));
		expect(shifts(text)).toEqual(['01-05T00:00 00:00', '01-07T00:00 00:00']);
	});

	it('loses all of a day by a date, and what begins at midnight by that time', () => {
		const twice = ['DTSTART:20260105T000000', 'DURATION:PT1H', 'RDATE:20260105T120000'];
		expect(shifts(calendar(event(...twice, 'EXDATE;VALUE=DATE:20260105')))).toEqual([]);
		expect(shifts(calendar(event(...twice, 'EXDATE:20260105T000000')))).toEqual(['01-05T12:00 13:00']);
	});

	it('ends to the second', () => {
		const daily = ['DTSTART:20260105T090030', 'DURATION:PT30S'];
		expect(shifts(calendar(event(...daily, 'RRULE:FREQ=DAILY;UNTIL=20260107T090030')))).toHaveLength(3);
		expect(shifts(calendar(event(...daily, 'RRULE:FREQ=DAILY;UNTIL=20260107T090029')))).toHaveLength(2);
	});

	it('for whole days ends with a date', () => {
		const text = calendar(event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;UNTIL=20260112'));
		expect(shifts(text)).toEqual(['01-05T00:00 00:00', '01-12T00:00 00:00']);
	});

	it('without a zone ends by the same clock', () => {
		const floating = ['DTSTART:20260105T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260106T090000'];
		expect(shifts(calendar(event(...floating)))).toHaveLength(2);
		expect(shifts(calendar(event(...floating)).replace('0106T090000', '0106T083000'))).toHaveLength(1);
		const utc = ['DTSTART:20260105T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260106T085900Z'];
		expect(shifts(calendar(event(...utc)))).toHaveLength(1);
	});

	it('keeps its time by the clock when the clocks change, and moves a missing one', () => {
		const night = ['DTSTART;TZID=Europe/Warsaw:20260327T023000', 'DURATION:PT15M', 'RRULE:FREQ=DAILY;COUNT=4'];
		expect(shifts(calendar(event(...night)), {}, '2026-04-30T00:00Z')).toEqual([
			'03-27T02:30 02:45',
			'03-28T02:30 02:45',
			'03-29T03:30 03:45',
			'03-30T02:30 02:45',
		]);
	});

	it.each([
		['EXDATE;TZID=Europe/Warsaw:20260106T090000', '05 07 08'],
		['EXDATE:20260106T080000Z,20260107T080000Z', '05 08'],
		['EXDATE:20260106T090000', '05 07 08'], // floating: the schedule's zone, which is the event's
		['EXDATE;TZID=Europe/Warsaw:20260106T090100', '05 06 07 08'], // not the start of any
		['EXDATE;VALUE=DATE:20260106', '05 07 08'],
		['EXDATE:20260106,20260107', '05 08'],
		['EXDATE;TZID=Europe/Warsaw:20260106T000000', '05 07 08'], // how some write a date
		['EXDATE:20260106T000000Z', '05 06 07 08'], // a moment
		['EXDATE:', '05 06 07 08'],
		['EXDATE:20260106T080000Z,', '05 07 08'],
		['EXDATE:20260106T080000Z, ', '05 07 08'],
		['RDATE:', '05 06 07 08'],
		['RDATE:20260120T080000Z, ', '05 06 07 08 20'],
		['RDATE;TZID=Europe/Warsaw:20260120T090000,20260121T090000', '05 06 07 08 20 21'],
		['RDATE:20260106T080000Z', '05 06 07 08'], // there already
		['EXDATE;TZID=America/New_York:20260106T030000', '05 07 08'],
	])('with %s is on %s', (line, expected) => {
		expect(days('FREQ=DAILY;COUNT=4', line)).toBe(expected);
	});

	it('has dates more at other times, too, and can lose them', () => {
		const more = ['RDATE;TZID=Europe/Warsaw:20260105T120000', 'RDATE;TZID=Europe/Warsaw:20260105T150000'];
		expect(shifts(series('FREQ=DAILY;COUNT=1', ...more, 'EXDATE;TZID=Europe/Warsaw:20260105T150000'))).toEqual([
			'01-05T09:00 10:00',
			'01-05T12:00 13:00',
		]);
	});

	it('has no date twice', () => {
		const more = ['20260105T120000', '20260106T090000', '20260105T120000'];
		const text = series('FREQ=DAILY;COUNT=4', ...more.map((date) => `RDATE;TZID=Europe/Warsaw:${date}`));
		expect(importCalendar(text, options).schedule.rules).toHaveLength(2);
	});

	it('takes a date out that the clocks move past midnight', () => {
		const night = ['DTSTART;TZID=America/Nuuk:20260327T233000', 'DURATION:PT15M', 'RRULE:FREQ=DAILY;COUNT=3'];
		const left = ['03-28T02:30 02:45', '03-30T02:30 02:45'];
		for (const out of ['EXDATE:20260329T013000Z', 'EXDATE;TZID=America/Nuuk:20260328T233000']) {
			expect(shifts(calendar(event(...night, out)), {}, '2026-04-30T00:00Z')).toEqual(left);
		}
	});

	it('takes a missing date out by its moment', () => {
		const night = ['DTSTART;TZID=Europe/Warsaw:20260328T023000', 'DURATION:PT15M', 'RRULE:FREQ=DAILY;COUNT=3'];
		for (const out of ['EXDATE:20260329T013000Z', 'EXDATE;TZID=Europe/Warsaw:20260329T023000']) {
			expect(shifts(calendar(event(...night, out)), {}, '2026-04-30T00:00Z')).toHaveLength(2);
		}
	});
});

describe('a change to a single date', () => {
	const change = (...lines: string[]): string =>
		calendar([
			...event(...nine, 'RRULE:FREQ=DAILY;COUNT=3'),
			...['BEGIN:VEVENT', 'UID:1', 'RECURRENCE-ID;TZID=Europe/Warsaw:20260106T090000', ...lines, 'END:VEVENT'],
		]);

	it('moves it', () => {
		expect(shifts(change('DTSTART;TZID=Europe/Warsaw:20260108T140000', 'DURATION:PT2H'))).toEqual([
			...['01-05T09:00 10:00', '01-07T09:00 10:00', '01-08T14:00 16:00'],
		]);
	});

	it('cancels it', () => {
		const cancelled = change('DTSTART;TZID=Europe/Warsaw:20260106T090000', 'DURATION:PT1H', 'STATUS:CANCELLED');
		expect(shifts(cancelled)).toEqual(['01-05T09:00 10:00', '01-07T09:00 10:00']);
	});

	it('whose series is not in the file stands alone', () => {
		const lines = ['RECURRENCE-ID:20260106T080000Z', 'DTSTART:20260106T100000Z', 'DURATION:PT1H'];
		expect(shifts(calendar(event(...lines)))).toEqual(['01-06T11:00 12:00']);
	});
});

describe('who and what', () => {
	const text = calendar(
		event(
			...nine,
			'SUMMARY:Early\\, phones',
			'CATEGORIES:Training,Room 2',
			'ATTENDEE;CN="Anna: A";PARTSTAT=ACCEPTED:mailto:anna@example.com',
			'ATTENDEE;PARTSTAT=DECLINED:mailto:cleo@example.com',
			'ATTENDEE;MEMBER="mailto:a@example.com","mailto:b@example.com";X-ROOMS=one,two:MAILTO:ben@example.com',
			'DESCRIPTION:dora',
		),
	);
	const read = (more: Partial<IcsOptions>) => importCalendar(text, { ...options, ...more });

	it.each([
		[{ kind: 'property', name: 'ATTENDEE' } as const, ['anna@example.com', 'ben@example.com']],
		[{ kind: 'property', name: 'description' } as const, ['dora']],
		[{ kind: 'property', name: 'SUMMARY' } as const, ['Early, phones']],
		[{ kind: 'fixed', id: ' anna ' } as const, ['anna']],
		[{ kind: 'fixed', id: ' * ' } as const, 'all'],
	])('by %j it is of %j', (agent, expected) => {
		const { schedule } = read({ agent });
		expect(schedule.rules[0]?.agents).toEqual(expected);
		expect(schedule.agents.map(({ id }) => id)).toEqual(expected === 'all' ? [] : expected);
	});

	it.each([
		[{ kind: 'words', property: 'CATEGORIES', words: { training: 'busy' } } as const, 'busy'],
		[{ kind: 'words', property: 'SUMMARY', words: { ' Early, phones ': 'break' } } as const, 'break'],
		[{ kind: 'words', property: 'SUMMARY', words: {}, otherwise: 'offline' } as const, 'offline'],
	])('by %j it is %s', (state, expected) => {
		expect(read({ state }).schedule.rules[0]).toMatchObject({
			...{ state: expected, name: 'Early, phones', reason: '', row: 4 },
		});
	});

	it('without a title is called as the form says', () => {
		expect(importCalendar(calendar(event(...nine)), { ...options, as: 'extra' }).schedule.rules[0]?.name).toBe(
			'extra',
		);
	});

	it('mentions its agents, each with the first item', () => {
		expect(read({ agent: { kind: 'property', name: 'ATTENDEE' } }).mentions).toEqual(
			new Map([
				['anna@example.com', 0],
				['ben@example.com', 0],
			]),
		);
	});

	it('goes by the names of the states without further words', () => {
		const busy = calendar(event(...nine, 'SUMMARY: Busy'));
		const state = { kind: 'words', property: 'SUMMARY', words: {} } as const;
		expect(importCalendar(busy, { ...options, state }).schedule.rules[0]?.state).toBe('busy');
	});

	it('is read with its escapes', () => {
		const escaped = calendar(event(...nine, String.raw`SUMMARY:A\nB\NC\;D\,E\\F`));
		expect(importCalendar(escaped, options).schedule.rules[0]?.name).toBe('A\nB\nC;D,E\\F');
	});

	it('is a problem when nobody or nothing is found', () => {
		const mend = ": add it to 'Words', or choose a state for 'Other Words'";
		expect(problems(text, { agent: { kind: 'property', name: 'ORGANIZER' } })).toEqual([
			'line 4, ORGANIZER: does not name an agent',
		]);
		expect(problems(text, { state: { kind: 'words', property: 'SUMMARY', words: {} } })).toEqual([
			`line 4, SUMMARY: "Early, phones" does not stand for a state${mend}`,
		]);
		const comments = calendar(event(...nine, 'COMMENT: ', 'COMMENT:away'));
		const state = { kind: 'words', property: 'COMMENT', words: {} } as const;
		expect(problems(comments, { state })).toEqual([`line 4, COMMENT: ", away" does not stand for a state${mend}`]);
		expect(problems(comments.replace('away', ''), { agent: { kind: 'property', name: 'COMMENT' } })).toEqual([
			'line 4, COMMENT: does not name an agent',
		]);
	});

	it('without a zone is by the clock of each agent', () => {
		const rows = [{ agent: 'anna', kind: 'agent', zone: 'Asia/Tokyo' }];
		const { schedule } = importCalendar(calendar(event('DTSTART:20260105T090000', 'DURATION:PT1H')), options);
		const evaluation = openEvaluation(merge(rosterOf(rows, options).schedule, schedule));
		expect(workOf(evaluation, 'anna', '2026-01-01T00:00Z', '2026-02-01T00:00Z')).toEqual([
			'available 2026-01-05T09:00:00+09:00 2026-01-05T10:00:00+09:00',
		]);
	});

	it('as leave with times, takes just those', () => {
		const roster = rosterOf([{ agent: 'anna', days: 'Mon', start: '8:00', end: '12:00' }], options).schedule;
		const leave = { ...options, as: 'leave', state: { kind: 'fixed', state: 'offline' } } as const;
		const evaluation = openEvaluation(merge(roster, importCalendar(calendar(event(...nine)), leave).schedule));
		expect(workOf(evaluation, 'anna', '2026-01-05T00:00Z', '2026-01-06T00:00Z')).toEqual([
			'available 2026-01-05T08:00:00+01:00 2026-01-05T09:00:00+01:00',
			'available 2026-01-05T10:00:00+01:00 2026-01-05T12:00:00+01:00',
		]);
	});

	it('as leave, takes whole nights', () => {
		const roster = rosterOf([{ agent: 'anna', days: 'daily', start: '22:00', end: '06:00' }], options).schedule;
		const leave = calendar(event('DTSTART;VALUE=DATE:20260106', 'DTEND;VALUE=DATE:20260108'));
		const { schedule } = importCalendar(leave, {
			...options,
			as: 'leave',
			state: { kind: 'fixed', state: 'offline' },
		});
		const evaluation = openEvaluation(merge(roster, schedule));
		expect(workOf(evaluation, 'anna', '2026-01-05T12:00+01:00', '2026-01-09T12:00+01:00')).toEqual([
			'available 2026-01-05T22:00:00+01:00 2026-01-06T06:00:00+01:00',
			'available 2026-01-08T22:00:00+01:00 2026-01-09T06:00:00+01:00',
		]);
	});

	it.each([
		['shift', 'shift', true],
		['extra', 'override', true],
		['holiday', 'holiday', false],
		['leave', 'override', false],
	] as const)('as %s is in the layer %s', (as, layer, isWork) => {
		expect(read({ as }).schedule.rules[0]).toMatchObject({ layer, isWork });
	});

	it('joins a roster: listed agents and the first zone hold', () => {
		const roster = rosterOf([{ agent: 'anna', kind: 'agent', name: 'Anna' }], {
			zone: 'Asia/Tokyo',
			dst: 'keepEnd',
		});
		const both = merge(read({}).schedule, roster.schedule);
		expect(both.agents).toEqual([{ id: 'anna', name: 'Anna', service: '', isListed: true }]);
		expect(both.zone).toBe('Europe/Warsaw');
		expect(merge(roster.schedule, read({}).schedule).agents).toEqual(both.agents);
		const other = rosterOf([{ agent: 'anna', kind: 'agent', name: 'Other' }], options).schedule;
		expect(merge(roster.schedule, other).agents).toEqual(both.agents);
	});
});

describe('what is not supported is named', () => {
	it.each([
		['FREQ=HOURLY', 'FREQ=HOURLY is not supported: a rule may have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY'],
		['INTERVAL=2', 'FREQ= is not supported'],
		['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0', 'BYSETPOS=0 is not a position'],
		['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=', 'BYSETPOS= is not a position'],
		['FREQ=DAILY;BYMONTH=13', 'BYMONTH=13 is not a month'],
		['FREQ=DAILY;BYMONTH=', 'BYMONTH= is not a month'],
		['FREQ=DAILY;BYMONTH=1X', 'BYMONTH=1X is not a month'],
		['FREQ=DAILY;BYMONTH=X1', 'BYMONTH=X1 is not a month'],
		['FREQ=DAILY;BYMONTH=1,13', 'BYMONTH=1,13 is not a month'],
		['FREQ=DAILY;BYMONTH=0', 'BYMONTH=0 is not a month'],
		['FREQ=MONTHLY;BYMONTHDAY=5X', 'BYMONTHDAY=5X is not a day of a month'],
		['FREQ=MONTHLY;BYMONTHDAY=X5', 'BYMONTHDAY=X5 is not a day of a month'],
		['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0 is not a day of a month'],
		['FREQ=MONTHLY;BYSETPOS=1X', 'BYSETPOS=1X is not a position'],
		['FREQ=MONTHLY;BYSETPOS=X1', 'BYSETPOS=X1 is not a position'],
		['FREQ=MONTHLY;BYSETPOS=1000', 'BYSETPOS=1000 is not a position'],
		['FREQ=MONTHLY;BYDAY=X1MO', 'BYDAY=X1MO is not supported in a monthly rule'],
		['FREQ=MONTHLY;BYDAY=1XX', 'BYDAY=1XX is not supported in a monthly rule'],
		['FREQ=MONTHLY;BYDAY=-6MO', 'BYDAY=-6MO is not supported in a monthly rule'],
		['FREQ=DAILY;INTERVAL=2X', 'INTERVAL=2X is not a number of periods'],
		['FREQ=DAILY;BYHOUR=X9', 'BYHOUR=X9 is not supported'],
		['FREQ=DAILY;BYHOUR=9X', 'BYHOUR=9X is not supported'],
		['FREQ=WEEKLY;BYDAY=MO,1TU', 'BYDAY=MO,1TU is not supported in a weekly rule'],
		['FREQ=WEEKLY;BYMONTH=1;BYDAY=1MO', 'BYDAY=1MO is not supported in a weekly rule'],
		['FREQ=DAILY;BYHOUR=10', 'BYHOUR=10 is not supported'],
		['FREQ=DAILY;BYHOUR=9,14', 'BYHOUR=9,14 is not supported'],
		['FREQ=DAILY;BYMINUTE=30', 'BYMINUTE=30 is not supported'],
		['FREQ=DAILY;BYSECOND=1', 'BYSECOND=1 is not supported'],
		['FREQ=DAILY;BYMINUTE=', 'BYMINUTE= is not supported'],
		['FREQ=YEARLY;BYWEEKNO=20', 'BYWEEKNO=20 is not supported'],
		['FREQ=YEARLY;BYYEARDAY=20', 'BYYEARDAY=20 is not supported'],
		['FREQ=MONTHLY;SKIP=FORWARD', 'SKIP=FORWARD is not supported'],
		['FREQ=MONTHLY;RSCALE=HEBREW', 'RSCALE=HEBREW is not supported'],
		['FREQ=YEARLY;BYDAY=54MO', 'BYDAY=54MO is not supported in a yearly rule'],
		['FREQ=YEARLY;BYMONTH=1;BYDAY=6MO', 'BYDAY=6MO is not supported in a yearly rule'],
		['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0 is not a number of periods'],
		['FREQ=DAILY;INTERVAL=X2', 'INTERVAL=X2 is not a number of periods'],
		['FREQ=DAILY;INTERVAL=10000', 'INTERVAL=10000 is not a number of periods'],
		['FREQ=DAILY;WKST=XX', 'WKST=XX is not a day'],
		['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY=1MO is not supported in a weekly rule'],
		['FREQ=DAILY;BYDAY=-1MO', 'BYDAY=-1MO is not supported in a daily rule'],
		['FREQ=MONTHLY;BYDAY=6MO', 'BYDAY=6MO is not supported in a monthly rule'],
		['FREQ=WEEKLY;BYDAY=', 'BYDAY= is not supported'],
		['FREQ=WEEKLY;BYDAY=MON', 'BYDAY=MON is not supported'],
		['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY=32 is not a day of a month'],
		['FREQ=MONTHLY;BYMONTHDAY=', 'BYMONTHDAY= is not a day of a month'],
		['FREQ=WEEKLY;BYMONTHDAY=5', 'BYMONTHDAY has no meaning in a weekly rule'],
		['FREQ=DAILY;COUNT=2;UNTIL=20260107T080000Z', 'has both COUNT and UNTIL'],
		['FREQ=DAILY;COUNT=0', 'COUNT=0 is not a number of times'],
		['FREQ=DAILY;COUNT=X2', 'COUNT=X2 is not a number of times'],
		['FREQ=DAILY;COUNT=2X', 'COUNT=2X is not a number of times'],
		['FREQ=DAILY;COUNT=10001', 'COUNT=10001 is more than 10000: give it an UNTIL instead'],
		['FREQ=MONTHLY;INTERVAL=9999;COUNT=2', 'COUNT=2 is not reached within 100 years: give it an UNTIL instead'],
		['FREQ=DAILY;UNTIL=soon', 'UNTIL: "SOON" is not a date or time of a calendar'],
		['', 'FREQ= is not supported: a rule may have'],
	])('RRULE:%s', (rule, expected) => {
		const found = problems(series(rule));
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(`line 8, RRULE: ${expected}`);
	});

	it.each([
		[['DURATION:PT1H'], 'line 4, DTSTART: is missing'],
		[['DTSTART:20260105T090000', 'DTSTART:20260105T090000', 'DURATION:PT1H'], 'line 4, DTSTART: is there twice'],
		[['DTSTART;VALUE=DATE:20260105T090000', 'DURATION:P1D'], 'is not a date alone, although VALUE=DATE says so'],
		[['DTSTART:20260230T090000', 'DURATION:PT1H'], 'line 6, DTSTART: "20260230T090000" is not a possible date'],
		[['DTSTART:x20260105T090000', 'DURATION:PT1H'], '"x20260105T090000" is not a date or time of a calendar'],
		[['DTSTART:20260105T090000+01', 'DURATION:PT1H'], '"20260105T090000+01" is not a date or time of a calendar'],
		[['DTSTART:20260105T250000', 'DURATION:PT1H'], 'is not a time of day'],
		[['DTSTART:20260105T236000', 'DURATION:PT1H'], 'is not a time of day'],
		[['DTSTART:20260105T090061', 'DURATION:PT1H'], 'is not a time of day'],
		[['DTSTART:20260105T240100', 'DURATION:PT1H'], 'is not a time of day'],
		[
			['DTSTART;TZID=Mars/Olympus:20260105T090000', 'DURATION:PT1H'],
			'line 6, DTSTART: "Mars/Olympus" is not a time zone',
		],
		[
			['DTSTART;TZID=UTC+1:20260105T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'],
			'line 6, DTSTART: "UTC+1" is a fixed offset',
		],
		[
			['DTSTART:20260105T090000', 'DURATION:-PT1H'],
			'line 7, DURATION: "-PT1H" is not a duration that a shift can have',
		],
		[['DTSTART:20260105T090000', 'DTEND:late'], 'line 7, DTEND: "late" is not a date or time of a calendar'],
		[['DTSTART:20260105T090000', 'DURATION:PT1Hx'], 'line 7, DURATION: "PT1Hx" is not a duration'],
		[['DTSTART:20260105T090000', 'DTEND:20260105T085900'], 'line 7, DTEND: is before DTSTART'],
		[['DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260104'], 'line 7, DTEND: is before DTSTART'],
		[
			['DTSTART;VALUE=DATE:20260105', 'DURATION:PT1H'],
			'line 7, DURATION: must be of whole days, as DTSTART is a date',
		],
		[
			['DTSTART;VALUE=DATE:20260105', 'DTEND:20260106T000000'],
			'line 7, DTEND: is a date, or DTSTART is, and the other has a time',
		],
		[
			['DTSTART:20260105T000000', 'DTEND;VALUE=DATE:20260106'],
			'line 7, DTEND: is a date, or DTSTART is, and the other has a time',
		],
		[[...nine, 'DURATION:PT1H'], 'line 8, DURATION: cannot stand beside DTEND: remove one of them'],
		[
			['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=YEARLY;BYWEEKNO=20'],
			'line 7, RRULE: BYWEEKNO=20 is not supported',
		],
		[['DTSTART:20260105T090000', 'DURATION:P36526D'], 'line 7, DURATION: "P36526D" is longer than a century'],
		[[...nine, 'EXRULE:FREQ=DAILY'], 'line 8, EXRULE: is not supported: use EXDATE'],
		[[...nine, 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'], 'line 9, RRULE: is there twice'],
		[[...nine, 'RDATE;VALUE=PERIOD:20260106T090000Z/PT0S'], 'line 8, RDATE: "20260106T090000Z/PT0S" ends'],
		[[...nine, 'RDATE;VALUE=PERIOD:20260106T090000Z/20260106T080000Z'], 'ends before it begins'],
		[[...nine, 'RDATE;VALUE=DATE:20260106'], 'line 8, RDATE: must have a time, as DTSTART has'],
		[['DTSTART;VALUE=DATE:20260105', 'RDATE:20260106T090000'], 'line 7, RDATE: must be a date, as DTSTART is'],
		[[...nine, 'EXDATE:someday'], 'line 8, EXDATE: "someday" is not a date or time of a calendar'],
		[[...nine, 'nonsense'], 'line 8, nonsense: is not a line of a calendar'],
	])('%j', (lines, expected) => {
		const text = calendar(event(...lines));
		expect(problems(text).join('\n')).toContain(expected);
		expect(importCalendar(text, options).schedule.rules).toEqual([]);
	});

	const change = (id: string, ...lines: string[]): string =>
		calendar([
			...event(...nine, 'RRULE:FREQ=DAILY;COUNT=3'),
			'BEGIN:VEVENT',
			'UID:1',
			id,
			...nine,
			...lines,
			'END:VEVENT',
		]);

	it.each([
		[
			'line 12, RECURRENCE-ID: is not one of the dates of the event, which has another on that day',
			change('RECURRENCE-ID:20260106T081500Z'),
		],
		[
			'line 12, RECURRENCE-ID: is not one of the dates of the event',
			change('RECURRENCE-ID;RANGE=THISANDFUTURE:20260106T081500Z'),
		],
		['line 12, RECURRENCE-ID: "soon" is not a date', change('RECURRENCE-ID:soon')],
		['line 15, RRULE: is not supported in a change', change('RECURRENCE-ID:20260106T080000Z', 'RRULE:FREQ=DAILY')],
		['line 1, BEGIN: is not a calendar: it has no VCALENDAR', ''],
		['line 1, BEGIN: is not a calendar: it has no VCALENDAR', 'BEGIN:VCARD\nEND:VCARD'],
		['line 1, VCARD: stands outside of VCALENDAR', 'BEGIN:VCARD\nEND:VCARD'],
		['line 1, BEGIN:VCALENDAR: has no END', calendar(event(...nine)).replace('END:VCALENDAR', '')],
		['line 4, END:VEVENT: ends something that has not begun', calendar(['END:VEVENT'])],
		['line 1, END:: ends something that has not begun', 'END:'],
		['line 4, nonsense: is not a line of a calendar: it has no name and colon', calendar(['nonsense'])],
		['line 4, two words:1: is not a line of a calendar', calendar(['two words:1'])],
		[`line 4, ${'x'.repeat(40)}: is not a line of a calendar`, calendar(['x'.repeat(50)])],
	])('%s', (expected, text) => {
		expect(problems(text).join('\n')).toContain(expected);
	});

	it.each([
		['a date that is another day by the clock of the event', 'RECURRENCE-ID;VALUE=DATE:20260106'],
		['a time on the day of one of several', 'RECURRENCE-ID:20260106T230000Z'],
	])('%s', (_, line) => {
		const utc = ['DTSTART:20260106T233000Z', 'DURATION:PT1H', 'RDATE:20260107T120000Z', 'RRULE:FREQ=WEEKLY'];
		const changed = ['BEGIN:VEVENT', 'UID:1', line, ...nine, 'END:VEVENT'];
		expect(problems(calendar([...event(...utc), ...changed]))).toEqual([
			'line 13, RECURRENCE-ID: is not one of the dates of the event, which has another on that day',
		]);
	});

	it('in order of the lines', () => {
		const text = calendar([...event(...nine, 'RRULE:FREQ=HOURLY'), 'nonsense']);
		expect(problems(text).map((problem) => problem.slice(0, 14))).toEqual(['line 8, RRULE:', 'line 10, nonse']);
	});

	it('and what is right beside it is read', () => {
		const text = calendar([
			...['BEGIN:VEVENT', 'UID:2', ...nine, 'RRULE:FREQ=HOURLY', 'END:VEVENT'],
			...event(...nine),
		]);
		const read = importCalendar(text, options);
		expect(read.schedule.rules).toHaveLength(1);
		expect(read.problems).toHaveLength(1);
	});
});
