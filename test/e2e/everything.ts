import { join } from 'node:path';

import type { Demo } from '../../demo/bootstrap/demo';
import { startConpeek, startTwilio } from '../../simulators';
import { demo as conpeekDemo } from '../../simulators/conpeek/demo';
import { demo as twilioDemo } from '../../simulators/twilio/demo';
import { openChecks } from './checks';
import { checkKilled } from './killed';
import { checkMemory } from './memory';
import { openN8n } from './n8n';
import { roster, workersOf } from './roster';
import { killedWorkflow, memoryWorkflow } from './workflows';

export interface Stage extends Pick<Demo, 'root' | 'node' | 'processes' | 'progress'> {
	/** Where n8n keeps everything; removed afterwards. */
	folder: string;
}

export interface Options {
	rounds: number;
	seed: number;
}

/** @returns how many checks were met, and how many were not */
export async function runEverything(stage: Stage, { rounds, seed }: Options) {
	const { progress, folder } = stage;
	const checks = openChecks(progress);
	const agents = roster();
	const twilio = await startTwilio({ seed: { workers: workersOf(agents) } });
	const conpeek = await startConpeek();
	try {
		const credentials = [twilioDemo.credential(twilio.url), conpeekDemo.credential(conpeek.url)];
		const n8n = await progress.step(
			'Set up an n8n of its own',
			async () =>
				await openN8n(stage, join(folder, 'home'), credentials, [killedWorkflow(agents), memoryWorkflow()]),
		);
		await checkMemory({ n8n, conpeek, checks });
		await checkKilled({ n8n, twilio, agents, checks, progress }, { rounds, seed });
	} finally {
		await Promise.all([twilio.close(), conpeek.close()]);
	}
	return checks.counts;
}
