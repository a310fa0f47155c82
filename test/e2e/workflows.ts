import type { Workflow } from '../../demo/n8n/workflows';
import { CONPEEK_BREAK, PEOPLE } from '../../simulators';
import type { RosterAgent } from './roster';

export const AGENT_STATE = 'Agent State';

/** Requests under way at once: with the simulator's latency it makes a run of 300 agents last about a second. */
const PARALLEL = 8;

/** The roster into TaskRouter. */
export const killedWorkflow = (agents: RosterAgent[]): Workflow =>
	workflow(
		'agentStateE2eKilled',
		agents.map(({ name, state }) => ({ agentId: name, desiredState: state })),
		{
			vendor: 'twilioTaskRouter',
			workspace: { __rl: true, mode: 'name', value: 'Support' },
			options: { parallelLimit: PARALLEL },
		},
	);

const twilioAlone = { twilioContactCenterApi: { id: null, name: '' } };

/** The same, started by a request to the address that its id ends. */
export function interruptedWorkflow(agents: RosterAgent[], errorWorkflow: string): Workflow {
	const id = 'agentStateE2eStop';
	const { nodes, connections, settings } = killedWorkflow(agents) as Workflow & {
		connections: Record<string, unknown>;
		settings: object;
	};
	const webhook = {
		...{ id: `${id}-w`, name: 'Called', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: id },
		...{ position: [0, 200], parameters: { path: id, responseMode: 'onReceived', options: {} } },
	};
	return {
		id,
		name: id,
		// n8n runs no node with a credential that does not exist, also where the form hides it.
		nodes: [...nodes.map((node) => (node.credentials ? { ...node, credentials: twilioAlone } : node)), webhook],
		connections: { ...connections, Called: connections.Start },
		settings: { ...settings, errorWorkflow },
	};
}

/** Agents of Conpeek, which does not tell states. */
export const memoryWorkflow = (): Workflow =>
	workflow(
		'agentStateE2eMemory',
		[
			{ agentId: PEOPLE.anna.login, desiredState: 'break', reason: CONPEEK_BREAK.lunch },
			{ agentId: PEOPLE.bob.login, desiredState: 'available' },
			{ agentId: PEOPLE.carla.login, desiredState: 'available' },
			{ agentId: PEOPLE.dawid.login, desiredState: 'busy', reason: CONPEEK_BREAK.training },
		],
		{ vendor: 'conpeek' },
	);

function workflow(id: string, rows: object[], parameters: object): Workflow {
	const names = ['Start', 'Roster', 'Rows', AGENT_STATE];
	const node = (index: number, type: string, typeVersion: number, given: object) => ({
		id: `${id}-${index}`,
		name: names[index] ?? '',
		type,
		typeVersion,
		position: [index * 200, 0],
		parameters: given,
	});
	const agents = { id: 'agents', name: 'agents', type: 'array', value: JSON.stringify(rows) };
	return {
		id,
		name: id,
		active: false,
		nodes: [
			node(0, 'n8n-nodes-base.manualTrigger', 1, {}),
			node(1, 'n8n-nodes-base.set', 3.4, { assignments: { assignments: [agents] }, options: {} }),
			node(2, 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'agents', options: {} }),
			{
				...node(3, 'n8n-nodes-agent-state.agentState', 1, { operation: 'setState', ...parameters }),
				credentials: {
					twilioContactCenterApi: { id: null, name: '' },
					conpeekApi: { id: null, name: '' },
				},
			},
		],
		connections: Object.fromEntries(
			names.slice(1).map((next, index) => [names[index], { main: [[{ node: next, type: 'main', index: 0 }]] }]),
		),
		settings: { executionOrder: 'v1' },
	};
}
