import { PEOPLE } from '../../simulators';
import {
	EXCEL_WORKFLOW,
	everyFiveMinutes,
	GOOGLE_WORKFLOW,
	GRID_WORKFLOW,
	START_WORKFLOW,
	TABLE_WORKFLOW,
	TEAMS_WORKFLOW,
} from '../n8n/examples';
import type { Example } from '../n8n/examples';
import { keyOf } from '../observe/readStates';
import type { States } from '../observe/readStates';

/** A moment, and the states that the roster of a workflow asks for then. */
interface Moment {
	/** in the schedule's own time zone, or with an offset */
	at: string;
	states: States;
}

export interface ShiftCase {
	workflow: Example;
	moments: Moment[];
	/**
	 * Publish the workflow and let its trigger run it. Agent State remembers what it set only in such runs, and needs that
	 * memory for services whose states cannot be read.
	 */
	isPublished?: boolean;
}

/** A roster with a mistake in one row, and with an agent whom the service does not know. */
export const BROKEN_ROW = {
	workflow: START_WORKFLOW,
	at: '2026-11-24T12:30',
	edit: (json: string) => json.replace('10:00', '25:00').replace('Anna Kowalska', 'Anna Kowalska; Grace Miller'),
	/** One message names the row, the other the agent. */
	reported: ['Row 2', 'Grace Miller'],
	node: 'Tell the team lead',
	/** Bob's row cannot be read. */
	untouched: keyOf('TaskRouter', PEOPLE.bob.name),
} as const;

type PersonKey = keyof typeof PEOPLE;

/** The states that agents must have in a place. Agents who are not named must not be changed. */
const at = (place: string, states: Partial<Record<PersonKey, string>>): States =>
	Object.fromEntries(
		Object.entries(states).map(([who, state]) => [keyOf(place, PEOPLE[who as PersonKey].name), state]),
	);

/** A team: members who are not named are in the usual state. */
function team(place: string, members: PersonKey[], usual: string) {
	return (states: Partial<Record<PersonKey, string>> = {}): States =>
		at(place, { ...Object.fromEntries(members.map((who) => [who, usual])), ...states });
}

const support = team('TaskRouter', ['anna', 'bob', 'carla', 'dawid', 'elif', 'frank'], 'Offline');
const queue = team('VoipNow', ['anna', 'bob', 'dawid', 'frank'], 'logged out');
const planned = team('TaskRouter', ['anna', 'bob', 'carla', 'dawid'], 'Offline');
const grid = team('TaskRouter', ['anna', 'bob', 'carla', 'frank'], 'Offline');
const shared = team('Frontline', ['anna', 'bob', 'carla', 'dawid'], 'not available');
const weeks = team('TaskRouter', ['anna', 'bob', 'dawid', 'frank'], 'Offline');
const frontline = team('Frontline', ['anna', 'bob', 'carla', 'dawid', 'elif'], 'not available');
const night = team('VoipNow sales', ['anna', 'carla', 'elif'], 'logged out');
const calendar = team('Conversations', ['bob', 'carla', 'dawid'], 'offline');

const [online, paused] = ['online', 'paused'];
const [Available, Break] = ['Available', 'Break'];
const available = 'available';

const everywhere = (isOpen: boolean): States => ({
	...at('TaskRouter', isOpen ? { anna: Available, frank: Available } : { anna: 'Offline', frank: 'Offline' }),
	...at('Frontline', { bob: isOpen ? available : 'not available' }),
	...at('Conversations', { carla: isOpen ? available : 'offline' }),
	...at('VoipNow', { dawid: isOpen ? online : 'logged out' }),
	...at('Conpeek', { elif: isOpen ? 'ONLINE' : 'OFFLINE' }),
});

