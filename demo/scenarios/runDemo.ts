import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';

import { errorWithLog, pathsOf } from '../bootstrap/demo';
import type { Demo, Started } from '../bootstrap/demo';
import { forgetRunning, noteRunning, refuseSecondDemo } from '../bootstrap/running';
import { startSimulators } from '../bootstrap/startSimulators';
import type { RunningSimulators } from '../bootstrap/startSimulators';
import { findRunningVendors } from '../bootstrap/vendors';
import { N8nClient } from '../n8n/client';
import { SHIFT_WORKFLOW } from '../n8n/examples';
import { importAll } from '../n8n/importAll';
import { installPack } from '../n8n/installPack';
import { readOrMakeOwner } from '../n8n/owner';
import { startN8n } from '../n8n/startN8n';
import { makeRosterTable } from './makeRosterTable';
import { runAdherence } from './runAdherence';
import { runCollect } from './runCollect';
import { runDrift } from './runDrift';
import { runMessages } from './runMessages';
import { runMeeting } from './runMeeting';
import { runQueueMemory } from './runQueueMemory';
import { runSheet } from './runSheet';
import { runShift } from './runShift';
import { runShifts } from './runShifts';
import { runSkillToBreak } from './runSkillToBreak';
import { runSync } from './runSync';
import { runUnplannedBreak } from './runUnplannedBreak';
import type { Scenario } from './scenario';

/** What whoever starts the demo sees, and needs for the first steps of the documents. */
const FIRST_SCENARIOS = [runShift, makeRosterTable];

/** All others, which are tests. In this order: a scenario finds the agents as the one before left them. */
const MORE_SCENARIOS = [
	runSkillToBreak,
	runSheet,
	runMeeting,
	runShifts,
	runDrift,
	runUnplannedBreak,
	runMessages,
	runAdherence,
	runCollect,
	runSync,
	runQueueMemory,
];

/** From an installed pack to an open editor: starts everything, runs scenarios once and shows what changed. */
export async function runDemo(demo: Demo): Promise<void> {
	const { root, progress, interrupted } = demo;
	const paths = pathsOf(root);
	await refuseSecondDemo(paths.running);
	await mkdir(paths.home, { recursive: true });

	await progress.step('Install the pack into n8n', async () => await installPack(demo), asIs);
	const simulators = await progress.step(
		'Start the simulated services',
		async () => await startSimulators(demo),
		listServices,
	);
	const { services } = simulators;
	const vendors = findRunningVendors(root, services);
	const n8n = await progress.step(
		'Start n8n',
		async () => await startN8n(demo),
		({ url }) => url,
	);
	try {
		await noteRunning(paths.running, {
			url: n8n.url,
			processes: [n8n.process.pid, simulators.process.pid].filter((pid) => pid !== undefined),
		});
		const owner = await readOrMakeOwner(paths.owner);
		const client = await progress.step('Sign in as the owner', async () => await N8nClient.signIn(n8n.url, owner));
		await progress.step(
			'Import credentials and workflows',
			async () => await importAll(client, vendors, services, paths.workflows),
			asIs,
		);
		const scenario: Scenario = { progress, client, services, vendors };
		const isAll = demo.once || demo.all;
		for (const run of [...FIRST_SCENARIOS, ...(isAll ? MORE_SCENARIOS : [])]) await run(scenario);
		if (demo.once) return;

		progress.print(
			[
				'',
				`  The editor is open:  ${n8n.url}/workflow/${SHIFT_WORKFLOW.id}`,
				`  Email:               ${owner.email}`,
				`  Password:            ${owner.password}`,
				'',
				'  Ctrl-C stops everything.',
			].join('\n'),
		);
		const failure = await Promise.race([
			once(interrupted, 'abort').then(() => undefined),
			failureOf(n8n.process),
			failureOf(simulators.process),
		]);
		if (failure) throw failure;
	} finally {
		await forgetRunning(paths.running);
	}
}

/** Resolves when a process that should keep running has ended. */
async function failureOf(process: Started): Promise<Error> {
	return errorWithLog(`The process "${process.name}" ended with ${await process.ended}.`, process);
}

const asIs = (words: string) => words;

const listServices = ({ services }: RunningSimulators) =>
	Object.entries(services)
		.map(([name, url]) => `${name} ${url}`)
		.join(', ');
