import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { pathsOf } from './demo';
import { findRunningDemo } from './running';
import type { Running } from './running';

/** `npm start -- --all` as a process of its own, and the way to stop it; its progress goes to this terminal. */
export async function startDemo(root: string): Promise<{ running: Running; stop: () => Promise<void> }> {
	const child = spawn(process.execPath, [join(root, 'demo/bootstrap/start.mjs'), '--all'], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit');
	let printed = '';
	child.stdout.on('data', (chunk: Buffer) => {
		process.stdout.write(chunk);
		printed += chunk.toString();
	});
	while (!printed.includes('The editor is open')) {
		if (child.exitCode !== null) throw new Error('The demo did not start.');
		await sleep(200);
	}
	const running = await findRunningDemo(pathsOf(root).running);
	if (!running) throw new Error('The demo says it is open, but does not answer.');
	return {
		running,
		stop: async () => {
			child.kill('SIGTERM');
			await ended;
		},
	};
}
