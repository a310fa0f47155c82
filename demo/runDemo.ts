import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';

import { placesOf } from './demo';
import type { Demo, Started } from './demo';
import { importAll } from './importAll';
import { installPack } from './installPack';
import { N8nClient } from './n8nClient';
import { readOrMakeOwner } from './owner';
import { forgetRunning, noteRunning, refuseSecondDemo } from './running';
import { runDrift } from './runDrift';
import { runMeeting } from './runMeeting';
import { runSheet } from './runSheet';
import { runShift } from './runShift';
import { runShifts } from './runShifts';
import { runSkillToBreak } from './runSkillToBreak';
import { logged, startN8n } from './startN8n';
import { startSimulators } from './startSimulators';
import type { RunningSimulators } from './startSimulators';
import { SHIFT_WORKFLOW } from './workflows';

/** From an installed pack to an open editor: starts everything, runs the examples once and shows what changed. */
export async function runDemo(demo: Demo): Promise<void> {
	const { root, progress, interrupted } = demo;
	const places = placesOf(root);
	await refuseSecondDemo(places.running);
	await mkdir(places.home, { recursive: true });

	await progress.step('Install the pack into n8n', async () => await installPack(demo), asIs);
	const simulators = await progress.step(
		'Start the simulated services',
		async () => await startSimulators(demo),
		addresses,
	);
	const { services } = simulators;
	const n8n = await progress.step('Start n8n', async () => await startN8n(demo), urlOf);
	try {
		await noteRunning(places.running, {
			url: n8n.url,
			processes: [n8n.process.pid, simulators.process.pid].filter((pid) => pid !== undefined),
		});
		const owner = await readOrMakeOwner(places.owner);
		const client = await progress.step('Sign in as the owner', async () => await N8nClient.signIn(n8n.url, owner));
		await progress.step(
			'Import credentials and workflows',
			async () => await importAll(client, services, places.workflows),
			asIs,
		);
		await runShift(demo, client, services);
		await runSkillToBreak(demo, client, services);
		await runSheet(demo, client, services);
		await runMeeting(demo, client, services);
		await runShifts(demo, client, services);
		await runDrift(demo, client, services);
		if (demo.once) return;

		progress.print(
			[
				'',
				`  The editor is open:  ${n8n.url}/workflow/${SHIFT_WORKFLOW.id}`,
				`  E-mail:              ${owner.email}`,
				`  Password:            ${owner.password}`,
				'',
				'  Ctrl-C stops everything.',
			].join('\n'),
		);
		const end = await Promise.race([
			once(interrupted, 'abort').then(() => undefined),
			endOf(n8n.process),
			endOf(simulators.process),
		]);
		if (end) throw end;
	} finally {
		await forgetRunning(places.running);
	}
}

async function endOf(process: Started): Promise<Error> {
	return logged(`The process "${process.name}" ended with ${await process.ended}.`, process);
}

const asIs = (words: string) => words;
const urlOf = ({ url }: { url: string }) => url;

function addresses({ services: { twilio, voipNow, conpeek, office } }: RunningSimulators): string {
	return `Twilio ${twilio}, VoipNow ${voipNow}, Conpeek ${conpeek}, office ${office}`;
}
