// `npm run test:e2e`: the packed pack in a real n8n, which is killed half-way and run again.
// `npm run test:e2e -- --rounds 3 --seed 42` repeats a part of it, with the same random choices, and
// `npm run test:e2e -- --only trigger` checks the TaskRouter trigger alone. After all of it, everything that n8n left behind is
// searched for the credentials' keys.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../../demo/bootstrap/prepare.mjs';
import { createProcesses, tailOf } from '../../demo/bootstrap/processes.mjs';
import { createProgress } from '../../demo/bootstrap/progress.mjs';
import { root, verdict } from '../support/steps.mjs';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '20' },
		seed: { type: 'string', default: String(Date.now() % 1e6) },
		only: { type: 'string' },
	},
});
const folder = mkdtempSync(join(tmpdir(), 'agent-state-e2e-'));
const progress = createProgress();
const processes = createProcesses(join(folder, 'logs'), { keepAll: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void processes.stopAll());

try {
	const node = await prepare({ root, progress, processes });
	const { tsImport } = await import('tsx/esm/api');
	const { runEverything } = await tsImport('./everything.ts', import.meta.url);
	const options = { rounds: Number(values.rounds), seed: Number(values.seed) };
	const parts = values.only?.split(',');
	verdict(await runEverything({ root, node, folder, progress, processes }, options, parts));
} catch (reason) {
	if (reason.log) console.log(tailOf(reason.log));
	verdict({ passed: 0, failed: 1 }, `Stopped: ${reason.stack ?? reason}`);
} finally {
	await processes.stopAll();
	rmSync(folder, { recursive: true, force: true });
}
