import { setTimeout as sleep } from 'node:timers/promises';

import type { Execution, N8nClient } from './n8nClient';
import type { Example, Workflow } from './workflows';

/** After how many seconds the trigger runs the copy, and then again: time to publish it, and for a slow machine to end a run. */
const TICKS = [5, 13];
const LIMIT_MS = 120_000;
/** n8n keeps what nodes remember only where the id is no longer than 21 characters. */
const copy = 'agentStateTrial01';

/** A copy of a workflow that lives at a moment of our choice; the workflow itself stays as it is. */
export interface Trial {
	/**
	 * From now on the copy takes this for the time.
	 * @param edit of the workflow as JSON
	 */
	setMoment(moment: string, edit?: (json: string) => string): Promise<void>;
	/** @param trigger the workflow's usual one */
	run(trigger?: string): Promise<Execution>;
	/** Lets the trigger run the copy, with a look after each of so many runs. */
	runByTrigger(looks: Array<() => Promise<void>>): Promise<void>;
}

export async function onTrial<T>(
	client: N8nClient,
	{ id, name, trigger }: Example,
	work: (trial: Trial) => Promise<T>,
): Promise<T> {
	const original = await client.workflow(id);
	const succeed = <E extends Execution>(execution: E): E => {
		const { status, problem = 'no reason given' } = execution;
		if (status !== 'success') throw new Error(`"${name}" ended with ${status}: ${problem}`);
		return execution;
	};
	// One that a killed demo left behind.
	await client.removeWorkflow(copy);
	try {
		return await work({
			setMoment: async (moment, edit = (json) => json) => {
				const { nodes, ...rest } = atMoment(original, moment);
				const edited = JSON.parse(edit(JSON.stringify(nodes))) as typeof nodes;
				await client.putWorkflow({ ...rest, nodes: edited, id: copy, name: `${name} (trial)` });
			},
			run: async (from = trigger) => succeed(await client.runWorkflow(copy, from)),
			runByTrigger: async (looks) => {
				const done = (await client.endedExecutions(copy)).length;
				await client.publishWorkflow(copy);
				try {
					for (const [index, look] of looks.entries()) {
						const deadline = Date.now() + LIMIT_MS;
						while ((await client.endedExecutions(copy)).length <= done + index) {
							if (Date.now() > deadline) throw new Error(`The trigger of "${name}" did not run it.`);
							await sleep(100);
						}
						await look();
					}
				} finally {
					await client.unpublishWorkflow(copy);
				}
				for (const execution of await client.endedExecutions(copy)) succeed(execution);
			},
		});
	} finally {
		await client.removeWorkflow(copy);
	}
}

/** Every schedule at that moment, and the trigger soon. */
function atMoment(workflow: Workflow, moment: string): Workflow {
	const now = new Date().getSeconds();
	const expression = `${TICKS.map((tick) => (now + tick) % 60).join(',')} * * * * *`;
	const nodes = workflow.nodes.map((node) => {
		if (node.type.endsWith('.shiftSchedule'))
			return { ...node, parameters: { ...node.parameters, evaluateAt: moment } };
		if (node.type.endsWith('.scheduleTrigger')) {
			return { ...node, parameters: { rule: { interval: [{ field: 'cronExpression', expression }] } } };
		}
		return node;
	});
	return { ...workflow, nodes };
}
