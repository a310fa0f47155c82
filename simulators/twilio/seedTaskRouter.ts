import * as cast from './cast';
import { timestamp } from './call';
import type { TwilioState } from './state';
import { bySid, CREATED, DATED, makeReservation, makeWorker, makeWorkerChannels } from './taskRouterRecords';
import { activityEvent } from './taskRouterEvents';
import type {
	Activity,
	Reservation,
	TaskChannel,
	TaskQueue,
	TaskRouterEvent,
	Worker,
	WorkerChannel,
	Workspace,
} from './taskRouterState';

const MINUTE = 60_000;

/** TaskRouter's tables. Workers who are given come with their channels and without the reservations and events of others. */
export function seedTaskRouter(given: Partial<TwilioState>, now: number) {
	const activities = bySid([
		activity(cast.ACTIVITY.offline, 'Offline', false),
		activity(cast.ACTIVITY.available, 'Available', true),
		activity(cast.ACTIVITY.unavailable, 'Unavailable', false),
		activity(cast.ACTIVITY.break, 'Break', false),
		activity(cast.ACTIVITY.busy, 'Busy', false),
		{ ...activity(cast.ACTIVITY.otherOffline, 'Offline', false), workspace_sid: cast.OTHER_WORKSPACE_SID },
	]);
	const taskChannels = bySid(
		Object.entries(cast.TASK_CHANNEL).map(([name, sid]): TaskChannel => ({
			sid,
			workspace_sid: cast.WORKSPACE_SID,
			unique_name: name,
			friendly_name: name === 'sms' ? 'SMS' : name.charAt(0).toUpperCase() + name.slice(1),
			...DATED,
		})),
	);
	const workers = bySid(seedWorkers(now));
	const workspaces = bySid([
		workspace(cast.WORKSPACE_SID, 'Support', cast.ACTIVITY.offline),
		workspace(cast.OTHER_WORKSPACE_SID, 'Back Office', cast.ACTIVITY.otherOffline),
	]);
	const channelled = Object.values(given.workers ?? workers);
	return {
		workspaces,
		activities,
		workers,
		taskChannels,
		taskQueues: bySid([
			queue(cast.TASK_QUEUE.support, 'Support', "skills HAS 'support'"),
			queue(cast.TASK_QUEUE.sales, 'Sales', 'skills HAS "sales"'),
		]),
		workerChannels: Object.assign(
			{},
			...channelled.map((worker) => makeWorkerChannels(worker, given.taskChannels ?? taskChannels)),
		) as Record<string, WorkerChannel>,
		reservations: given.workers ? {} : bySid(seedReservations(now)),
		events: new Map(
			given.workers
				? []
				: seedEvents(workers, { workspaces, activities }, now).map((event) => [event.sid, event]),
		),
	};
}

function seedReservations(now: number): Reservation[] {
	const { bob, carla, dawid } = cast.PEOPLE;
	const reservation = (index: number, sid: string, worker: string, status: Reservation['reservation_status']) => {
		const created = timestamp(now - index * MINUTE);
		return makeReservation({
			sid,
			worker_sid: worker,
			task_sid: `WT${String(index).padStart(32, '0')}`,
			reservation_status: status,
			date_created: created,
			date_updated: created,
		});
	};
	return [
		reservation(3, cast.RESERVATION.dawid, dawid.worker, 'wrapping'),
		reservation(2, cast.RESERVATION.carla, carla.worker, 'accepted'),
		reservation(1, cast.RESERVATION.bob, bob.worker, 'pending'),
	];
}

/** Who changed to the activity held now, how many minutes ago. */
const CHANGES = [
	['frank', 120],
	['bob', 10],
	['dawid', 5],
] as const;

function seedEvents(
	workers: Record<string, Worker>,
	names: { workspaces: Record<string, Workspace>; activities: Record<string, Activity> },
	now: number,
): TaskRouterEvent[] {
	return CHANGES.flatMap(([name, minutes]) => {
		const worker = workers[cast.PEOPLE[name].worker];
		if (!worker) return [];
		return [activityEvent(worker, { at: now - minutes * MINUTE, heldMs: 26_123, sid: cast.EVENT[name] }, names)];
	});
}

function seedWorkers(now: number): Worker[] {
	const { anna, bob, carla, dawid, elif, frank } = cast.PEOPLE;
	const { offline, available, break: onBreak, busy } = cast.ACTIVITY;
	const changed = (worker: string) => {
		const [, minutes] = CHANGES.find(([name]) => cast.PEOPLE[name].worker === worker) ?? [];
		return minutes === undefined ? CREATED : timestamp(now - minutes * MINUTE);
	};
	return (
		[
			[anna, offline],
			[bob, available],
			[carla, available],
			[dawid, onBreak],
			[elif, busy],
			[frank, offline],
		] as const
	).map(([{ worker, name, identity, skills }, activitySid]) =>
		makeWorker({
			sid: worker,
			friendly_name: name,
			activity_sid: activitySid,
			date_status_changed: changed(worker),
			attributes: JSON.stringify({ email: identity, contact_uri: cast.contactUri(identity), skills }),
		}),
	);
}

function workspace(sid: string, friendlyName: string, offlineSid: string): Workspace {
	return {
		sid,
		friendly_name: friendlyName,
		default_activity_sid: offlineSid,
		timeout_activity_sid: offlineSid,
		event_callback_url: '',
		events_filter: null,
		multi_task_enabled: true,
		prioritize_queue_order: 'FIFO',
		...DATED,
	};
}

function activity(sid: string, friendlyName: string, available: boolean): Activity {
	return { sid, workspace_sid: cast.WORKSPACE_SID, friendly_name: friendlyName, available, ...DATED };
}

function queue(sid: string, friendlyName: string, targetWorkers: string): TaskQueue {
	return {
		sid,
		workspace_sid: cast.WORKSPACE_SID,
		friendly_name: friendlyName,
		target_workers: targetWorkers,
		...DATED,
	};
}
