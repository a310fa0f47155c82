import axios from 'axios';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { itemsOf } from '../../demo/n8n/executionData';
import { bindCredentials } from '../../demo/n8n/workflows';
import { ACTIVITY, PEOPLE, startTwilio, WORKSPACE_SID } from '../../simulators';
import type { Delivery, TwilioSimulator } from '../../simulators';
import { demo as twilioDemo, setActivity } from '../../simulators/twilio/demo';
import type { Checks } from './checks';
import type { Stage } from './everything';
import { openServerHome } from '../support/runningN8n';
import type { Server } from '../support/runningN8n';
import { TRIGGER, triggerWorkflow } from './triggerWorkflow';

const LIMIT_MS = 120_000;
const PORT = 5760;
const OTHER_PORT = 5790;
/** How soon n8n takes up a publication that it was killed in: two minutes, unless told. */
const SOON = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '10',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};
/** Kills strike after so many writes of an activation: a sink, a subscription, and a little later. */
const WRITES = [1, 2, 3];

const { anna, carla, dawid } = PEOPLE;
const ways = ['eventStreams', 'workspaceCallback'] as const;
type Way = (typeof ways)[number];

interface Scene {
	way: Way;
	twilio: TwilioSimulator;
	start(port?: number): Promise<Server>;
	checks: Checks;
}

/** The TaskRouter trigger in a real n8n: after it is deactivated, nothing of it is left at Twilio, whatever happened before. */
export async function checkTrigger(stage: Stage, checks: Checks): Promise<void> {
	for (const way of ways) {
		const twilio = await startTwilio();
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
			await checkKills(scene);
		} finally {
			await twilio.close();
		}
	}
}

/** What the simulator held before: Flex listens too, and must not notice anything. */
async function listenAlready(twilio: TwilioSimulator): Promise<void> {
	const post = async (path: string, form: Record<string, string>) =>
		(
			await axios.post<{ sid: string }>(`${twilio.url}/events/v1/${path}`, new URLSearchParams(form), {
				proxy: false,
				auth: { username: twilio.state.accountSid, password: twilio.state.authToken },
			})
		).data.sid;
	const destination = 'http://127.0.0.1:9/flex';
	const SinkSid = await post('Sinks', {
		Description: 'Flex',
		SinkType: 'webhook',
		SinkConfiguration: JSON.stringify({ destination, method: 'POST' }),
	});
	await post('Subscriptions', {
		Description: 'Flex',
		SinkSid,
		Types: '{"type":"com.twilio.taskrouter.task.created"}',
	});
}

/** All that anybody could notice of a listener. */
const heldBy = ({ state }: TwilioSimulator): string => {
	const workspace = state.workspaces[WORKSPACE_SID];
	return JSON.stringify([
		state.sinks,
		state.subscriptions,
		state.subscribedEvents,
		workspace?.event_callback_url,
		workspace?.events_filter ?? '',
	]);
};

/** Addresses at which Twilio calls this n8n. */
function addressesAt({ state }: TwilioSimulator, url: string): string[] {
	const callback = state.workspaces[WORKSPACE_SID]?.event_callback_url ?? '';
	const sinks = Object.values(state.sinks).filter(({ sid }) =>
		Object.values(state.subscriptions).some(({ sink_sid: used }) => used === sid),
	);
	return [...sinks.map(({ sink_configuration: { destination } }) => destination), callback].filter((address) =>
		address.startsWith(`${url}/`),
	);
}

/** Activated, fired, killed, started again, fired again, moved to another address, deactivated. */
async function checkFires({ way, twilio, start, checks }: Scene): Promise<void> {
	const before = heldBy(twilio);
	const { id } = triggerWorkflow(way);
	let n8n = await start();
	await prepare(n8n, twilio, way);
	await n8n.client.publishWorkflow(id);
	checks.check(`${way}: activated, Twilio calls it at one address`, [one(addressesAt(twilio, n8n.url))]);

	await setActivity(twilio.url, anna.worker, ACTIVITY.break);
	checks.check(`${way}: an agent's change of activity starts the workflow`, [
		await heardWrongly(n8n, id, [[anna.name, 'break']]),
	]);

	await n8n.kill();
	twilio.deliveries.settings.backoffMs = LIMIT_MS * 10;
	await setActivity(twilio.url, carla.worker, ACTIVITY.busy);
	n8n = await start();
	// Not earlier: while n8n starts it answers 404 for all webhooks, after which Twilio gives an event up.
	twilio.deliveries.retryNow();
	twilio.deliveries.settings.backoffMs = 1000;
	checks.check(`${way}: killed and started again, Twilio still calls it at one address`, [
		one(addressesAt(twilio, n8n.url)),
	]);
	await setActivity(twilio.url, dawid.worker, ACTIVITY.offline);
	// Event Streams tries again for hours what came while nobody was there, and an event callback does not.
	const missed = way === 'eventStreams' ? [[carla.name, 'busy'] as const] : [];
	const heardLater = [[anna.name, 'break'] as const, ...missed, [dawid.name, 'offline'] as const];
	const wrong = await heardWrongly(n8n, id, heardLater);
	checks.check(`${way}: and events start the workflow as before`, [
		wrong && `${wrong}; Twilio was answered ${twilio.deliveries.sent.map(outcomeOf).join(', ')}`,
	]);

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
	await n8n.kill();
}

/** Killed in the middle of an activation, again and again, at each of its writes. */
async function checkKills({ way, twilio, start, checks }: Scene): Promise<void> {
	const before = heldBy(twilio);
	const { id } = triggerWorkflow(way);
	twilio.faults.latency(100);
	for (const writes of WRITES) {
		let n8n = await start();
		const begun = twilio.seen.length;
		await n8n.client.beginToPublish(id);
		const written = () => twilio.seen.slice(begun).filter(({ method }) => method !== 'GET').length;
		const deadline = Date.now() + 10_000;
		while (written() < writes && Date.now() < deadline) await sleep(5);
		await n8n.kill();
		await twilio.deliveries.settled();
		n8n = await start();
		await n8n.client.publishWorkflow(id);
		const addresses = addressesAt(twilio, n8n.url);
		await n8n.client.unpublishWorkflow(id);
		checks.check(`${way}: killed after ${written()} writes of an activation, activated again and deactivated`, [
			one(addresses),
			heldBy(twilio) !== before && `Twilio holds ${heldBy(twilio)}, and held ${before}`,
		]);
		await n8n.kill();
	}
	twilio.faults.latency(0);
}

const outcomeOf = ({ attempt, status, failure }: Delivery): string =>
	`${status ?? failure?.message ?? 'nothing'} (${attempt})`;

async function prepare({ client }: Server, twilio: TwilioSimulator, way: Way): Promise<void> {
	const credential = twilioDemo.credential(twilio.url);
	const ids = new Map([[credential.type, await client.putCredential(credential)]]);
	await client.putWorkflow(bindCredentials(triggerWorkflow(way), ids));
}

const one = (addresses: string[]): string | false =>
	addresses.length !== 1 && `these are the addresses: ${addresses.join(' ') || 'none'}`;

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
