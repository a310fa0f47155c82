// `npm run test:browser`: the packed pack in a real n8n, used in its editor as a person does, by a real Chromium.
// `npm run test:browser -- --only panel,minutes` runs some parts alone; `-- --short` those that .ci/run runs.
// Without a Chromium nothing is tested, which counts neither as passed nor as failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../../demo/bootstrap/prepare.mjs';
import { createProcesses, tailOf } from '../../demo/bootstrap/processes.mjs';
import { createProgress } from '../../demo/bootstrap/progress.mjs';
import { root, verdict } from '../support/steps.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'agent-state-browser-'));
const progress = createProgress();
const processes = createProcesses(join(folder, 'logs'), { keepAll: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void processes.stopAll());

try {
	const node = await prepare({ root, progress, processes });
	const { tsImport } = await import('tsx/esm/api');
	const { runInBrowser, whyNot } = await tsImport('./everything.ts', import.meta.url);
	const reason = whyNot();
	if (reason) console.log(`\nbrowser tests skipped: ${reason}`);
	else {
		const parts = values.only?.split(',');
		verdict(await runInBrowser({ root, node, folder, progress, processes }, { parts, isShort: values.short }));
	}
} catch (reason) {
	if (reason.log) console.log(tailOf(reason.log));
	verdict({ passed: 0, failed: 1 }, `Stopped: ${reason.stack ?? reason}`);
} finally {
	await processes.stopAll();
	rmSync(folder, { recursive: true, force: true });
}
