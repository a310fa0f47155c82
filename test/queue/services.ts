import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorWithLog } from '../../demo/bootstrap/demo';
import type { Demo, Started } from '../../demo/bootstrap/demo';

/** Where Redis and PostgreSQL listen on 127.0.0.1. */
export interface Ports {
	redis: number;
	postgres: number;
}

/** Either both listen, or nothing can be tested here. */
export type Services = { close(): Promise<void> } & ({ kind: 'ready' } | { kind: 'skipped'; reason: string });

type Given = Pick<Demo, 'processes' | 'progress'>;

const START_LIMIT_MS = 60_000;
const DEBIAN = '/usr/lib/postgresql';

/** Starts what is installed and does not listen; it ends with the test, and its folder is removed. */
export async function openServices(given: Given, ports: Ports): Promise<Services> {
	const folders: string[] = [];
	const close = async () => {
		for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	};
	const missing: string[] = [];
	if (!(await listens(ports.redis))) {
		const program = find('redis-server');
		if (program === undefined) missing.push(`Redis (127.0.0.1:${ports.redis})`);
		else await given.progress.step('Start Redis', async () => await startRedis(given, program, ports.redis));
	}
	if (!(await listens(ports.postgres))) {
		const program = find('postgres', 'initdb');
		if (program === undefined) missing.push(`PostgreSQL (127.0.0.1:${ports.postgres})`);
		else if (missing.length === 0)
			await given.progress.step('Start PostgreSQL', async () => {
				const folder = mkdtempSync(join(tmpdir(), 'agent-state-postgres-'));
				folders.push(folder);
				await startPostgres(given, program, folder, ports.postgres);
			});
	}
	if (missing.length === 0) return { kind: 'ready', close };
	return { kind: 'skipped', reason: `${missing.join(' and ')} neither listens nor is installed`, close };
}

/** The program in a folder that also has the others; Debian keeps those of PostgreSQL away from PATH. */
function find(program: string, ...others: string[]): string | undefined {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [
		...(process.env.PATH ?? '').split(delimiter),
		...versions.map((version) => join(DEBIAN, version, 'bin')),
	];
	const found = folders.find((folder) => [program, ...others].every((name) => existsSync(join(folder, name))));
	return found && join(found, program);
}

async function startRedis({ processes }: Given, program: string, port: number): Promise<void> {
	const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
	await untilListening(processes.start('redis', [program, ...options], { cwd: tmpdir() }), port);
}

/** PostgreSQL refuses to run as root: there it runs as the user that its package made. */
async function startPostgres({ processes }: Given, program: string, folder: string, port: number): Promise<void> {
	const isRoot = process.getuid?.() === 0;
	if (isRoot) execFileSync('chown', ['postgres', folder]);
	const as = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
	const data = join(folder, 'data');
	const initdb = program.replace(/postgres$/, 'initdb');
	await processes.run('initdb', [...as, initdb, '-D', data, '-A', 'trust', '-U', 'postgres'], { cwd: folder });
	const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
	await untilListening(processes.start('postgres', [...as, program, ...options], { cwd: folder }), port);
}

async function untilListening(started: Started, port: number): Promise<void> {
	let end = '';
	void started.ended.then((words) => (end = words));
	const deadline = Date.now() + START_LIMIT_MS;
	while (!(await listens(port))) {
		if (end !== '' || Date.now() > deadline) throw errorWithLog(`${started.name} did not start.`, started);
		await sleep(100);
	}
}

async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port, timeout: 2000 });
		const end = (answer: boolean) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('connect', () => end(true));
		socket.once('error', () => end(false));
		socket.once('timeout', () => end(false));
	});
}
