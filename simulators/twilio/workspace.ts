import { own } from '../own';
import type { Call } from './call';
import { invalid, notFound } from './refusal';
import type { TwilioState } from './state';
import type { Activity, Worker, Workspace } from './taskRouterState';

/** The workspace in the path; every address below an unknown one is not found. */
export function workspaceOf({ params, state, path }: Call): Workspace {
	const workspace = own(state.workspaces, params.WorkspaceSid);
	if (!workspace) throw notFound(path);
	return workspace;
}

/** The worker in the path above a channel, a reservation or statistics. */
export function workerOf(call: Call): Worker {
	const worker = workerIn(workspaceOf(call), call.params.WorkerSid, call.state);
	if (!worker) throw notFound(call.path);
	return worker;
}

export function workerIn(workspace: Workspace, id: string | undefined, state: TwilioState): Worker | undefined {
	const worker = own(state.workers, id);
	return worker?.workspace_sid === workspace.sid ? worker : undefined;
}

/** An activity of this workspace; those of another are as unknown as those that do not exist. */
export function activityOf(workspace: Workspace, id: string | undefined, state: TwilioState): Activity | undefined {
	const activity = own(state.activities, id);
	return activity?.workspace_sid === workspace.sid ? activity : undefined;
}

/** A TaskChannel parameter "can be the TaskChannel's SID or its `unique_name`"; that an unknown one is refused is a guess. */
export function taskChannelSid(raw: string, call: Call): string {
	const workspace = workspaceOf(call);
	const channel = Object.values(call.state.taskChannels).find(
		(one) => one.workspace_sid === workspace.sid && (one.sid === raw || one.unique_name === raw),
	);
	if (!channel) throw invalid(`TaskChannel ${raw} does not exist in workspace ${workspace.sid}`);
	return channel.sid;
}

/** Equal but for case, as TaskRouter compares names. */
export function sameName(raw: string) {
	const wanted = raw.toLowerCase();
	return ({ friendly_name: name }: { friendly_name: string }) => name.toLowerCase() === wanted;
}
