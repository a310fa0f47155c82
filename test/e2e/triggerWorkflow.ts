import type { Workflow } from '../../demo/n8n/workflows';
import { WORKSPACE_SID } from '../../simulators';

export const TRIGGER = 'On Worker Event';

/** n8n saves no memory of a workflow whose id is longer than 21 signs. */
export const idOf = (way: string) => `e2e${way.charAt(0).toUpperCase()}${way.slice(1)}`;

/** The TaskRouter trigger, and a node that does nothing. @param way in which it listens */
export function triggerWorkflow(way: 'eventStreams' | 'workspaceCallback', parameters: object = {}): Workflow {
	const id = idOf(way);
	return {
		id,
		name: id,
		active: false,
		nodes: [
			{
				id: `${id}-0`,
				name: TRIGGER,
				type: 'n8n-nodes-agent-state.twilioTaskRouterTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: `e2e-${way}`,
				parameters: {
					listenThrough: way,
					workspace: { __rl: true, mode: 'id', value: WORKSPACE_SID },
					events: ['worker.activity.update'],
					...parameters,
				},
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
