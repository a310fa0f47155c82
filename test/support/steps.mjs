// One step of a test run: a program with a name, a clock and an exit status. Node built-ins only, it runs before an install.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startable } from '../../demo/bootstrap/platform.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A script of an installed package, run by this very Node: works the same on every platform and needs no shell. */
export const installed = (script, ...args) => [process.execPath, resolve(root, 'node_modules', script), ...args];

export class StepFailed extends Error {}

/**
 * Runs a program to its end; rejects with StepFailed when it does not exit with 0.
 * @param {string} name what the reader sees
 * @param {string[]} command program and arguments
 * @param {{ together?: boolean, env?: Record<string, string> }} options together: hold the output back until the end,
 *   so that two steps at once stay readable
 */
export async function step(name, command, { together = false, env = {} } = {}) {
	const begun = performance.now();
	if (!together) console.log(`\n▶ ${name}`);
	const { program, args, options } = startable(command);
	const child = spawn(program, args, {
		...options,
		cwd: root,
		env: { ...process.env, ...env },
		stdio: together ? ['ignore', 'pipe', 'pipe'] : 'inherit',
	});
	const output = [];
	child.stdout?.on('data', (chunk) => output.push(chunk));
	child.stderr?.on('data', (chunk) => output.push(chunk));
	const status = await new Promise((end, fail) => {
		child.once('error', fail);
		child.once('close', (code, signal) => end(code ?? signal));
	});
	const seconds = ((performance.now() - begun) / 1000).toFixed(1);
	if (together) process.stdout.write(`\n▶ ${name}\n${Buffer.concat(output).toString()}`);
	console.log(`${status === 0 ? '✔' : '✘'} ${name}: ${seconds} s`);
	if (status !== 0) throw new StepFailed(`${name} ended with ${status}`);
}

/** Waits for all of them even when one fails, so that no output arrives after the verdict. */
export async function together(...steps) {
	for (const result of await Promise.allSettled(steps)) {
		if (result.status === 'rejected') throw result.reason;
	}
}

/** Prints the verdict every caller can rely on: the very last line, and an exit status that agrees with it. */
export function verdict({ passed, failed }, reason) {
	if (reason !== undefined) console.log(`\n${reason}`);
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
