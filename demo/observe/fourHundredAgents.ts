import type { Page } from 'playwright-core';

import { ACTIVITY, bySid, makeWorker, startTwilio, WORKSPACE_SID } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { demo as twilioDemo } from '../../simulators/twilio/demo';
import { N8nClient } from '../n8n/client';
import type { Owner } from '../n8n/owner';
import { readWorkflow } from '../n8n/workflows';
import type { Workflow } from '../n8n/workflows';

const AGENTS = 400;
const WORKFLOW_ID = 'fourHundredAgents';
const NODE = 'Set the states';

/** Of a usual notebook. */
const SCREEN = { width: 1440, height: 900 };

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
 * @returns how many of the agents' rows are on the screen
 */
export async function showFourHundredAgents(
	page: Page,
	url: string,
	owner: Owner,
	look: () => Promise<void>,
): Promise<number> {
	const twilio = await startTwilio({ seed: { workers: bySid(workers()) } });
	const client = await N8nClient.signIn(url, owner);
	try {
		const credential = twilioDemo.credential(twilio.url);
		const id = await client.putCredential({ ...credential, name: '400 agents' });
		await client.putWorkflow(workflow({ id, name: '400 agents' }));
		await page.setViewportSize(SCREEN);
		await page.goto(`${url}/workflow/${WORKFLOW_ID}`);
		await page.getByTestId('canvas-node').first().waitFor();
		await page.getByTestId('execute-workflow-button').first().click();
		await page.locator(`[data-node-name="${NODE}"] [data-test-id="canvas-node-status-success"]`).waitFor();
		await page.locator(`[data-test-id="canvas-node"][data-node-name="${NODE}"]`).dblclick();
		await page.getByTestId('ndv').waitFor();
		await page.waitForTimeout(6000);
		await look();
		return await countRowsOnScreen(page);
	} finally {
		await close(client, twilio);
	}
}

/** Every fourth agent is where the roster wants everybody. */
const workers = () =>
	names().map((friendly_name, index) =>
		makeWorker({
			sid: `WK${String(index).padStart(32, '0')}`,
			friendly_name,
			activity_sid: index % 4 === 0 ? ACTIVITY.available : ACTIVITY.offline,
		}),
	);

function workflow(credential: { id: string; name: string }): Workflow {
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
			...{ name: NODE, type: 'n8n-nodes-agent-state.agentState', typeVersion: 1 },
			parameters: {
				...{ operation: 'setState', vendor: 'twilioTaskRouter', source: 'items' },
				...{ agentColumn: 'agent', stateColumn: 'state' },
				workspace: { __rl: true, mode: 'id', value: WORKSPACE_SID },
			},
			credentials: { twilioContactCenterApi: credential },
		},
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return readWorkflow({
		id: WORKFLOW_ID,
		name: `${AGENTS} agents`,
		nodes: nodes.map((node, at) => ({ ...node, id: `node${at}`, position: position(at) })),
		connections: { Start: to('Sheet'), Sheet: to('One row per agent'), 'One row per agent': to(NODE) },
		settings: {},
	});
}

/** Rows of the output's table that are wholly inside the window. */
async function countRowsOnScreen(page: Page): Promise<number> {
	const rows = await page.locator('[data-test-id="output-panel"] tbody tr').all();
	const boxes = await Promise.all(rows.map(async (row) => await row.boundingBox()));
	return boxes.filter((box) => box && box.height > 0 && box.y >= 0 && box.y + box.height <= SCREEN.height).length;
}

async function close(client: N8nClient, twilio: TwilioSimulator): Promise<void> {
	await client.removeWorkflow(WORKFLOW_ID);
	await twilio.close();
}
