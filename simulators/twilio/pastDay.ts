import { DateTime } from 'luxon';

import { timestamp } from './call';
import { ACTIVITY, PEOPLE } from './cast';
import { activityEvent } from './taskRouterEvents';
import type { TwilioState } from './state';

/** Where the roster of the demo is. */
const ZONE = 'Europe/Warsaw';

type ActivityName = keyof typeof ACTIVITY;

/** What some agents did yesterday, from the evening before. */
const MOVES: ReadonlyArray<[who: keyof typeof PEOPLE, moves: ReadonlyArray<[time: string, activity: ActivityName]>]> = [
	// Twenty minutes late, and ten too long at lunch.
	[
		'anna',
		[
			['09:20', 'available'],
			['12:00', 'break'],
			['12:40', 'available'],
			['17:00', 'offline'],
		],
	],
	// Gone an hour early.
	[
		'bob',
		[
			['09:00', 'available'],
			['12:00', 'break'],
			['12:30', 'available'],
			['16:00', 'offline'],
		],
	],
	[
		'dawid',
		[
			['09:00', 'available'],
			['12:00', 'break'],
			['12:30', 'available'],
			['17:00', 'offline'],
		],
	],
];

/** Gives some agents a day at work yesterday, after which nothing happened: they are offline since then. */
export function recordPastDay(state: TwilioState, now: number): void {
	const yesterday = DateTime.fromMillis(now, { zone: ZONE }).minus({ days: 1 }).startOf('day');
	const at = (time: string, daysBefore = 0): number => {
		const [hour = 0, minute = 0] = time.split(':').map(Number);
		return yesterday.minus({ days: daysBefore }).set({ hour, minute }).toMillis();
	};
	for (const [who, moves] of MOVES) {
		const worker = state.workers[PEOPLE[who].worker];
		if (!worker) continue;
		const { sid } = worker;
		for (const event of state.events.values()) if (event.resource_sid === sid) state.events.delete(event.sid);
		let held = at('17:00', 3);
		const all = [[held, 'offline'] as const, ...moves.map(([time, name]) => [at(time), name] as const)];
		for (const [moment, name] of all) {
			const activity = state.activities[ACTIVITY[name]];
			if (!activity) continue;
			const before = state.activities[worker.activity_sid];
			worker.activity_sid = activity.sid;
			worker.date_status_changed = timestamp(moment);
			const heldMs = Math.max(1000, moment - held);
			const event = activityEvent(worker, { ...(before && { before }), at: moment, heldMs }, state);
			state.events.set(event.sid, event);
			held = moment;
		}
	}
}
