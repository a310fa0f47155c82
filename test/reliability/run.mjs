// `npm run test:reliability`: every operation under every fault, thousands of runs under random faults, and the rest of this
// folder. It prints what it found and holds docs/reliability.md to it; with --write it renews the page. Other arguments go to jest.
import { buildIfStale, installIfStale } from '../support/install.mjs';
import { runJest } from '../support/runJest.mjs';
import { StepFailed, verdict } from '../support/steps.mjs';

const asked = process.argv.slice(2);
const args = asked.filter((one) => one !== '--write');
const env = {
	AGENT_STATE_RELIABILITY: 'whole',
	...(asked.includes('--write') && { AGENT_STATE_RELIABILITY_WRITE: 'yes' }),
};

try {
	await installIfStale();
	await buildIfStale();
	verdict(await runJest({ name: 'reliability', args: args.length > 0 ? args : ['test/reliability'], env }));
} catch (reason) {
	if (!(reason instanceof StepFailed)) throw reason;
	verdict({ passed: 0, failed: 1 }, `Stopped: ${reason.message}.`);
}
