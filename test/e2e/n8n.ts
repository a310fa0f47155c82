import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

import { errorWithLog, pathsOf } from '../../demo/bootstrap/demo';
import type { Started } from '../../demo/bootstrap/demo';
import { environment } from '../../demo/n8n/environment';
import { findFreePort } from '../../demo/bootstrap/freePort';
import { installPack } from '../../demo/n8n/installPack';
import { bindCredentials } from '../../demo/n8n/workflows';
import type { Workflow } from '../../demo/n8n/workflows';
import type { DemoCredential } from '../../simulators/vendorDemo';
import type { Stage } from './everything';

const item = z.object({ json: z.record(z.string(), z.unknown()) });
const run = z.object({
	hints: z.array(z.object({ message: z.string() })).default([]),
	data: z.object({ main: z.array(z.array(item)) }),
});
const execution = z.object({
	status: z.string(),
	data: z.object({ resultData: z.object({ runData: z.record(z.string(), z.array(run)) }) }),
});
export type Execution = z.infer<typeof execution>;

export interface N8n {
	/** Begins an execution in a process of its own, as n8n's `execute` does: neither from the editor nor as a test. */
	begin(workflow: string): Started;
	/** Runs a workflow to its end; fails unless n8n calls it a success. */
	execute(workflow: string): Promise<Execution>;
}

/**
 * A real n8n with the packed pack, an empty database and the given credentials and workflows.
 *
 * @param port from which free ones are looked for: two n8n that start later must not find the same
 */
export async function openN8n(
	{ root, node, processes }: Stage,
	{ home, port }: { home: string; port: number },
	credentials: DemoCredential[],
	workflows: Workflow[],
): Promise<N8n> {
	const paths = pathsOf(root, home, join(home, 'packed'));
	await mkdir(home, { recursive: true });
	await installPack({ root, processes }, paths);
	const editor = await findFreePort(port);
	const broker = await findFreePort(editor + 1);
	const env = {
		...environment({ home, editor, broker, url: `http://127.0.0.1:${editor}` }),
		NODE_COMPILE_CACHE: paths.compiled,
	};
	const start = (name: string, ...args: string[]) =>
		processes.start(`${basename(home)}-${name}`, [node, paths.n8n, ...args], { cwd: home, env });

	async function put(kind: 'credentials' | 'workflow', data: object[]): Promise<void> {
		const file = join(home, `${kind}.json`);
		await writeFile(file, JSON.stringify(data));
		const started = start(`import-${kind}`, `import:${kind}`, `--input=${file}`);
		await started.ended;
		// The keys stand in it.
		await rm(file);
		const text = await readFile(started.log, 'utf8');
		if (!text.includes('Successfully imported')) throw errorWithLog(`n8n did not import the ${kind}.`, started);
	}

	const begin = (workflow: string) => start('execute', 'execute', `--id=${workflow}`, '--rawOutput');
	await put(
		'credentials',
		credentials.map((credential) => ({ id: credential.type, ...credential })),
	);
	const ids = new Map(credentials.map(({ type }) => [type, type]));
	await put(
		'workflow',
		workflows.map((workflow) => bindCredentials(workflow, ids)),
	);
	return {
		begin,
		async execute(workflow) {
			const started = begin(workflow);
			await started.ended;
			// n8n can crash on its way out, after its result is printed: what counts is the result.
			const text = await readFile(started.log, 'utf8');
			const [json] = /^\{$[^]*^\}$/m.exec(text) ?? [];
			if (json === undefined) throw errorWithLog(`n8n ended with ${await started.ended} and no result.`, started);
			const ended = execution.parse(JSON.parse(json));
			if (ended.status !== 'success') throw errorWithLog(`The execution ended with ${ended.status}.`, started);
			return ended;
		},
	};
}
