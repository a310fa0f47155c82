import { setTimeout as sleep } from 'node:timers/promises';

import type { Options } from './everything';
import { addressesAt, heldBy, one } from './triggerScene';
import type { Scene, Way } from './triggerScene';
import { triggerWorkflow } from './triggerWorkflow';

const LATENCY_MS = 100;
/** Within this, n8n begins to write what an activation needs at Twilio, however busy the machine is. */
const WRITES_LIMIT_MS = 60_000;

/** What an activation writes at Twilio: a sink and a subscription, or the workspace. */
const WRITES: Record<Way, number> = { eventStreams: 2, workspaceCallback: 1 };

/**
 * Killed in the middle of an activation: at each of its writes, and once after the last has been answered; or, to be quick, at
 * the last one of Event Streams alone.
 */
export async function checkKills(scene: Scene, { isShort }: Pick<Options, 'isShort'>): Promise<void> {
	if (isShort && scene.way !== 'eventStreams') return;
	const writes = WRITES[scene.way];
	scene.twilio.faults.latency(LATENCY_MS);
	for (let nth = isShort ? writes : 1; nth <= writes; nth += 1) await checkKill(scene, nth, 0);
	if (!isShort) await checkKill(scene, writes, LATENCY_MS + 10);
	scene.twilio.faults.latency(0);
}

async function checkKill({ way, twilio, start, checks }: Scene, writes: number, laterMs: number): Promise<void> {
	const before = heldBy(twilio);
	const { id } = triggerWorkflow(way);
	let n8n = await start();
	const begun = twilio.seen.length;
	const written = () => twilio.seen.slice(begun).filter(({ method }) => method !== 'GET').length;
	await n8n.client.beginToPublish(id);
	const deadline = Date.now() + WRITES_LIMIT_MS;
	while (written() < writes && Date.now() < deadline) await sleep(5);
	await sleep(laterMs);
	await n8n.kill();
	const struck = written();
	const line = `${way}: killed ${laterMs > 0 ? 'after the answer to' : 'at'} write ${struck} of an activation`;
	n8n = await start();
	// n8n may call it published without asking the trigger again (decision 71): Twilio is not looked at here.
	await n8n.client.publishWorkflow(id);
	await n8n.client.unpublishWorkflow(id);
	const isClean = () => heldBy(twilio) !== before && `Twilio holds ${heldBy(twilio)}, and held ${before}`;
	checks.check(`${line} and deactivated, Twilio holds what it held before`, [
		struck < writes && `the kill should have struck at write ${writes}`,
		isClean(),
	]);
	await n8n.client.publishWorkflow(id);
	const addresses = addressesAt(twilio, n8n.url);
	await n8n.client.unpublishWorkflow(id);
	checks.check(`${line}, then activated as usual, Twilio calls it at one address, until it is deactivated`, [
		one(addresses),
		isClean(),
	]);
	await n8n.kill();
}
