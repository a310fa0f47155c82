import type { Workflow } from '../../demo/n8n/workflows';
import { WORKSPACE_SID } from '../../simulators';

export const TRIGGER = 'On Worker Event';

/** Enough to publish the workflow and to change something. */
const SOON_S = 12;

/** n8n saves no memory of a workflow whose id is longer than 21 signs. */
export const idOf = (way: string) => `e2e${way.charAt(0).toUpperCase()}${way.slice(1)}`;

/** The TaskRouter trigger, and a node that does nothing. @param way in which it listens */
export const triggerWorkflow = (way: 'eventStreams' | 'workspaceCallback'): Workflow =>
	startedBy(idOf(way), 'twilioTaskRouterTrigger', 2, {
		listenThrough: way,
		events: ['worker.activity.update'],
	});

/** The trigger that polls. Its first poll after the one at the activation comes soon; n8n takes a minute for the next. */
export const pollingWorkflow = (): Workflow =>
	startedBy('e2ePolling', 'agentStateTrigger', 1, {
		pollTimes: {
			item: [{ mode: 'custom', cronExpression: `${(new Date().getSeconds() + SOON_S) % 60} * * * * *` }],
		},
		vendor: 'twilioTaskRouter',
	});

function startedBy(id: string, type: string, typeVersion: number, parameters: object): Workflow {
	return {
		id,
		name: id,
		active: false,
		nodes: [
			{
				id: `${id}-0`,
				name: TRIGGER,
				type: `n8n-nodes-agent-state.${type}`,
				typeVersion,
				position: [0, 0],
				webhookId: id,
				parameters: { workspace: { __rl: true, mode: 'id', value: WORKSPACE_SID }, ...parameters },
				credentials: { twilioContactCenterApi: { id: null, name: '' } },
			},
			{
				id: `${id}-1`,
				name: 'Nothing',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [200, 0],
				parameters: {},
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Nothing', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
