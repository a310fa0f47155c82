import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installN8nIn } from '../../demo/bootstrap/installN8n.mjs';

/** The oldest n8n in which all checks pass: what the README promises. The newest is the one that the demo runs. */
export const OLDEST = '1.123.81';

/**
 * The version that the demo runs.
 * @param {string} root
 * @returns {string}
 */
export const newestOf = (root) => manifestOf(root).dependencies.n8n;

/**
 * Installs a version of n8n in a folder that git ignores, unless it is there; the demo's own stays where it is.
 * @param {{ root: string, node: string, progress: object, processes: object }} stage
 * @param {string} version
 * @returns {Promise<{ folder: string, env: NodeJS.ProcessEnv }>} where it is, and variables that it needs
 */
export async function installVersion(stage, version) {
	const { root } = stage;
	if (version === newestOf(root)) return { folder: join(root, BOOTSTRAP), env: {} };
	const folder = join(root, 'test/compat/.n8n', version);
	const manifest = manifestOf(root);
	mkdirSync(folder, { recursive: true });
	copyFileSync(join(root, BOOTSTRAP, '.npmrc'), join(folder, '.npmrc'));
	// Before 2.20 n8n takes xlsx from its maker's own server, which not every machine reaches. No node of ours needs it.
	const overrides = { ...manifest.overrides, xlsx: '0.18.5' };
	// A name of its own, since jest looks at all packages below the project.
	const wanted = { ...manifest, name: `n8n-${version}`, dependencies: { n8n: version }, overrides };
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(wanted, null, '\t')}\n`);
	await installN8nIn(folder, stage);
	// It does not start when it is told to leave out a part that came later.
	return { folder, env: { N8N_DISABLED_MODULES: undefined } };
}

const BOOTSTRAP = 'demo/bootstrap/n8n';

const manifestOf = (root) => JSON.parse(readFileSync(join(root, BOOTSTRAP, 'package.json'), 'utf8'));
