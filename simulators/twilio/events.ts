import { timestamp } from './call';
import { sid } from './fields';
import { readPeriod } from './period';
import type { Filter, Resource } from './resource';
import type { TaskRouterEvent } from './taskRouterState';
import { taskChannelSid, workspaceOf } from './workspace';

/** Older events are gone (docs, event). */
const KEPT_DAYS = 30;

/** Keeps the events whose data name the same record. */
function about(field: string, prefix: string): Filter<TaskRouterEvent> {
	return (raw) => {
		const wanted = sid(prefix)(raw, field);
		return ({ event_data: data }) => data[field] === wanted;
	};
}

export const events: Resource<TaskRouterEvent> = {
	key: 'events',
	path: '/v1/Workspaces/{WorkspaceSid}/Events',
	maxPageSize: 1000,
	all: (call) => {
		const workspace = workspaceOf(call);
		return [...call.state.events.values()].filter((event) => event.workspace_sid === workspace.sid);
	},
	find: (id, call) => {
		const event = call.state.events.get(id ?? '');
		return event?.workspace_sid === workspaceOf(call).sid ? event : undefined;
	},
	always: (call) => {
		const { from, to } = readPeriod(call);
		const kept = Date.now() - KEPT_DAYS * 86_400_000;
		return ({ event_date_ms: at }) => Math.max(from, kept) <= at && at <= to;
	},
	filters: {
		EventType: (raw) => (event) => event.event_type === raw,
		WorkerSid: about('worker_sid', 'WK'),
		ReservationSid: about('reservation_sid', 'WR'),
		TaskSid: about('task_sid', 'WT'),
		TaskQueueSid: about('task_queue_sid', 'WQ'),
		WorkflowSid: about('workflow_sid', 'WW'),
		TaskChannel: (raw, call) => {
			const wanted = taskChannelSid(raw, call);
			return ({ event_data: data }) => data.task_channel_sid === wanted;
		},
		Sid: (raw) => {
			const wanted = sid('EV')(raw, 'Sid');
			return (event) => event.sid === wanted;
		},
	},
	render: (event, { base, state }) => {
		const workspaceUrl = `${base}/v1/Workspaces/${event.workspace_sid}`;
		return {
			...event,
			account_sid: state.accountSid,
			event_date: timestamp(event.event_date_ms),
			actor_sid: event.workspace_sid,
			actor_type: 'workspace',
			actor_url: workspaceUrl,
			resource_url: `${workspaceUrl}/${pathOf(event)}`,
			source: 'twilio',
			source_ip_address: '127.0.0.1',
			url: `${workspaceUrl}/Events/${event.sid}`,
		};
	},
};

function pathOf({ resource_type: type, resource_sid: sid, event_data: data }: TaskRouterEvent): string {
	if (type === 'worker') return `Workers/${sid}`;
	return type === 'reservation' ? `Tasks/${data.task_sid ?? ''}/Reservations/${sid}` : `Tasks/${sid}`;
}
