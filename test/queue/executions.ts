import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { itemsOf, unflatten } from '../../demo/n8n/executionData';
import { bindCredentials } from '../../demo/n8n/workflows';
import type { Workflow } from '../../demo/n8n/workflows';
import type { QueueScene } from './everything';
import type { QueueN8n } from './queueN8n';
import { TESTED } from './queueWorkflows';

export interface Scene extends Pick<QueueScene, 'credentials'> {
	n8n: Pick<QueueN8n, 'client' | 'webhookUrl'>;
}

/** What the tested node put out in one execution. */
export interface Outcome {
	id: string;
	status: string;
	rows: Array<Record<string, unknown>>;
	hints: string[];
}

const LIMIT_MS = 120_000;
/** n8n answers 404 until the process that takes webhooks knows of the workflow. */
const PUBLISHED_MS = 100_000;

const hintsShape = z.object({
	resultData: z.object({
		runData: z.record(
			z.string(),
			z.array(z.object({ hints: z.array(z.object({ message: z.string() })).optional() }).passthrough()),
		),
	}),
});

export async function publish({ n8n, credentials }: Scene, workflow: Workflow): Promise<void> {
	await n8n.client.putWorkflow(bindCredentials(workflow, credentials));
	await n8n.client.publishWorkflow(workflow.id);
}

/** Starts an execution with these rows. */
export async function request({ n8n }: Scene, id: string, rows: object[]): Promise<void> {
	const deadline = Date.now() + PUBLISHED_MS;
	for (;;) {
		const { status } = await axios.post(
			`${n8n.webhookUrl}/webhook/${id}`,
			{ rows },
			{ proxy: false, maxBodyLength: Infinity, validateStatus: () => true },
		);
		if (status === 200) return;
		if (status !== 404 || Date.now() > deadline) throw new Error(`The webhook of ${id} answered ${status}.`);
		await sleep(250);
	}
}

/** Waits until so many executions of a workflow have ended. */
export async function untilEnded({ n8n }: Scene, id: string, wanted: number, limitMs = LIMIT_MS): Promise<void> {
	const deadline = Date.now() + limitMs;
	for (;;) {
		const ended = await n8n.client.countEndedExecutions(id);
		if (ended >= wanted) return;
		if (Date.now() > deadline) throw new Error(`${ended} of ${wanted} executions of ${id} have ended.`);
		await sleep(100);
	}
}

/** Runs a workflow once, to its end. @param node whose outcome it is */
export async function runOnce(scene: Scene, id: string, rows: object[], node = TESTED): Promise<Outcome> {
	const before = await scene.n8n.client.countEndedExecutions(id);
	await request(scene, id, rows);
	await untilEnded(scene, id, before + 1);
	const last = (await scene.n8n.client.endedExecutions(id)).at(-1);
	if (!last) throw new Error(`No execution of ${id} is there.`);
	return await outcomeOfExecution(scene, last.id, node);
}

async function outcomeOfExecution({ n8n }: Scene, id: string, node: string): Promise<Outcome> {
	const { status, data } = await n8n.client.execution(id);
	const { runData } = hintsShape.parse(unflatten(data)).resultData;
	const hints = (runData[node]?.[0]?.hints ?? []).map(({ message }) => message);
	const rows = runData[node] ? (itemsOf(data, node) as Outcome['rows']) : [];
	return { id, status, rows, hints };
}
