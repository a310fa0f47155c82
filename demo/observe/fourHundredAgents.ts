import { ACTIVITY, bySid, makeWorker, startTwilio } from '../../simulators';
import { demo as twilioDemo } from '../../simulators/twilio/demo';
import { N8nClient } from '../n8n/client';
import type { Owner } from '../n8n/owner';
import { readWorkflow } from '../n8n/workflows';
import type { Workflow } from '../n8n/workflows';
import type { Editor } from './editor';

const AGENTS = 400;
const WORKFLOW_ID = 'fourHundredAgents';

/** The picture of it, and the node that it shows. */
export const TABLE_PICTURE = 'agent-state-table';
export const TABLE_NODE = 'Set the states';

/** Of a usual notebook. */
const SCREEN = { width: 1440, height: 900 };

/** So many agents must be on a screen. */
const FEWEST_ROWS = 15;

const FIRST =
	'Anna Bob Carla Dawid Elif Frank Grace Hugo Ines Jan Kemal Lena Marek Nadia Omar Paula Quinn Rosa Sven Tara';
const LAST =
	'Adams Brandt Costa Demir Eriksson Fischer Gonzalez Hoffmann Ito Kaminski Lindqvist Moreau Nowak Okonkwo Papadopoulos Rossi Schneider Takahashi Villanueva Wright';

/** Names of 400 people, all different. */
function names(): string[] {
	const [first, last] = [FIRST.split(' '), LAST.split(' ')];
	return first.flatMap((given, row) => last.map((_, at) => `${given} ${last[(at + row) % last.length] ?? ''}`));
}

/**
 * Shows the output of Agent State for 400 agents in the editor.
 *
 * @param look is called while it is shown
 * @returns how many of the agents' rows are wholly on the screen
 */
export async function showFourHundredAgents(editor: Editor, owner: Owner, look: () => Promise<void>): Promise<number> {
	const twilio = await startTwilio({ seed: { workers: bySid(workers()) } });
	const client = await N8nClient.signIn(editor.url, owner);
	const credential = twilioDemo.credential(twilio.url);
	const id = await client.putCredential({ ...credential, name: '400 agents' });
	try {
		await client.putWorkflow(tableWorkflow({ id, name: '400 agents' }));
		await editor.page.setViewportSize(SCREEN);
		await editor.openWorkflow(WORKFLOW_ID);
		await editor.runWorkflow(TABLE_NODE);
		await editor.openNode(TABLE_NODE);
		await editor.waitForQuiet();
		await look();
		const rows = await editor.countRowsOnScreen();
		if (rows < FEWEST_ROWS) throw new Error(`Only ${rows} agents are on the screen, and ${FEWEST_ROWS} should be.`);
		return rows;
	} finally {
		await client.removeWorkflow(WORKFLOW_ID);
		// n8n gives new nodes the latest credential, and this one's service is gone.
		await client.removeCredential(id);
		await twilio.close();
	}
}

/** Every fourth agent is where the roster wants everyone. */
const workers = () =>
	names().map((friendly_name, index) =>
		makeWorker({
			sid: `WK${String(index).padStart(32, '0')}`,
			friendly_name,
			activity_sid: index % 4 === 0 ? ACTIVITY.available : ACTIVITY.offline,
		}),
	);

export function tableWorkflow(credential = { id: '', name: '' }): Workflow {
	const position = (at: number): [number, number] => [at * 220, 0];
	const agents = names().map((agent) => ({ agent, state: 'available' }));
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			...{ name: 'Sheet', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ agents }), options: {} },
		},
		{
			...{ name: 'One row per agent', type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
			parameters: { fieldToSplitOut: 'agents', options: {} },
		},
		{
			...{ name: TABLE_NODE, type: 'n8n-nodes-agent-state.agentState', typeVersion: 1 },
			parameters: {
				...{ operation: 'setState', vendor: 'twilioTaskRouter', source: 'items' },
				...{ agentColumn: 'agent', stateColumn: 'state' },
				workspace: { __rl: true, mode: 'name', value: 'Support' },
			},
			credentials: { twilioContactCenterApi: credential },
		},
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return readWorkflow({
		id: WORKFLOW_ID,
		name: `${AGENTS} agents`,
		nodes: nodes.map((node, at) => ({ ...node, id: `node${at}`, position: position(at) })),
		connections: { Start: to('Sheet'), Sheet: to('One row per agent'), 'One row per agent': to(TABLE_NODE) },
		settings: {},
	});
}
