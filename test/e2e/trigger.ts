import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { itemsOf } from '../../demo/n8n/executionData';
import { bindCredentials } from '../../demo/n8n/workflows';
import type { Workflow } from '../../demo/n8n/workflows';
import { ACTIVITY, PEOPLE, startTwilio } from '../../simulators';
import type { Delivery, TwilioSimulator } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { seeds, signIns } from './canaries';
import type { Checks } from './checks';
import type { Options, Stage } from './everything';
import { openServerHome } from '../support/runningN8n';
import type { Server } from '../support/runningN8n';
import { checkKills } from './triggerKilled';
import { checkRefusals } from './triggerRefusals';
import { addressesAt, heldBy, listenAlready, one, ways } from './triggerScene';
import type { Scene } from './triggerScene';
import { pollingWorkflow, TRIGGER, triggerWorkflow } from './triggerWorkflow';

const LIMIT_MS = 120_000;
const PORT = 5760;
const OTHER_PORT = 5790;
/** How soon n8n takes up a publication that it was killed in, instead of two minutes; it gives up one that takes 70% of it. */
const SOON = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '20',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};

const { anna, carla, dawid, frank } = PEOPLE;

/** The TaskRouter trigger in a real n8n: after it is deactivated, nothing of it is left at Twilio, whatever happened before. */
export async function checkTrigger(stage: Stage, checks: Checks, options: Pick<Options, 'isShort'>): Promise<void> {
	for (const way of ways) {
		const twilio = await startTwilio({ seed: seeds(stage.canaries).twilio });
		try {
			await listenAlready(twilio);
			const home = await openServerHome(stage, join(stage.folder, way));
			const scene: Scene = {
				way,
				twilio,
				checks,
				start: async (port = PORT) => await home.start(port, { env: SOON }),
			};
			await checkFires(scene);
			await checkKills(scene, options);
		} finally {
			await twilio.close();
		}
	}
}

/** Activated, fired, killed, started again, fired again, moved to another address, deactivated. */
async function checkFires({ way, twilio, start, checks }: Scene): Promise<void> {
	const before = heldBy(twilio);
	const { id } = triggerWorkflow(way);
	// What does not depend on the way is tried with one of them.
	const isFirst = way === 'eventStreams';
	const polled = [
		[anna.name, 'break'],
		[carla.name, 'busy'],
		[dawid.name, 'offline'],
	] as const;
	let n8n = await start();
	const polling = pollingWorkflow();
	await prepare(n8n, twilio, [triggerWorkflow(way), polling]);
	await n8n.client.publishWorkflow(id);
	checks.check(`${way}: activated, Twilio calls it at one address`, [one(addressesAt(twilio, n8n.url))]);
	if (isFirst) await n8n.client.publishWorkflow(polling.id);

	await setActivity(twilio, anna.worker, ACTIVITY.break);
	checks.check(`${way}: an agent's change of activity starts the workflow`, [
		await heardWrongly(n8n, id, [[anna.name, 'break']]),
	]);
	if (isFirst)
		checks.check('polling: a change after the activation starts the workflow', [
			await heardWrongly(n8n, polling.id, [[anna.name, 'break']]),
		]);

	await n8n.kill();
	twilio.deliveries.settings.backoffMs = LIMIT_MS * 10;
	await setActivity(twilio, carla.worker, ACTIVITY.busy);
	n8n = await start();
	// Not earlier: while n8n starts it answers 404 for all webhooks, after which Twilio gives an event up.
	twilio.deliveries.retryNow();
	twilio.deliveries.settings.backoffMs = 1000;
	checks.check(`${way}: killed and started again, Twilio still calls it at one address`, [
		one(addressesAt(twilio, n8n.url)),
	]);
	await setActivity(twilio, dawid.worker, ACTIVITY.offline);
	// Event Streams tries again for hours what came while nobody was there, and an event callback does not.
	const missed = way === 'eventStreams' ? [[carla.name, 'busy'] as const] : [];
	const heardLater = [[anna.name, 'break'] as const, ...missed, [dawid.name, 'offline'] as const];
	const wrong = await heardWrongly(n8n, id, heardLater);
	checks.check(`${way}: and events start the workflow as before`, [
		wrong && `${wrong}; Twilio was answered ${twilio.deliveries.sent.map(outcomeOf).join(', ')}`,
	]);

	if (isFirst) {
		await checkRefusals(n8n, twilio, id, checks);
		checks.check('polling: killed between two polls and started again, it tells what changed, once', [
			await heardWrongly(n8n, polling.id, polled),
		]);
		await n8n.client.unpublishWorkflow(polling.id);
		await setActivity(twilio, frank.worker, ACTIVITY.break);
	}

	const { url: left } = n8n;
	await n8n.kill();
	n8n = await start(OTHER_PORT);
	await n8n.client.unpublishWorkflow(id);
	await n8n.client.publishWorkflow(id);
	checks.check(`${way}: after n8n moved, Twilio calls it at its new address alone`, [
		one(addressesAt(twilio, n8n.url)),
		addressesAt(twilio, left).length > 0 && 'it is called at the old address, too',
	]);
	await n8n.client.unpublishWorkflow(id);
	checks.check(`${way}: deactivated, Twilio holds what it held before`, [
		heldBy(twilio) !== before && heldBy(twilio),
	]);
	if (isFirst)
		checks.check('polling: deactivated, it tells nothing, also in an n8n that was started since', [
			await heardWrongly(n8n, polling.id, polled),
		]);
	await n8n.kill();
}

const outcomeOf = ({ attempt, status, failure }: Delivery): string =>
	`${status ?? failure?.message ?? 'nothing'} (${attempt})`;

async function prepare({ client }: Server, twilio: TwilioSimulator, workflows: Workflow[]): Promise<void> {
	const credential = signIns.twilioAuthToken(twilio.url, twilio.state.authToken);
	const ids = new Map([[credential.type, await client.putCredential(credential)]]);
	for (const workflow of workflows) await client.putWorkflow(bindCredentials(workflow, ids));
}

/** What is wrong with the executions there have been: each must have told one agent and state, all these and no others. */
async function heardWrongly(
	{ client }: Server,
	id: string,
	expected: ReadonlyArray<readonly [agent: string, state: string]>,
): Promise<string | false> {
	const wanted = expected
		.map((pair) => pair.join(' '))
		.sort()
		.join(', ');
	const deadline = Date.now() + LIMIT_MS;
	for (;;) {
		const heard = (await heardBy(client, id)).sort().join(', ');
		if (heard === wanted) return false;
		if (Date.now() > deadline) return `heard ${heard || 'nothing'}, not ${wanted}`;
		await sleep(200);
	}
}

async function heardBy(client: Server['client'], id: string): Promise<string[]> {
	const ended = await client.endedExecutions(id);
	const all = await Promise.all(ended.map(async (execution) => await client.execution(execution.id)));
	return all.flatMap(({ data }) =>
		itemsOf(data, TRIGGER).map((item) => {
			const { agent, state } = item as { agent?: unknown; state?: unknown };
			return `${String(agent)} ${String(state)}`;
		}),
	);
}
