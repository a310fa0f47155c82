import { setTimeout as sleep } from 'node:timers/promises';

import { itemsOf } from '../../demo/n8n/executionData';
import type { Workflow } from '../../demo/n8n/workflows';
import { ACTIVITY } from '../../simulators';
import type { RosterAgent } from '../e2e/roster';
import { manyAgents } from './agents';
import type { QueueScene } from './everything';
import { publish, request, untilEnded } from './executions';
import { chained, testedStep, webhookSteps } from './queueWorkflows';

const ID = 'queueStopped';
const AGENTS = 300;
const HALF_WAY = 60;
const LATENCY_MS = 50;
const KEPT = 'Kept';
const GOES_ON_MS = 30_000;

/** What a run that fails has changed comes to Error Trigger from a worker, too. One that is stopped goes on. */
export async function checkStopped(scene: QueueScene): Promise<void> {
	const { n8n, twilio, checks } = scene;
	const agents = manyAgents().slice(0, AGENTS);
	await publish(scene, stoppedWorkflow());
	twilio.faults.latency(LATENCY_MS);

	const changed = upset(scene, agents);
	const { sid = '' } = agents[AGENTS / 2] ?? {};
	twilio.faults.push({ status: 403, match: { method: 'POST', path: new RegExp(sid) } });
	await request(scene, ID, agents.map(rowOf));
	await untilEnded(scene, ID, 2);
	const afterFailure = await keptOf(scene);
	checks.check(`a change fails in a worker: ${changed()} agents changed, ${afterFailure} rows handed on`, [
		afterFailure !== changed() && 'the numbers differ',
		changed() === 0 && 'nobody was changed',
	]);

	const changedThen = upset(scene, agents);
	const begun = twilio.seen.length;
	await request(scene, ID, agents.map(rowOf));
	while (writesSince(scene, begun) < HALF_WAY) await sleep(10);
	const id = await n8n.client.runningExecution(ID);
	if (id !== undefined) await n8n.client.stopExecution(id);
	const atStop = writesSince(scene, begun);
	const deadline = Date.now() + GOES_ON_MS;
	while (changedThen() < AGENTS && Date.now() < deadline) await sleep(100);
	twilio.faults.latency(0);
	const { status } = (await n8n.client.endedExecutions(ID)).at(-1) ?? {};
	const total = changedThen();
	// Should n8n stop it one day, the pages say so no longer.
	checks.check(
		`a run of the webhook process that is stopped after ${atStop} changes is ${status}, and goes on to ${total}`,
		[
			status !== 'canceled' && `it is ${status}`,
			total < AGENTS && 'n8n has stopped it: docs/reliability.md says otherwise',
		],
	);
}

const rowOf = ({ name, state }: RosterAgent) => ({ agentId: name, desiredState: state });

/** Everybody into another state. @returns how many have left it since */
function upset({ twilio }: QueueScene, agents: readonly RosterAgent[]): () => number {
	for (const { sid, activity } of agents) {
		const worker = twilio.state.workers[sid];
		if (worker) worker.activity_sid = activity === ACTIVITY.busy ? ACTIVITY.break : ACTIVITY.busy;
	}
	return () => agents.filter(({ sid, activity }) => twilio.state.workers[sid]?.activity_sid === activity).length;
}

const writesSince = ({ twilio }: QueueScene, begun: number): number =>
	twilio.seen.slice(begun).filter(({ method }) => method === 'POST').length;

/** The rows in the last execution that has any. */
async function keptOf({ n8n }: QueueScene): Promise<number> {
	for (const { id } of (await n8n.client.endedExecutions(ID)).reverse()) {
		const { data } = await n8n.client.execution(id);
		try {
			const rows = itemsOf(data, KEPT);
			if (rows.length > 0) return rows.length;
		} catch {
			// An execution that was stopped has no data.
		}
	}
	return 0;
}

function stoppedWorkflow(): Workflow {
	const place = { vendor: 'twilioTaskRouter', workspace: { __rl: true, mode: 'name', value: 'Support' } };
	const run = chained(ID, [...webhookSteps(ID), testedStep({ ...place, options: { parallelLimit: 8 } })]);
	const onError = chained(`${ID}Error`, [
		{ name: 'On Error', type: 'n8n-nodes-base.errorTrigger', typeVersion: 1, parameters: {} },
		{
			...{ name: KEPT, type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
			parameters: { fieldToSplitOut: 'execution.error.context.changedRows', options: {} },
		},
	]);
	const connections = { ...(run.connections as object), ...(onError.connections as object) };
	return { ...run, nodes: [...run.nodes, ...onError.nodes], connections };
}
