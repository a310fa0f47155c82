import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { pathsOf } from '../../demo/bootstrap/demo';
import type { Demo } from '../../demo/bootstrap/demo';
import { startSimulators } from '../../demo/bootstrap/startSimulators';
import type { Services } from '../../demo/bootstrap/startSimulators';
import { findRunningVendors } from '../../demo/bootstrap/vendors';
import type { RunningVendor } from '../../demo/bootstrap/vendors';
import type { N8nClient } from '../../demo/n8n/client';
import { importAll } from '../../demo/n8n/importAll';
import { readOrMakeOwner } from '../../demo/n8n/owner';
import type { Owner } from '../../demo/n8n/owner';
import { findChromium, inBrowser, NO_CHROMIUM } from '../../demo/observe/chromium';
import { Editor } from '../../demo/observe/editor';
import { openChecks } from '../e2e/checks';
import type { Checks } from '../e2e/checks';
import { chosenParts, runParts, type Asked } from '../support/parts';
import { openServerHome } from '../support/runningN8n';
import { checkAgentState } from './agentState';
import { checkCredentials } from './credentials';
import { checkFirstMinutes } from './firstMinutes';
import { checkPanel } from './panel';
import { checkSchedule } from './schedule';
import { checkTables } from './tables';
import { checkWorkflows } from './workflows';

/** What a part works with: n8n as `npm start` leaves it, and a browser in which nobody is signed in. */
export interface Stage {
	root: string;
	editor: Editor;
	owner: Owner;
	client: N8nClient;
	services: Services;
	vendors: RunningVendor[];
	checks: Checks;
	/** Whether the first minutes are kept as a film for the README. */
	isFilmed: boolean;
}

/** Of a usual notebook. */
const SCREEN = { width: 1440, height: 900 };

/** In this order. The first one signs in itself. */
const PARTS: Record<string, (stage: Stage) => Promise<void>> = {
	minutes: checkFirstMinutes,
	panel: checkPanel,
	credentials: checkCredentials,
	states: checkAgentState,
	schedule: checkSchedule,
	tables: checkTables,
	workflows: checkWorkflows,
};

/** Those of `--short`. */
const SHORT = ['minutes', 'panel', 'states', 'schedule'];

/** Why nothing can be tested here, if so. */
export const whyNot = (): string | undefined => (findChromium() === undefined ? NO_CHROMIUM : undefined);

type Given = Pick<Demo, 'root' | 'node' | 'processes' | 'progress'> & { folder: string };

/** @returns how many checks were met, and how many were not */
export async function runInBrowser(
	given: Given,
	{ isFilmed, ...asked }: Asked & { isFilmed: boolean },
): Promise<Checks['counts']> {
	const { root, folder, progress } = given;
	const chosen = chosenParts(PARTS, SHORT, asked);
	const checks = openChecks(progress);
	const interrupted = new AbortController().signal;
	const home = join(folder, 'n8n');
	const { services } = await progress.step(
		'Start the simulated services',
		async () => await startSimulators({ ...given, port: 0, once: true, interrupted }),
	);
	const vendors = findRunningVendors(root, services);
	const { client, url } = await progress.step('Start n8n with the pack', async () => {
		const server = await openServerHome(given, home);
		return await server.start(5740);
	});
	const paths = pathsOf(root, home);
	const owner = await readOrMakeOwner(paths.owner);
	await progress.step(
		'Import credentials and workflows',
		async () => await importAll(client, vendors, services, paths.workflows),
	);
	await inBrowser(SCREEN, async (page) => {
		const editor = new Editor(page, url);
		if (!chosen.some(([name]) => name === 'minutes')) await editor.signIn(owner);
		const scene = { root, editor, owner, client, services, vendors, checks, isFilmed };
		await runParts(chosen, scene, { progress, checks }, async (name) => {
			const picture = join(root, 'coverage/browser', `${name}.png`);
			await mkdir(join(root, 'coverage/browser'), { recursive: true });
			await page.screenshot({ path: picture });
			return [`What was on the screen: ${picture}`];
		});
	});
	return checks.counts;
}
