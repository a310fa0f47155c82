import { PEOPLE } from '../cast';

const { bob, carla, dawid } = PEOPLE;

interface Event {
	uid: string;
	title: string;
	/** Dates and times by the clock of Warsaw. */
	start: string;
	end: string;
	who: readonly string[];
	more?: string[];
}

const event = ({ uid, title, start, end, who, more = [] }: Event): string[] => [
	'BEGIN:VEVENT',
	`UID:${uid}@calendar.example.com`,
	'DTSTAMP:20260101T080000Z',
	`DTSTART;TZID=Europe/Warsaw:${start}`,
	`DTEND;TZID=Europe/Warsaw:${end}`,
	...more,
	`SUMMARY:${title}`,
	...who.map((address) => `ATTENDEE;CN=${address.split('@')[0] ?? ''};PARTSTAT=ACCEPTED:mailto:${address}`),
	'END:VEVENT',
];

const WORKDAYS = 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';

/**
 * The team's calendar as a calendar service hands it out: early and late shifts on workdays with lunch, a training of one
 * date, a shift that was moved on one day and one that was cancelled.
 */
export const CALENDAR = [
	'BEGIN:VCALENDAR',
	'VERSION:2.0',
	'PRODID:-//Example//Calendar//EN',
	'X-WR-CALNAME:Support team',
	...event({
		uid: 'early',
		title: 'Early',
		start: '20260105T080000',
		end: '20260105T160000',
		who: [bob.identity, carla.identity],
		more: [WORKDAYS],
	}),
	...event({
		uid: 'late',
		title: 'Late',
		start: '20260105T120000',
		end: '20260105T200000',
		who: [dawid.identity],
		more: [WORKDAYS, 'EXDATE;TZID=Europe/Warsaw:20261127T120000'],
	}),
	// On this day the late shift begins earlier.
	...event({
		uid: 'late',
		title: 'Late',
		start: '20261126T090000',
		end: '20261126T170000',
		who: [dawid.identity],
		more: ['RECURRENCE-ID;TZID=Europe/Warsaw:20261126T120000'],
	}),
	...event({
		uid: 'lunch-1',
		title: 'Lunch',
		start: '20260105T120000',
		end: '20260105T123000',
		who: [bob.identity],
		more: [WORKDAYS],
	}),
	...event({
		uid: 'lunch-2',
		title: 'Lunch',
		start: '20260105T123000',
		end: '20260105T130000',
		who: [carla.identity],
		more: [WORKDAYS],
	}),
	...event({
		uid: 'training',
		title: 'Training',
		start: '20261124T140000',
		end: '20261124T153000',
		who: [carla.identity],
	}),
	'END:VCALENDAR',
	'',
].join('\r\n');
