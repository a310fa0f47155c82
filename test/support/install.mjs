import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, step } from './steps.mjs';

/** npm leaves this file at the end of every install, after the lock file: older than the lock file means the lock file has moved on. */
const marker = resolve(root, 'node_modules/.package-lock.json');

/** Installs what the lock file names, when that has not been done yet. */
export async function installIfStale() {
	const wanted = statSync(resolve(root, 'package-lock.json')).mtimeMs;
	if (existsSync(marker) && statSync(marker).mtimeMs >= wanted) return;
	await step('install (npm ci)', ['npm', 'ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
}
