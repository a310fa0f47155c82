import { join } from 'node:path';

import type { Demo } from '../../demo/bootstrap/demo';
import { findRunningVendors } from '../../demo/bootstrap/vendors';
import { importAll } from '../../demo/n8n/importAll';
import { runAdherence } from '../../demo/scenarios/runAdherence';
import { runMessages } from '../../demo/scenarios/runMessages';
import { runSheet } from '../../demo/scenarios/runSheet';
import { runShift } from '../../demo/scenarios/runShift';
import { runSkillToBreak } from '../../demo/scenarios/runSkillToBreak';
import { runSync } from '../../demo/scenarios/runSync';
import { runUnplannedBreak } from '../../demo/scenarios/runUnplannedBreak';
import type { Scenario } from '../../demo/scenarios/scenario';
import { simulatedServices } from '../../simulators';
import { openChecks } from '../e2e/checks';
import type { Checks } from '../e2e/checks';
import { openServerHome } from '../support/runningN8n';
import { runWithRefusedToken } from './runWithRefusedToken';

type Stage = Pick<Demo, 'root' | 'node' | 'processes' | 'progress'> & { folder: string };

interface Installed {
	folder: string;
	env: NodeJS.ProcessEnv;
}

/** In this order: a scenario finds the agents as the one before left them. */
const SCENARIOS: ReadonlyArray<readonly [what: string, run: (scenario: Scenario) => Promise<void>]> = [
	['the nodes of all five services set a state', runShift],
	['a token that VoipNow refuses is renewed', runWithRefusedToken],
	['TaskRouter changes skills and Activities', runSkillToBreak],
	['Agent State sets the states of a list, and the second time nothing', runSheet],
	['Shift Schedule says who is on duty, and whose break comes next', runMessages],
	['Schedule Adherence compares days, and draws them', runAdherence],
	['the Agent State Trigger finds changes', runSync],
	// Last: for some seconds a trigger passes over what this n8n has set itself, such as the break of the list.
	['the TaskRouter Trigger hears a change, and is gone afterwards', runUnplannedBreak],
];

/**
 * Runs the pack in one version of n8n: installed as a user would, with all ready-made workflows.
 *
 * @param installed folder of that n8n, and the variables that it needs
 * @returns how many checks were met, and how many were not
 */
export async function checkVersion(stage: Stage, version: string, installed: Installed): Promise<Checks['counts']> {
	const { root, folder, progress } = stage;
	const checks = openChecks(progress);
	const started = await Promise.all(
		simulatedServices().map(async ({ id, start }) => ({ id, simulator: await start({}) })),
	);
	try {
		const services = Object.fromEntries(started.map(({ id, simulator }) => [id.toLowerCase(), simulator.url]));
		const vendors = findRunningVendors(root, services);
		const home = await openServerHome(stage, join(folder, version), installed.folder);
		const { client, kill } = await progress.step(
			`Start n8n ${version}`,
			async () => await home.start(PORT, { env: installed.env }),
		);
		const scenario: Scenario = { progress, client, services, vendors };
		await check(checks, `${version}: credentials are tested and workflows imported`, async () => {
			await importAll(client, vendors, services, join(root, 'workflows'));
		});
		for (const [what, run] of SCENARIOS)
			await check(checks, `${version}: ${what}`, async () => {
				await run(scenario);
			});
		await kill();
	} finally {
		await Promise.all(started.map(async ({ simulator }) => await simulator.close()));
	}
	return checks.counts;
}

const PORT = 5830;

/** One that breaks off leaves the others to be tried. */
async function check(checks: Checks, line: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
		checks.check(line, []);
	} catch (reason) {
		checks.check(line, [reason instanceof Error ? reason.message : String(reason)]);
	}
}
