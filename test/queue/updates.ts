import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { unflatten } from '../../demo/n8n/executionData';
import { ACTIVITY } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import type { RosterAgent } from '../e2e/roster';
import { manyAgents } from './agents';
import type { QueueScene } from './everything';
import { publish, request, untilEnded } from './executions';
import { onRequest } from './queueWorkflows';

const EXECUTIONS = 10;
const LATENCY_MS = 100;
/** Long enough that a kill strikes in the middle. */
const PARALLEL = 8;
const ID = 'queueUpdates';
const CRASHED_MS = 120_000;

/** Everyone gets the right state, by ten executions beside each other, also when a worker is killed in the middle of them. */
export async function checkUpdates(scene: QueueScene): Promise<void> {
	const { n8n, twilio, checks } = scene;
	const agents = manyAgents();
	const wrong = () => agents.filter(({ sid, activity }) => twilio.state.workers[sid]?.activity_sid !== activity);
	const size = agents.length / EXECUTIONS;
	const shares = Array.from({ length: EXECUTIONS }, (_, at) => agents.slice(at * size, (at + 1) * size));
	const start = async () => {
		for (const share of shares) await request(scene, ID, share.map(rowOf));
	};
	await publish(
		scene,
		onRequest({
			id: ID,
			parameters: {
				vendor: 'twilioTaskRouter',
				workspace: { __rl: true, mode: 'name', value: 'Support' },
				options: { parallelLimit: PARALLEL },
			},
		}),
	);

	misplace(twilio, agents);
	await start();
	await untilEnded(scene, ID, EXECUTIONS);
	const first = await n8n.client.endedExecutions(ID);
	checks.check(`${agents.length} updates by ${EXECUTIONS} executions of two workers`, [
		first.some(({ status }) => status !== 'success') && first.map(({ status }) => status).join(', '),
		wrong().length > 0 && `${wrong().length} agents are in a wrong state`,
	]);

	misplace(twilio, agents);
	twilio.faults.latency(LATENCY_MS);
	await start();
	const half = agents.length / 3;
	while (agents.length - wrong().length < half) await sleep(20);
	await n8n.workers[0]?.kill();
	const crash = await untilAllEnded(scene, EXECUTIONS * 2);
	twilio.faults.latency(0);
	const left = wrong();
	const second = (await n8n.client.endedExecutions(ID)).slice(EXECUTIONS);
	const failed = second.filter(({ status }) => status !== 'success');
	const words = new Set<string>();
	for (const { id } of failed) words.add(await causeOf(scene, id));
	checks.check(
		`a worker killed in the middle: n8n ends ${failed.length} of ${EXECUTIONS} executions after ${Math.round(crash / 1000)} s (${[...words].join(', ')}) and runs none of them again; ${left.length} agents left as they were`,
		[
			failed.length === 0 && 'all executions are a success',
			left.length === 0 && 'the kill came too late',
			failed.some(({ status }) => !['error', 'crashed'].includes(status)) &&
				failed.map(({ status }) => status).join(', '),
		],
	);

	await n8n.startWorker();
	const written = changesIn(twilio);
	await start();
	await untilEnded(scene, ID, EXECUTIONS * 3);
	const again = changesIn(twilio) - written;
	checks.check(`run again, as the next run of a schedule does: ${again} agents written`, [
		wrong().length > 0 && `${wrong().length} agents are in a wrong state`,
		again !== left.length && `${left.length} were wrong`,
	]);
}

const errorShape = z.object({ resultData: z.object({ error: z.object({ message: z.string() }).optional() }) });

/** The status of an execution that has failed, and what n8n says about it. */
async function causeOf({ n8n }: QueueScene, id: string): Promise<string> {
	const { status, data } = await n8n.client.execution(id);
	const { error } = errorShape.parse(unflatten(data)).resultData;
	return `${status}: ${error?.message ?? 'no reason'}`;
}

const rowOf = ({ name, state }: RosterAgent) => ({ agentId: name, desiredState: state });

/** Everyone into another state than the wanted one. */
function misplace(twilio: TwilioSimulator, agents: RosterAgent[]): void {
	for (const { sid, activity } of agents) {
		const worker = twilio.state.workers[sid];
		if (worker) worker.activity_sid = activity === ACTIVITY.unavailable ? ACTIVITY.break : ACTIVITY.unavailable;
	}
}

const changesIn = ({ seen }: TwilioSimulator): number => seen.filter(({ method }) => method === 'POST').length;

/** @returns after how long, in milliseconds */
async function untilAllEnded(scene: QueueScene, wanted: number): Promise<number> {
	const begun = Date.now();
	await untilEnded(scene, ID, wanted, CRASHED_MS);
	return Date.now() - begun;
}
