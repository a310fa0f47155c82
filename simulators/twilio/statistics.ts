import type { Call } from './call';
import { timestamp } from './call';
import { sid } from './fields';
import { readPeriod } from './period';
import type { Period } from './period';
import type { Endpoint } from './resource';
import { servesQueue } from './taskQueues';
import type { Reservation, ReservationStatus, Worker } from './taskRouterState';
import { sameName, taskChannelSid, workerOf, workspaceOf } from './workspace';

const ALL = '/v1/Workspaces/{WorkspaceSid}/Workers';
const ONE = `${ALL}/{WorkerSid}`;

/** Statistics are not resources with sids: each address answers one object. */
export const STATISTICS: Endpoint[] = [
	answers(`${ONE}/Statistics`, (call) => {
		const worker = workerOf(call);
		return { worker_sid: worker.sid, cumulative: cumulative([worker], call) };
	}),
	answers(`${ALL}/Statistics`, (call) => {
		const workers = chosen(call);
		return { realtime: realTime(workers, call), cumulative: cumulative(workers, call) };
	}),
	answers(`${ALL}/CumulativeStatistics`, (call) => cumulative(workersIn(call), call)),
	answers(`${ALL}/RealTimeStatistics`, (call) => realTime(workersIn(call), call)),
];

function answers(path: string, figures: (call: Call) => object): Endpoint {
	return {
		method: 'GET',
		path,
		answer: (call) => ({
			status: 200,
			body: {
				account_sid: call.state.accountSid,
				workspace_sid: workspaceOf(call).sid,
				...figures(call),
				url: call.base + call.path,
			},
		}),
	};
}

function workersIn(call: Call): Worker[] {
	const workspace = workspaceOf(call);
	return Object.values(call.state.workers).filter((worker) => worker.workspace_sid === workspace.sid);
}

/** The workers that the filters of the statistics of all workers leave. */
function chosen(call: Call): Worker[] {
	const [name, queueName, queueSid] = ['FriendlyName', 'TaskQueueName', 'TaskQueueSid'].map((one) =>
		call.query.get(one),
	);
	const wanted = typeof queueSid === 'string' ? sid('WQ')(queueSid, 'TaskQueueSid') : undefined;
	return workersIn(call)
		.filter(typeof name === 'string' ? sameName(name) : () => true)
		.filter(typeof queueName === 'string' ? servesQueue(call, sameName(queueName)) : () => true)
		.filter(wanted === undefined ? () => true : servesQueue(call, (queue) => queue.sid === wanted));
}

/** Every worker has every channel, so that a TaskChannel leaves the counts of workers as they are. */
function realTime(workers: Worker[], call: Call): object {
	readChannel(call);
	return {
		total_workers: workers.length,
		activity_statistics: activitiesIn(call).map((activity) => ({
			sid: activity.sid,
			friendly_name: activity.friendly_name,
			workers: workers.filter((worker) => worker.activity_sid === activity.sid).length,
		})),
	};
}

function cumulative(workers: Worker[], call: Call): object {
	const period = readPeriod(call);
	const channel = readChannel(call);
	const reservations = Object.values(call.state.reservations).filter(
		(reservation) =>
			workers.some((worker) => worker.sid === reservation.worker_sid) &&
			(channel === undefined || reservation.task_channel_sid === channel) &&
			isWithin(period, Date.parse(reservation.date_created)),
	);
	return {
		start_time: timestamp(period.from),
		end_time: timestamp(period.to),
		activity_durations: activityDurations(workers, period, call),
		reservations_created: reservations.length,
		reservations_accepted: count(reservations, 'accepted', 'wrapping', 'completed'),
		reservations_rejected: count(reservations, 'rejected'),
		reservations_timed_out: count(reservations, 'timeout'),
		reservations_canceled: count(reservations, 'canceled'),
		reservations_rescinded: count(reservations, 'rescinded'),
	};
}

/** Seconds spent in each activity within the period, by what the events and the present activity tell. */
function activityDurations(workers: Worker[], period: Period, call: Call): object[] {
	const stays = workers.flatMap((worker) => staysOf(worker, call));
	return activitiesIn(call).map(({ sid: id, friendly_name: name }) => {
		const seconds = stays
			.filter(({ activity }) => activity === id)
			.map(({ from, to }) => (Math.min(to, period.to) - Math.max(from, period.from)) / 1000)
			.filter((length) => length > 0)
			.map(Math.round);
		const total = seconds.reduce((sum, one) => sum + one, 0);
		return {
			sid: id,
			friendly_name: name,
			min: seconds.length > 0 ? Math.min(...seconds) : 0,
			max: Math.max(0, ...seconds),
			avg: seconds.length > 0 ? Math.round(total / seconds.length) : 0,
			total,
		};
	});
}

function staysOf(worker: Worker, { state }: Call): Array<{ activity: string | undefined; from: number; to: number }> {
	const changes = [...state.events.values()]
		.filter((event) => event.event_type === 'worker.activity.update' && event.resource_sid === worker.sid)
		.map((event) => ({ activity: event.event_data.worker_activity_sid, from: event.event_date_ms }))
		.sort((a, b) => a.from - b.from);
	if (changes.length === 0)
		changes.push({ activity: worker.activity_sid, from: Date.parse(worker.date_status_changed) });
	return changes.map((change, index) => ({ ...change, to: changes[index + 1]?.from ?? Infinity }));
}

function activitiesIn(call: Call) {
	const workspace = workspaceOf(call);
	return Object.values(call.state.activities).filter((activity) => activity.workspace_sid === workspace.sid);
}

function readChannel(call: Call): string | undefined {
	const raw = call.query.get('TaskChannel');
	return raw === null ? undefined : taskChannelSid(raw, call);
}

function isWithin({ from, to }: Period, at: number): boolean {
	// Records are dated in whole seconds.
	return Math.floor(from / 1000) * 1000 <= at && at <= to;
}

function count(reservations: Reservation[], ...statuses: ReservationStatus[]): number {
	return reservations.filter(({ reservation_status: status }) => statuses.includes(status)).length;
}
