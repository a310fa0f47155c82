// `npm run bench`. Node built-ins only in this file and what it imports: it runs before anything is installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { explain } from '../../demo/bootstrap/explain.mjs';
import { prepare } from '../../demo/bootstrap/prepare.mjs';
import { createProcesses } from '../../demo/bootstrap/processes.mjs';
import { createProgress } from '../../demo/bootstrap/progress.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const usage = `Benchmarks: the nodes against n8n's HTTP Request node, side by side in a real n8n.

  npm run bench                     all of them, more than an hour
  npm run bench -- --only=A,B       some of them
  npm run bench -- --pairs=3        how often each side runs (default 5)
  npm run bench -- --full           H with 5,000 deliveries instead of 150, with lazy sandboxes alone
  npm run bench -- --quick          a tenth of the agents, once: whether everything works
  npm run bench -- --profile        where the time goes in each node, instead of comparing them

Exit status 0 when everything ran, whether or not a target was held.`;

const options = readOptions();
const progress = createProgress();
const logs = mkdtempSync(join(tmpdir(), 'agent-state-bench-logs-'));
const processes = createProcesses(logs);
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
	process.on(signal, () => {
		interrupted = true;
		void processes.stopAll();
	});

try {
	const node = await prepare({ root, progress, processes });
	const { tsImport } = await import('tsx/esm/api');
	const { runBenchmarks } = await tsImport('./run.ts', import.meta.url);
	await runBenchmarks({ root, node, ...options, progress, processes });
} catch (reason) {
	process.exitCode = 1;
	if (!interrupted) explain('The benchmarks', reason);
} finally {
	await processes.stopAll();
	if (!process.env.KEEPLOGS) rmSync(logs, { recursive: true, force: true });
}

function readOptions() {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', default: 'A,B,C,D,E,F,G,H,I,L,M' },
			pairs: { type: 'string' },
			quick: { type: 'boolean', default: false },
			full: { type: 'boolean', default: false },
			profile: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		process.exit(0);
	}
	const only = values.only.toUpperCase().split(',');
	const pairs = Number(values.pairs ?? (values.quick ? 1 : 5));
	const wrong = only.find((letter) => !/^[A-ILM]$/.test(letter));
	if (wrong !== undefined || !Number.isInteger(pairs) || pairs < 1) {
		console.error(usage);
		process.exit(2);
	}
	const { quick, full, profile } = values;
	return { only, pairs, quick, full, profile };
}
