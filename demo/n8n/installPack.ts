import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { pathsOf } from '../bootstrap/demo';
import type { Demo, Paths } from '../bootstrap/demo';

/**
 * Packs the pack as npm would publish it and unpacks it where n8n keeps the community nodes a user installs.
 * @returns what was done, in words
 */
export async function installPack(
	{ root, processes }: Pick<Demo, 'root' | 'processes'>,
	{ packed, pack }: Paths = pathsOf(root),
): Promise<string> {
	const archive = await archiveIn(packed);
	if (archive && (await isNewer(archive, join(root, 'dist'))) && (await exists(join(pack, 'package.json'))))
		return 'already installed';
	await rm(packed, { recursive: true, force: true });
	await rm(pack, { recursive: true, force: true });
	await mkdir(packed, { recursive: true });
	await mkdir(pack, { recursive: true });
	await processes.run('pack', ['npm', 'pack', '--pack-destination', packed], { cwd: root });
	const made = await archiveIn(packed);
	if (!made) throw new Error('npm pack succeeded, but left no archive.');
	await processes.run('unpack', ['tar', '-xzf', made, '-C', pack, '--strip-components=1'], { cwd: root });
	return 'packed and installed as a user would';
}

async function archiveIn(folder: string): Promise<string | undefined> {
	const names = await readdir(folder).catch(() => []);
	const name = names.find((entry) => entry.endsWith('.tgz'));
	return name && join(folder, name);
}

/** Every build creates the folder dist anew, so its own time is that of the build. */
async function isNewer(archive: string, dist: string): Promise<boolean> {
	const [made, built] = await Promise.all([stat(archive), stat(dist)]);
	return made.mtimeMs >= built.mtimeMs;
}

async function exists(path: string): Promise<boolean> {
	return await stat(path).then(
		() => true,
		() => false,
	);
}
