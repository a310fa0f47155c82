import { PEOPLE } from '../cast';

const { bob, carla, dawid, elif } = PEOPLE;

type Guest = [address: string, responseStatus: 'accepted' | 'declined' | 'needsAction'];

/** An event of Google Calendar with a time. @see https://developers.google.com/workspace/calendar/api/v3/reference/events */
const event = (id: string, summary: string, start: string, end: string, guests: Guest[]) => ({
	kind: 'calendar#event',
	...{ id, status: 'confirmed', summary, eventType: 'default' },
	creator: { email: 'lead@example.com' },
	organizer: { email: 'support-team@group.calendar.google.com', self: true },
	start: { dateTime: `${start}:00+01:00`, timeZone: 'Europe/Warsaw' },
	end: { dateTime: `${end}:00+01:00`, timeZone: 'Europe/Warsaw' },
	attendees: guests.map(([email, responseStatus]) => ({ email, responseStatus })),
});

/** A week's events of a team, each date on its own, as `singleEvents` asks for. */
export const CALENDAR_EVENTS = {
	kind: 'calendar#events',
	summary: 'Support team',
	timeZone: 'Europe/Warsaw',
	items: [
		event('early1', 'Early', '2026-11-24T08:00', '2026-11-24T16:00', [
			[bob.identity, 'accepted'],
			[elif.identity, 'declined'],
		]),
		event('lunch1', 'Lunch', '2026-11-24T12:00', '2026-11-24T12:30', [[bob.identity, 'needsAction']]),
		event('late1', 'Late', '2026-11-24T12:00', '2026-11-24T20:00', [
			[carla.identity, 'accepted'],
			[dawid.identity, 'accepted'],
		]),
		event('training1', 'Training', '2026-11-24T14:00', '2026-11-24T15:30', [[carla.identity, 'accepted']]),
		{ kind: 'calendar#event', id: 'gone1', status: 'cancelled' },
		event('early2', 'Early', '2026-11-25T08:00', '2026-11-25T16:00', [
			[bob.identity, 'accepted'],
			[dawid.identity, 'accepted'],
		]),
		event('vacation2', 'Vacation', '2026-11-25T00:00', '2026-11-26T00:00', [[dawid.identity, 'accepted']]),
	],
};
