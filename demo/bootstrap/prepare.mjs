import { join } from 'node:path';
import { isFresh, isInstalled, SOURCES_OF_PACK } from './freshness.mjs';
import { installN8n } from './installN8n.mjs';

/**
 * Prepares a fresh clone: afterwards the pack is built and n8n can start. What is already done is skipped.
 * @param {{ root: string, progress: object, processes: object }} demo see `Demo`
 * @returns {Promise<string>} path of the Node to run n8n with
 */
export async function prepare({ root, progress, processes }) {
	if (isInstalled(root)) progress.note('Install the project: already done');
	else
		await progress.step(
			'Install the project',
			async () => await processes.run('install-project', ['npm', 'ci'], { cwd: root }),
		);
	const sources = SOURCES_OF_PACK.map((path) => join(root, path));
	if (isFresh(join(root, 'dist'), sources)) progress.note('Build the pack: already done');
	else
		await progress.step(
			'Build the pack',
			async () => await processes.run('build', ['npm', 'run', 'build'], { cwd: root }),
		);
	return await installN8n({ root, progress, processes });
}
