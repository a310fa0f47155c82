import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, selectors } from 'playwright-core';
import type { Page } from 'playwright-core';

import { PEOPLE } from '../../simulators';
import { pathsOf } from '../bootstrap/demo';
import { findRunningDemo } from '../bootstrap/running';
import type { Running } from '../bootstrap/running';
import { startDemo } from '../bootstrap/startDemo';
import { findVendors } from '../bootstrap/vendors';
import { LIST_WORKFLOW } from '../n8n/examples';
import type { Example } from '../n8n/examples';
import { readOrMakeOwner } from '../n8n/owner';
import type { Owner } from '../n8n/owner';
import { readWorkflows } from '../n8n/workflows';
import { showFourHundredAgents } from './fourHundredAgents';
import { FORMS, listPictures } from './pictures';
import type { Pictures } from './pictures';

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

// `npm run screenshots`: pictures of the examples for the documents, from a running demo or one started for it.
// `npm run screenshots -- forms` takes those of forms alone, which need no run.
async function takeScreenshots(root: string, [part]: string[]): Promise<void> {
	const paths = pathsOf(root);
	const found = await findRunningDemo(paths.running);
	const started = found ? undefined : await startDemo(root);
	try {
		const demo = found ?? started?.running;
		if (!demo) return;
		const vendors = Object.values(findVendors(root));
		const pictures = part === 'forms' ? [] : listPictures(await readWorkflows(paths.workflows), vendors);
		await photograph(demo, await readOrMakeOwner(paths.owner), pictures, join(root, 'docs/images'));
	} finally {
		await started?.stop();
	}
}

async function photograph({ url }: Running, owner: Owner, all: Pictures[], folder: string): Promise<void> {
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
		await photographForms(page, url, folder);
		if (all.length === 0) return;
		for (const pictures of all) await photographWorkflow(page, url, pictures, folder);
		await photographList(page, url, folder);
		await photographTable(page, url, owner, folder);
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

async function photographWorkflow(page: Page, url: string, pictures: Pictures, folder: string): Promise<void> {
	await open(page, url, pictures.workflow);
	await page.getByTestId('execute-workflow-button').first().click();
	await page.locator(`[data-node-name="${pictures.lastNode}"] [data-test-id="canvas-node-status-success"]`).waitFor();
	await page.getByTestId('zoom-to-fit').click();
	// The toast about the run, and the zoom, take a moment.
	await page.waitForTimeout(6000);
	await save(page, folder, pictures.canvas);
	for (const [node, name] of Object.entries(pictures.panels)) {
		await openPanel(page, node);
		await save(page, folder, name);
		await closePanel(page);
	}
}

async function photographForms(page: Page, url: string, folder: string): Promise<void> {
	for (const { workflow, node, name } of FORMS) {
		await open(page, url, workflow);
		await openPanel(page, node);
		await save(page, folder, name);
		await closePanel(page);
	}
}

/** The list of a locator as the editor gets it from the node: agents with their states. */
async function photographList(page: Page, url: string, folder: string): Promise<void> {
	await open(page, url, LIST_WORKFLOW);
	await openPanel(page, 'Carla takes a break');
	await page.getByTestId('resource-locator-worker').getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').filter({ hasText: PEOPLE.frank.name }).waitFor();
	await save(page, folder, 'from-list');
}

/** A supervisor's table: one line per agent. */
async function photographTable(page: Page, url: string, owner: Owner, folder: string): Promise<void> {
	const rows = await showFourHundredAgents(
		page,
		url,
		owner,
		async () => await save(page, folder, 'agent-state-table'),
	);
	console.log(`${rows} of 400 agents are on a screen of 1440 x 900.`);
}

async function open(page: Page, url: string, { id }: Example): Promise<void> {
	await page.goto(`${url}/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
}

async function openPanel(page: Page, node: string): Promise<void> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
	await page.getByTestId('ndv').waitFor();
	await page.waitForTimeout(1500);
}

async function closePanel(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
}

async function save(page: Page, folder: string, name: string): Promise<void> {
	const path = join(folder, `${name}.png`);
	await page.screenshot({ path });
	console.log(path);
}

takeScreenshots(process.cwd(), process.argv.slice(2)).catch((reason: unknown) => {
	console.error(reason);
	process.exitCode = 1;
});
