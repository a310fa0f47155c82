import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';

import { placesOf } from './demo';
import type { Demo, Started } from './demo';
import { findFreePort } from './freePort';

const START_LIMIT_MS = 180_000;

export interface RunningN8n {
	url: string;
	process: Started;
}

/** Starts n8n and waits until its API answers. */
export async function startN8n({ root, node, port, processes, interrupted }: Demo): Promise<RunningN8n> {
	const { home, n8n } = placesOf(root);
	const editor = await findFreePort(port);
	const broker = await findFreePort(editor + 1);
	const url = `http://127.0.0.1:${editor}`;
	const process = processes.start('n8n', [node, n8n, 'start'], {
		cwd: home,
		env: environment({ home, editor, broker, url }),
	});
	let end = '';
	void process.ended.then((words) => (end = words));

	const deadline = Date.now() + START_LIMIT_MS;
	while (!(await isReady(url))) {
		if (interrupted.aborted) throw new Error('Stopped.');
		if (end) throw logged(`n8n ended with ${end} before it was ready.`, process);
		if (Date.now() > deadline) throw logged(`n8n was not ready after ${START_LIMIT_MS / 1000} s.`, process);
		await sleep(250);
	}
	return { url, process };
}

async function isReady(url: string): Promise<boolean> {
	return await axios.get(`${url}/healthz/readiness`, { proxy: false, timeout: 2000 }).then(
		() => true,
		() => false,
	);
}

/** An error that names the log to look into; the bootstrap prints its end. */
export function logged(message: string, { log }: Started): Error {
	return Object.assign(new Error(message), { log });
}

function environment({
	home,
	editor,
	broker,
	url,
}: {
	home: string;
	editor: number;
	broker: number;
	url: string;
}): NodeJS.ProcessEnv {
	// Settings of a person's own n8n on this machine must not reach the demo's.
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N_|DB_|EXECUTIONS_|QUEUE_|npm_|NODE_OPTIONS$)/.test(name),
	);
	return {
		...Object.fromEntries(inherited),
		NO_PROXY: ['127.0.0.1', 'localhost', process.env.NO_PROXY ?? process.env.no_proxy].filter(Boolean).join(','),
		N8N_USER_FOLDER: home,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(editor),
		N8N_EDITOR_BASE_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(broker),
		// The editor is on plain http.
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_FORMAT: 'text',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// Nothing leaves the machine, and nothing stands between a first look and the canvas.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		// Parts that call n8n's servers at start, or fill the screen with what the demo has no use for.
		N8N_DISABLED_MODULES:
			'mcp-registry,mcp,instance-ai,chat-hub,agents,agent-evals,quick-connect,instance-reporting',
	};
}
