import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { mebibytes, median, medianRatio } from './bench';
import type { Bench, Figure } from './bench';

const MOST_MS = 60;
const MOST_BYTES = 12 * 2 ** 20;
/** Short, so that each side is loaded more often than the nodes of other benchmarks run. */
const TIMES = 5;

interface Loaded {
	ms: number;
	heapBytes: number;
	rssBytes: number;
	modules: number;
	types: number;
}

/** What n8n loads before anyone has run a node: all of the pack, against one node of n8n's own. */
export async function run({ root, node, pairs, progress }: Bench): Promise<Figure[]> {
	const n8n = join(root, 'demo/bootstrap/n8n');
	const sides = {
		pack: { base: join(root, 'package.json'), files: filesOf(root) },
		peer: {
			base: join(n8n, 'package.json'),
			files: [join(n8n, 'node_modules/n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js')],
		},
	};
	const load = ({ base, files }: (typeof sides)['pack']) =>
		JSON.parse(
			execFileSync(node, ['--expose-gc', join(root, 'test/bench/loading.mjs'), base, ...files], {
				encoding: 'utf8',
			}),
		) as Loaded;
	const found = { pack: [] as Loaded[], peer: [] as Loaded[] };
	await progress.step('L: loading the pack, and the HTTP Request node', async () => {
		// What no process has read since the machine started comes from the disk.
		for (const side of Object.values(sides)) load(side);
		for (let time = 0; time < pairs * TIMES; time++) {
			found.peer.push(load(sides.peer));
			found.pack.push(load(sides.pack));
		}
		await Promise.resolve();
	});
	const of = (side: keyof typeof found, read: (one: Loaded) => number) => median(found[side].map(read));
	const [ms, heap] = [of('pack', (one) => one.ms), of('pack', (one) => one.heapBytes)];
	const { types = 0, modules = 0 } = found.pack[0] ?? {};
	return [
		{
			benchmark: 'L',
			what: `loading the pack: ${types} nodes and credentials, ${modules} files`,
			value: `${ms.toFixed(0)} ms`,
			target: { words: `≤ ${MOST_MS} ms`, held: ms <= MOST_MS },
		},
		{
			benchmark: 'L',
			what: 'the memory that it takes',
			value: `${mebibytes(heap)}, the process grows by ${mebibytes(of('pack', (one) => one.rssBytes))}`,
			target: { words: `≤ ${mebibytes(MOST_BYTES)}`, held: heap <= MOST_BYTES },
		},
		{
			benchmark: 'L',
			what: `loading the HTTP Request node: ${found.peer[0]?.modules ?? 0} files`,
			value: `${of('peer', (one) => one.ms).toFixed(0)} ms, ${mebibytes(of('peer', (one) => one.heapBytes))}`,
		},
		{
			benchmark: 'L',
			what: 'loading the pack ÷ loading the HTTP Request node',
			value: `${medianRatio(found.pack, found.peer, (one) => one.ms).toFixed(2)}×`,
		},
	];
}

/** All that the pack's manifest names. */
function filesOf(root: string): string[] {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: Record<'nodes' | 'credentials', string[]>;
	};
	return [...n8n.nodes, ...n8n.credentials].map((file) => join(root, file));
}
