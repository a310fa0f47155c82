import { importCalendar } from '../../../../../nodes/ShiftSchedule/model/ics/import';
import type { IcsOptions } from '../../../../../nodes/ShiftSchedule/model/ics/options';
import { openEvaluation } from '../../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { ofAnna as options, workOf } from '../make';

const calendar = (...events: string[][]): string =>
	[
		'BEGIN:VCALENDAR',
		...events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT']),
		'END:VCALENDAR',
	].join('\r\n');

const byAttendee: Partial<IcsOptions> = { agent: { kind: 'property', name: 'ATTENDEE' } };

/** What an agent does in January 2026, by the clock of Warsaw: `05T09:00 10:00`. */
function shifts(text: string, id = 'anna', more: Partial<IcsOptions> = {}): string[] {
	const { schedule, problems } = importCalendar(text, { ...options, ...more });
	expect(problems).toEqual([]);
	return workOf(openEvaluation(schedule), id, '2026-01-01T00:00+01:00', '2026-02-01T00:00+01:00').map((line) =>
		line.replace(/available 2026-01-|2026-\d\d-\d\dT|:00\+01:00/g, ''),
	);
}
const problemsIn = (text: string): string[] =>
	importCalendar(text, options).problems.map(({ row, column, problem }) => `line ${row}, ${column}: ${problem}`);

const at = (time: string, length = 'PT1H'): string[] => [
	`DTSTART;TZID=Europe/Warsaw:202601${time}00`,
	`DURATION:${length}`,
];
const daily = [...at('05T0900'), 'RRULE:FREQ=DAILY;COUNT=5'];
const id = (text: string): string => `RECURRENCE-ID;TZID=Europe/Warsaw:202601${text}00`;
const following = (text: string): string => `RECURRENCE-ID;TZID=Europe/Warsaw;RANGE=THISANDFUTURE:202601${text}00`;

