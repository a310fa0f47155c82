import { join } from 'node:path';
import { isFresh, isInstalled, SOURCES_OF_PACK } from '../../demo/bootstrap/freshness.mjs';
import { installed, root, step } from './steps.mjs';

/** Installs what the lock file names, unless that is done already. */
export async function installIfStale() {
	if (isInstalled(root)) return;
	await step('install (npm ci)', ['npm', 'ci', '--no-audit', '--no-fund']);
}

/** Builds the pack, unless dist is newer than all its sources. */
export async function buildIfStale() {
	const sources = SOURCES_OF_PACK.map((path) => join(root, path));
	if (!isFresh(join(root, 'dist'), sources)) await step('build', installed('gulp/bin/gulp.js', 'build'));
}
