import { join } from 'node:path';

import { bindCredentials } from '../../demo/n8n/workflows';
import { ACTIVITY, PEOPLE, startTwilio } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { openServerHome } from '../support/runningN8n';
import type { Server } from '../support/runningN8n';
import { seeds, signIns } from './canaries';
import type { Checks } from './checks';
import type { Stage } from './everything';
import { startScriptedModel } from './scriptedModel';
import type { ScriptedModel, ToolInput } from './scriptedModel';
import { checkConversion } from './toolConversion';
import { toolWorkflow } from './toolWorkflow';

const PORT = 5820;
const { anna, carla } = PEOPLE;
const asked: ToolInput[] = [
	{ Agent: anna.name, State: 'break', Reason: 'Lunch' },
	{ Agent: carla.name, State: 'break', Reason: 'Lunch' },
];

/** Agent State as a tool of n8n's own agent, which asks a model by n8n's own node; only the model is a script. */
export async function checkTool(stage: Stage, checks: Checks): Promise<void> {
	await checkConversion(stage.root, checks);
	const twilio = await startTwilio({ seed: seeds(stage.canaries).twilio });
	const model = await startScriptedModel();
	try {
		const home = await openServerHome(stage, join(stage.folder, 'tool'));
		const n8n = await home.start(PORT);
		model.script = asked;
		const scene = { n8n, twilio, model };
		const before = statesOf(twilio);

		const preview = await runTool(scene, 'e2eToolPreview', {});
		const [tool] = model.tools;
		checks.check('tool: the model sees what it is for, the four states, and what to fill in', [
			model.tools.length !== 1 && `it has ${model.tools.length} tools`,
			tool?.name !== 'Set_the_state_of_an_agent' && `it is called ${tool?.name ?? 'nothing'}`,
			...['available', 'busy', 'break', 'offline'].map(
				(state) => tool?.description.includes(state) !== true && `its description does not say ${state}`,
			),
			...['Agent', 'State', 'Reason'].map(
				(key) => (tool?.parameters.properties[key]?.description ?? '') === '' && `nothing explains ${key}`,
			),
		]);
		checks.check('tool: as it comes it previews, and nobody is changed', [
			preview.status !== 'success' && `the execution ended with ${preview.status}`,
			...model.answers.map((answer) => !answer.includes('"outcome":"preview"') && `it answered ${answer}`),
			model.answers.length !== asked.length && `it answered ${model.answers.length} times`,
			statesOf(twilio) !== before && 'someone was changed',
		]);

		const real = await runTool(scene, 'e2eToolReal', { previewOnly: false, atMostAgents: 1 });
		const [first = '', second = ''] = model.answers;
		checks.check('tool: with the preview off it changes an agent, and no more than At Most N Agents', [
			real.status !== 'success' && `the execution ended with ${real.status}`,
			!first.includes('"outcome":"changed"') && `the first call was answered ${first}`,
			!second.includes("Nothing was sent: 'At Most N Agents'") && `the second call was answered ${second}`,
			activityOf(twilio, anna.worker) !== ACTIVITY.break && `${anna.name} is not on a break`,
			activityOf(twilio, carla.worker) === ACTIVITY.break && `${carla.name} is on a break`,
		]);
		await n8n.kill();
	} finally {
		await Promise.all([twilio.close(), model.close()]);
	}
}

interface ToolScene {
	n8n: Server;
	twilio: TwilioSimulator;
	model: ScriptedModel;
}

async function runTool({ n8n, twilio, model }: ToolScene, id: string, parameters: object) {
	const { client } = n8n;
	const credential = signIns.twilioAuthToken(twilio.url, twilio.state.authToken);
	const openAi = { name: 'Model account', type: 'openAiApi', data: { apiKey: 'none', url: model.url } };
	const ids = new Map([
		[credential.type, await client.putCredential(credential)],
		[openAi.type, await client.putCredential(openAi)],
	]);
	await client.putWorkflow(bindCredentials(toolWorkflow(id, parameters), ids));
	return await client.runWorkflow(id, 'Start');
}

const activityOf = ({ state }: TwilioSimulator, worker: string): string | undefined =>
	state.workers[worker]?.activity_sid;

const statesOf = ({ state }: TwilioSimulator): string =>
	JSON.stringify(Object.values(state.workers).map(({ sid, activity_sid: activity }) => [sid, activity]));