describe('a change to this and all following dates', () => {
	it('holds from that date on', () => {
		expect(shifts(calendar(daily, [following('07T0900'), ...at('07T1400', 'PT2H')]))).toEqual([
			...['05T09:00 10:00', '06T09:00 10:00'],
			...['07T14:00 16:00', '08T14:00 16:00', '09T14:00 16:00'],
		]);
	});

	it('may move them to other days, and over midnight', () => {
		const weekly = [...at('05T0900'), 'RRULE:FREQ=WEEKLY;BYDAY=MO,WE'];
		expect(shifts(calendar(weekly, [following('14T0900'), ...at('15T0900')]))).toEqual([
			...['05T09:00 10:00', '07T09:00 10:00', '12T09:00 10:00'],
			...['15T09:00 10:00', '20T09:00 10:00', '22T09:00 10:00', '27T09:00 10:00', '29T09:00 10:00'],
		]);
		expect(shifts(calendar(daily, [following('08T0900'), ...at('07T2300')])).slice(3)).toEqual([
			...['07T23:00 00:00', '08T23:00 00:00'],
		]);
	});

	it('holds until the next such change, whatever their order in the file', () => {
		const changes = [
			[following('08T0900'), ...at('08T2000')],
			[following('06T0900'), ...at('06T1200')],
		];
		const expected = ['05T09:00 10:00', '06T12:00 13:00', '07T12:00 13:00', '08T20:00 21:00', '09T20:00 21:00'];
		expect(shifts(calendar(daily, ...changes))).toEqual(expected);
		expect(shifts(calendar(...changes.reverse(), daily))).toEqual(expected);
	});

	it('keeps what a date lost, and the change of a single date after it', () => {
		const main = [...daily, 'EXDATE;TZID=Europe/Warsaw:20260108T090000'];
		const changes = [
			[following('07T0900'), ...at('07T1400')],
			[id('09T0900'), ...at('09T1800')],
		];
		expect(shifts(calendar(main, ...changes))).toEqual([
			...['05T09:00 10:00', '06T09:00 10:00', '07T14:00 15:00', '09T18:00 19:00'],
		]);
	});

	it('moves what a date lost, and the dates that were added, with the others', () => {
		const lost = ['DTSTART:20260105T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY', 'EXDATE:20260119T090000'];
		expect(shifts(calendar(lost, [following('12T0900'), ...at('13T0900')]))).toEqual([
			...['05T09:00 10:00', '13T09:00 10:00', '27T09:00 10:00'],
		]);
		const more = [...daily, 'RDATE;TZID=Europe/Warsaw:20260110T120000'];
		expect(shifts(calendar(more, [following('07T0900'), ...at('07T1400')])).slice(4)).toEqual([
			...['09T14:00 15:00', '10T17:00 18:00'],
		]);
	});

	it('of a series that is cancelled as a whole stands alone', () => {
		const change = [following('07T0900'), ...at('07T1400')];
		expect(shifts(calendar([...daily, 'STATUS:CANCELLED'], change))).toEqual(['07T14:00 15:00']);
		expect(shifts(calendar([...daily, 'STATUS:CANCELLED'], [...change, 'STATUS:CANCELLED']))).toEqual([]);
	});

	it('cannot be in a fixed offset, where those that it is for repeat; one of a single date can', () => {
		const offset = ['DTSTART;TZID=UTC+1:20260107T140000', 'DURATION:PT1H'];
		expect(problemsIn(calendar(daily, [following('07T0900'), ...offset])).join()).toContain('is a fixed offset');
		const both = calendar(at('20T0900'), daily, [following('07T0900'), ...offset]);
		expect(problemsIn(both).join()).toContain('is a fixed offset');
		expect(problemsIn(calendar(daily, [id('07T0900'), ...offset]))).toEqual([]);
		expect(problemsIn(calendar(at('07T0900'), [following('07T0900'), ...offset]))).toEqual([]);
	});

	it('that is cancelled ends the series', () => {
		const ended = [following('07T0900'), ...at('07T0900'), 'STATUS:CANCELLED'];
		expect(shifts(calendar(daily, ended))).toEqual(['05T09:00 10:00', '06T09:00 10:00']);
	});

	it('with a rule of its own is a series from then on', () => {
		const own = [following('07T0900'), ...at('07T1000'), 'RRULE:FREQ=WEEKLY;COUNT=2'];
		expect(shifts(calendar(daily, own)).slice(2)).toEqual(['07T10:00 11:00', '14T10:00 11:00']);
	});

	it('by a date alone begins with what starts on it', () => {
		const change = ['RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260108', ...at('08T1100')];
		expect(shifts(calendar(daily, change)).slice(3)).toEqual(['08T11:00 12:00', '09T11:00 12:00']);
	});

	it('of whole days moves whole days', () => {
		const days = ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;COUNT=3'];
		const change = [
			'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260112',
			...['DTSTART;VALUE=DATE:20260113', 'DURATION:P2D'],
		];
		expect(shifts(calendar(days, change))).toEqual(['05T00:00 00:00', '13T00:00 00:00', '20T00:00 00:00']);
	});

	it('may be in another zone, and of another agent', () => {
		const main = [...daily, 'ATTENDEE:mailto:anna'];
		const change = [
			...['RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T080000Z', 'ATTENDEE:mailto:ben'],
			...['DTSTART;TZID=America/New_York:20260107T030000', 'DURATION:PT1H'],
		];
		expect(shifts(calendar(main, change), 'anna', byAttendee)).toEqual(['05T09:00 10:00', '06T09:00 10:00']);
		expect(shifts(calendar(main, change), 'ben', byAttendee)).toEqual([
			...['07T09:00 10:00', '08T09:00 10:00', '09T09:00 10:00'],
		]);
	});

	it('whose series is not in the file, or has no date left, stands alone', () => {
		const change = [following('12T0900'), ...at('12T1400')];
		expect(shifts(calendar(change))).toEqual(['12T14:00 15:00']);
		expect(shifts(calendar(daily, change)).slice(4)).toEqual(['09T09:00 10:00', '12T14:00 15:00']);
	});
});

