import { atMost, median } from './bench';
import type { Bench, Figure } from './bench';
import { assertAllUpdated, measure, measureStart, unlimited } from './side';
import type { Measured } from './side';
import { agentState, taskRouter } from './workflows';
import type { Side } from './workflows';

const FLAT = 1.3;

interface Size {
	agents: number;
	/** per agent, medians, net of the same workflow with one agent */
	ms: number;
	kibibytes: number;
}

/** Whether an agent costs more as they become more. Less is welcome, so the bound is an upper one. */
export async function run(bench: Bench): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const side of [taskRouter, agentState].filter(bench.n8n.has)) figures.push(...(await grow(bench, side)));
	return figures;
}

async function grow(bench: Bench, side: Side): Promise<Figure[]> {
	const sizes = bench.quick ? [10, 100, 1000] : [100, 1000, 10_000];
	const runs = new Map<number, Array<{ start: Measured; all: Measured }>>(sizes.map((agents) => [agents, []]));
	for (let number = 1; number <= bench.pairs; number++) {
		const label = `D ${number}/${bench.pairs}`;
		const start = await measureStart(bench, label, side);
		for (const agents of sizes) {
			const all = await measure(bench, label, side, unlimited(agents));
			assertAllUpdated(all, side, agents);
			runs.get(agents)?.push({ start, all });
		}
	}
	const measured = sizes.map((agents): Size => {
		const per = (read: (one: Measured) => number) =>
			median((runs.get(agents) ?? []).map(({ start, all }) => (read(all) - read(start)) / (agents - 1)));
		return { agents, ms: per(({ nodeMs }) => nodeMs), kibibytes: per(({ maxRssBytes }) => maxRssBytes / 1024) };
	});
	return [
		...measured.map(({ agents, ms, kibibytes }) => ({
			benchmark: 'D',
			what: `${side.name}, ${agents} agents, each`,
			value: `${ms.toFixed(2)} ms, ${kibibytes.toFixed(0)} KiB`,
		})),
		...measured.slice(1).flatMap((size, index) => {
			const before = measured[index] ?? size;
			const label = `${side.name}, ${size.agents} ÷ ${before.agents} agents`;
			return [
				atMost('D', `${label}, time per agent`, size.ms / before.ms, FLAT),
				atMost('D', `${label}, memory per agent`, size.kibibytes / before.kibibytes, FLAT),
			];
		}),
	];
}
