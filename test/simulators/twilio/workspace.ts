import { own } from '../own';
import type { Call } from './call';
import { notFound } from './refusal';
import type { Activity, TwilioState, Workspace } from './state';

/** The workspace in the path; every address below an unknown one is not found. */
export function workspaceOf({ params, state, path }: Call): Workspace {
	const workspace = own(state.workspaces, params.WorkspaceSid);
	if (!workspace) throw notFound(path);
	return workspace;
}

/** An activity of this workspace; those of another are as unknown as those that do not exist. */
export function activityOf(workspace: Workspace, id: string | undefined, state: TwilioState): Activity | undefined {
	const activity = own(state.activities, id);
	return activity?.workspace_sid === workspace.sid ? activity : undefined;
}
