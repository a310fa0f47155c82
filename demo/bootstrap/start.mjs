// `npm start`. Node built-ins only in this file and what it imports: it runs before anything is installed.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { explain } from './explain.mjs';
import { prepare } from './prepare.mjs';
import { createProcesses } from './processes.mjs';
import { createProgress } from './progress.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const usage = `Agent state: a real n8n with this node pack, simulated services and ready-made workflows.

  npm start                 prepares everything, runs the first example, leaves the editor open
  npm start -- --all        runs all examples, leaves the editor open
  npm start -- --once       runs all examples, then stops; exit status 0 when every agent is as it should be
  npm start -- --port 5700  where the editor should be (default 5678; the next free port is taken)
  npm start -- --help       this text

Needs Node 20.19 or newer and npm on Linux, macOS or Windows; n8n's own Node 24 is fetched from npm when necessary.
The first start installs n8n and takes two to five minutes, later ones take seconds. Nothing leaves this machine:
n8n, its database (demo/.n8n-home) and the services listen on 127.0.0.1 only. Delete demo/.n8n-home to start over.
Each start puts the ready-made workflows back as they were: duplicate one to keep what you change in it.`;

const options = readOptions();
const progress = createProgress();
const logs = join(root, 'demo/.n8n-home/logs');
const processes = createProcesses(logs);
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupted.abort());
interrupted.signal.addEventListener('abort', () => void processes.stopAll());

try {
	const node = await prepare({ root, progress, processes });
	const { tsImport } = await import('tsx/esm/api');
	const { runDemo } = await tsImport('../scenarios/runDemo.ts', import.meta.url);
	await runDemo({ root, node, ...options, progress, processes, interrupted: interrupted.signal });
} catch (reason) {
	process.exitCode = 1;
	if (!interrupted.signal.aborted) explain('The demo', reason);
} finally {
	await processes.stopAll();
	if (interrupted.signal.aborted) progress.note('Stopped.');
}

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				all: { type: 'boolean' },
				once: { type: 'boolean' },
				port: { type: 'string' },
				help: { type: 'boolean' },
			},
		});
		const port = Number(values.port ?? 5678);
		if (!Number.isInteger(port) || port < 1024 || port > 65_000)
			throw new Error(`--port takes a number from 1024 to 65000, not "${values.port}".`);
		if (!values.help) return { all: values.all ?? false, once: values.once ?? false, port };
		console.log(usage);
	} catch (error) {
		console.error(`${error.message}\n\n${usage}`);
		process.exit(2);
	}
	process.exit(0);
}
