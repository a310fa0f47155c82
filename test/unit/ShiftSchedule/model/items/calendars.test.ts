import { google, outlook } from './serviceItems';
import { problems, read, stateIn, states, told } from './states';

const wholeDay = (from: string, until: string) => ({ start: { date: from }, end: { date: until } });

describe('events of Google Calendar', () => {
	it('are shifts of their attendees, and times out of office are their owner’s', () => {
		const roster = read([
			google({}),
			google({
				...{ eventType: 'outOfOffice', summary: 'Out of office', attendees: undefined },
				...{ organizer: { email: 'bob@example.com', self: true }, ...wholeDay('2026-11-03', '2026-11-05') },
			}),
			google({
				attendees: [{ email: 'bob@example.com' }],
				start: { dateTime: '2026-11-04T09:00:00+01:00' },
				end: { dateTime: '2026-11-05T17:00:00+01:00' },
			}),
		]);

		expect(roster.service).toBe('googleCalendar');
		expect(problems(roster)).toEqual([]);
		expect(states(roster, 'anna@example.com', '07:59', '08:00', '15:59', '16:00')).toEqual([
			...['07:59 offline', '08:00 available', '15:59 available', '16:00 offline'],
		]);
		// The end of whole days is the day after the last.
		expect(states(roster, 'bob@example.com', '2026-11-04T12:00', '2026-11-05T12:00')).toEqual([
			...['2026-11-04T12:00 offline', '2026-11-05T12:00 available'],
		]);
		expect(roster.schedule.agents).toMatchObject([
			{ id: 'anna@example.com', name: 'Anna' },
			{ id: 'bob@example.com' },
		]);
		expect(told(roster)).toContain('read as Google Calendar: 2 shifts and 1 absence');
	});

	it.each<[string, object, string]>([
		['cancelled', { status: 'cancelled' }, '1 cancelled event'],
		['free', { transparency: 'transparent' }, '1 event that is free time'],
		['a working location', { eventType: 'workingLocation' }, 'that is not a shift'],
		['declined by all', { attendees: [{ email: 'a@example.com', responseStatus: 'declined' }] }, 'declined'],
		['without attendees', { attendees: undefined }, '1 event without an attendee'],
		['of a room alone', { attendees: [{ email: 'room@example.com', resource: true }] }, 'without an attendee'],
		[
			'of a calendar alone',
			{ attendees: [{ email: 'c_1@resource.calendar.google.com' }] },
			'1 event without an attendee',
		],
	])('are left out and counted when they are %s', (_, more, words) => {
		const roster = read([google(more)]);

		expect([problems(roster), roster.schedule.rules]).toEqual([[], []]);
		expect(told(roster)).toContain(words);
	});

	it('leave out who declined, and keep who has not answered', () => {
		const attendees = [
			{ email: 'anna@example.com', responseStatus: 'declined' },
			{ email: 'ben@example.com', responseStatus: 'needsAction' },
		];
		expect(read([google({ attendees })]).schedule.agents.map(({ id }) => id)).toEqual(['ben@example.com']);
	});

	it.each([
		['Vacation', 'offline'],
		['Lunch', 'break'],
		['Training', 'busy'],
		['Late shift', 'available'],
		['Desk', 'available'],
	])('called %s are %s', (summary, state) => {
		expect(stateIn(read([google({ summary })]), 'anna@example.com', '2026-11-03T11:00Z')).toBe(state);
	});

	it('called Lunch hide the shift that they are in', () => {
		const lunch = google({
			...{ summary: 'Lunch', start: { dateTime: '2026-11-03T09:00:00+01:00' } },
			end: { dateTime: '2026-11-03T09:30:00+01:00' },
		});
		for (const items of [
			[google({}), lunch],
			[lunch, google({})],
		]) {
			expect(states(read(items), 'anna@example.com', '08:15', '08:45')).toEqual([
				...['08:15 break', '08:45 available'],
			]);
		}
	});

	it.each<[string, object, string]>([
		['that repeat', { recurrence: ['RRULE:FREQ=WEEKLY'] }, 'it is an event that repeats'],
		['whose title may be work or not', { summary: 'Lunch cover' }, "'Words Mean'"],
		['that end before they start', { end: { dateTime: '2026-11-03T08:00:00+01:00' } }, 'it ends when it starts'],
		['without a time', { start: {} }, 'its start is missing'],
		['with a cut list of attendees', { attendeesOmitted: true }, 'attendeesOmitted'],
	])('%s hold back their own agents alone', (_, more, words) => {
		const ben = google({ attendees: [{ email: 'ben@example.com' }] });
		const roster = read([google(more), ben]);

		expect(problems(roster)).toEqual([expect.stringContaining(`item 1 cannot be read: `)]);
		expect(problems(roster)[0]).toContain(words);
		expect(roster.doubted).toEqual(new Set(['anna@example.com']));
		expect(stateIn(roster, 'ben@example.com', '2026-11-03T11:00Z')).toBe('available');
	});

	it('are about their organizer or their title where the form says so', () => {
		const items = [google({ summary: 'Kowalska, Anna', attendees: undefined })];

		expect(read(items, { eventOwner: 'title' }).schedule.agents).toMatchObject([{ id: 'Kowalska, Anna' }]);
		expect(read(items, { eventOwner: 'organizer' }).schedule.agents).toMatchObject([{ id: 'lead@example.com' }]);
	});

	it('are leave where the form says so, and mean what its words say', () => {
		const at = '2026-11-03T11:00Z';
		const read11 = (summary: string, options: Parameters<typeof read>[1]) =>
			stateIn(read([google({ summary })], options), 'anna@example.com', at);
		expect(read11('Early shift', { eventsAre: 'away' })).toBe('offline');
		expect(read11('Lunch cover', { words: new Map([['lunch  COVER', 'available']]) })).toBe('available');
	});
});

