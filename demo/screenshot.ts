import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, selectors } from 'playwright-core';
import type { Page } from 'playwright-core';

import { placesOf } from './demo';
import { readOrMakeOwner } from './owner';
import type { Owner } from './owner';
import { findRunningDemo } from './running';
import type { Running } from './running';
import { startDemo } from './startDemo';
import { SHIFT_WORKFLOW } from './workflows';

const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** File names of the pictures by the node whose panel they show. */
const PANELS = {
	'TaskRouter: take tasks': 'twilio-taskrouter',
	'Frontline: available': 'twilio-frontline',
	'Conversations: note it': 'twilio-conversations',
	'VoipNow: log in': 'voipnow',
	'Conpeek: online': 'conpeek',
};

// `npm run screenshots`: pictures of the shift example for the documentation, from a running demo or one started for it.
async function takeScreenshots(root: string): Promise<void> {
	const places = placesOf(root);
	const found = await findRunningDemo(places.running);
	const started = found ? undefined : await startDemo(root);
	try {
		const demo = found ?? started?.running;
		if (demo) await photograph(demo, await readOrMakeOwner(places.owner), join(root, 'docs/images'));
	} finally {
		await started?.stop();
	}
}

async function photograph({ url }: Running, owner: Owner, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	selectors.setTestIdAttribute('data-test-id');
	const profile = await mkdtemp(join(tmpdir(), 'agent-state-browser-'));
	const browser = await chromium.launchPersistentContext(profile, {
		executablePath: BROWSER,
		args: FLAGS,
		viewport: { width: 1600, height: 900 },
		locale: 'en-GB',
	});
	try {
		const page = browser.pages()[0] ?? (await browser.newPage());
		await logIn(page, url, owner);
		await openAndRun(page, url);
		await save(page, folder, 'start-shift');
		for (const [node, name] of Object.entries(PANELS)) {
			await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
			await page.getByTestId('ndv').waitFor();
			await page.waitForTimeout(1500);
			await save(page, folder, name);
			await page.keyboard.press('Escape');
			await page.getByTestId('ndv').waitFor({ state: 'hidden' });
		}
	} finally {
		await browser.close();
		await rm(profile, { recursive: true, force: true });
	}
}

async function logIn(page: Page, url: string, { email, password }: Owner): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.getByTestId('form-submit-button').click();
	// The editor goes to its home page by itself; going elsewhere before that would be undone.
	await page.waitForURL('**/home/**');
}

async function openAndRun(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/workflow/${SHIFT_WORKFLOW.id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.getByTestId('execute-workflow-button').first().click();
	await page
		.locator(`[data-node-name="${Object.keys(PANELS).at(-1) ?? ''}"] [data-test-id="canvas-node-status-success"]`)
		.waitFor();
	await page.getByTestId('zoom-to-fit').click();
	// The toast about the run, and the zoom, take a moment.
	await page.waitForTimeout(6000);
}

async function save(page: Page, folder: string, name: string): Promise<void> {
	const path = join(folder, `${name}.png`);
	await page.screenshot({ path });
	console.log(path);
}

takeScreenshots(process.cwd()).catch((reason: unknown) => {
	console.error(reason);
	process.exitCode = 1;
});
