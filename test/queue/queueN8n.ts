import axios from 'axios';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorWithLog, pathsOf } from '../../demo/bootstrap/demo';
import type { Started } from '../../demo/bootstrap/demo';
import { findFreePort } from '../../demo/bootstrap/freePort';
import { signalGroup } from '../../demo/bootstrap/processes.mjs';
import type { N8nClient } from '../../demo/n8n/client';
import { environment } from '../../demo/n8n/environment';
import { openServerHome } from '../support/runningN8n';
import type { QueueStage } from './everything';
import type { Storage } from './storage';

export interface Worker {
	process: Started;
	/** kill -9 */
	kill(): Promise<void>;
}

/** n8n in queue mode: what the main process hands out, workers execute. */
export interface QueueN8n {
	client: N8nClient;
	/** Of the webhook process, which alone answers production webhooks. */
	webhookUrl: string;
	workers: Worker[];
	startWorker(): Promise<Worker>;
	/** Ends all of its processes. */
	close(): Promise<void>;
}

const PORT = 5900;
const START_LIMIT_MS = 180_000;

/**
 * How soon n8n notices that a worker is gone: by default a lock of a minute, a look every half minute, and a search for
 * executions without a job every three hours.
 */
const SOON = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.1',
};

/** @param more variables of all processes */
export async function openQueueN8n(
	stage: QueueStage,
	storage: Storage,
	{ workers: wanted, more = {} }: { workers: number; more?: NodeJS.ProcessEnv },
): Promise<QueueN8n> {
	const { root, node, processes } = stage;
	const home = join(stage.folder, 'n8n');
	const paths = pathsOf(root, home, join(home, 'packed'));
	const webhookPort = await findFreePort(PORT);
	const webhookUrl = `http://127.0.0.1:${webhookPort}`;
	const env = {
		...storage.env,
		...SOON,
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		WEBHOOK_URL: `${webhookUrl}/`,
		...more,
	};
	const server = await (await openServerHome(stage, home)).start(webhookPort + 1, { env });

	/** @param healthPort at which it says that it is ready */
	async function start(kind: 'worker' | 'webhook', healthPort: number, given: NodeJS.ProcessEnv): Promise<Worker> {
		const broker = await findFreePort(healthPort + 1);
		const variables = {
			...environment({ home, editor: healthPort, broker, url: server.url }),
			NODE_COMPILE_CACHE: paths.compiled,
			...env,
			...given,
		};
		const started = processes.start(kind, [node, paths.n8n, kind], { cwd: home, env: variables });
		await untilReady(started, `http://127.0.0.1:${healthPort}/healthz`);
		return {
			process: started,
			kill: async () => {
				// It leads a group, with its task runner in it.
				signalGroup(started, 'SIGKILL');
				await started.ended;
			},
		};
	}

	const workers: Worker[] = [];
	const startWorker = async () => {
		const port = await findFreePort(PORT + 100 + 10 * workers.length);
		const worker = await start('worker', port, {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
		});
		workers.push(worker);
		return worker;
	};
	const webhooks = await start('webhook', webhookPort, {});
	for (let number = 1; number <= wanted; number += 1) await startWorker();
	const close = async () => {
		await Promise.all([server, webhooks, ...workers].map(async (each) => await each.kill()));
	};
	return { client: server.client, webhookUrl, workers, startWorker, close };
}

async function untilReady(started: Started, url: string): Promise<void> {
	let end = '';
	void started.ended.then((words) => (end = words));
	const deadline = Date.now() + START_LIMIT_MS;
	for (;;) {
		const isReady = await axios.get(url, { proxy: false, timeout: 2000 }).then(
			() => true,
			() => false,
		);
		if (isReady) return;
		if (end !== '' || Date.now() > deadline)
			throw errorWithLog(`n8n's ${started.name} was not ready (${end || 'it still runs'}).`, started);
		await sleep(250);
	}
}
