import { importCalendar } from '../../../../../nodes/ShiftSchedule/model/ics/import';
import type { IcsOptions } from '../../../../../nodes/ShiftSchedule/model/ics/options';
import { rosterRows, type RosterRow } from '../../../../../nodes/ShiftSchedule/model/ics/rows';
import { ofAnna as options } from '../make';

const MONDAY = Date.parse('2026-10-19') / 86_400_000;

/** The rows of the two weeks from 2026-10-19. */
function rowsOf(events: string[][], more: Partial<IcsOptions> = {}): RosterRow[] {
	const lines = events.flatMap((event, at) => ['BEGIN:VEVENT', `UID:${at}`, ...event, 'END:VEVENT']);
	const { schedule, problems } = importCalendar(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'), {
		...options,
		...more,
	});
	expect(problems).toEqual([]);
	return rosterRows(schedule, more.as ?? 'shift', MONDAY, MONDAY + 13);
}
const told = (rows: RosterRow[]) =>
	rows.map(({ from, until, start, end, agent }) => [from, until, start, end, agent].join(' '));

const early = ['SUMMARY:Early', 'DTSTART;TZID=Europe/Warsaw:20261019T090000', 'DURATION:PT8H'];

describe('a calendar as rows', () => {
	it('says all that a row of a roster needs', () => {
		expect(rowsOf([early])).toEqual([
			{
				...{ kind: 'shift', agent: 'anna', shift: 'Early', state: 'available', zone: 'Europe/Warsaw' },
				...{ from: '2026-10-19', until: '2026-10-19', start: '09:00', end: '17:00' },
			},
		]);
	});

	it.each([
		['to midnight', ['DTSTART:20261019T160000', 'DURATION:PT8H'], ['2026-10-19 2026-10-19 16:00 00:00 anna']],
		['over midnight', ['DTSTART:20261019T220500', 'DURATION:PT8H'], ['2026-10-19 2026-10-19 22:05 06:05 anna']],
		[
			'16 hours over midnight',
			['DTSTART:20261019T160100', 'DURATION:PT16H'],
			['2026-10-19 2026-10-19 16:01 08:01 (+1) anna'],
		],
		[
			'less than that',
			['DTSTART:20261019T160100', 'DURATION:PT15H59M'],
			['2026-10-19 2026-10-19 16:01 08:00 anna'],
		],
		[
			'16 hours to midnight',
			['DTSTART:20261019T080000', 'DURATION:PT16H'],
			['2026-10-19 2026-10-19 08:00 00:00 anna'],
		],
		[
			'a day and a half',
			['DTSTART:20261019T090000', 'DURATION:PT36H'],
			['2026-10-19 2026-10-19 09:00 24h anna', '2026-10-20 2026-10-20 09:00 21:00 anna'],
		],
		['a whole day', ['DTSTART;VALUE=DATE:20261019'], ['2026-10-19 2026-10-19 00:00 24h anna']],
		[
			'two days',
			['DTSTART;VALUE=DATE:20261019', 'DURATION:P2D'],
			['2026-10-19 2026-10-19 00:00 24h anna', '2026-10-20 2026-10-20 00:00 24h anna'],
		],
	])('writes %s so that a roster reads it', (_, event, expected) => {
		expect(told(rowsOf([event]))).toEqual(expected);
	});

	it('leaves the zone of an event without one to the agent', () => {
		expect(rowsOf([['DTSTART:20261019T090000', 'DURATION:PT8H']])[0]?.zone).toBe('');
	});

	it('writes whole days of leave as dates alone, the last one included', () => {
		const rows = rowsOf([['SUMMARY:Flu', 'DTSTART;VALUE=DATE:20261020', 'DTEND;VALUE=DATE:20261023']], {
			as: 'leave',
		});

		expect(told(rows)).toEqual(['2026-10-20 2026-10-22   anna']);
		expect(rows[0]?.kind).toBe('leave');
	});

	it('holds the first and the last day, and no other', () => {
		const daily = ['DTSTART:20261001T090000', 'DURATION:PT8H', 'RRULE:FREQ=DAILY'];
		const dates = rowsOf([daily]).map(({ from }) => from);

		expect([dates.length, dates[0], dates.at(-1)]).toEqual([14, '2026-10-19', '2026-11-01']);
	});

	it('holds what is still going on on the first day', () => {
		const leave = ['DTSTART;VALUE=DATE:20261012', 'DTEND;VALUE=DATE:20261020'];
		const night = ['DTSTART:20261018T220000', 'DURATION:PT8H'];
		const over = ['DTSTART:20261018T160000', 'DURATION:PT8H'];

		expect(told(rowsOf([leave], { as: 'leave' }))).toEqual(['2026-10-12 2026-10-19   anna']);
		expect(told(rowsOf([night, over]))).toEqual(['2026-10-18 2026-10-18 22:00 06:00 anna']);
	});

	it('is in order of dates, then of times, then of agents', () => {
		const at = (time: string, agent: string) => [`LOCATION:${agent}`, `DTSTART:${time}`, 'DURATION:PT1H'];
		const events = [
			at('20261020T090000', 'b'),
			at('20261020T090000', 'a'),
			at('20261020T080000', 'c'),
			at('20261019T230000', 'd'),
		];

		expect(rowsOf(events, { agent: { kind: 'property', name: 'LOCATION' } }).map(({ agent }) => agent)).toEqual([
			'd',
			'c',
			'a',
			'b',
		]);
	});

	it('names several agents in one row, and all by a star', () => {
		const both = ['ATTENDEE:mailto:a@x.org', 'ATTENDEE:mailto:b@x.org', ...early];

		expect(rowsOf([both], { agent: { kind: 'property', name: 'ATTENDEE' } })[0]?.agent).toBe('a@x.org, b@x.org');
		expect(rowsOf([early], { agent: { kind: 'fixed', id: '*' } })[0]?.agent).toBe('*');
	});
});

