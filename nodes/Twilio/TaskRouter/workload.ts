import type { Workload, WorkList } from '../../shared/state/workload';
import { pages } from '../pagination';
import { textIn } from '../twilio';
import { reservations } from './resources/lookups';

/** The statuses of a task that someone may have in hand: during a transfer the first agent wraps up a task that waits. */
const openTasks = ['assigned', 'wrapping', 'reserved', 'pending'];

/** What a worker has in hand, by the status of the reservation. */
const inHand: ReadonlyMap<unknown, string> = new Map([
	['accepted', 'on a task'],
	['wrapping', 'wrapping up a task'],
]);

/**
 * A worker has work in hand while a reservation is accepted or wrapping. No list of TaskRouter tells that of all workers:
 * a task does not name its worker, but its reservations do.
 */
export const workload: Workload = {
	one: [...inHand.keys()].map((status) => ({
		path: reservations.path.replace('{worker}', '{agent}'),
		query: { ReservationStatus: String(status) },
		paging: reservations.paging,
	})),
	// One request for each status: that a list of several is understood is not certain, and an empty answer would look
	// like a workspace where nobody works.
	all: openTasks.map((status): WorkList => ({
		path: '/v1/Workspaces/{workspace}/Tasks',
		query: { AssignmentStatus: status },
		paging: pages('tasks', 1000),
	})),
	behind: {
		path: '/v1/Workspaces/{workspace}/Tasks/{work}/Reservations',
		paging: reservations.paging,
		idOf: ({ sid }) => textIn(sid),
	},
	observe({ worker_sid: agent, reservation_status: status, date_updated: since }) {
		const what = inHand.get(status);
		if (what === undefined || typeof agent !== 'string') return undefined;
		return { agent, work: { what, since: textIn(since) || null } };
	},
	isSilenceNone: true,
};