describe('a change to a date', () => {
	it.each([
		['as a date', 'RECURRENCE-ID;VALUE=DATE:20260106'],
		['as a date without VALUE=DATE', 'RECURRENCE-ID:20260106'],
		['in UTC', 'RECURRENCE-ID:20260106T080000Z'],
		['in another zone', 'RECURRENCE-ID;TZID=America/New_York:20260106T030000'],
	])('written %s replaces it', (_, line) => {
		expect(shifts(calendar(daily, [line, ...at('06T1400')])).slice(0, 3)).toEqual([
			...['05T09:00 10:00', '06T14:00 15:00', '07T09:00 10:00'],
		]);
	});

	it.each([
		['behind the end of the series', id('20T0900')],
		['before it', id('01T0900')],
	])('%s stands for itself', (_, line) => {
		expect(shifts(calendar(daily, [line, ...at('25T0900')]))).toHaveLength(6);
	});

	it('of a series in UTC is about the day that people see', () => {
		const midnight = ['DTSTART:20260105T233000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'];
		expect(shifts(calendar([...midnight, 'EXDATE;VALUE=DATE:20260107']))).toEqual([
			'06T00:30 01:30',
			'08T00:30 01:30',
		]);
		// 20:00 in New York, on the day before.
		const evening = ['DTSTART:20260106T010000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'];
		const seen = calendar([...evening, 'EXDATE;VALUE=DATE:20260106']).replace(
			'\r\n',
			'\r\nX-WR-TIMEZONE:America/New_York\r\n',
		);
		expect(shifts(seen)).toEqual(['06T02:00 03:00', '08T02:00 03:00']);
		const added = [...evening, 'RDATE:20260120T010000Z,20260121T010000Z', 'EXDATE;VALUE=DATE:20260119'];
		expect(shifts(calendar(added).replace('\r\n', '\r\nX-WR-TIMEZONE:America/New_York\r\n')).slice(3)).toEqual([
			'21T02:00 03:00',
		]);
		expect(shifts(calendar([...midnight, 'RDATE:20260110T233000Z', 'EXDATE;VALUE=DATE:20260111']))).toHaveLength(3);
		// In another zone, they are those of that zone.
		const newYork = ['DTSTART;TZID=America/New_York:20260105T200000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2'];
		expect(shifts(calendar([...newYork, 'EXDATE;VALUE=DATE:20260105']))).toEqual(['07T02:00 03:00']);
		const change = ['RECURRENCE-ID;VALUE=DATE:20260107', ...at('07T1400')];
		expect(shifts(calendar(midnight, change))).toEqual(['06T00:30 01:30', '07T14:00 15:00', '08T00:30 01:30']);
	});

	it('does not replace that of another date, whatever its version', () => {
		const changes = [
			[id('06T0900'), 'SEQUENCE:1', ...at('06T1200')],
			[id('07T0900'), 'SEQUENCE:2', ...at('07T1300')],
		];
		expect(shifts(calendar(daily, ...changes)).slice(1, 3)).toEqual(['06T12:00 13:00', '07T13:00 14:00']);
	});

	it('that no event of its UID has is refused where one of them has another on that day', () => {
		const change = [id('06T1000'), ...at('06T1400')];
		expect(problemsIn(calendar(daily, at('20T1200'), change))).toHaveLength(1);
		expect(problemsIn(calendar(at('20T1200'), change))).toEqual([]);
	});

	it('is known by its UID, with blanks around it, too', () => {
		const text = calendar(daily, [id('06T0900'), ...at('06T1400')]).replace('UID:1', 'UID: 1 ');
		expect(shifts(text).slice(1, 2)).toEqual(['06T14:00 15:00']);
	});

	it('takes the newest version', () => {
		const versions = ['SEQUENCE:1', 'SEQUENCE:2', 'SEQUENCE:0'].map((sequence, index) => [
			...[id('06T0900'), sequence, ...at(`06T1${index}00`)],
		]);
		expect(shifts(calendar(daily, ...versions)).slice(1, 2)).toEqual(['06T11:00 12:00']);
	});
});

