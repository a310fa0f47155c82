import { setTimeout as sleep } from 'node:timers/promises';

import { itemsOf } from '../../demo/n8n/executionData';
import { ACTIVITY } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { addressesAt, one } from '../e2e/triggerScene';
import { idOf, pollingWorkflow, TRIGGER, triggerWorkflow } from '../e2e/triggerWorkflow';
import { fewAgents } from './agents';
import type { QueueScene } from './everything';
import { publish } from './executions';

const LIMIT_MS = 150_000;
/** Time in which a second execution for the same event would come. */
const PAUSE_MS = 3000;

/** Both triggers start workflows, once for each change, and each in a worker. */
export async function checkTriggers(scene: QueueScene): Promise<void> {
	const { n8n, twilio, checks } = scene;
	const [first, second] = fewAgents();
	if (!first || !second) throw new Error('There are no agents.');
	const polling = pollingWorkflow();
	const id = idOf('eventStreams');
	await publish(scene, triggerWorkflow('eventStreams'));
	await publish(scene, polling);
	checks.check('TaskRouter trigger: Twilio calls the webhook process, at one address', [
		one(addressesAt(twilio, n8n.webhookUrl)),
	]);
	await setActivity(twilio, first.sid, ACTIVITY.break);
	await setActivity(twilio, second.sid, ACTIVITY.busy);
	const wanted = [`${first.name} break`, `${second.name} busy`].sort().join(', ');
	for (const [name, workflow] of [
		['TaskRouter', id],
		['Agent State', polling.id],
	] as const) {
		const heard = await heardIn(scene, workflow, wanted);
		checks.check(`${name} trigger: each change starts the workflow once`, [
			heard !== wanted && `heard ${heard || 'nothing'}, not ${wanted}`,
		]);
	}
	await n8n.client.unpublishWorkflow(id);
	await n8n.client.unpublishWorkflow(polling.id);
	checks.check('TaskRouter trigger: deactivated, Twilio calls it no longer', [
		addressesAt(twilio, n8n.webhookUrl).length > 0 && addressesAt(twilio, n8n.webhookUrl).join(' '),
	]);
}

async function heardIn({ n8n: { client } }: QueueScene, id: string, wanted: string): Promise<string> {
	const deadline = Date.now() + LIMIT_MS;
	const read = async () => {
		const ended = await client.endedExecutions(id);
		const all = await Promise.all(ended.map(async (execution) => await client.execution(execution.id)));
		const told = all.flatMap(({ data }) => itemsOf(data, TRIGGER) as Array<{ agent?: string; state?: string }>);
		return told
			.map(({ agent = '', state = '' }) => `${agent} ${state}`)
			.sort()
			.join(', ');
	};
	while ((await read()) !== wanted && Date.now() < deadline) await sleep(300);
	await sleep(PAUSE_MS);
	return await read();
}