describe('whom a problem is about', () => {
	const doubtedIn = (text: string, more: Partial<IcsOptions> = {}) =>
		importCalendar(text, { ...options, ...more }).doubted;
	const broken = [
		'BEGIN:VCALENDAR',
		'BEGIN:VEVENT',
		'UID:1',
		'ATTENDEE:mailto:eve',
		'END:VEVENT',
		'END:VCALENDAR',
	].join('\n');

	it('is the agent of the calendar', () => {
		expect(doubtedIn(broken)).toEqual(new Set(['anna']));
		expect(doubtedIn('Hello')).toEqual(new Set(['anna']));
		expect(doubtedIn('Hello', { agent: { kind: 'fixed', id: '*' } })).toBe('all');
	});

	it('is everyone for whatever stands outside', () => {
		const event = ['BEGIN:VEVENT', 'UID:1', ...early, 'END:VEVENT'];
		const outside = ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ...event].join('\n');

		expect(doubtedIn(outside, { agent: { kind: 'property', name: 'ATTENDEE' } })).toBe('all');
	});

	it('is several agents, or all by any of their names', () => {
		expect(doubtedIn('Hello', { agent: { kind: 'fixed', id: 'anna, ben' } })).toEqual(new Set(['anna', 'ben']));
		expect(doubtedIn('Hello', { agent: { kind: 'fixed', id: 'All' } })).toBe('all');
	});

	it('is everyone behind the hundredth problem, where reading ends', () => {
		const page = importCalendar('<p>Not found\n'.repeat(5_000), {
			...options,
			agent: { kind: 'property', name: 'ATTENDEE' },
		});

		expect(page.problems).toHaveLength(101);
		expect(page.problems.at(-1)).toEqual({
			...{ row: 100, column: 'BEGIN', problem: 'and more: nothing after this line was read' },
		});
		expect(page.doubted).toBe('all');
		// With the missing VCALENDAR.
		const hundred = importCalendar('<p>Not found\n'.repeat(99), options);
		expect([hundred.problems.length, hundred.problems.at(-1)?.row]).toEqual([100, 99]);
	});

	it('is everyone where a line cannot be read: whose it is nobody knows', () => {
		const agent: IcsOptions['agent'] = { kind: 'property', name: 'ATTENDEE' };
		const event = ['BEGIN:VEVENT', 'UID:1', 'ATTENDEE:mailto:eve', ...early, 'END:VEVENT'];

		expect(doubtedIn(['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR'].join('\n'), { agent })).toEqual(new Set());
		expect(doubtedIn(['BEGIN:VCALENDAR', ...event, 'oops', 'END:VCALENDAR'].join('\n'), { agent })).toBe('all');
		expect(doubtedIn(['BEGIN:VCALENDAR', ...event].join('\n'), { agent })).toBe('all');
	});

	it('is those of the event, or everyone where there is no calendar', () => {
		const agent: IcsOptions['agent'] = { kind: 'property', name: 'ATTENDEE' };

		expect(doubtedIn(broken, { agent })).toEqual(new Set(['eve']));
		expect(doubtedIn('', { agent })).toBe('all');
		expect(doubtedIn('BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR', { agent })).toEqual(new Set());
	});
});
