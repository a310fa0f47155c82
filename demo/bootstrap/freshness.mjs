import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** In node_modules: the lock file that bun last installed from. */
export const BUN_RECORD = '.installed-by-bun.json';

/**
 * Whether node_modules holds what the lock file names. What was installed is recorded at the end of every install,
 * so an interrupted one counts as not installed. Packages for other platforms, and those the lock file itself calls
 * extraneous, may be absent.
 * @param {string} folder of package-lock.json
 */
export function isInstalled(folder) {
	const installed =
		packagesOf(join(folder, 'node_modules', BUN_RECORD)) ??
		packagesOf(join(folder, 'node_modules/.package-lock.json'));
	const locked = packagesOf(join(folder, 'package-lock.json'));
	if (!installed || !locked) return false;
	const mayBeAbsent = ({ optional, extraneous, link }) => optional === true || extraneous === true || link === true;
	return Object.entries(locked).every(([path, wanted]) =>
		installed[path] ? installed[path].version === wanted.version : path === '' || mayBeAbsent(wanted),
	);
}

function packagesOf(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** What the build of the pack is made from, relative to the project. */
export const SOURCES_OF_PACK = ['nodes', 'credentials', 'icons', 'gulpfile.js', 'tsconfig.json', 'package.json'];

/**
 * Whether `made` is at least as new as everything it is made from. A folder's own time counts too: it shows a deleted file.
 * @param {string} made file or folder @param {string[]} sources files or folders, absent ones are skipped
 */
export function isFresh(made, sources) {
	return existsSync(made) && newest(made) >= Math.max(...sources.filter((path) => existsSync(path)).map(newest));
}

function newest(path) {
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
