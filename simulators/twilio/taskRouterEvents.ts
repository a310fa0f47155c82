import type { Call } from './call';
import { newSid } from './call';
import type { TwilioState } from './state';
import type { Activity, Reservation, TaskRouterEvent, Worker, WorkerChannel } from './taskRouterState';

/**
 * The events that TaskRouter makes of changes, with the fields of its event reference (docs, taskrouter/api/event/reference).
 * A field is named as in the REST resource; callbacks and Event Streams name it in their own way.
 */

type Data = TaskRouterEvent['event_data'];
type Names = Pick<TwilioState, 'activities' | 'workspaces'>;

const workspaceName = (sid: string, state: Names) => state.workspaces[sid]?.friendly_name ?? '';

function workerData(worker: Worker, state: Names): Data {
	return {
		worker_activity_name: state.activities[worker.activity_sid]?.friendly_name ?? '',
		worker_activity_sid: worker.activity_sid,
		worker_attributes: worker.attributes,
		worker_name: worker.friendly_name,
		worker_sid: worker.sid,
		workspace_name: workspaceName(worker.workspace_sid, state),
		workspace_sid: worker.workspace_sid,
	};
}

function workerEvent(
	worker: Worker,
	type: string,
	description: string,
	data: Data,
	{ sid = newSid('EV'), at = Date.now() } = {},
): TaskRouterEvent {
	return {
		sid,
		workspace_sid: worker.workspace_sid,
		event_type: type,
		event_date_ms: at,
		description,
		resource_type: 'worker',
		resource_sid: worker.sid,
		event_data: data,
	};
}

/** @param worker as it is after the change; @param heldMs how long the activity before was held */
export function activityEvent(
	worker: Worker,
	{ before, heldMs, ...when }: { before?: Activity; heldMs: number; sid?: string; at?: number },
	state: Names,
): TaskRouterEvent {
	const data = workerData(worker, state);
	return workerEvent(
		worker,
		'worker.activity.update',
		`Worker ${worker.friendly_name} updated to ${data.worker_activity_name ?? ''} Activity`,
		{
			...data,
			...(before && {
				worker_previous_activity_name: before.friendly_name,
				worker_previous_activity_sid: before.sid,
			}),
			worker_time_in_previous_activity: String(Math.floor(heldMs / 1000)),
			worker_time_in_previous_activity_ms: String(heldMs),
		},
		when,
	);
}

export const attributesEvent = (worker: Worker, { state }: Call): TaskRouterEvent =>
	workerEvent(
		worker,
		'worker.attributes.update',
		`Worker ${worker.friendly_name} attributes updated`,
		workerData(worker, state),
	);

export const createdEvent = (worker: Worker, { state }: Call): TaskRouterEvent =>
	workerEvent(worker, 'worker.created', `Worker ${worker.friendly_name} created`, workerData(worker, state));

export const deletedEvent = (worker: Worker, { state }: Call): TaskRouterEvent =>
	workerEvent(worker, 'worker.deleted', `Worker ${worker.friendly_name} deleted`, workerData(worker, state));

/** What a worker's channel shows besides what is stored. */
export interface ChannelFigures {
	uniqueName: string;
	/** The percentage that the REST resource tells; no page names the unit. */
	availableCapacity: number;
	tasks: number;
}

/** @param previousCapacity only where the capacity is what changed */
export function channelEvent(
	worker: Worker,
	channel: WorkerChannel,
	figures: ChannelFigures & { previousCapacity?: number },
	{ state }: Call,
): TaskRouterEvent {
	const { previousCapacity } = figures;
	const data = {
		...workerData(worker, state),
		task_channel_sid: channel.task_channel_sid,
		task_channel_unique_name: figures.uniqueName,
		worker_channel_available: String(channel.available),
		worker_channel_available_capacity: String(figures.availableCapacity),
		worker_channel_capacity: String(channel.configured_capacity),
		worker_channel_task_count: String(figures.tasks),
	};
	return previousCapacity === undefined
		? workerEvent(
				worker,
				'worker.channel.availability.update',
				`Worker ${worker.friendly_name} ${figures.uniqueName} channel is ${channel.available ? 'available' : 'not available'}`,
				data,
			)
		: workerEvent(
				worker,
				'worker.capacity.update',
				`Worker ${worker.friendly_name} ${figures.uniqueName} capacity updated`,
				{
					...data,
					worker_channel_previous_capacity: String(previousCapacity),
				},
			);
}

/** The last word of the events of a reservation, by its status. */
const RESERVATION_EVENTS: Record<Reservation['reservation_status'], string> = {
	pending: 'created',
	accepted: 'accepted',
	rejected: 'rejected',
	timeout: 'timeout',
	canceled: 'canceled',
	rescinded: 'rescinded',
	wrapping: 'wrapup',
	completed: 'completed',
};

/** A task has an event of its own where the reservation's says as much about it. */
const TASK_EVENTS: Partial<Record<Reservation['reservation_status'], string>> = {
	wrapping: 'wrapup',
	completed: 'completed',
};

const TASK_STATUS: Partial<Record<Reservation['reservation_status'], string>> = {
	pending: 'reserved',
	accepted: 'assigned',
	wrapping: 'wrapping',
	completed: 'completed',
	canceled: 'canceled',
};

/** What TaskRouter tells about a reservation in the status it has now: its own event, and the task's where there is one. */
export function reservationEvents(reservation: Reservation, worker: Worker, { state }: Call): TaskRouterEvent[] {
	const { reservation_status: status, task_sid: task } = reservation;
	const taskData: Data = {
		task_age: String(Math.max(0, Math.floor((Date.now() - Date.parse(reservation.date_created)) / 1000))),
		task_assignment_status: TASK_STATUS[status] ?? 'pending',
		task_attributes: '{}',
		task_channel_sid: reservation.task_channel_sid,
		task_channel_unique_name: state.taskChannels[reservation.task_channel_sid]?.unique_name ?? '',
		task_priority: '0',
		task_sid: task,
		workspace_name: workspaceName(worker.workspace_sid, state),
		workspace_sid: worker.workspace_sid,
	};
	const own = workerEvent(
		worker,
		`reservation.${RESERVATION_EVENTS[status]}`,
		`Reservation ${reservation.sid} ${RESERVATION_EVENTS[status]}`,
		{ ...workerData(worker, state), ...taskData, reservation_sid: reservation.sid },
	);
	const taskEvent = TASK_EVENTS[status];
	return [
		{ ...own, resource_type: 'reservation', resource_sid: reservation.sid },
		...(taskEvent === undefined
			? []
			: [
					{
						...workerEvent(worker, `task.${taskEvent}`, `Task ${task} ${taskEvent}`, taskData),
						resource_type: 'task' as const,
						resource_sid: task,
					},
				]),
	];
}