/** The states that each roster asks for, worked out by hand from its rows. */
export const SHIFT_CASES: ShiftCase[] = [
	{
		workflow: START_WORKFLOW,
		moments: [
			// Tuesday: the early shift has begun.
			{ at: '2026-11-24T08:02', states: support({ anna: Available, dawid: Available }) },
			{
				at: '2026-11-24T12:30',
				states: support({
					...{ anna: Available, bob: Available, carla: Available, dawid: Available },
					elif: 'Busy',
				}),
			},
			{ at: '2026-11-28T12:59', states: support({ frank: Available }) },
			// Friday, but a holiday.
			{ at: '2026-12-25T12:30', states: support() },
		],
	},
	{
		workflow: everyFiveMinutes('agentStateLunch01', 'Send the team to lunch in two turns'),
		moments: [
			{
				at: '2026-11-24T12:10',
				states: queue({ anna: paused, bob: online, dawid: paused, frank: online }),
			},
			{
				at: '2026-11-24T12:30',
				states: queue({ anna: online, bob: paused, dawid: online, frank: paused }),
			},
			// Two hours before the end, for ten minutes.
			{
				at: '2026-11-24T15:05',
				states: queue({ anna: paused, bob: online, dawid: paused, frank: online }),
			},
			{ at: '2026-11-24T17:00', states: queue() },
		],
	},
	{
		workflow: everyFiveMinutes('agentStateClose01', 'Set everyone offline at close, in all services'),
		isPublished: true,
		moments: [
			{ at: '2026-11-24T17:55', states: everywhere(true) },
			{ at: '2026-11-24T18:05', states: everywhere(false) },
		],
	},
	{
		workflow: everyFiveMinutes('agentStateWeeks01', 'Rotate early and late shifts every other week'),
		moments: [
			{ at: '2026-11-23T08:00', states: weeks({ anna: Available, bob: Available }) },
			{ at: '2026-11-30T08:00', states: weeks({ dawid: Available, frank: Available }) },
			// The last week of 2026 is the 53rd, so that the next one has an odd number, too.
			{ at: '2026-12-28T08:00', states: weeks({ dawid: Available, frank: Available }) },
			{ at: '2027-01-04T08:00', states: weeks({ anna: Available, bob: Available }) },
		],
	},
	{
		workflow: everyFiveMinutes('agentStateSick01', 'Plan sick leave, a replacement and a swap'),
		moments: [
			{
				at: '2026-11-23T15:00',
				states: frontline({ anna: available, bob: available, carla: available, dawid: available }),
			},
			// Bob is ill, Elif is there for him.
			{
				at: '2026-11-24T15:00',
				states: frontline({ anna: available, carla: available, dawid: available, elif: available }),
			},
			// Anna and Dawid have swapped.
			{ at: '2026-11-26T09:00', states: frontline({ carla: available, dawid: available }) },
			{ at: '2026-11-26T18:00', states: frontline({ anna: available, bob: available }) },
		],
	},
	{
		workflow: everyFiveMinutes(
			'agentStateNight01',
			'Run three shifts around the clock, even when the clocks change',
		),
		moments: [
			// The night when the clocks go back: four hours after 22:00, and then 02:30 for the second time.
			{ at: '2026-10-25T00:15:00Z', states: night({ carla: paused }) },
			{ at: '2026-10-25T01:30:00Z', states: night({ carla: online }) },
			// 05:30: after eight hours the night shift would be over.
			{ at: '2026-10-25T04:30:00Z', states: night({ carla: online }) },
			{ at: '2026-10-25T05:05:00Z', states: night({ anna: online }) },
			// The night when they go forward: 06:05 after seven hours.
			{ at: '2027-03-28T03:55:00Z', states: night({ carla: online }) },
			{ at: '2027-03-28T04:05:00Z', states: night({ anna: online }) },
		],
	},
	{
		workflow: TABLE_WORKFLOW,
		moments: [
			{
				at: '2026-11-24T11:10',
				states: support({ anna: Break, bob: Break, elif: 'Busy' }),
			},
			{
				at: '2026-11-24T14:00',
				states: support({
					...{ anna: Available, bob: Available, carla: Available, dawid: Available },
					elif: 'Busy',
				}),
			},
			// Anna has the day off.
			{ at: '2026-11-27T09:30', states: support({ bob: Available, elif: 'Busy' }) },
			{ at: '2026-12-24T14:00', states: support() },
		],
	},
	{
		workflow: everyFiveMinutes('agentStateCalendar01', "Set agents' states from the team's calendar (ICS)"),
		moments: [
			{ at: '2026-11-24T12:10', states: calendar({ bob: 'break', carla: available, dawid: available }) },
			{ at: '2026-11-24T14:30', states: calendar({ bob: available, carla: 'busy', dawid: available }) },
			// On this day Dawid's shift was moved, and on the next it was cancelled.
			{ at: '2026-11-26T09:30', states: calendar({ bob: available, carla: available, dawid: available }) },
			{ at: '2026-11-27T14:00', states: calendar({ bob: available, carla: available }) },
		],
	},
	{
		workflow: EXCEL_WORKFLOW,
		moments: [
			{ at: '2026-11-24T10:30', states: planned({ anna: Available, bob: Available, dawid: 'Busy' }) },
			{ at: '2026-11-24T19:00', states: planned({ carla: Available }) },
			// On Saturday the file has no row for anyone.
			{ at: '2026-11-28T12:00', states: planned() },
		],
	},
	{
		workflow: GRID_WORKFLOW,
		moments: [
			{ at: '2026-11-24T09:30', states: grid({ anna: Available, frank: 'Busy' }) },
			{ at: '2026-11-24T16:10', states: grid({ bob: Break, carla: Break }) },
			// Wednesday: a time in Carla's cell; Thursday: Bob is off and Frank on leave.
			{ at: '2026-11-25T11:10', states: grid({ anna: Break, carla: Available, frank: Break }) },
			{ at: '2026-11-26T14:00', states: grid({ anna: Available, carla: Available }) },
		],
	},
	{
		workflow: GOOGLE_WORKFLOW,
		moments: [
			{ at: '2026-11-24T12:10', states: calendar({ bob: 'break', carla: available, dawid: available }) },
			{ at: '2026-11-24T14:30', states: calendar({ bob: available, carla: 'busy', dawid: available }) },
			// Dawid is on vacation.
			{ at: '2026-11-25T09:00', states: calendar({ bob: available }) },
		],
	},
	{
		workflow: TEAMS_WORKFLOW,
		moments: [
			{ at: '2026-11-24T12:10', states: shared({ bob: available, carla: available }) },
			{ at: '2026-11-24T13:00', states: shared({ anna: available, bob: available, carla: available }) },
			// What Dawid had the day before was a draft.
			{ at: '2026-11-25T10:00', states: shared({ dawid: available }) },
		],
	},
];
