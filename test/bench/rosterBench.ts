import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { mebibytes, median, seconds } from './bench';
import type { Bench, Figure } from './bench';

const ROWS = 100_000;
const MOST_MS = 5000;
const MOST_BYTES = 500 * 2 ** 20;

/** A roster as big as any: n8n can do nothing else while it is read. Cold, as a run of a workflow reads it. */
export async function rosterFigures({ root, pairs, quick, progress }: Bench): Promise<Figure[]> {
	const rows = quick ? ROWS / 10 : ROWS;
	const read = () =>
		JSON.parse(
			execFileSync(process.execPath, [join(root, 'test/bench/bigRoster.mjs'), root, String(rows)], {
				encoding: 'utf8',
			}),
		) as { ms: number; bytes: number };
	const found = await progress.step(
		`G: a roster of ${rows} rows`,
		async () => await Promise.resolve(Array.from({ length: pairs }, read)),
	);
	const ms = median(found.map((one) => one.ms));
	const bytes = median(found.map((one) => one.bytes));
	const what = `a roster of ${rows.toLocaleString('en')} rows read, and the states of all agents`;
	return [
		{
			...{ benchmark: 'G', what, value: seconds(ms) },
			target: { words: `≤ ${seconds(MOST_MS)}`, held: ms <= MOST_MS },
		},
		{
			...{ benchmark: 'G', what: `${what}: the memory of its process`, value: mebibytes(bytes) },
			target: { words: `≤ ${mebibytes(MOST_BYTES)}`, held: bytes <= MOST_BYTES },
		},
	];
}
