// Node built-ins only in this file and what it imports: it runs before anything is installed.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUN_RECORD, isInstalled } from './freshness.mjs';

const bunFolder = join(dirname(fileURLToPath(import.meta.url)), 'bun');
const bun = join(bunFolder, 'node_modules/@oven/bun-linux-x64/bin/bun');

/**
 * Installs exactly what the package-lock.json of a folder names, without install scripts. Bun does so in a twentieth of npm's
 * time; npm does it on platforms on which bun was not tried, and where bun fails, as on a processor without AVX2.
 * @param {string} folder
 * @param {(command: string[], options: { cwd: string, env?: NodeJS.ProcessEnv }) => Promise<unknown>} run
 * @param {(words: string) => void} note
 */
export async function installLocked(folder, run, note) {
	if (!isInstalled(bunFolder)) await run(['npm', 'ci'], { cwd: bunFolder });
	if (existsSync(bun)) {
		try {
			return await installWithBun(folder, run);
		} catch (reason) {
			// A program that failed has a log; whoever stopped the demo wants no other one.
			if (reason.log === undefined) throw reason;
			note(`${reason.message} Now npm installs the packages, which takes a few minutes.`);
		}
	}
	await run(['npm', 'ci'], { cwd: folder });
}

async function installWithBun(folder, run) {
	const modules = join(folder, 'node_modules');
	rmSync(modules, { recursive: true, force: true });
	// Bun unpacks into its cache and links from there: both must be on one file system, and outside of the user's home.
	const cache = join(modules, '.bun-cache');
	await run([bun, 'install', '--frozen-lockfile', '--ignore-scripts'], {
		cwd: folder,
		env: { ...process.env, BUN_INSTALL_CACHE_DIR: cache, DO_NOT_TRACK: '1' },
	});
	rmSync(cache, { recursive: true, force: true });
	copyFileSync(join(folder, 'package-lock.json'), join(modules, BUN_RECORD));
}
