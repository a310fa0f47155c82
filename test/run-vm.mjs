// `npm run test:vm`: the tests once more on the Node and with the expression engine that a current n8n runs in production.
// n8n's `vm` engine needs Node 24, while the pack supports Node 20: this finds a Node 24 instead of asking for one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installIfStale } from './support/install.mjs';
import { runJest } from './support/runJest.mjs';
import { installed, root, step, StepFailed, verdict } from './support/steps.mjs';

/** This Node when it is new enough, else the one the demo brings along. */
async function node24() {
	if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
	const demo = join(root, 'demo/bootstrap/node24.mjs');
	if (!existsSync(demo)) throw new StepFailed('looking for Node 24: this is an older Node, and the demo brings none');
	const { findNode24 } = await import(pathToFileURL(demo).href);
	return await findNode24();
}

try {
	await installIfStale();
	const node = await node24();
	await step('build', installed('gulp/bin/gulp.js', 'build'));
	const env = { NODE_OPTIONS: '--experimental-vm-modules', AGENT_STATE_EXPRESSION_ENGINE: 'vm' };
	verdict(await runJest({ name: "tests with n8n's vm expression engine", node, args: process.argv.slice(2), env }));
} catch (reason) {
	verdict({ passed: 0, failed: 1 }, `Stopped: ${reason instanceof Error ? reason.message : String(reason)}.`);
}
