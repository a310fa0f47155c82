import axios from 'axios';
import { join } from 'node:path';

import { demo as conpeekDemo } from '../../simulators/conpeek/demo';
import { demo as twilioDemo } from '../../simulators/twilio/demo';
import { agentStateParameters } from '../bench/agentState';
import { startVendor } from '../bench/vendor';
import type { Setup, Vendor } from '../bench/vendor';
import { openServerHome } from '../support/runningN8n';
import type { QueueStage } from './everything';
import { publish, request, untilEnded } from './executions';
import type { Scene } from './executions';
import { openQueueN8n } from './queueN8n';
import { onRequest } from './queueWorkflows';
import { openStorage } from './storage';
import type { Storage } from './storage';

const ID = 'queueMeasured';
const AGENTS = 5000;
const LATENCY_MS = 100;
const PORT = 5960;
const REPEATS = 2;

/** Ten executions at a service without a limit: what n8n itself takes. */
const FREE = { executions: 10, setup: setupWith([]) };
const LIMIT = 50;
/** Eight executions that have to share fifty requests at once. */
const SHARED = { executions: 8, setup: setupWith([{ limit: LIMIT }]) };
const IDEAL_S = ((AGENTS / LIMIT) * LATENCY_MS) / 1000;

function setupWith(phases: Setup['phases']): Setup {
	return { agents: AGENTS, differing: 1, latencyMs: LATENCY_MS, phases };
}

type Load = typeof FREE;

/** Prints the figures of docs/performance.md: 5,000 updates by several executions in n8n's two modes. */
export async function measureQueueMode(stage: QueueStage): Promise<void> {
	const { progress } = stage;
	const storage = await openStorage(stage.root, stage.ports);
	try {
		const vendor = await startVendor(stage);
		const rows = async () => (await axios.get<object[]>(`${vendor.url}/rows`, { proxy: false })).data;
		const print = async (name: string, scene: Scene) => {
			// The first time only warms n8n up.
			await timesOf(scene, storage, vendor, rows, FREE, 1);
			const free = await timesOf(scene, storage, vendor, rows, FREE);
			const shared = await timesOf(scene, storage, vendor, rows, SHARED);
			progress.note(`${name}, no limit: ${free.map(secondsText).join(', ')}`);
			const times = (seconds: number) => `${(seconds / IDEAL_S).toFixed(2)}×`;
			const ratios = shared.map(
				(one) =>
					`${secondsText(one)} (${times(one.seconds)} of ideal, first to last change ${times(one.spanSeconds)})`,
			);
			progress.note(`${name}, ${LIMIT} at once, ${SHARED.executions} executions: ${ratios.join(', ')}`);
		};
		const prepared = async (n8n: Scene['n8n']): Promise<Scene> => {
			const credentials = new Map<string, string>();
			// n8n refuses a workflow in which one has no credential, also where it is not used.
			for (const one of [twilioDemo, conpeekDemo].map(({ credential }) => credential(vendor.url)))
				credentials.set(one.type, await n8n.client.putCredential(one));
			const scene = { n8n, credentials };
			await publish(scene, onRequest({ id: ID, parameters: agentStateParameters() }));
			return scene;
		};

		const server = await (await openServerHome(stage, join(stage.folder, 'n8n'))).start(PORT, { env: storage.env });
		await print('regular mode', await prepared({ client: server.client, webhookUrl: server.url }));
		await server.kill();

		const n8n = await openQueueN8n(stage, storage, { workers: 1 });
		try {
			const scene = await prepared(n8n);
			await print('queue mode, one worker', scene);
			await n8n.startWorker();
			await print('queue mode, two workers', scene);
		} finally {
			await n8n.close();
		}
	} finally {
		await storage.remove();
	}
}

interface Measured {
	/** From the first request until the last execution has ended. */
	seconds: number;
	/** From the first to the last change, as the service has it. */
	spanSeconds: number;
	missed: number;
	refused: number;
	/** Executions that did not succeed, each with its status and the beginning of what n8n kept of it. */
	unsuccessful: string[];
}

const secondsText = ({ seconds, missed, refused, unsuccessful }: Measured): string =>
	[
		`${seconds.toFixed(1)} s`,
		...(missed > 0 ? [`${missed} NOT UPDATED`] : []),
		...unsuccessful,
		...(refused > 0 ? [`${refused} refused`] : []),
	].join(', ');

async function timesOf(
	scene: Scene,
	storage: Storage,
	vendor: Vendor,
	rows: () => Promise<object[]>,
	{ executions, setup }: Load,
	repeats = REPEATS,
): Promise<Measured[]> {
	const times: Measured[] = [];
	for (let repeat = 0; repeat < repeats; repeat += 1) {
		await vendor.reset(setup);
		const all = await rows();
		const size = Math.ceil(all.length / executions);
		const before = await scene.n8n.client.countEndedExecutions(ID);
		const begun = Date.now();
		const shares = Array.from({ length: executions }, (_, at) => all.slice(at * size, (at + 1) * size));
		await Promise.all(shares.map(async (share) => await request(scene, ID, share)));
		await untilEnded(scene, ID, before + executions);
		const [last] = await storage.query(
			'SELECT extract(epoch FROM max("stoppedAt")) * 1000 AS at FROM execution_entity WHERE "workflowId" = $1',
			[ID],
		);
		const kept = await storage.query(
			`SELECT e.id, e.status, left(d.data, 2000) AS data FROM execution_entity e
			LEFT JOIN execution_data d ON d."executionId" = e.id
			WHERE e."workflowId" = $1 AND e.status <> 'success' AND coalesce(e."startedAt", e."createdAt") >= to_timestamp($2 / 1000.0)`,
			[ID, begun],
		);
		const unsuccessful = kept.map(
			({ id, status, data }) => `EXECUTION ${String(id)} ENDED AS ${String(status)}: ${String(data)}`,
		);
		const { updatedWorkers, refused, spanMs } = await vendor.counts();
		const ended = Number(last?.at);
		times.push({
			seconds: (ended - begun) / 1000,
			spanSeconds: spanMs / 1000,
			missed: AGENTS - updatedWorkers,
			refused,
			unsuccessful,
		});
	}
	return times;
}
