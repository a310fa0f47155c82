import type { Call } from './call';
import { atLeast, flag, readFields } from './fields';
import type { Resource } from './resource';
import { channelEvent } from './taskRouterEvents';
import type { Reservation, WorkerChannel } from './taskRouterState';
import { workerOf } from './workspace';

/** Reservations whose task is with the worker. */
const holdsTask = ({ reservation_status: status }: Reservation) => status === 'accepted' || status === 'wrapping';
const isOffered = ({ reservation_status: status }: Reservation) => status === 'pending';

function all(call: Call): WorkerChannel[] {
	const worker = workerOf(call);
	return Object.values(call.state.workerChannels).filter((channel) => channel.worker_sid === worker.sid);
}

export const workerChannels: Resource<WorkerChannel> = {
	key: 'channels',
	path: '/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels',
	maxPageSize: 1000,
	all,
	find: (id, call) => all(call).find((channel) => channel.sid === id || uniqueName(channel, call) === id),
	render: (channel, call) => {
		const { assigned, taken, percentage } = figuresOf(channel, call);
		const { workspace_sid: workspace } = workerOf(call);
		return {
			...channel,
			account_sid: call.state.accountSid,
			workspace_sid: workspace,
			task_channel_unique_name: uniqueName(channel, call),
			// False also when nobody switched it off: as many tasks as fit are there or offered (twilio-taskrouter.js,
			// WorkerMultiTask.js:159).
			available: channel.available && taken < channel.configured_capacity,
			assigned_tasks: assigned,
			available_capacity_percentage: percentage,
			url: `${call.base}/v1/Workspaces/${workspace}/Workers/${channel.worker_sid}/Channels/${channel.sid}`,
		};
	},
	update: (channel, call) => {
		const sent = readFields({ Capacity: atLeast(0), Available: flag }, call.form);
		const before = { ...channel };
		channel.configured_capacity = sent.Capacity ?? channel.configured_capacity;
		channel.available = sent.Available ?? channel.available;
		channel.date_updated = call.now;
		const hasNewCapacity = channel.configured_capacity !== before.configured_capacity;
		const isSwitched = channel.available !== before.available;
		// Such a change raises the worker's version (TaskRouterEventHandler.js of twilio-taskrouter.js).
		const worker = workerOf(call);
		if (hasNewCapacity || isSwitched) worker.revision += 1;
		const { assigned: tasks, percentage: availableCapacity } = figuresOf(channel, call);
		const figures = { uniqueName: uniqueName(channel, call) ?? '', tasks, availableCapacity };
		const previousCapacity = before.configured_capacity;
		if (hasNewCapacity) call.record(channelEvent(worker, channel, { ...figures, previousCapacity }, call));
		if (isSwitched) call.record(channelEvent(worker, channel, figures, call));
	},
};

/** Tasks that are with the worker, those and the offered ones, and the percentage of the capacity that is left. */
function figuresOf(channel: WorkerChannel, { state }: Call): { assigned: number; taken: number; percentage: number } {
	const { configured_capacity: capacity } = channel;
	const inChannel = Object.values(state.reservations).filter(
		(reservation) =>
			reservation.worker_sid === channel.worker_sid && reservation.task_channel_sid === channel.task_channel_sid,
	);
	const assigned = inChannel.filter(holdsTask).length;
	return {
		assigned,
		taken: assigned + inChannel.filter(isOffered).length,
		percentage: capacity === 0 ? 0 : Math.max(0, Math.round(((capacity - assigned) / capacity) * 100)),
	};
}

function uniqueName(channel: WorkerChannel, { state }: Call): string | null {
	return state.taskChannels[channel.task_channel_sid]?.unique_name ?? null;
}
