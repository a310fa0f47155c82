import { isDeepStrictEqual } from 'node:util';
import { mustHaveActivity, moveTo, pendingOf, refuseWhilePending } from './activityChange';
import type { Call } from './call';
import { newSid } from './call';
import { parseExpression } from './expression';
import { available, flag, integer, jsonObjectOr, oneOf, readFields, required, sid, text } from './fields';
import { invalid, Refusal } from './refusal';
import { settle } from './reservations';
import type { Resource } from './resource';
import { checkRevision, etagOf } from './revision';
import { expressionDocument, servesQueue } from './taskQueues';
import { attributesEvent, createdEvent, deletedEvent } from './taskRouterEvents';
import { makeWorker, makeWorkerChannels } from './taskRouterRecords';
import type { Activity, Worker, Workspace } from './taskRouterState';
import { sameName, workerIn, workspaceOf } from './workspace';

/** TaskRouter has a code of its own for attributes that are not a JSON object (docs/errors/14231). */
const workerAttributes = jsonObjectOr((problem) => new Refusal(400, 14231, problem));

/**
 * Concurrency and OperatingUnitSid stand in Twilio's own request example for this resource though not in its list of
 * parameters; other unknown parameters are ignored, as the dictionary says of 20001.
 */
const FIELDS = {
	FriendlyName: text(64),
	ActivitySid: sid('WA'),
	Attributes: workerAttributes,
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
	find: (id, call) => workerIn(workspaceOf(call), id, call.state),
	filters: {
		FriendlyName: sameName,
		ActivitySid: (raw) => {
			const wanted = sid('WA')(raw, 'ActivitySid');
			return (worker) => worker.activity_sid === wanted;
		},
		ActivityName: (raw, call) => (worker) => activityHeld(worker, call)?.friendly_name === raw,
		Available: (raw, call) => (worker) => activityHeld(worker, call)?.available === available(raw, 'Available'),
		TargetWorkersExpression: (raw, call) => {
			const passes = parseExpression(raw, 'TargetWorkersExpression');
			return (worker) => passes(expressionDocument(worker, call));
		},
		TaskQueueName: (raw, call) => servesQueue(call, sameName(raw)),
		TaskQueueSid: (raw, call) => {
			const wanted = sid('WQ')(raw, 'TaskQueueSid');
			return servesQueue(call, (queue) => queue.sid === wanted);
		},
	},
	order: ({ query }) => {
		const raw = query.get('Ordering');
		if (raw === null) return undefined;
		const sign = oneOf('DateStatusChanged:asc', 'DateStatusChanged:desc')(raw, 'Ordering').endsWith('asc') ? 1 : -1;
		return (worker) => sign * Date.parse(worker.date_status_changed);
	},
	// Enforced since 2024-10-24 (changelog, taskrouter-endpoint-rate-limit-correction).
	listLimit: ({ query, state }) =>
		query.has('TargetWorkersExpression')
			? { key: 'Worker-List-TargetWorkersExpression', perSecond: state.expressionRatePerSecond }
			: undefined,
	headers: etagOf,
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
		Object.assign(call.state.workerChannels, makeWorkerChannels(worker, call.state.taskChannels, call.now));
		call.record(createdEvent(worker, call));
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
		if (activity && !sent.RejectPendingReservations) refuseWhilePending(worker, activity, call);
		if (sent.FriendlyName === '') throw invalid('FriendlyName must not be empty');
		if (sent.FriendlyName !== undefined) refuseTakenName(sent.FriendlyName, workspace, call, worker);

		const before = { ...worker };
		if (sent.RejectPendingReservations)
			for (const pending of pendingOf(worker, call)) settle(pending, 'rejected', call);
		worker.friendly_name = sent.FriendlyName ?? worker.friendly_name;
		worker.attributes = sent.Attributes ?? worker.attributes;
		worker.configured_concurrency = sent.Concurrency ?? worker.configured_concurrency;
		worker.operating_unit_sid = sent.OperatingUnitSid ?? worker.operating_unit_sid;
		if (worker.attributes !== before.attributes) call.record(attributesEvent(worker, call));
		if (activity) moveTo(worker, activity, call);
		// An update that changes nothing keeps the version, and so does a rejection alone.
		if (isDeepStrictEqual(worker, before)) return;
		worker.date_updated = call.now;
		worker.revision += 1;
	},
	remove: (worker, call) => {
		checkRevision(worker, call);
		call.record(deletedEvent(worker, call));
		delete call.state.workers[worker.sid];
		removeOf(worker, call.state.workerChannels);
		removeOf(worker, call.state.reservations);
	},
};

function removeOf(worker: Worker, records: Record<string, { sid: string; worker_sid: string }>): void {
	for (const { sid: id, worker_sid: owner } of Object.values(records)) if (owner === worker.sid) delete records[id];
}

function activityHeld(worker: Worker, { state }: Call): Activity | undefined {
	return state.activities[worker.activity_sid];
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
