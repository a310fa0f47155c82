import { join } from 'node:path';

export interface Started {
	name: string;
	/** absent when it could not start at all */
	pid?: number;
	/** path of the file that collects what the process prints */
	log: string;
	/** resolves with how the process ended, in words */
	ended: Promise<string>;
}

/** What the bootstrap (start.mjs) hands over once everything is installed and built. */
export interface Demo {
	root: string;
	/** the program to run n8n with */
	node: string;
	/** run the examples and stop, instead of leaving the editor open */
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

/**
 * Everything n8n and the demo write, by default below folders that git ignores.
 *
 * @param home what n8n calls its user folder
 * @param packed where the pack's archive goes; it tells what `home` holds, so that each home needs its own
 */
export function placesOf(root: string, home = join(root, 'demo/.n8n-home'), packed = join(root, 'demo/.packed')) {
	return {
		home,
		owner: join(home, 'owner.json'),
		running: join(home, 'running.json'),
		packed,
		pack: join(home, '.n8n/nodes/node_modules/n8n-nodes-agent-state'),
		workflows: join(root, 'workflows'),
		n8n: join(root, 'demo/n8n/node_modules/n8n/bin/n8n'),
	};
}
