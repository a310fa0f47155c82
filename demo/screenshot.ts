import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, selectors } from 'playwright-core';
import type { Page } from 'playwright-core';

import { PEOPLE } from '../simulators/seed';
import { placesOf } from './demo';
import { readOrMakeOwner } from './owner';
import type { Owner } from './owner';
import { findRunningDemo } from './running';
import type { Running } from './running';
import { startDemo } from './startDemo';
import {
	BREAK_WORKFLOW,
	LIST_WORKFLOW,
	MEETING_WORKFLOW,
	SHEET_WORKFLOW,
	SHIFT_WORKFLOW,
	START_WORKFLOW,
} from './workflows';
import type { Example } from './workflows';

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

/** The pictures of a workflow: of its canvas after a run, and of the panels of nodes; each named by its file. */
interface Pictures {
	workflow: Example;
	/** the node whose success ends the run */
	last: string;
	canvas: string;
	panels: Record<string, string>;
}

const PICTURES: Pictures[] = [
	{
		workflow: SHIFT_WORKFLOW,
		last: 'Conpeek: online',
		canvas: 'start-shift',
		panels: {
			'Frontline: available': 'twilio-frontline',
			'Conversations: note it': 'twilio-conversations',
			'VoipNow: log in': 'voipnow',
			'Conpeek: online': 'conpeek',
		},
	},
	{
		workflow: BREAK_WORKFLOW,
		last: 'What changed',
		canvas: 'skill-to-break',
		panels: {
			'English speakers': 'get-many-workers',
			'Send on a break': 'set-activity',
		},
	},
	{
		workflow: SHEET_WORKFLOW,
		last: 'Tell the team lead',
		canvas: 'agent-state-sheet',
		panels: {},
	},
	{
		workflow: MEETING_WORKFLOW,
		last: 'Back as they were',
		canvas: 'team-meeting',
		panels: { 'Into the meeting': 'agent-state-fields' },
	},
	{
		workflow: START_WORKFLOW,
		last: 'Set the states',
		canvas: 'start-of-shift',
		panels: { 'Who works now': 'shift-schedule' },
	},
];

// `npm run screenshots`: pictures of the examples for the documentation, from a running demo or one started for it.
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
		for (const pictures of PICTURES) await photographWorkflow(page, url, pictures, folder);
		await photographList(page, url, folder);
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
	await page.locator(`[data-node-name="${pictures.last}"] [data-test-id="canvas-node-status-success"]`).waitFor();
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

/** The list of a locator as the editor gets it from the node; it says who is there and what they are doing. */
async function photographList(page: Page, url: string, folder: string): Promise<void> {
	await open(page, url, LIST_WORKFLOW);
	await openPanel(page, 'Carla takes a break');
	await page.getByTestId('resource-locator-worker').getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').filter({ hasText: PEOPLE.frank.name }).waitFor();
	await save(page, folder, 'from-list');
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

takeScreenshots(process.cwd()).catch((reason: unknown) => {
	console.error(reason);
	process.exitCode = 1;
});
