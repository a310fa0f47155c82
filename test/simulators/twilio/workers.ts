import { own } from '../own';
import type { Call } from './call';
import { newSid } from './call';
import { available, flag, integer, jsonObject, readFields, required, sid, text } from './fields';
import { invalid, Refusal } from './refusal';
import type { Resource } from './resource';
import { makeWorker } from './seedState';
import type { Activity, Worker, Workspace } from './state';
import { activityOf, workspaceOf } from './workspace';

/**
 * Concurrency and OperatingUnitSid stand in Twilio's own request example for this resource though not in its list of
 * parameters; other unknown parameters are ignored, as the dictionary says of 20001.
 */
const FIELDS = {
	FriendlyName: text(64),
	ActivitySid: sid('WA'),
	Attributes: jsonObject,
	Concurrency: integer,
	OperatingUnitSid: sid('OU'),
	RejectPendingReservations: flag,
};

export const workers: Resource<Worker> = {
	key: 'workers',
	path: '/v1/Workspaces/{WorkspaceSid}/Workers',
	maxPageSize: 1000,
	all: (call) => {
		const workspace = workspaceOf(call);
		return Object.values(call.state.workers).filter((worker) => worker.workspace_sid === workspace.sid);
	},
	find: (id, call) => {
		const workspace = workspaceOf(call);
		const worker = own(call.state.workers, id);
		return worker?.workspace_sid === workspace.sid ? worker : undefined;
	},
	filters: {
		FriendlyName: (raw) => (worker) => worker.friendly_name.toLowerCase() === raw.toLowerCase(),
		ActivitySid: (raw) => {
			const wanted = sid('WA')(raw, 'ActivitySid');
			return (worker) => worker.activity_sid === wanted;
		},
		ActivityName: (raw, call) => (worker) => activityHeld(worker, call)?.friendly_name === raw,
		Available: (raw, call) => (worker) => activityHeld(worker, call)?.available === available(raw, 'Available'),
	},
	unsupportedFilters: ['TargetWorkersExpression', 'TaskQueueName', 'TaskQueueSid', 'Ordering'],
	headers: (worker) => ({ ETag: `"${worker.revision}"` }),
	render: (worker, call) => {
		const { revision: _revision, ...stored } = worker;
		const activity = activityHeld(worker, call);
		const workspaceUrl = `${call.base}/v1/Workspaces/${worker.workspace_sid}`;
		const url = `${workspaceUrl}/Workers/${worker.sid}`;
		return {
			...stored,
			account_sid: call.state.accountSid,
			activity_name: activity?.friendly_name ?? null,
			available: activity?.available ?? false,
			url,
			links: {
				activity: `${workspaceUrl}/Activities/${worker.activity_sid}`,
				workspace: workspaceUrl,
				statistics: `${workspaceUrl}/Workers/Statistics`,
				real_time_statistics: `${workspaceUrl}/Workers/RealTimeStatistics`,
				cumulative_statistics: `${workspaceUrl}/Workers/CumulativeStatistics`,
				worker_statistics: `${url}/Statistics`,
				worker_channels: `${url}/Channels`,
				channels: `${url}/Channels`,
				reservations: `${url}/Reservations`,
			},
		};
	},
	create: (call) => {
		const workspace = workspaceOf(call);
		const sent = readFields(FIELDS, call.form);
		const name = required(sent.FriendlyName, 'FriendlyName');
		refuseTakenName(name, workspace, call);
		const activitySid = sent.ActivitySid ?? workspace.default_activity_sid;
		const worker = makeWorker({
			sid: newSid('WK'),
			workspace_sid: workspace.sid,
			friendly_name: name,
			activity_sid: mustHaveActivity(activitySid, workspace, call).sid,
			attributes: sent.Attributes ?? '{}',
			...(sent.Concurrency !== undefined && { configured_concurrency: sent.Concurrency }),
			...(sent.OperatingUnitSid && { operating_unit_sid: sent.OperatingUnitSid }),
			date_created: call.now,
			date_updated: call.now,
			date_status_changed: call.now,
		});
		call.state.workers[worker.sid] = worker;
		return worker;
	},
	update: (worker, call) => {
		checkRevision(worker, call);
		const workspace = workspaceOf(call);
		const sent = readFields(FIELDS, call.form);
		const activity = sent.ActivitySid ? mustHaveActivity(sent.ActivitySid, workspace, call) : undefined;
		if (sent.RejectPendingReservations && (activity ?? activityHeld(worker, call))?.available) {
			throw invalid('RejectPendingReservations is only valid if the new Activity is not available');
		}
		if (sent.FriendlyName === '') throw invalid('FriendlyName must not be empty');
		if (sent.FriendlyName !== undefined) refuseTakenName(sent.FriendlyName, workspace, call, worker);

		if (activity && activity.sid !== worker.activity_sid) {
			worker.activity_sid = activity.sid;
			worker.date_status_changed = call.now;
		}
		worker.friendly_name = sent.FriendlyName ?? worker.friendly_name;
		worker.attributes = sent.Attributes ?? worker.attributes;
		worker.configured_concurrency = sent.Concurrency ?? worker.configured_concurrency;
		worker.operating_unit_sid = sent.OperatingUnitSid ?? worker.operating_unit_sid;
		worker.date_updated = call.now;
		worker.revision += 1;
	},
	remove: (worker, call) => {
		checkRevision(worker, call);
		delete call.state.workers[worker.sid];
	},
};

function activityHeld(worker: Worker, { state }: Call): Activity | undefined {
	return state.activities[worker.activity_sid];
}

function mustHaveActivity(id: string, workspace: Workspace, { state }: Call): Activity {
	const activity = activityOf(workspace, id, state);
	if (!activity) throw invalid(`Activity ${id} does not exist in workspace ${workspace.sid}`);
	return activity;
}

/** Without If-Match the last write wins. Which quoting the server takes is not documented: every form in use is. */
function checkRevision(worker: Worker, call: Call): void {
	const condition = call.header('if-match')?.trim();
	if (condition === undefined || condition === '*') return;
	const revision = /^(?:W\/)?"(\d+)"$|^(\d+)$/.exec(condition);
	if (Number(revision?.[1] ?? revision?.[2] ?? NaN) !== worker.revision)
		throw new Refusal(412, 20412, 'Precondition failed');
}

/** Names are "case insensitive, and unique within the TaskRouter Workspace"; worded as the 20001 for a taken queue name. */
function refuseTakenName(name: string, workspace: Workspace, { state }: Call, self?: Worker): void {
	const wanted = name.toLowerCase();
	const taken = Object.values(state.workers).some(
		(worker) =>
			worker !== self && worker.workspace_sid === workspace.sid && worker.friendly_name.toLowerCase() === wanted,
	);
	if (taken)
		throw invalid(
			`Worker named ${name} already exists for workspace ${workspace.sid} for account ${state.accountSid}`,
		);
}
