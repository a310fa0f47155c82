import { setTimeout as sleep } from 'node:timers/promises';

import { itemsOf } from '../../demo/n8n/executionData';
import type { Workflow } from '../../demo/n8n/workflows';
import { ACTIVITY } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { addressesAt, one } from '../e2e/triggerScene';
import { idOf, pollingWorkflow, TRIGGER, triggerWorkflow } from '../e2e/triggerWorkflow';
import { fewAgents } from './agents';
import type { QueueScene } from './everything';
import { publish, untilEnded } from './executions';
import { connected, TESTED, testedStep } from './queueWorkflows';

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
	await checkTriggerMemory(scene);
	await n8n.client.unpublishWorkflow(id);
	await n8n.client.unpublishWorkflow(polling.id);
	checks.check('TaskRouter trigger: deactivated, Twilio calls it no longer', [
		addressesAt(twilio, n8n.webhookUrl).length > 0 && addressesAt(twilio, n8n.webhookUrl).join(' '),
	]);
}

/**
 * A worker saves its own copy of what the workflow remembers over the trigger's. Agent State leaves that alone where its
 * memory is in columns.
 */
async function checkTriggerMemory(scene: QueueScene): Promise<void> {
	const [, , , , agent] = fewAgents();
	if (!agent) throw new Error('There are no agents.');
	for (const { id, options, isKept } of [
		{ id: 'queuePollColumns', options: { memory: 'columns', graceMinutes: 5 }, isKept: true },
		{ id: 'queuePollN8n', options: { graceMinutes: 5 }, isKept: false },
	]) {
		const workflow = followedBy(pollingWorkflow(), id, options);
		await publish(scene, workflow);
		const before = await staticDataOf(scene, id);
		await setActivity(scene.twilio, agent.sid, isKept ? ACTIVITY.break : ACTIVITY.busy);
		await untilEnded(scene, id, 1, LIMIT_MS);
		await sleep(PAUSE_MS);
		const after = await staticDataOf(scene, id);
		await scene.n8n.client.unpublishWorkflow(id);
		const has = (text: string) => text.includes(TRIGGER);
		scene.checks.check(
			`Agent State trigger before Agent State, its memory ${isKept ? 'in columns' : 'in the workflow'}: the saved memory of the trigger is ${has(after) ? 'kept' : 'lost'}`,
			[
				!has(before) && 'it had none before',
				has(after) !== isKept && `before: ${before.slice(0, 300)}, after: ${after.slice(0, 300)}`,
			],
		);
	}
}

async function staticDataOf({ storage }: QueueScene, id: string): Promise<string> {
	const [row] = await storage.query('SELECT "staticData" FROM workflow_entity WHERE id = $1', [id]);
	return JSON.stringify(row?.staticData ?? null);
}

/** The trigger with Agent State instead of the node that does nothing, which takes whoever has changed off again. */
function followedBy(workflow: Workflow, id: string, options: object): Workflow {
	const set = testedStep({
		...{ vendor: 'twilioTaskRouter', source: 'fields', state: 'offline', options },
		agent: { __rl: true, mode: 'id', value: '={{ $json.agentId }}' },
		workspace: { __rl: true, mode: 'name', value: 'Support' },
	});
	return {
		...workflow,
		id,
		name: id,
		nodes: workflow.nodes.map((node) =>
			node.name === TRIGGER
				? { ...node, webhookId: id }
				: { ...node, name: TESTED, type: set.type, parameters: set.parameters, ...set.more },
		),
		connections: connected([{ name: TRIGGER }, { name: TESTED }]),
	};
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
