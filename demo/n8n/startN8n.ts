import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorWithLog, pathsOf } from '../bootstrap/demo';
import type { Demo, Paths, Started } from '../bootstrap/demo';
import { findFreePort } from '../bootstrap/freePort';
import { environment } from './environment';

const START_LIMIT_MS = 180_000;

export interface RunningN8n {
	url: string;
	process: Started;
}

export interface StartOptions {
	/** where n8n is and keeps its files; the demo's unless given */
	paths?: Paths;
	/** flags for Node itself */
	flags?: string[];
	/** variables besides those that the demo sets */
	env?: NodeJS.ProcessEnv;
}

/** Starts n8n and waits until its API answers. */
export async function startN8n(
	{ root, node, port, processes, interrupted }: Pick<Demo, 'root' | 'node' | 'port' | 'processes' | 'interrupted'>,
	{ paths = pathsOf(root), flags = [], env = {} }: StartOptions = {},
): Promise<RunningN8n> {
	const { home, n8n, compiled } = paths;
	const editor = await findFreePort(port);
	const broker = await findFreePort(editor + 1);
	const url = `http://127.0.0.1:${editor}`;
	const process = processes.start('n8n', [node, ...flags, n8n, 'start'], {
		cwd: home,
		env: { ...environment({ home, editor, broker, url }), NODE_COMPILE_CACHE: compiled, ...env },
	});
	let end = '';
	void process.ended.then((words) => (end = words));

	const deadline = Date.now() + START_LIMIT_MS;
	while (!(await isReady(url))) {
		if (interrupted.aborted) throw new Error('Stopped.');
		if (end) throw errorWithLog(`n8n ended with ${end} before it was ready.`, process);
		if (Date.now() > deadline) throw errorWithLog(`n8n was not ready after ${START_LIMIT_MS / 1000} s.`, process);
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
