import { mebibytes, median, medianRatio, seconds, times } from './bench';
import type { Bench, Figure } from './bench';
import { measure } from './side';
import type { Measured } from './side';
import type { Setup } from './vendor';
import { manyRuns, oneRun } from './workflows';
import type { Side } from './workflows';

const WORKSPACES = 50;
const LATENCY_MS = 50;
const LIMIT = 100;

/** A large team in many workspaces: one run with a column for the workspace against a run for each workspace. */
export async function run(bench: Bench): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const differing of [1, 0.05]) figures.push(...(await compare(bench, differing)));
	return figures;
}

async function compare(bench: Bench, differing: number): Promise<Figure[]> {
	const agents = bench.quick ? 1500 : 15_000;
	const setup: Setup = {
		...{ agents, differing, workspaces: WORKSPACES, latencyMs: LATENCY_MS },
		phases: [{ limit: LIMIT }],
	};
	const what = `${agents} agents in ${WORKSPACES} workspaces, ${differing * 100} % differ`;
	const ones: Measured[] = [];
	const manys: Measured[] = [];
	for (let pair = 1; pair <= bench.pairs; pair++) {
		const both = [
			[oneRun, ones],
			[manyRuns, manys],
		] as const;
		for (const [side, runs] of both)
			runs.push(await measured(bench, `M ${pair}/${bench.pairs}, ${what}`, side, setup));
	}
	const told = (runs: Measured[]) =>
		`${seconds(median(runs.map(({ nodeMs }) => nodeMs)))}, ${mebibytes(median(runs.map(({ maxRssBytes }) => maxRssBytes)))}, ${median(runs.map(({ counts: { accepted, refused } }) => accepted + refused))} requests`;
	const ratio = (read: (one: Measured) => number) => times(medianRatio(ones, manys, read));
	const figure = (name: string, value: string): Figure => ({ benchmark: 'M', what: `${what}: ${name}`, value });
	return [
		figure(oneRun.name, told(ones)),
		figure(manyRuns.name, told(manys)),
		figure(
			'time, one ÷ many',
			ratio(({ nodeMs }) => nodeMs),
		),
		figure(
			'CPU, one ÷ many',
			ratio(({ cpuMs }) => cpuMs),
		),
	];
}

/** A comparison means nothing when one side left work undone. */
async function measured(bench: Bench, label: string, side: Side, setup: Setup): Promise<Measured> {
	const one = await measure(bench, label, side, setup);
	const asked = setup.agents * setup.differing;
	if (one.counts.updatedWorkers !== asked || one.items !== asked)
		throw new Error(
			`${side.name}: ${one.counts.updatedWorkers} of ${asked} agents were updated, ${one.items} rows.`,
		);
	return one;
}