describe('several events of one UID', () => {
	it('stand for themselves', () => {
		expect(shifts(calendar(at('05T0900'), at('06T0900'), at('07T0900')))).toHaveLength(3);
	});

	it.each(['DTSTAMP:2', 'CREATED:2', 'LAST-MODIFIED:2', 'SEQUENCE:0'])(
		'that say the same count once, with %s in one of them',
		(line) => {
			const rulesWith = (more: string) =>
				importCalendar(calendar(at('05T0900'), [...at('05T0900'), more]), options).schedule.rules;
			expect(rulesWith(line)).toHaveLength(1);
			expect(rulesWith(`X-${line}`)).toHaveLength(2);
		},
	);

	it('are versions of one where SEQUENCE says so', () => {
		const [old, newer] = [
			[...at('05T0900'), 'SEQUENCE:0', 'ATTENDEE:mailto:anna', 'ATTENDEE:mailto:ben'],
			[...at('05T1300'), 'SEQUENCE:1', 'ATTENDEE:mailto:anna'],
		];
		expect(shifts(calendar(old, newer), 'anna', byAttendee)).toEqual(['05T13:00 14:00']);
		expect(shifts(calendar(newer, old), 'anna', byAttendee)).toEqual(['05T13:00 14:00']);
		// In the same calendar, who is in the older version alone was taken out.
		expect(importCalendar(calendar(old, newer), { ...options, ...byAttendee }).schedule.agents).toHaveLength(1);
	});

	it('of the calendars of several people are for each of them', () => {
		const of = (person: string, sequence: number): string =>
			calendar([...at(`05T${sequence + 1}000`), `SEQUENCE:${sequence}`, `ATTENDEE:mailto:${person}`]);
		const text = [of('anna', 0), of('ben', 1)].join('\r\n');
		expect(shifts(text, 'anna', byAttendee)).toEqual(['05T10:00 11:00']);
		expect(shifts(text, 'ben', byAttendee)).toEqual(['05T20:00 21:00']);
		// For the same person, the newer one holds.
		expect(shifts([of('anna', 1), of('anna', 0)].join('\r\n'), 'anna', byAttendee)).toEqual(['05T20:00 21:00']);
	});

	it('of the calendars of several people hold for whom the newer version does not name', () => {
		const of = (sequence: number, ...people: string[]): string => {
			const attendees = people.map((person) => `ATTENDEE:mailto:${person}`);
			return calendar([...at(`05T${sequence + 1}000`), `SEQUENCE:${sequence}`, ...attendees]);
		};
		const both = [of(0, 'anna', 'ben'), of(1, 'anna', 'cleo')].join('\r\n');
		expect(shifts(both, 'ben', byAttendee)).toEqual(['05T10:00 11:00']);
		expect(shifts([of(1, 'anna'), of(1, 'anna')].join('\r\n'), 'anna', byAttendee)).toEqual(['05T20:00 21:00']);
		const rows = (text: string, more: Partial<IcsOptions>) =>
			importCalendar(text, { ...options, ...more }).schedule.rules.map(({ row }) => row);
		expect(rows([of(0, 'anna'), of(1)].join('\r\n'), byAttendee)).toEqual([2]);
		expect(rows([of(0), of(1, 'anna')].join('\r\n'), byAttendee)).toEqual([10]);
		expect(rows([of(0), of(1)].join('\r\n'), { agent: { kind: 'fixed', id: '*' } })).toEqual([10]);
	});

	it('that is cancelled in a newer version is nowhere', () => {
		expect(shifts(calendar(at('05T0900'), [...at('05T0900'), 'SEQUENCE:2', 'STATUS:CANCELLED']))).toEqual([]);
	});

	it('share their changes', () => {
		const two = [
			[...at('05T0900'), 'RRULE:FREQ=DAILY;COUNT=2'],
			[...at('05T1200'), 'RRULE:FREQ=DAILY;COUNT=2'],
		];
		expect(shifts(calendar(...two, [id('06T1200'), ...at('06T2000')]))).toEqual([
			...['05T09:00 10:00', '05T12:00 13:00', '06T09:00 10:00', '06T20:00 21:00'],
		]);
	});

	it('without a UID each stand for themselves', () => {
		const text = calendar(at('05T0900'), [...at('06T0900'), 'SEQUENCE:1']).replace(/UID:1/g, 'UID:');
		expect(shifts(text)).toHaveLength(2);
		expect(problemsIn(text)).toEqual([]);
	});
});

describe('an added date', () => {
	it.each([
		['RDATE;VALUE=PERIOD:20260106T080000Z/PT2H', '06T09:00 11:00'],
		['RDATE;VALUE=PERIOD:20260106T080000Z/ pt2h', '06T09:00 11:00'],
		['RDATE;VALUE=PERIOD:20260106T080000Z/PT90S', '06T09:00 09:02'],
		['RDATE;VALUE=PERIOD:20260106T080000Z/20260106T120000Z', '06T09:00 13:00'],
		['RDATE;VALUE=PERIOD;TZID=Europe/Warsaw:20260106T090000/20260106T093000', '06T09:00 09:30'],
	])('as a period has its own length: %s', (line, expected) => {
		expect(shifts(calendar([...at('05T0900'), line])).slice(1)).toEqual([expected]);
	});

	it('at the time of another, with its own length, is one more', () => {
		const line = 'RDATE;VALUE=PERIOD:20260106T080000Z/PT2H';
		expect(shifts(calendar([...daily, line])).slice(1, 3)).toEqual(['06T09:00 10:00', '06T10:00 11:00']);
		expect(problemsIn(calendar([...daily, 'RDATE;VALUE=PERIOD:20260106T080000Z/later']))).toEqual([
			'line 7, RDATE: "later" is not a date or time of a calendar',
		]);
	});

	it('of whole days may be written as midnight', () => {
		const days = ['DTSTART;VALUE=DATE:20260105', 'RDATE;TZID=Europe/Warsaw:20260107T000000'];
		expect(shifts(calendar(days))).toEqual(['05T00:00 00:00', '07T00:00 00:00']);
	});
});
