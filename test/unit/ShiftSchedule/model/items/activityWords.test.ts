import { wordReader } from '../../../../../nodes/ShiftSchedule/model/items/activityWords';
import type { ScheduledState } from '../../../../../nodes/ShiftSchedule/model/schedule/types';

const reader = () => wordReader(new Map([['Deep Work', 'busy']]));
const activityState = (label: string) => reader().activityState(label);
const eventState = (title: string) => reader().eventState(title);

const words: Record<ScheduledState, string> = {
	available:
		'Available, On Queue, OnQueueWork, On Queue Work, Phone, Phones, Call, Calls, Chat, Chats, Email, Emails, E-Mail, Inbound, Outbound, Tickets',
	busy: 'Busy, Off Queue, Off-Queue, OffQueueWork, Off Queue Work, Meeting, Meetings, Training, Coaching, Admin, Back Office, Project, 1:1, One on One, Huddle, E-Learning, Schulung, Szkolenie, Besprechung',
	break: 'Break, Breaks, Lunch, Lunch Break, Meal, Meal Break, Rest, Rest Break, Coffee, Coffee Break, Tea Break, Dinner, Pause, Mittagspause, Mittag, Przerwa, Obiad, Pausa, Descanso, Almuerzo',
	offline:
		'Offline, Off, Day Off, Time Off, TimeOff, PTO, Vacation, Holiday, Annual Leave, Leave, Sick, Sick Leave, Sickness, Absent, Absence, Unavailable, Out of Office, OOO, Away, Urlaub, Krank, Urlop, Chory, Vacaciones, Congé, Congés, Not Available, Unpaid Leave, Parental Leave, Maternity Leave, Bank Holiday, Public Holiday, Feiertag',
};

const each = Object.entries(words).flatMap(([state, list]) => list.split(', ').map((word) => [word, state] as const));

describe('the label of an activity', () => {
	it.each(each)('%s is %s', (label, state) => {
		expect(activityState(label)).toEqual({ kind: 'value', value: state });
		expect(activityState(` ${label.toUpperCase()} `)).toEqual({ kind: 'value', value: state });
	});

	// A word counts in a longer label, too, if all its words mean the same.
	it.each(each.filter(([word]) => !/^(descanso|mittag|besprechung|feiertag)$/i.test(word)))(
		'%s tells the state of a longer label: %s',
		(word, state) => {
			expect(activityState(`Team 3 / ${word} (north)`)).toEqual({ kind: 'value', value: state });
		},
	);

	it.each([
		['Lunch & Learn – Training', 'a break and busy'],
		['Calls, then Break', 'available and a break'],
		['Restoration', 'a word inside a longer one'],
		['Ticketing', 'a word inside a longer one'],
		['Deep Workshop', 'a word inside a longer one'],
		['', 'nothing'],
		['Blue', 'no word that is known'],
	])('%j means nothing certain: %s', (label) => {
		expect(activityState(label)).toEqual({
			kind: 'problem',
			problem: `it is not clear from the activity "${label}" whether it is work. Add it to 'Words Mean'`,
		});
	});

	it('is as the form says, if it does, in any case', () => {
		expect(activityState('deep  WORK')).toEqual({ kind: 'value', value: 'busy' });
		const own = wordReader(new Map([['Phone', 'offline']]));
		expect(own.activityState('phone')).toEqual({ kind: 'value', value: 'offline' });
	});

	it.each<[string, ScheduledState | undefined, string]>([
		['Off Queue', 'busy', 'though Off alone is offline'],
		['Unpaid Leave Request - Off Queue Work', undefined, 'since it is both'],
		['Not Available', 'offline', 'though Available alone is available'],
		['Phone Calls', 'available', 'since both words say it'],
		['Break+Lunch', 'break', 'since both words say it'],
		['[Meeting]', 'busy', 'whatever signs stand around it'],
		['Meeting; Training', 'busy', 'whatever signs stand between'],
		['Meeting|Training', 'busy', 'whatever signs stand between'],
		['{Meeting}.', 'busy', 'whatever signs stand around it'],
	])('%s is %s, %s', (label: string, state: string | undefined, _why: string) => {
		const read = activityState(label);
		expect(read.kind === 'value' ? read.value : undefined).toBe(state);
	});
});

describe('the title of an event', () => {
	it.each([
		['Early shift', 'available'],
		['Phones', 'available'],
		['Phones north', 'available'],
		['Lunch', 'break'],
		['Training', 'busy'],
		['PTO', 'offline'],
		['', 'available'],
	])('%j is %s', (title, state) => {
		expect(eventState(title)).toEqual({ kind: 'value', value: state });
	});

	it.each(['Lunch with Anna', 'Anna: training', 'Day off Ben'])(
		'%j could be something else than work, and is refused',
		(title) => {
			expect(eventState(title)).toEqual({
				kind: 'problem',
				problem: `it is not clear from the title "${title}" whether it is work. Add it to 'Words Mean'`,
			});
		},
	);
});
