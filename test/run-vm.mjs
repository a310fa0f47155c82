// `npm run test:vm`: the tests that evaluate expressions once more, on the Node and with the expression engine that a current
// n8n runs in production. All other tests would do the same again as in `npm test`.
// n8n's `vm` engine needs Node 24, while the pack supports Node 20: this finds a Node 24 instead of asking for one.
import { findNode24 } from '../demo/bootstrap/node24.mjs';
import { buildIfStale, installIfStale } from './support/install.mjs';
import { runJest } from './support/runJest.mjs';
import { root, StepFailed, verdict } from './support/steps.mjs';

/** @returns {Promise<string[]>} test files, or what the caller asked for */
async function chooseTests() {
	const asked = process.argv.slice(2);
	if (asked.length > 0) return asked;
	const { tsImport } = await import('tsx/esm/api');
	const { findExpressionTests } = await tsImport('./support/expressionTests.ts', import.meta.url);
	const found = findExpressionTests(root);
	if (found.length === 0) throw new StepFailed('looking for tests that evaluate expressions: there are none');
	console.log(`\n${found.length} test files evaluate expressions:\n${found.map((file) => `  ${file}`).join('\n')}`);
	return ['--runTestsByPath', ...found];
}

try {
	await installIfStale();
	const node = await findNode24();
	await buildIfStale();
	const env = { NODE_OPTIONS: '--experimental-vm-modules', AGENT_STATE_EXPRESSION_ENGINE: 'vm' };
	verdict(await runJest({ name: "tests with n8n's vm expression engine", node, args: await chooseTests(), env }));
} catch (reason) {
	verdict({ passed: 0, failed: 1 }, `Stopped: ${reason instanceof Error ? reason.message : String(reason)}.`);
}
