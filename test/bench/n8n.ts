import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

import { errorWithLog, pathsOf } from '../../demo/bootstrap/demo';
import { findFreePort } from '../../demo/bootstrap/freePort';
import { installPack } from '../../demo/n8n/installPack';
import { environment } from '../../demo/n8n/environment';
import type { Host } from './bench';
import { CALLED, calledWorkflow, credentials, UPDATE, workflow } from './workflows';
import type { Side } from './workflows';

/** What one execution took. */
export interface Usage {
	/** of the process, n8n's start included */
	wallMs: number;
	/** user and system time of the n8n process */
	cpuMs: number;
	/** the most memory the n8n process held */
	maxRssBytes: number;
	/** of the measured node alone, as n8n itself says */
	nodeMs: number;
	/** items the node put out, and those of them that are errors */
	items: number;
	failures: number;
}

/** A real n8n in a user folder of its own, run by its command line: one process per execution. */
export interface N8n {
	has(side: Side): boolean;
	/** @param flags for Node itself */
	execute(side: Side, flags?: string[]): Promise<Usage>;
}

const usageShape = z.object({ cpuMs: z.number(), maxRssBytes: z.number() });
const itemShape = z.object({ json: z.record(z.string(), z.unknown()), error: z.unknown().optional() });
const taskShape = z.object({
	executionTime: z.number(),
	data: z.object({ main: z.array(z.array(itemShape).nullable()) }).optional(),
});
const runShape = z.object({
	data: z.object({ resultData: z.object({ runData: z.record(z.string(), z.array(taskShape)) }) }),
});

/**
 * Installs the pack as a user would and imports what the benchmarks run.
 * @param home an empty folder
 * @param url of the vendor
 */
export async function prepareN8n(host: Host, home: string, url: string, sides: Side[]): Promise<N8n> {
	const { root, node, processes } = host;
	const paths = pathsOf(root, home, join(home, 'packed'));
	await mkdir(home, { recursive: true });
	await installPack(host, paths);
	const editor = await findFreePort(5800);
	const broker = await findFreePort(editor + 1);
	const usageFile = join(home, 'usage.json');
	const env = {
		...environment({ home, editor, broker, url: `http://127.0.0.1:${editor}` }),
		BENCH_USAGE_FILE: usageFile,
		// What publishes workflows in the background does not run here, and a workflow that is called must be published.
		N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false',
	};

	async function run(name: string, flags: string[], args: string[]) {
		const started = processes.start(name, [node, ...flags, paths.n8n, ...args], { cwd: home, env });
		const end = await started.ended;
		if (end !== 'exit code 0') throw errorWithLog(`n8n ${args.join(' ')} ended with ${end}.`, started);
		return started;
	}

	async function importAs(kind: 'credentials' | 'workflow', entries: object[]) {
		const input = join(home, `${kind}.json`);
		await writeFile(input, JSON.stringify(entries));
		await run(`import-${kind}`, [], [`import:${kind}`, `--input=${input}`]);
	}

	const installed = await readFile(join(paths.pack, 'package.json'), 'utf8');
	const has = ({ file }: Side) => file === undefined || installed.includes(file);
	await importAs('credentials', credentials(url));
	await importAs('workflow', [calledWorkflow(url), ...sides.filter(has).map((side) => workflow(side, url))]);
	await run('publish', [], ['publish:workflow', `--id=${CALLED}`]);

	return {
		has,
		async execute(side, flags = []) {
			const begun = performance.now();
			const preload = ['--import', pathToFileURL(join(root, 'test/bench/usage.mjs')).href];
			const { log } = await run('execute', [...flags, ...preload], ['execute', `--id=${side.id}`, '--rawOutput']);
			const wallMs = performance.now() - begun;
			const usage = usageShape.parse(JSON.parse(await readFile(usageFile, 'utf8')));
			return { wallMs, ...usage, ...(await readResult(log)) };
		},
	};
}

async function readResult(log: string): Promise<Pick<Usage, 'nodeMs' | 'items' | 'failures'>> {
	const output = await readFile(log, 'utf8');
	// n8n's log lines stand before the result, and now and then after it.
	const begin = output.indexOf('{\n');
	const result: unknown = JSON.parse(output.slice(begin, output.indexOf('\n}', begin) + 2));
	const { resultData } = runShape.parse(result).data;
	const [task] = resultData.runData[UPDATE] ?? [];
	if (!task) throw new Error(`The node "${UPDATE}" did not run; n8n's output is ${(await stat(log)).size} bytes.`);
	const items = task.data?.main.flatMap((output) => output ?? []) ?? [];
	const failures = items.filter(
		({ json, error }) => json.error !== undefined || error !== undefined || json.outcome === 'failed',
	).length;
	return { nodeMs: task.executionTime, items: items.length, failures };
}
