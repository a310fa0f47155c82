import type { Call } from './call';
import { parseExpression } from './expression';
import type { Expression } from './expression';
import { sid } from './fields';
import type { Resource } from './resource';
import type { TaskChannel, TaskQueue, Worker } from './taskRouterState';
import { sameName, workerIn, workspaceOf } from './workspace';

/** What an expression is held against: the worker's attributes and four fields of the worker itself. */
export function expressionDocument(worker: Worker, { state }: Call): Record<string, unknown> {
	return {
		...(JSON.parse(worker.attributes) as Record<string, unknown>),
		sid: worker.sid,
		friendly_name: worker.friendly_name,
		activity_sid: worker.activity_sid,
		activity_name: state.activities[worker.activity_sid]?.friendly_name ?? null,
	};
}

/** Whether a worker is eligible for any of the queues that pass. */
export function servesQueue(call: Call, which: (queue: TaskQueue) => boolean): (worker: Worker) => boolean {
	const targets = queuesIn(call).filter(which).map(targetOf);
	return (worker) => targets.some((passes) => passes(expressionDocument(worker, call)));
}

export const taskQueues: Resource<TaskQueue> = {
	key: 'task_queues',
	path: '/v1/Workspaces/{WorkspaceSid}/TaskQueues',
	maxPageSize: 1000,
	all: queuesIn,
	find: (id, call) => queuesIn(call).find((queue) => queue.sid === id),
	filters: {
		FriendlyName: sameName,
		WorkerSid: (raw, call) => {
			const worker = workerIn(workspaceOf(call), sid('WK')(raw, 'WorkerSid'), call.state);
			return (queue) => worker !== undefined && targetOf(queue)(expressionDocument(worker, call));
		},
	},
	unsupportedFilters: ['EvaluateWorkerAttributes', 'Ordering'],
	render: (queue, { base, state }) => {
		const workspaceUrl = `${base}/v1/Workspaces/${queue.workspace_sid}`;
		const url = `${workspaceUrl}/TaskQueues/${queue.sid}`;
		return {
			...queue,
			account_sid: state.accountSid,
			assignment_activity_sid: null,
			assignment_activity_name: null,
			reservation_activity_sid: null,
			reservation_activity_name: null,
			max_reserved_workers: 1,
			task_order: 'FIFO',
			url,
			links: { workspace: workspaceUrl, statistics: `${url}/Statistics` },
		};
	},
};

export const taskChannels: Resource<TaskChannel> = {
	key: 'channels',
	path: '/v1/Workspaces/{WorkspaceSid}/TaskChannels',
	maxPageSize: 1000,
	all: channelsIn,
	find: (id, call) => channelsIn(call).find((channel) => channel.sid === id || channel.unique_name === id),
	render: (channel, { base, state }) => {
		const workspaceUrl = `${base}/v1/Workspaces/${channel.workspace_sid}`;
		return {
			...channel,
			account_sid: state.accountSid,
			channel_optimized_routing: false,
			url: `${workspaceUrl}/TaskChannels/${channel.sid}`,
			links: { workspace: workspaceUrl },
		};
	},
};

function queuesIn(call: Call): TaskQueue[] {
	const workspace = workspaceOf(call);
	return Object.values(call.state.taskQueues).filter((queue) => queue.workspace_sid === workspace.sid);
}

function channelsIn(call: Call): TaskChannel[] {
	const workspace = workspaceOf(call);
	return Object.values(call.state.taskChannels).filter((channel) => channel.workspace_sid === workspace.sid);
}

function targetOf(queue: TaskQueue): Expression {
	return parseExpression(queue.target_workers, 'TargetWorkers');
}
