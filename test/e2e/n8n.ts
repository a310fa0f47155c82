import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { placesOf } from '../../demo/demo';
import type { Started } from '../../demo/demo';
import { environment } from '../../demo/environment';
import { findFreePort } from '../../demo/freePort';
import { installPack } from '../../demo/installPack';
import type { Credential } from '../../demo/n8nClient';
import { logged } from '../../demo/startN8n';
import { bindCredentials } from '../../demo/workflows';
import type { Workflow } from '../../demo/workflows';
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

/** A real n8n with the packed pack, an empty database and the given credentials and workflows. */
export async function openN8n(
	{ root, node, processes }: Stage,
	home: string,
	credentials: Credential[],
	workflows: Workflow[],
): Promise<N8n> {
	const places = placesOf(root, home, join(home, 'packed'));
	await mkdir(home, { recursive: true });
	await installPack({ root, processes }, places);
	const editor = await findFreePort(5700);
	const broker = await findFreePort(editor + 1);
	const env = {
		...environment({ home, editor, broker, url: `http://127.0.0.1:${editor}` }),
		// n8n's thousands of modules need not be compiled again for every execution.
		NODE_COMPILE_CACHE: join(home, 'compiled'),
	};
	const start = (name: string, ...args: string[]) =>
		processes.start(name, [node, places.n8n, ...args], { cwd: home, env });

	async function put(kind: 'credentials' | 'workflow', data: object[]): Promise<void> {
		const file = join(home, `${kind}.json`);
		await writeFile(file, JSON.stringify(data));
		const started = start(`import-${kind}`, `import:${kind}`, `--input=${file}`);
		await started.ended;
		const text = await readFile(started.log, 'utf8');
		if (!text.includes('Successfully imported')) throw logged(`n8n did not import the ${kind}.`, started);
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
			if (json === undefined) throw logged(`n8n ended with ${await started.ended} and no result.`, started);
			const ended = execution.parse(JSON.parse(json));
			if (ended.status !== 'success') throw logged(`The execution ended with ${ended.status}.`, started);
			return ended;
		},
	};
}
