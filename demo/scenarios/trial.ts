import { setTimeout as sleep } from 'node:timers/promises';

import type { Execution, N8nClient } from '../n8n/client';
import type { Example } from '../n8n/examples';
import { nodesShape } from '../n8n/workflows';
import type { Workflow } from '../n8n/workflows';
import { assertSuccess } from '../observe/problems';

/** Seconds after which the trigger runs the copy, twice: enough to publish it, and for a slow machine to end a run. */
const TICKS_S = [5, 13];
const LIMIT_MS = 120_000;
/** n8n keeps what nodes remember only where the id is no longer than 21 characters. */
const COPY_ID = 'agentStateTrial01';

/** A copy of a workflow whose schedules stand at a fixed moment; the workflow itself is not changed. */
export interface Trial {
	/**
	 * Sets the moment that the copy takes for the current time.
	 * @param edit of the copy's nodes as JSON
	 */
	setMoment(moment: string, edit?: (json: string) => string): Promise<void>;
	/** @param trigger by default the workflow's usual one */
	run(trigger?: string): Promise<Execution>;
	/** Lets the trigger run the copy, once for each check, and makes the check after that run. */
	runByTrigger(checks: Array<() => Promise<void>>): Promise<void>;
	/** Publishes the copy, whose trigger waits for events; each step makes one, and ends when that was dealt with. */
	runByEvents(steps: Array<() => Promise<void>>): Promise<void>;
}

/** Makes a copy of a workflow for as long as `work` lasts. */
export async function withTrial<T>(
	client: N8nClient,
	{ id, name, trigger }: Example,
	work: (trial: Trial) => Promise<T>,
): Promise<T> {
	const original = await client.workflow(id);
	// A demo that was killed may have left one.
	await client.removeWorkflow(COPY_ID);
	try {
		return await work({
			async setMoment(moment, edit = (json) => json) {
				const { nodes, ...rest } = atMoment(original, moment);
				const edited = nodesShape.parse(JSON.parse(edit(JSON.stringify(nodes))));
				await client.putWorkflow({ ...rest, nodes: edited, id: COPY_ID, name: `${name} (trial)` });
			},
			async run(from = trigger) {
				const execution = await client.runWorkflow(COPY_ID, from);
				assertSuccess(`"${name}"`, execution);
				return execution;
			},
			runByTrigger: async (checks) =>
				await whilePublished(
					client,
					name,
					checks.map((check) => ({ check })),
				),
			runByEvents: async (steps) =>
				await whilePublished(
					client,
					name,
					steps.map((step) => ({ step })),
				),
		});
	} finally {
		await client.removeWorkflow(COPY_ID);
	}
}

/** Each turn does something, if it is its part to start a run, waits until a run has ended, and looks at what became of it. */
async function whilePublished(
	client: N8nClient,
	name: string,
	turns: Array<{ step?: () => Promise<void>; check?: () => Promise<void> }>,
): Promise<void> {
	const before = (await client.endedExecutions(COPY_ID)).length;
	await client.publishWorkflow(COPY_ID);
	try {
		for (const [index, { step, check }] of turns.entries()) {
			await step?.();
			const deadline = Date.now() + LIMIT_MS;
			while ((await client.endedExecutions(COPY_ID)).length <= before + index) {
				if (Date.now() > deadline) throw new Error(`The trigger of "${name}" did not run it.`);
				await sleep(100);
			}
			await check?.();
		}
	} finally {
		await client.unpublishWorkflow(COPY_ID);
	}
	for (const execution of await client.endedExecutions(COPY_ID)) assertSuccess(`"${name}"`, execution);
}

/** Every schedule at that moment, and the trigger in a few seconds. */
function atMoment(workflow: Workflow, moment: string): Workflow {
	const now = new Date().getSeconds();
	const expression = `${TICKS_S.map((tick) => (now + tick) % 60).join(',')} * * * * *`;
	const nodes = workflow.nodes.map((node) => {
		if (/\.(shiftSchedule|scheduleAdherence)$/.test(node.type))
			return { ...node, parameters: { ...node.parameters, evaluateAt: moment } };
		if (node.type.endsWith('.scheduleTrigger'))
			return { ...node, parameters: { rule: { interval: [{ field: 'cronExpression', expression }] } } };
		return node;
	});
	return { ...workflow, nodes };
}