describe('events of Microsoft Outlook', () => {
	it('are shifts of their attendees', () => {
		const roster = read([outlook({})]);

		expect([roster.service, problems(roster)]).toEqual(['outlook', []]);
		expect(roster.schedule.agents).toMatchObject([{ id: 'anna@example.com', name: 'Anna' }]);
		expect(states(roster, 'anna@example.com', '07:59', '08:00', '16:00')).toEqual([
			...['07:59 offline', '08:00 available', '16:00 offline'],
		]);
	});

	it('are by the clock of the zone that they name', () => {
		const at = (time: string) => ({ dateTime: `2026-11-03T${time}:00.0000000`, timeZone: 'Europe/London' });
		const roster = read([outlook({ start: at('08:00'), end: at('16:00') })]);

		expect(roster.schedule.agents).toMatchObject([{ zone: 'Europe/London' }]);
		expect(states(roster, 'anna@example.com', '07:59', '08:00')).toEqual(['07:59 offline', '08:00 available']);
	});

	it('are by the clock of a zone of Windows, too, and hold back their agents where nobody knows it', () => {
		const at = (time: string, timeZone: string) => ({ dateTime: `2026-07-03T${time}:00.0000000`, timeZone });
		const inZone = (zone: string) => [outlook({ start: at('09:00', zone), end: at('17:00', zone) })];
		const roster = read(inZone('W. Europe Standard Time'));

		expect(problems(roster)).toEqual([]);
		expect(states(roster, 'anna@example.com', '2026-07-03T06:59', '2026-07-03T07:00')).toEqual([
			...['2026-07-03T06:59 offline', '2026-07-03T07:00 available'],
		]);
		expect(problems(read(inZone('Customized Time Zone')))[0]).toContain(
			'its start has a time zone that cannot be read: "Customized Time Zone"',
		);
	});

	it('out of office on whole days are absences, the end not included', () => {
		const day = (date: string) => ({ dateTime: `${date}T00:00:00.0000000`, timeZone: 'UTC' });
		const away = { isAllDay: true, showAs: 'oof', attendees: [], start: day('2026-11-03'), end: day('2026-11-04') };
		const at = (day: string) => ({
			start: { dateTime: `${day}T08:00:00.0000000`, timeZone: 'UTC' },
			end: { dateTime: `${day}T16:00:00.0000000`, timeZone: 'UTC' },
		});
		const lead = [{ type: 'required', emailAddress: { address: 'lead@example.com' } }];
		const roster = read([
			outlook(away),
			outlook({ attendees: lead, ...at('2026-11-03') }),
			outlook({ attendees: lead, ...at('2026-11-04') }),
		]);
		expect(states(roster, 'lead@example.com', '2026-11-03T11:00', '2026-11-04T11:00')).toEqual([
			...['2026-11-03T11:00 offline', '2026-11-04T11:00 available'],
		]);
	});

	it.each<[string, object, string]>([
		['cancelled', { isCancelled: true }, 'cancelled'],
		['cancelled by their title', { subject: 'Canceled: Early' }, 'cancelled'],
		['free', { showAs: 'free' }, 'free time'],
	])('are left out when they are %s', (_, more, words) => {
		expect(told(read([outlook(more)]))).toContain(
			`Left out: 1 ${words === 'free time' ? 'event that is ' : ''}${words}`,
		);
	});

	it('that repeat hold back their agents, and simplified ones are told', () => {
		expect(problems(read([outlook({ type: 'seriesMaster' })]))[0]).toContain('it is an event that repeats');
		const { isCancelled: _1, isAllDay: _2, showAs: _3, type: _4, ...simple } = outlook({});
		expect(told(read([simple]))).toContain("Turn 'Simplify' off");
		expect(read([simple]).notes.at(-1)).toMatchObject({ kind: 'columnNotRead', level: 'warning' });
		const midnight = (date: string) => ({ dateTime: `${date}T00:00:00.0000000`, timeZone: 'UTC' });
		const unclear = { ...simple, start: midnight('2026-11-03'), end: midnight('2026-11-04') };
		expect(problems(read([unclear]))[0]).toContain('may be for whole days');
	});
});
