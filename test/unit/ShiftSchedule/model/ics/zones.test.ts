import { importCalendar } from '../../../../../nodes/ShiftSchedule/model/ics/import';
import { openEvaluation } from '../../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { ofAnna as options, workOf } from '../make';

interface Clocks {
	standard: string;
	daylight: string;
	/** Rules of the onsets, or dates of them. */
	toDaylight: string;
	toStandard: string;
}
const newYork: Clocks = {
	...{ standard: '-0500', daylight: '-0400' },
	...{ toDaylight: 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3', toStandard: 'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11' },
};

const timezone = (name: string, { standard, daylight, toDaylight, toStandard }: Clocks = newYork): string[] => [
	...['BEGIN:VTIMEZONE', `TZID:${name}`],
	...['BEGIN:STANDARD', 'DTSTART:16010101T020000', `TZOFFSETFROM:${daylight}`, `TZOFFSETTO:${standard}`, toStandard],
	...['END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', `TZOFFSETFROM:${standard}`],
	...[`TZOFFSETTO:${daylight}`, toDaylight, 'END:DAYLIGHT', 'END:VTIMEZONE'],
];
const fixed = (name: string, offset: string): string[] => [
	...['BEGIN:VTIMEZONE', `TZID:${name}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
	...[`TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE'],
];
const calendarOf = (zones: string[], ...event: string[]): string =>
	['BEGIN:VCALENDAR', ...zones, 'BEGIN:VEVENT', 'UID:1', ...event, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

function startsOf(text: string): string[] {
	const { schedule, problems } = importCalendar(text, options);
	expect(problems).toEqual([]);
	return workOf(openEvaluation(schedule), 'anna', '2026-01-01T00:00Z', '2026-12-31T00:00Z').map((line) =>
		new Date(line.split(' ')[1] ?? '').toISOString().slice(5, 16),
	);
}
const problemsIn = (text: string): string[] => importCalendar(text, options).problems.map(({ problem }) => problem);

const NAME = 'Customized Time Zone';
const at = (time: string, zone = NAME): string[] => [`DTSTART;TZID="${zone}":${time}`, 'DURATION:PT3H'];

describe('a name of a zone that is not a place', () => {
	it.each([
		['20260107T100000', '01-07T15:00'],
		['20260707T100000', '07-07T14:00'],
		['20260308T015900', '03-08T06:59'],
		['20260308T023000', '03-08T07:30'], // skipped: moved forward, as with a place
		['20260308T030000', '03-08T07:00'],
		['20261101T013000', '11-01T05:30'], // twice: the first
		['20261101T020000', '11-01T07:00'],
	])('means what the VTIMEZONE of the file says: %s is %s', (time, expected) => {
		expect(startsOf(calendarOf(timezone(NAME), ...at(time)))).toEqual([expected]);
		expect(startsOf(calendarOf([], ...at(time, 'America/New_York')))).toEqual([expected]);
	});

	it('can repeat where the clocks change as those of a place do', () => {
		const found = startsOf(calendarOf(timezone(NAME), ...at('20260306T100000'), 'RRULE:FREQ=DAILY;COUNT=4'));
		expect(found).toEqual(['03-06T15:00', '03-07T15:00', '03-08T14:00', '03-09T14:00']);
	});

	it('can repeat where it never changes', () => {
		const kolkata = fixed('Anywhere', '+0530');
		expect(
			startsOf(calendarOf(kolkata, ...at('20260306T100000', 'Anywhere'), 'RRULE:FREQ=WEEKLY;COUNT=2')),
		).toEqual([...['03-06T04:30', '03-13T04:30']]);
	});

	it('cannot repeat where no place has such clocks, and is exact for a single time', () => {
		const odd = timezone(NAME, { ...newYork, toDaylight: 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=5' });
		expect(startsOf(calendarOf(odd, ...at('20260407T100000')))).toEqual(['04-07T15:00']);
		expect(problemsIn(calendarOf(odd, ...at('20260407T100000'), 'RRULE:FREQ=DAILY'))).toEqual([
			'"Customized Time Zone" changes its clocks in a way that no place does: use a place, such as Europe/Warsaw',
		]);
	});

	it.each([
		['at another hour', timezone(NAME).map((line) => line.replace('T020000', 'T030000'))],
		['until this year', timezone(NAME, { ...newYork, toDaylight: `${newYork.toDaylight};UNTIL=20260601T000000Z` })],
		['from this year on', timezone(NAME).map((line) => line.replace('16010101T', '20260101T'))],
	])('cannot repeat where its clocks change as those of a place, but %s', (_, odd) => {
		expect(problemsIn(calendarOf(odd, ...at('20260407T100000'), 'RRULE:FREQ=DAILY'))[0]).toContain(
			'changes its clocks in a way that no place does',
		);
	});

	it('is that of X-LIC-LOCATION where the file names one', () => {
		const located = timezone(NAME, { ...newYork, toDaylight: 'X-LIC-LOCATION:Europe/Warsaw' });
		located.splice(2, 0, 'X-LIC-LOCATION:Europe/Berlin');
		expect(startsOf(calendarOf(located, ...at('20260107T100000')))).toEqual(['01-07T09:00']);
	});

	it('may have onsets by dates, and rules that ended', () => {
		const dates = timezone(NAME, {
			...newYork,
			toDaylight: 'RDATE:20250309T020000,20260308T020000',
			toStandard: 'RDATE:20251102T020000,20261101T020000',
		});
		expect(startsOf(calendarOf(dates, ...at('20260707T100000')))).toEqual(['07-07T14:00']);
		const ended = timezone(NAME, {
			...newYork,
			toDaylight: 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3;UNTIL=20200308T070000Z',
		});
		expect(startsOf(calendarOf(ended, ...at('20260707T100000')))).toEqual(['07-07T15:00']);
	});

	it('is found by it with blanks around it, and goes by its rules where X-LIC-LOCATION is not a place', () => {
		const blank = timezone(` ${NAME} `).map((line) => line.replace(/(?<=TZOFFSET.*:)/, ' '));
		blank.splice(3, 0, 'BEGIN:X-OWN', 'END:X-OWN');
		blank.splice(2, 0, 'X-LIC-LOCATION:Nowhere');
		expect(startsOf(calendarOf(blank, ...at('20260707T100000')))).toEqual(['07-07T14:00']);
	});

	it('has before its first change what that changed', () => {
		const later = fixed(NAME, '+0200').map((line) =>
			line.replace('19700101', '20270101').replace('TZOFFSETFROM:+0200', 'TZOFFSETFROM:+033000'),
		);
		expect(startsOf(calendarOf(later, ...at('20260107T100000')))).toEqual(['01-07T06:30']);
	});

	it.each(['0200', '+02', '+2:00', 'x+0200', '+02000'])('with the offset %j is refused', (offset) => {
		expect(problemsIn(calendarOf(fixed(NAME, offset), ...at('20260107T100000')))).toEqual([
			'"Customized Time Zone" is not a time zone: write a place, such as Europe/Warsaw',
		]);
	});

	it('of more than 200 letters is none', () => {
		const long = `${'x/'.repeat(94)}Europe/Warsaw`;
		expect(startsOf(calendarOf([], ...at('20260107T100000', long.slice(1))))).toEqual(['01-07T09:00']);
		expect(problemsIn(calendarOf([], ...at('20260107T100000', long)))).toEqual([
			`"${long.slice(0, 80)}…" is not a time zone`,
		]);
	});

	it.each([
		['no VTIMEZONE', []],
		['another one', timezone('Other')],
		['one of another name', [...timezone('Other').slice(0, 2), `COMMENT:${NAME}`, ...timezone('Other').slice(2)]],
		['one whose onset has a zone', timezone(NAME).map((line) => line.replace('DTSTART', 'DTSTART;TZID=UTC'))],
		...['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'].map((name): [string, string[]] => [
			`one without ${name}`,
			fixed(NAME, '+0100').filter((line) => !line.startsWith(name)),
		]),
		['one without offsets', timezone(NAME, { ...newYork, standard: 'x' })],
		['one with an odd rule', timezone(NAME, { ...newYork, toDaylight: 'RRULE:FREQ=HOURLY' })],
		['one with an odd date', timezone(NAME, { ...newYork, toDaylight: 'RDATE:soon' })],
		['an empty one', ['BEGIN:VTIMEZONE', `TZID:${NAME}`, 'END:VTIMEZONE']],
		[
			'one with lines that cannot be read',
			fixed(NAME, '+0100').flatMap((line) => (line.startsWith('TZID') ? [line, 'oops'] : [line])),
		],
	])('with %s is refused', (_, zones) => {
		expect(problemsIn(calendarOf(zones, ...at('20260107T100000')))).toEqual([
			'"Customized Time Zone" is not a time zone: write a place, such as Europe/Warsaw',
		]);
	});
});

describe('a TZID', () => {
	it.each([
		['/freeassociation.sourceforge.net/Europe/Berlin', '01-07T09:00'],
		['/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires', '01-07T13:00'],
		['/mozilla.org/20070129_1/America/New_York', '01-07T15:00'],
		['/Europe/Warsaw', '01-07T09:00'],
		[' Europe/Warsaw ', '01-07T09:00'],
		['(UTC-05:00) Eastern Time (US & Canada)', '01-07T15:00'],
		['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', '01-07T09:00'],
		['Pacific Standard Time', '01-07T18:00'],
		['Etc/GMT-2', '01-07T08:00'],
		['UTC+05:30', '01-07T04:30'],
		['UTC-02', '01-07T12:00'],
		['GMT-0330', '01-07T13:30'],
		['JST', '01-07T01:00'],
	])('%j means a place or an offset: 10:00 there is %s', (zone, expected) => {
		expect(startsOf(calendarOf([], ...at('20260107T100000', zone)))).toEqual([expected]);
	});

	it.each([
		['BST', 'write Europe/London'],
		['GMT', 'write a place, such as Europe/London'],
		['EST', 'write a place, such as America/New_York'],
		['CST', 'America/Chicago, Asia/Shanghai or America/Havana'],
		['example.org/EST', 'is not a time zone'],
		['example.org/Singapore', 'is not a time zone'],
	])('of letters, %j, is refused, unless the file says what it means', (zone, expected) => {
		expect(problemsIn(calendarOf([], ...at('20260107T100000', zone))).join()).toContain(expected);
		expect(startsOf(calendarOf(timezone(zone), ...at('20260707T100000', zone)))).toEqual(['07-07T14:00']);
	});

	it('of a fixed offset cannot repeat, unless it is one of the tz database', () => {
		const daily = 'RRULE:FREQ=DAILY;COUNT=2';
		expect(problemsIn(calendarOf([], ...at('20260107T100000', 'UTC+1'), daily)).join()).toContain(
			'is a fixed offset',
		);
		expect(startsOf(calendarOf([], ...at('20260107T100000', 'Etc/GMT-1'), daily))).toEqual([
			'01-07T09:00',
			'01-08T09:00',
		]);
	});

	it('as Windows shows it may stand without quotes', () => {
		const [start = '', length = ''] = at('20260107T100000', '(UTC-05:00) Eastern Time (US & Canada)');
		expect(startsOf(calendarOf([], start.replace(/"/g, ''), length))).toEqual(['01-07T15:00']);
	});

	it('of a place goes before the VTIMEZONE of the file', () => {
		expect(startsOf(calendarOf(timezone('Europe/Warsaw'), ...at('20260107T100000', 'Europe/Warsaw')))).toEqual([
			'01-07T09:00',
		]);
	});
});

describe('X-WR-TIMEZONE', () => {
	const floating = ['DTSTART:20260107T100000', 'DURATION:PT1H'];

	it.each([
		['America/New_York', '01-07T15:00'],
		['Eastern Standard Time', '01-07T15:00'],
		['UTC', '01-07T10:00'],
	])('%s holds for times that name no zone', (zone, expected) => {
		const text = calendarOf(['VERSION:2.0', `X-WR-TIMEZONE:${zone}`], ...floating);
		expect(startsOf(text)).toEqual([expected]);
		expect(importCalendar(text, options).notes).toEqual([]);
	});

	it.each([[], ['X-WR-TIMEZONE: ']])('that is missing or empty leaves them to the schedule', (...lines) => {
		const text = calendarOf(['VERSION:2.0', ...lines], ...floating);
		expect(startsOf(text)).toEqual(['01-07T09:00']);
		expect(importCalendar(text, options).notes).toEqual([]);
	});

	it('does not hold for whole days, which are those of each agent', () => {
		const text = calendarOf(['X-WR-TIMEZONE:America/New_York'], 'DTSTART;VALUE=DATE:20260107');
		expect(startsOf(text)).toEqual(['01-06T23:00']);
	});

	it('holds for its own calendar of a file', () => {
		const two = ['America/New_York', 'Asia/Tokyo'].map((zone, index) =>
			calendarOf([`X-WR-TIMEZONE:${zone}`], ...floating).replace('UID:1', `UID:${index}`),
		);
		expect(startsOf(two.join('\r\n'))).toEqual(['01-07T01:00', '01-07T15:00']);
	});

	it('that is not a zone is told, and the zone of the schedule holds', () => {
		const next = ['END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'DTSTART:20260108T100000', 'DURATION:PT1H'];
		const text = calendarOf(['X-WR-TIMEZONE:Somewhere'], ...floating, ...next);
		expect(startsOf(text)).toEqual(['01-07T09:00', '01-08T09:00']);
		expect(importCalendar(text, options).notes).toMatchObject([
			{
				kind: 'columnNotRead',
				level: 'warning',
				row: 2,
				message: expect.stringContaining('"Somewhere" is not a time zone') as string,
			},
		]);
	});
});
