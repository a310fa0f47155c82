import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './freshness.mjs';
import { findNode24, headersOf } from './node24.mjs';

/**
 * Installs n8n and a Node that can run it; what is already done is skipped.
 * @param {{ root: string, progress: object, processes: object }} demo see `Demo`
 * @returns {Promise<string>} path of the Node to run n8n with
 */
export async function installN8n({ root, progress, processes }) {
	const folder = join(root, 'demo/bootstrap/n8n');
	const node = await progress.step(
		'Find Node 24 for n8n',
		async () =>
			await findNode24(async (command, options) => await processes.run('install-node24', command, options)),
		(path) => path.replace(`${root}/`, ''),
	);
	if (isInstalled(folder)) progress.note('Install n8n 2.40.5: already done');
	else
		await progress.step(
			'Install n8n 2.40.5 (2,100 packages, some minutes)',
			async () => await processes.run('install-n8n', ['npm', 'ci'], { cwd: folder }),
		);
	// Install scripts are off for all packages; this is the one whose script n8n needs.
	if (existsSync(join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node')))
		progress.note('Fetch or compile SQLite: already done');
	else
		await progress.step(
			'Fetch or compile SQLite (up to 2 minutes)',
			async () => await processes.run('sqlite', compileSqlite(node), { cwd: folder }),
		);
	return node;
}

/** The command; node-gyp downloads Node's headers unless it is told where they are. */
function compileSqlite(node) {
	const headers = headersOf(node);
	return ['npm', 'rebuild', 'sqlite3', '--ignore-scripts=false', ...(headers ? [`--nodedir=${headers}`] : [])];
}
