import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, selectors } from 'playwright-core';
import type { Page } from 'playwright-core';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Where systems keep Chromium, or a browser that is made of it. */
const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What to tell where there is none. */
export const NO_CHROMIUM =
	'no Chromium found; install it (on Debian: apt-get install chromium), or set CHROMIUM to the path of one';

/** The path of a Chromium, if there is one. */
export function findChromium(): string | undefined {
	const { CHROMIUM: told } = process.env;
	return (told === undefined || told === '' ? PLACES : [told]).find((path) => existsSync(path));
}

export interface Screen {
	width: number;
	height: number;
}

/** Opens a browser that remembers nothing, and closes it afterwards. */
export async function inBrowser<T>(screen: Screen, work: (page: Page) => Promise<T>): Promise<T> {
	const executablePath = findChromium();
	if (executablePath === undefined) throw new Error(`The browser does not start: ${NO_CHROMIUM}.`);
	selectors.setTestIdAttribute('data-test-id');
	const profile = await mkdtemp(join(tmpdir(), 'agent-state-browser-'));
	try {
		const browser = await chromium.launchPersistentContext(profile, {
			executablePath,
			args: FLAGS,
			viewport: screen,
			locale: 'en-GB',
		});
		try {
			return await work(browser.pages()[0] ?? (await browser.newPage()));
		} finally {
			await browser.close();
		}
	} finally {
		await rm(profile, { recursive: true, force: true });
	}
}
