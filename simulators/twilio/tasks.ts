import type { Call } from './call';
import { sid } from './fields';
import { notFound } from './refusal';
import { inStatus, renderReservation } from './reservations';
import type { Resource } from './resource';
import { etagOf } from './revision';
import type { Reservation, ReservationStatus } from './taskRouterState';
import { workspaceOf } from './workspace';

const ROOT = '/v1/Workspaces/{WorkspaceSid}/Tasks';

/** The status of a task by the first of these that one of its reservations is in. */
const STATUS_OF: Array<[ReservationStatus, string]> = [
	['accepted', 'assigned'],
	['wrapping', 'wrapping'],
	['pending', 'reserved'],
	['completed', 'completed'],
	['canceled', 'canceled'],
];

/** Tasks are not stored: each is what its reservations tell, and its first reservation stands for it. */
export const tasks: Resource<Reservation> = {
	key: 'tasks',
	path: ROOT,
	maxPageSize: 1000,
	all: (call) => {
		const seen = new Set<string>();
		return reservationsIn(call).filter(({ task_sid: task }) => !seen.has(task) && seen.add(task));
	},
	find: (id, call) => reservationsIn(call).find(({ task_sid: task }) => task === id),
	filters: {
		AssignmentStatus: (raw, call) => {
			const wanted = raw.split(',');
			return (task) => wanted.includes(statusOf(task, call));
		},
	},
	unsupportedFilters: [
		...['Priority', 'WorkflowSid', 'WorkflowName', 'TaskQueueSid', 'TaskQueueName', 'EvaluateTaskAttributes'],
		...['RoutingTarget', 'Ordering', 'HasAddons'],
	],
	headers: etagOf,
	render: (first, call) => {
		const { base, state } = call;
		const { sid: workspace } = workspaceOf(call);
		const workspaceUrl = `${base}/v1/Workspaces/${workspace}`;
		const url = `${workspaceUrl}/Tasks/${first.task_sid}`;
		return {
			sid: first.task_sid,
			account_sid: state.accountSid,
			workspace_sid: workspace,
			assignment_status: statusOf(first, call),
			age: Math.max(0, Math.floor((Date.now() - Date.parse(first.date_created)) / 1000)),
			attributes: '{}',
			addons: '{}',
			priority: 0,
			reason: null,
			timeout: 86_400,
			task_channel_sid: first.task_channel_sid,
			task_channel_unique_name: state.taskChannels[first.task_channel_sid]?.unique_name ?? null,
			...{ task_queue_sid: null, task_queue_friendly_name: null },
			...{ workflow_sid: null, workflow_friendly_name: null },
			...{ ignore_capacity: false, routing_target: null },
			date_created: first.date_created,
			date_updated: first.date_updated,
			task_queue_entered_date: first.date_created,
			virtual_start_time: first.date_created,
			url,
			links: { workspace: workspaceUrl, reservations: `${url}/Reservations` },
		};
	},
};

export const taskReservations: Resource<Reservation> = {
	key: 'reservations',
	path: `${ROOT}/{TaskSid}/Reservations`,
	maxPageSize: 1000,
	all: ofTask,
	find: (id, call) => ofTask(call).find((reservation) => reservation.sid === id),
	filters: {
		ReservationStatus: inStatus,
		WorkerSid: (raw) => {
			const wanted = sid('WK')(raw, 'WorkerSid');
			return (reservation) => reservation.worker_sid === wanted;
		},
	},
	headers: etagOf,
	render: (reservation, call) =>
		renderReservation(reservation, `Tasks/${reservation.task_sid}/Reservations/${reservation.sid}`, call),
};

function ofTask(call: Call): Reservation[] {
	const found = reservationsIn(call).filter(({ task_sid: task }) => task === call.params.TaskSid);
	if (found.length === 0) throw notFound(call.path);
	return found;
}

function reservationsIn(call: Call): Reservation[] {
	const workspace = workspaceOf(call);
	return Object.values(call.state.reservations).filter(
		({ worker_sid: worker }) => call.state.workers[worker]?.workspace_sid === workspace.sid,
	);
}

function statusOf({ task_sid: task }: Reservation, call: Call): string {
	const statuses = reservationsIn(call)
		.filter((reservation) => reservation.task_sid === task)
		.map(({ reservation_status: status }) => status);
	return STATUS_OF.find(([status]) => statuses.includes(status))?.[1] ?? 'pending';
}
