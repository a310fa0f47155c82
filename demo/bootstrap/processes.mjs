import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endingOf, startable } from './platform.mjs';

const GRACE_MS = 12_000;
const TAIL_LINES = 25;

/** The last lines of a log. */
export function tailOf(log) {
	return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

/**
 * Starts and stops the processes of the demo. Each leads its own process group, so that a Ctrl-C in the terminal reaches only
 * the demo, which then ends these groups (n8n's task runner included) and nothing else.
 * @param {string} logs folder
 * @param {{ keepAll?: boolean }} options keepAll: a process that is started again under its name gets a log of its own
 */
export function createProcesses(logs, { keepAll = false } = {}) {
	/** @type {Set<{ name: string, log: string, pid?: number, child: import('node:child_process').ChildProcess, ended: Promise<string> }>} */
	const running = new Set();
	/** @type {Map<string, number>} */
	const timesOf = new Map();
	let stopping = false;
	mkdirSync(logs, { recursive: true });

	/** @param {string} name also the log's @param {string[]} command @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options */
	function start(name, command, { cwd, env = process.env }) {
		if (stopping) throw new Error('Stopped.');
		const times = (timesOf.get(name) ?? 0) + 1;
		timesOf.set(name, times);
		const log = join(logs, keepAll && times > 1 ? `${name}-${times}.log` : `${name}.log`);
		const file = openSync(log, 'w');
		const { program, args, options } = startable(command);
		const child = spawn(program, args, { cwd, env, ...options, detached: true, stdio: ['ignore', file, file] });
		closeSync(file);
		const started = { name, log, pid: child.pid, child, ended: endOf(child) };
		running.add(started);
		void started.ended.then(() => running.delete(started));
		return started;
	}

	/** Runs a program to its end. */
	async function run(name, command, options) {
		const { ended, log } = start(name, command, options);
		const end = await ended;
		if (stopping) throw new Error('Stopped.');
		if (end !== 'exit code 0') throw Object.assign(new Error(`"${command.join(' ')}" ended with ${end}.`), { log });
	}

	async function stopAll() {
		stopping = true;
		await Promise.all([...running].map(stop));
	}

	return { start, run, stopAll };
}

/** How a process ended, in words; also when it could not start at all. */
function endOf(child) {
	return new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) => {
			signalGroup(child, 'SIGKILL'); // what the leader left behind
			resolve(signal ? `signal ${signal}` : `exit code ${code}`);
		});
	});
}

async function stop({ child, ended }) {
	signalGroup(child, 'SIGTERM');
	const late = new AbortController();
	const killed = sleep(GRACE_MS, undefined, { signal: late.signal }).then(
		() => signalGroup(child, 'SIGKILL'),
		() => undefined,
	);
	await ended;
	late.abort();
	await killed;
}

/**
 * Ends a process that `createProcesses` started, with all that it has started itself.
 * @param {{ pid?: number }} started nothing happens where it could not start @param {NodeJS.Signals} signal
 */
export function signalGroup({ pid }, signal) {
	if (pid === undefined) return;
	const ending = endingOf(pid, signal);
	if (ending.kind === 'command') {
		const [program, ...args] = ending.command;
		spawnSync(program, args, { stdio: 'ignore', windowsHide: true });
		return;
	}
	try {
		process.kill(ending.pid, ending.signal);
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
}
