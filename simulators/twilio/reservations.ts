import { mustHaveActivity, moveTo, refuseWhilePending } from './activityChange';
import type { Call } from './call';
import { oneOf, readFields, sid } from './fields';
import { invalid, Refusal } from './refusal';
import type { Filter, Resource } from './resource';
import { checkRevision, etagOf } from './revision';
import { reservationEvents } from './taskRouterEvents';
import { RESERVATION_STATUSES } from './taskRouterState';
import type { Reservation, ReservationStatus } from './taskRouterState';
import { workerOf, workspaceOf } from './workspace';

const status = oneOf(...RESERVATION_STATUSES);
const FIELDS = {
	ReservationStatus: status,
	WorkerActivitySid: sid('WA'),
	PostWorkActivitySid: sid('WA'),
	DequeuePostWorkActivitySid: sid('WA'),
};

/** From which states a request may lead to a state; TaskRouter itself sets the others. */
const MAY_FOLLOW: Partial<Record<ReservationStatus, ReservationStatus[]>> = {
	accepted: ['pending'],
	rejected: ['pending'],
	wrapping: ['accepted'],
	completed: ['accepted', 'wrapping'],
};

export const inStatus: Filter<Reservation> = (raw) => {
	const wanted = status(raw, 'ReservationStatus');
	return (reservation) => reservation.reservation_status === wanted;
};

function all(call: Call): Reservation[] {
	const worker = workerOf(call);
	return Object.values(call.state.reservations).filter((reservation) => reservation.worker_sid === worker.sid);
}

export const reservations: Resource<Reservation> = {
	key: 'reservations',
	path: '/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations',
	maxPageSize: 1000,
	all,
	find: (id, call) => all(call).find((reservation) => reservation.sid === id),
	filters: { ReservationStatus: inStatus },
	headers: etagOf,
	render: (reservation, call) => {
		const { sid, worker_sid: worker } = reservation;
		return renderReservation(reservation, `Workers/${worker}/Reservations/${sid}`, call);
	},
	update: (reservation, call) => {
		checkRevision(reservation, call);
		if (call.form.has('Instruction'))
			throw new Refusal(501, 20001, 'This simulator carries out no call instructions');
		const worker = workerOf(call);
		const sent = readFields(FIELDS, call.form);
		const activities = [sent.WorkerActivitySid, sent.PostWorkActivitySid, sent.DequeuePostWorkActivitySid].map(
			(id) => (id === undefined ? undefined : mustHaveActivity(id, workspaceOf(call), call)),
		);
		const { reservation_status: current } = reservation;
		const { ReservationStatus: wanted } = sent;
		if (wanted && !MAY_FOLLOW[wanted]?.includes(current))
			throw invalid(`Reservation ${reservation.sid} is ${current} and cannot become ${wanted}`);
		// "The new worker activity SID if rejecting a reservation": it means nothing otherwise.
		const next = wanted === 'rejected' ? activities[0] : undefined;
		if (next) refuseWhilePending(worker, next, call, reservation);

		if (wanted === undefined) return;
		settle(reservation, wanted, call);
		if (next) moveTo(worker, next, call);
		// A worker's version rises as reservations are accepted and completed (twilio-taskrouter.js, 0.6.1), not as they are
		// rejected.
		if (wanted !== 'rejected' || next) worker.revision += 1;
	},
};

/** @param path of the record below its workspace: it is answered below its worker and below its task. */
export function renderReservation(
	{ revision: _revision, task_channel_sid: _channel, ...stored }: Reservation,
	path: string,
	{ base, state }: Call,
): object {
	const worker = state.workers[stored.worker_sid];
	const workspace = worker?.workspace_sid ?? null;
	const workspaceUrl = `${base}/v1/Workspaces/${workspace ?? ''}`;
	return {
		...stored,
		account_sid: state.accountSid,
		workspace_sid: workspace,
		worker_name: worker?.friendly_name ?? null,
		url: `${workspaceUrl}/${path}`,
		links: {
			task: `${workspaceUrl}/Tasks/${stored.task_sid}`,
			worker: `${workspaceUrl}/Workers/${stored.worker_sid}`,
			workspace: workspaceUrl,
		},
	};
}

export function settle(reservation: Reservation, to: ReservationStatus, call: Call): void {
	reservation.reservation_status = to;
	reservation.date_updated = call.now;
	reservation.revision += 1;
	const worker = call.state.workers[reservation.worker_sid];
	if (worker) for (const event of reservationEvents(reservation, worker, call)) call.record(event);
}
