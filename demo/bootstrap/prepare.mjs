import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isFresh, isInstalled, SOURCES_OF_PACK } from './freshness.mjs';
import { findNode24, headersOf } from './node24.mjs';

/**
 * Brings a fresh clone to where the pack is built and n8n can start; what is already done is skipped.
 * @returns {Promise<string>} the program to run n8n with
 */
export async function prepare({ root, progress, processes }) {
	const n8n = join(root, 'demo/bootstrap/n8n');
	await installPackages(root, 'Install the project');
	await buildPack();
	const node = await progress.step(
		'Find Node 24 for n8n',
		async () => await findNode24(runAs('node24')),
		(path) => path.replace(`${root}/`, ''),
	);
	await installPackages(n8n, 'Install n8n 2.40.5 (2,100 packages, some minutes)');
	await compileSqlite();
	return node;

	function runAs(name) {
		return async (command, options) => await processes.run(name, command, options);
	}

	async function installPackages(folder, name) {
		if (isInstalled(folder)) return progress.note(`${name.replace(/ \(.*/, '')}: already done`);
		await progress.step(
			name,
			async () =>
				await processes.run(`install-${folder === root ? 'project' : 'n8n'}`, ['npm', 'ci'], { cwd: folder }),
		);
	}

	async function buildPack() {
		const sources = SOURCES_OF_PACK.map((path) => join(root, path));
		if (isFresh(join(root, 'dist'), sources)) return progress.note('Build the pack: already done');
		await progress.step(
			'Build the pack',
			async () => await processes.run('build', ['npm', 'run', 'build'], { cwd: root }),
		);
	}

	/** Install scripts are off for all packages; this is the one whose script n8n cannot do without. */
	async function compileSqlite() {
		if (existsSync(join(n8n, 'node_modules/sqlite3/build/Release/node_sqlite3.node')))
			return progress.note('Fetch or compile SQLite: already done');
		const headers = headersOf(node);
		const command = [
			'npm',
			'rebuild',
			'sqlite3',
			'--ignore-scripts=false',
			...(headers ? [`--nodedir=${headers}`] : []),
		];
		await progress.step(
			'Fetch or compile SQLite (up to 2 minutes)',
			async () => await processes.run('sqlite', command, { cwd: n8n }),
		);
	}
}
