import { WORKSPACE } from './workforce';

/** How the Agent State node is asked to bring every agent to the state its row names; the only place that knows. */
export const agentStateParameters = (options: Record<string, unknown> = {}): Record<string, unknown> => ({
	operation: 'setState',
	vendor: 'twilioTaskRouter',
	source: 'items',
	workspace: { __rl: true, mode: 'id', value: WORKSPACE },
	options,
});
