import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './freshness.mjs';
import { nodePackage, startable, thisMachine } from './platform.mjs';

const NEEDED = 24;
const folder = join(dirname(fileURLToPath(import.meta.url)), 'node24');

/**
 * The program to run n8n with: this Node when it is new enough, else one that npm fetches into demo/bootstrap/node24.
 * @param {(command: string[], options: { cwd: string }) => Promise<unknown>} [run]
 * @returns {Promise<string>} absolute path
 */
export async function findNode24(run = runQuietly) {
	if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
	const found = nodePackage(thisMachine());
	if (found.kind === 'none')
		throw new Error(`n8n needs Node ${NEEDED}, and ${found.reason}: please install Node ${NEEDED} yourself.`);
	const node = join(folder, 'node_modules', ...found.path);
	if (!isInstalled(folder) || !existsSync(node)) await run(['npm', 'ci'], { cwd: folder });
	return node;
}

/** Where the headers of a Node are, for node-gyp: both npm's builds and Node's own installers put them beside `bin`. */
export function headersOf(node) {
	const prefix = dirname(dirname(node));
	return existsSync(join(prefix, 'include/node/node_api.h')) ? prefix : undefined;
}

async function runQuietly(command, { cwd }) {
	const { program, args, options } = startable(command);
	const child = spawn(program, args, { cwd, ...options, stdio: ['ignore', 'ignore', 'inherit'] });
	const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
	if (code !== 0) throw new Error(`"${command.join(' ')}" in ${cwd} ended with exit code ${code}.`);
}
