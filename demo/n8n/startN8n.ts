import axios from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorWithLog, pathsOf } from '../bootstrap/demo';
import type { Demo, Paths, Started } from '../bootstrap/demo';
import { findFreePort } from '../bootstrap/freePort';
import { tailOf } from '../bootstrap/processes.mjs';
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
	demo: Pick<Demo, 'root' | 'node' | 'port' | 'processes' | 'interrupted'>,
	options: StartOptions = {},
): Promise<RunningN8n> {
	const { root, node, port, processes, interrupted } = demo;
	const { paths = pathsOf(root), flags = [], env = {} } = options;
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
		// Someone else may take a free port while n8n starts.
		if (end && tailOf(process.log).includes('already in use'))
			return await startN8n({ ...demo, port: editor + 1 }, options);
		if (end) throw errorWithLog(`n8n ended with ${end} before it was ready.`, process);
		if (Date.now() > deadline) throw errorWithLog(`n8n was not ready after ${START_LIMIT_MS / 1000} s.`, process);
		await sleep(250);
	}
	return { url, process };
}

/** Older n8n says that it is ready before its API answers. */
async function isReady(url: string): Promise<boolean> {
	const answers = ['/healthz/readiness', '/rest/settings'].map(
		async (path) => await axios.get(`${url}${path}`, { proxy: false, timeout: 2000 }),
	);
	return await Promise.all(answers).then(
		() => true,
		() => false,
	);
}
