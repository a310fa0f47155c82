import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { formatTable } from '../../demo/observe/formatTable';
import { run as a } from './a';
import { batches, control, run as b, setupOf as setupOfB } from './b';
import type { Bench, Figure, Host } from './bench';
import { run as c } from './c';
import { run as d } from './d';
import { run as e, setupOf as setupOfE } from './e';
import { run as f } from './f';
import { run as g } from './g';
import { run as h } from './h';
import { run as i } from './i';
import { run as l } from './l';
import { run as m } from './m';
import { prepareN8n } from './n8n';
import { profile, profilePlaces } from './profile';
import { startVendor } from './vendor';
import { agentState, httpRequest, manyRuns, oneRun, taskRouter } from './workflows';

const BENCHMARKS = { A: a, B: b, C: c, D: d, E: e, F: f, G: g, H: h, I: i, L: l, M: m };

/** Everything from a built pack to the table of figures. A target that is missed is a figure too, no failure. */
export async function runBenchmarks(host: Host): Promise<void> {
	const { progress, only } = host;
	const folder = await mkdtemp(join(tmpdir(), 'agent-state-bench-'));
	try {
		const vendor = await startVendor(host);
		const sides = [taskRouter, agentState, control, httpRequest(), ...batches, oneRun, manyRuns];
		const n8n = await progress.step(
			'Install the pack into n8n and import the workflows',
			async () => await prepareN8n(host, join(folder, 'home'), vendor.url, sides),
		);
		const bench: Bench = { ...host, n8n, vendor };
		if (!n8n.has(agentState)) progress.note(`${agentState.name}: skipped, the built pack has no such node`);
		if (host.profile) {
			for (const side of [taskRouter, agentState].filter(n8n.has)) {
				const told = await profile(bench, side, join(folder, side.id));
				progress.print(`\n  ${side.name}\n\n${told}\n`);
			}
			for (const [side, setup] of [
				[agentState, setupOfB(bench)],
				[taskRouter, setupOfE(bench)],
			] as const) {
				const told = await profilePlaces(bench, side, setup, join(folder, `${side.id}Places`));
				progress.print(`\n  ${side.name}\n\n${told}\n`);
			}
			return;
		}
		const figures: Figure[] = [];
		for (const [letter, run] of Object.entries(BENCHMARKS)) {
			if (!only.includes(letter)) continue;
			if (letter === 'C' && !n8n.has(agentState)) progress.note(`C: skipped, it needs ${agentState.name}`);
			else figures.push(...(await run(bench)));
		}
		progress.print(`\n${table(figures)}\n`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function table(figures: Figure[]): string {
	const verdict = ({ target }: Figure) => (target === undefined ? '' : target.held ? 'held' : 'MISSED');
	return formatTable([
		['', 'figure', 'measured', 'target', ''],
		...figures.map((figure) => [
			figure.benchmark,
			figure.what,
			figure.value,
			figure.target?.words ?? '',
			verdict(figure),
		]),
	]);
}
