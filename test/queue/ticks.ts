import { setTimeout as sleep } from 'node:timers/promises';

import type { QueueScene } from './everything';
import { publish } from './executions';
import { chained } from './queueWorkflows';

const ID = 'queueTicks';
const SECONDS = 5;
const TICKS = 6;

/** A Schedule Trigger starts one execution at each of its times. */
export async function checkTicks(scene: QueueScene): Promise<void> {
	const { n8n, storage, checks } = scene;
	const rule = { interval: [{ field: 'cronExpression', expression: `*/${SECONDS} * * * * *` }] };
	await publish(
		scene,
		chained(ID, [
			{ name: 'Ticks', type: 'n8n-nodes-base.scheduleTrigger', typeVersion: 1.2, parameters: { rule } },
			{ name: 'Nothing', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		]),
	);
	await sleep(SECONDS * 1000 * (TICKS + 0.5));
	await n8n.client.unpublishWorkflow(ID);
	await sleep(SECONDS * 1000);
	const rows = await storage.query(
		'SELECT extract(epoch FROM "createdAt") AS at FROM execution_entity WHERE "workflowId" = $1',
		[ID],
	);
	const slots = rows.map(({ at }) => Math.floor(Number(at) / SECONDS)).sort((a, b) => a - b);
	const span = (slots.at(-1) ?? 0) - (slots[0] ?? 0) + 1;
	checks.check(`a schedule of ${SECONDS} seconds: ${slots.length} executions, one at each of ${span} times`, [
		slots.length < TICKS && `${TICKS} should have been started`,
		new Set(slots).size !== slots.length && `two at one time: ${slots.join(', ')}`,
		span !== slots.length && `not at every time: ${slots.join(', ')}`,
	]);
}
