import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUN_RECORD, isInstalled } from '../../demo/bootstrap/freshness.mjs';
import { installLocked } from '../../demo/bootstrap/installLocked.mjs';

let folder: string;

const lockFile = () => path.join(folder, 'package-lock.json');
const lock = (version: string) =>
	writeFileSync(lockFile(), JSON.stringify({ packages: { '': {}, 'node_modules/n8n': { version } } }));

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'agent-state-locked-'));
	mkdirSync(path.join(folder, 'node_modules'));
	lock('2.41.1');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('npm installs where bun does not, and if bun failed a line says so', async () => {
	const inFolder: string[] = [];
	const notes: string[] = [];
	const run = async (command: string[], { cwd }: { cwd: string }) => {
		if (cwd !== folder) return;
		const [program = '', ...args] = command;
		inFolder.push([path.basename(program), ...args].join(' '));
		if (program !== 'npm')
			throw Object.assign(new Error('"bun install" ended with signal SIGILL.'), { log: 'bun.log' });
	};
	await installLocked(folder, run, (words) => notes.push(words));
	expect(inFolder.at(-1)).toBe('npm ci');
	expect(notes).toEqual(
		inFolder.length > 1
			? ['"bun install" ended with signal SIGILL. Now npm installs the packages, which takes a few minutes.']
			: [],
	);
	expect(isInstalled(folder)).toBe(false);
});

it('what bun has installed counts until the lock file changes', () => {
	copyFileSync(lockFile(), path.join(folder, 'node_modules', BUN_RECORD));
	expect(isInstalled(folder)).toBe(true);
	lock('2.42.0');
	expect(isInstalled(folder)).toBe(false);
});
