import { own } from '../own';
import { mustHaveActivity } from './activityChange';
import type { Call } from './call';
import { newSid } from './call';
import { events } from './events';
import { available, flag, oneOf, readFields, required, sid, text, webAddressOrNone } from './fields';
import { invalid } from './refusal';
import { reservations } from './reservations';
import type { Resource } from './resource';
import { taskChannels, taskQueues } from './taskQueues';
import { taskReservations, tasks } from './tasks';
import type { Activity, Workspace } from './taskRouterState';
import { workerChannels } from './workerChannels';
import { workers } from './workers';
import { activityOf, sameName, workspaceOf } from './workspace';

const ROOT = '/v1/Workspaces';

/** Which events there are is nowhere said to be checked: a filter may hold any text, and an empty one lets all through. */
const WORKSPACE_FIELDS = {
	FriendlyName: text(64),
	DefaultActivitySid: sid('WA'),
	TimeoutActivitySid: sid('WA'),
	EventCallbackUrl: webAddressOrNone,
	EventsFilter: text(2048),
	MultiTaskEnabled: flag,
	PrioritizeQueueOrder: oneOf('FIFO', 'LIFO'),
};

export const workspaces: Resource<Workspace> = {
	key: 'workspaces',
	path: ROOT,
	maxPageSize: 1000,
	all: ({ state }) => Object.values(state.workspaces),
	find: (id, { state }) => own(state.workspaces, id),
	filters: { FriendlyName: sameName },
	render: (workspace, { base, state }) => {
		const url = `${base}${ROOT}/${workspace.sid}`;
		return {
			...workspace,
			account_sid: state.accountSid,
			default_activity_name: state.activities[workspace.default_activity_sid]?.friendly_name ?? null,
			timeout_activity_name: state.activities[workspace.timeout_activity_sid]?.friendly_name ?? null,
			url,
			links: {
				activities: `${url}/Activities`,
				statistics: `${url}/Statistics`,
				real_time_statistics: `${url}/RealTimeStatistics`,
				cumulative_statistics: `${url}/CumulativeStatistics`,
				task_queues: `${url}/TaskQueues`,
				tasks: `${url}/Tasks`,
				workers: `${url}/Workers`,
				workflows: `${url}/Workflows`,
				task_channels: `${url}/TaskChannels`,
				events: `${url}/Events`,
			},
		};
	},
	update: (workspace, call) => {
		const sent = readFields(WORKSPACE_FIELDS, call.form);
		if (sent.FriendlyName === '') throw invalid('FriendlyName must not be empty');
		const [byDefault, byTimeout] = [sent.DefaultActivitySid, sent.TimeoutActivitySid].map((id) =>
			id === undefined ? undefined : mustHaveActivity(id, workspace, call).sid,
		);
		workspace.friendly_name = sent.FriendlyName ?? workspace.friendly_name;
		workspace.default_activity_sid = byDefault ?? workspace.default_activity_sid;
		workspace.timeout_activity_sid = byTimeout ?? workspace.timeout_activity_sid;
		workspace.event_callback_url = sent.EventCallbackUrl ?? workspace.event_callback_url;
		workspace.events_filter = sent.EventsFilter ?? workspace.events_filter;
		workspace.multi_task_enabled = sent.MultiTaskEnabled ?? workspace.multi_task_enabled;
		workspace.prioritize_queue_order = sent.PrioritizeQueueOrder ?? workspace.prioritize_queue_order;
		workspace.date_updated = call.now;
	},
};

export const activities: Resource<Activity> = {
	key: 'activities',
	path: `${ROOT}/{WorkspaceSid}/Activities`,
	maxPageSize: 1000,
	all: (call) => {
		const workspace = workspaceOf(call);
		return Object.values(call.state.activities).filter((activity) => activity.workspace_sid === workspace.sid);
	},
	find: (id, call) => activityOf(workspaceOf(call), id, call.state),
	filters: {
		FriendlyName: sameName,
		Available: (raw) => (activity) => activity.available === available(raw, 'Available'),
	},
	render: (activity, { base, state }) => {
		const workspaceUrl = `${base}${ROOT}/${activity.workspace_sid}`;
		return {
			...activity,
			account_sid: state.accountSid,
			url: `${workspaceUrl}/Activities/${activity.sid}`,
			links: { workspace: workspaceUrl },
		};
	},
	create: (call) => {
		const workspace = workspaceOf(call);
		const sent = readFields({ FriendlyName: text(64), Available: available }, call.form);
		const activity: Activity = {
			sid: newSid('WA'),
			workspace_sid: workspace.sid,
			friendly_name: required(sent.FriendlyName, 'FriendlyName'),
			available: sent.Available ?? false,
			date_created: call.now,
			date_updated: call.now,
		};
		call.state.activities[activity.sid] = activity;
		return activity;
	},
	update: (activity, call) => {
		// Available cannot be changed after creation and is not a parameter of the update, so it is ignored like any unknown one.
		const { FriendlyName } = readFields({ FriendlyName: text(64) }, call.form);
		if (FriendlyName === '') throw invalid('FriendlyName must not be empty');
		activity.friendly_name = FriendlyName ?? activity.friendly_name;
		activity.date_updated = call.now;
	},
	remove: (activity, call) => {
		refuseWhileUsed(activity, call);
		delete call.state.activities[activity.sid];
	},
};

/** No page says what a used Activity's deletion answers; refusing keeps every worker and workspace pointing at one that exists. */
function refuseWhileUsed(activity: Activity, call: Call): void {
	const workspace = workspaceOf(call);
	const isDefault = [workspace.default_activity_sid, workspace.timeout_activity_sid].includes(activity.sid);
	const isHeld = Object.values(call.state.workers).some((worker) => worker.activity_sid === activity.sid);
	if (isDefault || isHeld) throw invalid(`Activity ${activity.sid} is in use`);
}

export const TASK_ROUTER = {
	workspaces,
	activities,
	workers,
	workerChannels,
	reservations,
	events,
	taskQueues,
	taskChannels,
	tasks,
	taskReservations,
};
