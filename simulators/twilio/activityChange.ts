import type { Call } from './call';
import { invalid } from './refusal';
import { activityEvent } from './taskRouterEvents';
import type { Activity, Reservation, Worker, Workspace } from './taskRouterState';
import { activityOf } from './workspace';

export function mustHaveActivity(id: string, workspace: Workspace, { state }: Call): Activity {
	const activity = activityOf(workspace, id, state);
	if (!activity) throw invalid(`Activity ${id} does not exist in workspace ${workspace.sid}`);
	return activity;
}

export function pendingOf(worker: Worker, { state }: Call): Reservation[] {
	return Object.values(state.reservations).filter(
		(reservation) => reservation.worker_sid === worker.sid && reservation.reservation_status === 'pending',
	);
}

/**
 * Throws where the worker's pending reservations forbid the change; `settled` is one that this very request settles.
 * Between available activities they forbid none (changelog of 2024-04-08). The error's exact code is undocumented.
 */
export function refuseWhilePending(worker: Worker, activity: Activity, call: Call, settled?: Reservation): void {
	if (activity.sid === worker.activity_sid) return;
	if (activity.available && call.state.activities[worker.activity_sid]?.available) return;
	if (pendingOf(worker, call).some((reservation) => reservation !== settled))
		throw invalid(`Worker ${worker.sid} has pending reservations, so its Activity cannot change`);
}

/** To be called last: the event tells the worker as it is after the whole request. */
export function moveTo(worker: Worker, activity: Activity, call: Call): void {
	if (activity.sid === worker.activity_sid) return;
	const at = Date.now();
	const heldMs = at - Date.parse(worker.date_status_changed);
	const before = call.state.activities[worker.activity_sid];
	worker.activity_sid = activity.sid;
	worker.date_status_changed = call.now;
	call.record(activityEvent(worker, { ...(before && { before }), heldMs, at }, call.state));
}
