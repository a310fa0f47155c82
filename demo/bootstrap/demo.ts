import { join } from 'node:path';

/** A process that was started, and how to learn of its end. */
export interface Started {
	name: string;
	/** absent when it could not start at all */
	pid?: number;
	/** path of the file that collects what the process prints */
	log: string;
	/** resolves with how the process ended, in words */
	ended: Promise<string>;
}

/** What start.mjs hands over once everything is installed and built. */
export interface Demo {
	root: string;
	/** path of the Node that runs n8n */
	node: string;
	/** run all examples, not the first alone */
	all?: boolean;
	/** run all examples and stop, instead of leaving the editor open */
	once: boolean;
	/** the first port to try for the editor */
	port: number;
	interrupted: AbortSignal;
	progress: {
		step<T>(name: string, work: () => Promise<T>, describe?: (result: T) => string): Promise<T>;
		note(text: string): void;
		print(text: string): void;
	};
	processes: {
		start(name: string, command: string[], options: { cwd: string; env?: NodeJS.ProcessEnv }): Started;
		run(name: string, command: string[], options: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<void>;
	};
}

export type Paths = ReturnType<typeof pathsOf>;

/**
 * Where n8n and the demo keep their files, by default in folders that git ignores.
 *
 * @param home n8n's user folder
 * @param packed folder of the pack's archive. An archive newer than the build means that `home` has the pack installed,
 *   so each home needs its own.
 * @param installed folder in which n8n is installed
 */
export function pathsOf(
	root: string,
	home = join(root, 'demo/.n8n-home'),
	packed = join(root, 'demo/.packed'),
	installed = join(root, 'demo/bootstrap/n8n'),
) {
	return {
		home,
		owner: join(home, 'owner.json'),
		running: join(home, 'running.json'),
		packed,
		pack: join(home, '.n8n/nodes/node_modules/n8n-nodes-agent-state'),
		workflows: join(root, 'workflows'),
		n8n: join(installed, 'node_modules/n8n/bin/n8n'),
		/** for Node's NODE_COMPILE_CACHE: n8n's thousands of modules are compiled once per installation */
		compiled: join(installed, 'node_modules/.cache/compiled'),
	};
}

/** An error about a process that names the log to look into; start.mjs prints the end of that log. */
export function errorWithLog(message: string, { log }: Started): Error {
	return Object.assign(new Error(message), { log });
}
