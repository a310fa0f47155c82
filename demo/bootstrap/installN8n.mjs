import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './freshness.mjs';
import { installLocked } from './installLocked.mjs';
import { findNode24, headersOf } from './node24.mjs';

/**
 * Installs n8n and a Node that can run it; what is already done is skipped.
 * @param {{ root: string, progress: object, processes: object }} demo see `Demo`
 * @returns {Promise<string>} path of the Node to run n8n with
 */
export async function installN8n({ root, progress, processes }) {
	const node = await progress.step(
		'Find Node 24 for n8n',
		async () =>
			await findNode24(async (command, options) => await processes.run('install-node24', command, options)),
		(path) => path.replace(`${root}/`, ''),
	);
	await installN8nIn(join(root, 'demo/bootstrap/n8n'), { node, progress, processes });
	return node;
}

/**
 * Installs the n8n that the package.json of a folder names: as its lock file says, or, without one, as npm finds it.
 * @param {string} folder
 * @param {{ node: string, progress: object, processes: object }} demo node: path of the Node to run n8n with
 */
export async function installN8nIn(folder, { node, progress, processes }) {
	const { n8n: version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies;
	const run = async (command, options) => await processes.run('install-n8n', command, options);
	if (isInstalled(folder)) progress.note(`Install n8n ${version}: already done`);
	else
		await progress.step(`Install n8n ${version} (more than 2,000 packages, up to five minutes)`, async () =>
			existsSync(join(folder, 'package-lock.json'))
				? await installLocked(folder, run, progress.note)
				: await run(['npm', 'install'], { cwd: folder }),
		);
	// Install scripts are off for all packages; this is the one whose script n8n needs.
	if (existsSync(join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node')))
		progress.note('Fetch or compile SQLite: already done');
	else
		await progress.step(
			'Fetch or compile SQLite (up to 2 minutes)',
			async () => await compileSqlite(folder, { node, processes }),
		);
}

/**
 * node-gyp downloads Node's headers unless it is told where they are. To compile with all optimizations takes twice as long,
 * and n8n is no faster for it.
 */
async function compileSqlite(folder, { node, processes }) {
	const headers = headersOf(node);
	const command = ['npm', 'rebuild', 'sqlite3', '--ignore-scripts=false'];
	if (headers) command.push(`--nodedir=${headers}`);
	const env = { CFLAGS: '-O1', CXXFLAGS: '-O1', ...process.env };
	await processes.run('sqlite', command, { cwd: folder, env });
}
