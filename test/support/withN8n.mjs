import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explain } from '../../demo/bootstrap/explain.mjs';
import { prepare } from '../../demo/bootstrap/prepare.mjs';
import { createProcesses } from '../../demo/bootstrap/processes.mjs';
import { createProgress } from '../../demo/bootstrap/progress.mjs';
import { root, verdict } from './steps.mjs';

/**
 * Runs checks that need a real n8n, in a folder of their own, and ends with their verdict. Whatever they start is ended, and
 * the folder is removed.
 * @param {string} name of the folder
 * @param {(stage: object) => Promise<{ passed: number, failed: number } | undefined>} check nothing: it was skipped
 */
export async function withN8n(name, check) {
	const folder = mkdtempSync(join(tmpdir(), `agent-state-${name}-`));
	const progress = createProgress();
	const processes = createProcesses(join(folder, 'logs'), { keepAll: true });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void processes.stopAll());
	try {
		const node = await prepare({ root, progress, processes });
		const counts = await check({ root, node, folder, progress, processes });
		if (counts) verdict(counts);
	} catch (reason) {
		explain(`"npm run test:${name}"`, reason);
		verdict({ passed: 0, failed: 1 });
	} finally {
		await processes.stopAll();
		rmSync(folder, { recursive: true, force: true });
	}
}
