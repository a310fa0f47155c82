import {
	connecteam,
	deputy,
	entry,
	finalShift,
	genesys,
	google,
	outlook,
	teams,
	timeline,
	week,
	whenIWork,
} from '../../unit/ShiftSchedule/model/items/serviceItems';
import type { Input } from './readerThread';

const tables: Array<Array<Record<string, unknown>>> = [
	[
		{ agent: 'anna', name: 'Anna Kowalska', days: 'Mon-Fri', start: '09:00', end: '17:00', zone: 'Europe/Warsaw' },
		{ agent: 'ben', days: 'Mon, Wed', start: '22:00', end: '06:00', break: '02:00-02:30', state: 'busy' },
		{ agent: '*', kind: 'break', start: '12:00', end: '12:30', days: 'daily' },
		{ agent: 'anna', kind: 'leave', from: '2026-11-05', until: '2026-11-06' },
		{ agent: 'anna', kind: 'swap', with: 'ben', from: '2026-11-04' },
	],
	[
		{ agent: 'carla', kind: 'agent', zone: 'America/New_York', step: 1, service: 'conpeek' },
		{ agent: '*', shift: 'A', rotation: '4 on 4 off from 2026-01-05', start: '08:00', end: '8h' },
		{ kind: 'needed', days: 'Mon-Fri', start: '09:00', end: '17:00', state: 'available', needed: 2 },
		{ agent: 'dawid', kind: 'temporary', from: '2026-11-03 10:00', until: '2026-11-03 14:00', state: 'break' },
	],
	[
		{ Employee: 'Ewa Lis', Datum: '2026-11-03', Von: '8:00', Bis: '16:30', Pause: '30 min' },
		{ Employee: 'Fred', Datum: '2026-11-03', Von: '2 pm', Bis: '10pm', Pause: '6pm-6:30pm' },
	],
];

const grids: Array<Array<Record<string, unknown>>> = [
	[
		{ Agent: 'Anna', '2026-11-02': '9-17', '2026-11-03': '09:00-17:00', '2026-11-04': 'OFF', '2026-11-05': 'AL' },
		{
			Agent: 'Ben',
			'2026-11-02': '',
			'2026-11-03': '22-6',
			'2026-11-04': '8:00-12:00, 13:00-17:00',
			'2026-11-05': 'x',
		},
	],
	[
		{ Name: 'Anna', Mon: 'E', Tue: 'L', Wed: 'off', Thu: 'E', Fri: 'N', Sat: '', Sun: '' },
		{ kind: 'code', code: 'E', start: '06:00', end: '14:00' },
		{ kind: 'code', code: 'L', start: '14:00', end: '22:00' },
		{ kind: 'code', code: 'N', start: '22:00', end: '06:00' },
	],
	[
		{ Shift: '06:00-14:00', '3.11.': 'Anna, Ben', '4.11.': 'Ben' },
		{ Shift: '14:00-22:00', '3.11.': 'Carla', '4.11.': 'Anna' },
	],
	[{ Agent: 'Anna', '09:00': 'available', '09:30': 'break', '10:00': 'available' }],
];

const calendarOf = (...events: string[][]): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		...ZONE,
		...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
		'END:VCALENDAR',
	].join('\r\n');
const ZONE = [
	...['BEGIN:VTIMEZONE', 'TZID:Custom', 'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'TZOFFSETFROM:+0200'],
	...['TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'END:VTIMEZONE'],
];
const attendee = 'ATTENDEE;CN="Anna Kowalska":mailto:anna@example.com';

const calendars = [
	calendarOf(
		[
			'UID:1',
			'SUMMARY:Early',
			attendee,
			'DTSTART;TZID=Europe/Warsaw:20261102T090000',
			'DTEND;TZID=Europe/Warsaw:20261102T170000',
			'RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE;COUNT=50',
			'EXDATE;TZID=Europe/Warsaw:20261104T090000',
		],
		[
			'UID:1',
			'RECURRENCE-ID;TZID=Europe/Warsaw:20261103T090000',
			'SUMMARY:Late',
			attendee,
			'DTSTART;TZID=Europe/Warsaw:20261103T120000',
			'DURATION:PT8H',
		],
	),
	calendarOf(
		[
			'UID:2',
			'SUMMARY:Night',
			'ATTENDEE:mailto:ben@example.com',
			'DTSTART;TZID=Custom:20261103T220000',
			'DURATION:PT8H30M',
			'RRULE:FREQ=MONTHLY;BYDAY=1TU,-1FR;BYSETPOS=1;UNTIL=20271231T000000Z',
		],
		[
			'UID:3',
			'SUMMARY:Away',
			attendee,
			'DTSTART;VALUE=DATE:20261105',
			'DTEND;VALUE=DATE:20261107',
			'TRANSP:TRANSPARENT',
		],
	),
];

/** An item of each service that is read. */
export const serviceItems: Record<string, Record<string, unknown>> = {
	connecteam: connecteam({}),
	deputy: deputy({}),
	genesys: genesys({}),
	googleCalendar: google({}),
	grafanaOnCall: finalShift,
	outlook: outlook({}),
	opsgenie: timeline,
	pagerDuty: entry(...week),
	teamsShifts: teams({}),
	whenIWork: whenIWork({}),
};

/** Real inputs, from which the others are made. */
export const samples: Input[] = [
	...tables.map((input): Input => ({ kind: 'rows', input })),
	...grids.map((input): Input => ({ kind: 'grid', input })),
	...calendars.map((input): Input => ({ kind: 'calendar', input })),
	...Object.entries(serviceItems).map(([service, item]): Input => ({
		kind: 'items',
		input: { service, items: [item, structuredClone(item)] },
	})),
];
