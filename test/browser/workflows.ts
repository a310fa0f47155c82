import { setTimeout as sleep } from 'node:timers/promises';

import { readWorkflows } from '../../demo/n8n/workflows';
import type { Workflow } from '../../demo/n8n/workflows';
import { pathsOf } from '../../demo/bootstrap/demo';
import { urlOf } from '../../demo/bootstrap/startSimulators';
import { ACTIVITY, PEOPLE } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import type { Stage } from './everything';

const RUN_MS = 60_000;

/** Triggers in the order in which a person starts them: what makes a table comes before what reads it. */
const triggersOf = ({ nodes }: Workflow): Array<{ name: string; type: string }> =>
	nodes
		.filter(({ type }) => /Trigger$/.test(type))
		.sort((a, b) => Number(b.name.startsWith('Once')) - Number(a.name.startsWith('Once')));

/** Every ready workflow is opened, shows no problem, and runs from each of its triggers. */
export async function checkWorkflows(stage: Stage): Promise<void> {
	const { root, editor, checks } = stage;
	for (const workflow of await readWorkflows(pathsOf(root).workflows)) {
		await editor.openWorkflow(workflow.id);
		checks.check(`"${workflow.name}" opens without a problem`, await editor.issues());
		for (const trigger of triggersOf(workflow)) await checkRun(stage, workflow, trigger);
	}
}

async function checkRun(
	{ editor, client, services, checks }: Stage,
	{ id, name }: Workflow,
	trigger: { name: string; type: string },
): Promise<void> {
	const before = await client.countEndedExecutions(id);
	await editor.runFrom(trigger.name);
	const isEvent = trigger.type.endsWith('.twilioTaskRouterTrigger');
	const deadline = Date.now() + RUN_MS;
	for (let tries = 0; (await client.countEndedExecutions(id)) === before; tries += 1) {
		if (Date.now() > deadline) break;
		// The trigger listens once n8n has told the service so; until then nobody hears of the change.
		const activity = tries % 2 === 0 ? ACTIVITY.available : ACTIVITY.break;
		if (isEvent) await setActivity(urlOf(services, 'twilio'), PEOPLE.carla.worker, activity);
		await sleep(500);
	}
	const last = (await client.endedExecutions(id)).at(-1);
	checks.check(`"${name}" runs from "${trigger.name}"`, [
		last?.status !== 'success' && `it ended with ${last?.status ?? 'nothing'}: ${await editor.toast()}`,
	]);
}
