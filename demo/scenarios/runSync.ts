import { setTimeout as sleep } from 'node:timers/promises';

import { ACTIVITY, PEOPLE, VOIPNOW_QUEUE } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { setStatus } from '../../simulators/voipNow/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { SYNC_WORKFLOW } from '../n8n/examples';
import { assertSuccess } from '../observe/problems';
import { keyOf, readStates } from '../observe/readStates';
import { readWrites } from '../observe/readWrites';
import type { N8nClient } from '../n8n/client';
import type { Scenario } from './scenario';

const COPY_ID = 'agentStateSyncTrial01';
/** n8n polls once a minute at the most. */
const POLL_MS = 60_000;
/** For what a poll has started to be done, on a slow machine, too. */
const LIMIT_MS = 60_000;

/**
 * Publishes the workflow that keeps TaskRouter and VoipNow equal. Someone changes one agent on each side; the next poll
 * takes both over, and the one after it finds nothing to do.
 */
export async function runSync(scenario: Scenario): Promise<void> {
	const { progress, client } = scenario;
	await progress.step(
		`Run "${SYNC_WORKFLOW.name}"`,
		async () => await trySync(scenario, client),
		(writes) => `both changes were taken over by ${writes} writes, and a minute later there was nothing to do`,
	);
}

/** @returns how many writes accepted the changes over */
async function trySync({ services, vendors }: Scenario, client: N8nClient): Promise<number> {
	const { anna, bob } = PEOPLE;
	const [twilio, voipNow] = [urlOf(services, 'twilio'), urlOf(services, 'voipNow')];
	const expected = {
		// VoipNow has one word for busy and break: an echo would come back as a break.
		[keyOf('TaskRouter', anna.name)]: 'Busy',
		[keyOf('VoipNow', anna.name)]: 'paused',
		[keyOf('TaskRouter', bob.name)]: 'Offline',
		[keyOf('VoipNow', bob.name)]: 'logged out',
	};
	const isDone = async () => {
		const states = await readStates(vendors);
		return Object.entries(expected).every(([key, state]) => states[key] === state);
	};
	for (const { worker, extension } of [anna, bob]) {
		await setActivity(twilio, worker, ACTIVITY.available);
		await setStatus(voipNow, VOIPNOW_QUEUE, extension, '1');
	}
	await client.removeWorkflow(COPY_ID);
	const original = await client.workflow(SYNC_WORKFLOW.id);
	// The first poll of its triggers only notes the states; the next comes while this waits.
	const second = (new Date().getSeconds() + 15) % 60;
	const pollTimes = { item: [{ mode: 'custom', cronExpression: `${second} * * * * *` }] };
	// The scenarios before this one have just moved the agents by hand, which Grace Time would respect.
	const options = { graceMinutes: 0, rejectPending: true };
	const nodes = original.nodes.map((node) => {
		if (node.type.endsWith('.scheduleTrigger')) return { ...node, disabled: true };
		const changed = {
			...('pollTimes' in node.parameters && { pollTimes }),
			...(node.name === 'TaskRouter follows' && { options }),
		};
		return { ...node, parameters: { ...node.parameters, ...changed } };
	});
	await client.putWorkflow({ ...original, nodes, id: COPY_ID, name: `${original.name} (trial)` });
	try {
		await client.publishWorkflow(COPY_ID);
		await setActivity(twilio, anna.worker, ACTIVITY.busy);
		await setStatus(voipNow, VOIPNOW_QUEUE, bob.extension, '0');
		const before = await readWrites(vendors);
		const deadline = Date.now() + POLL_MS + LIMIT_MS;
		while (!(await isDone())) {
			if (Date.now() > deadline) throw new Error('The changes were not taken over to the other side.');
			await sleep(200);
		}
		await sleep(POLL_MS + 5_000);
		const writes = (await readWrites(vendors)) - before;
		if (writes !== 2) throw new Error(`Two changes were taken over by ${writes} writes instead of two.`);
		if (!(await isDone())) throw new Error('The two sides answer each other.');
		for (const execution of await client.endedExecutions(COPY_ID)) assertSuccess('The sync', execution);
		return writes;
	} finally {
		await client.removeWorkflow(COPY_ID);
	}
}
