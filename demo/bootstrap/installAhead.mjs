// Installs n8n alone, without the project: .ci/run does this beside the tests, which do not need it.
// Node built-ins only in this file and what it imports: it runs before anything is installed.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain } from './explain.mjs';
import { installN8n } from './installN8n.mjs';
import { createProcesses } from './processes.mjs';
import { createProgress } from './progress.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const processes = createProcesses(join(root, 'demo/.n8n-home/logs'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void processes.stopAll());

try {
	await installN8n({ root, progress: createProgress(), processes });
} catch (reason) {
	process.exitCode = 1;
	explain('The installation of n8n', reason);
}
