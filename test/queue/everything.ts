import type { Demo } from '../../demo/bootstrap/demo';
import { startConpeek, startTwilio } from '../../simulators';
import type { ConpeekSimulator, TwilioSimulator } from '../../simulators';
import { demo as conpeekDemo } from '../../simulators/conpeek/demo';
import { demo as twilioDemo } from '../../simulators/twilio/demo';
import { openChecks } from '../e2e/checks';
import type { Checks } from '../e2e/checks';
import { workersOf } from '../e2e/roster';
import { chosenParts, runParts, type Asked } from '../support/parts';
import { fewAgents, manyAgents } from './agents';
import { checkColumns } from './columns';
import { checkLostMemory } from './lostMemory';
import { measureQueueMode } from './measure';
import { openQueueN8n } from './queueN8n';
import type { QueueN8n } from './queueN8n';
import type { Ports } from './services';
import { checkStopped } from './stopped';
import { openStorage } from './storage';
import type { Storage } from './storage';
import { checkTicks } from './ticks';
import { checkTriggers } from './triggers';
import { checkUpdates } from './updates';

export interface QueueStage extends Pick<Demo, 'root' | 'node' | 'processes' | 'progress'> {
	/** Where n8n keeps its files; removed afterwards. */
	folder: string;
	ports: Ports;
}

/** What a part works with. */
export interface QueueScene {
	root: string;
	n8n: QueueN8n;
	twilio: TwilioSimulator;
	conpeek: ConpeekSimulator;
	/** The ids of the credentials by their types. */
	credentials: ReadonlyMap<string, string>;
	storage: Storage;
	checks: Checks;
	progress: Demo['progress'];
}

/** In this order. The last one kills a worker. */
const PARTS: Record<string, (scene: QueueScene) => Promise<void>> = {
	triggers: checkTriggers,
	ticks: checkTicks,
	memory: checkLostMemory,
	columns: async (scene) => await checkColumns(scene, scene.root),
	stopped: checkStopped,
	updates: checkUpdates,
};

/** Those of `--short`. */
const SHORT = ['memory', 'columns'];

/** @returns how many checks were met, and how many were not; nothing where it was measured instead */
export async function runInQueueMode(
	stage: QueueStage,
	{ isMeasured, ...asked }: Asked & { isMeasured: boolean },
): Promise<Checks['counts'] | undefined> {
	if (isMeasured) {
		await measureQueueMode(stage);
		return undefined;
	}
	const { progress } = stage;
	const chosen = chosenParts(PARTS, SHORT, asked);
	const checks = openChecks(progress);
	const storage = await openStorage(stage.root, stage.ports);
	const agents = [...fewAgents(), ...manyAgents()];
	const twilio = await startTwilio({ seed: { workers: workersOf(agents) } });
	const conpeek = await startConpeek();
	let n8n: QueueN8n | undefined;
	try {
		n8n = await progress.step(
			'Start n8n in queue mode: main, two workers, webhooks',
			async () => await openQueueN8n(stage, storage, { workers: 2 }),
		);
		const ids = new Map<string, string>();
		for (const credential of [twilioDemo.credential(twilio.url), conpeekDemo.credential(conpeek.url)])
			ids.set(credential.type, await n8n.client.putCredential(credential));
		const scene = { root: stage.root, n8n, twilio, conpeek, credentials: ids, storage, checks, progress };
		await runParts(chosen, scene, { progress, checks });
	} finally {
		await n8n?.close();
		await Promise.all([twilio.close(), conpeek.close()]);
		await storage.remove();
	}
	return checks.counts;
}
