import { atMost, median, seconds, times } from './bench';
import type { Bench, Figure } from './bench';
import { measure } from './side';
import type { Measured } from './side';
import type { Setup } from './vendor';
import { agentState, agentStateWithin, httpRequest, taskRouter } from './workflows';
import type { Side } from './workflows';

const LIMIT = 50;
const LATENCY_MS = 100;
/** Around what the server allows: 50 per 100 ms. */
export const batches = [
	{ batchSize: 50, batchInterval: 100 },
	{ batchSize: 50, batchInterval: 150 },
	{ batchSize: 40, batchInterval: 120 },
	{ batchSize: 25, batchInterval: 100 },
].map(httpRequest);

/** What n8n itself leaves of the ideal, when nothing has to be found out and nobody is refused. */
export const control = agentStateWithin(LIMIT);

export const setupOf = ({ quick }: Bench): Setup => ({
	agents: quick ? 500 : 5000,
	differing: 1,
	latencyMs: LATENCY_MS,
	phases: [{ limit: LIMIT }],
});

const OURS = [
	{ side: taskRouter, most: 1.3 },
	{ side: agentState, most: 1.15 },
];

/** How near a run comes to the fastest that a limited server allows, with nothing tuned. */
export async function run(bench: Bench): Promise<Figure[]> {
	const setup = setupOf(bench);
	const { agents } = setup;
	const idealMs = (agents / LIMIT) * LATENCY_MS;
	const figures: Figure[] = [];
	for (const { side, most } of OURS.filter(({ side }) => bench.n8n.has(side))) {
		const runs: Measured[] = [];
		for (let number = 1; number <= bench.pairs; number++)
			runs.push(await measure(bench, `B ${number}/${bench.pairs}`, side, setup));
		figures.push(...compared(side, most, runs));
	}
	if (bench.n8n.has(control)) {
		const runs: Measured[] = [];
		for (let number = 1; number <= bench.pairs; number++)
			runs.push(await measure(bench, `B ${number}/${bench.pairs}`, control, { ...setup, phases: [] }));
		const value = times(median(runs.map(({ nodeMs }) => nodeMs / idealMs)));
		figures.push({ benchmark: 'B', what: `${control.name}, no limit to find, ÷ ideal`, value });
	}
	const plain = await measure(bench, 'B', httpRequest(), setup);
	const tuned: Array<{ side: Side; measured: Measured }> = [];
	for (const side of batches) tuned.push({ side, measured: await measure(bench, 'B', side, setup) });
	const [best] = tuned.sort((one, other) => compare(one.measured, other.measured));

	figures.push(outcome(httpRequest(), plain));
	if (best) figures.push(outcome(best.side, best.measured));
	return figures;

	function compared({ name }: Side, most: number, runs: Measured[]): Figure[] {
		const missing = median(runs.map((one) => missed(one, agents)));
		const ratio = (read: (one: Measured) => number) => median(runs.map((one) => read(one) / idealMs));
		return [
			atMost(
				'B',
				`${name}, the node's time ÷ ideal`,
				ratio(({ nodeMs }) => nodeMs),
				most,
			),
			{
				benchmark: 'B',
				what: `${name}, agents not updated`,
				value: `${missing}`,
				target: { words: '0', held: missing === 0 },
			},
			{
				benchmark: 'B',
				what: `${name}, first to last request ÷ ideal`,
				value: times(ratio(({ counts }) => counts.spanMs)),
			},
			{
				benchmark: 'B',
				what: `${name}, of ${LIMIT} places taken on average`,
				value: median(runs.map(({ counts }) => counts.heldMs / counts.spanMs)).toFixed(1),
			},
		];
	}

	function outcome({ name }: Side, measured: Measured): Figure {
		const value = `${missed(measured, agents)} of ${agents} agents not updated, ${seconds(measured.nodeMs)}`;
		return { benchmark: 'B', what: name, value };
	}
}

const missed = ({ counts }: Measured, agents: number) => agents - counts.updatedWorkers;

/** The best batching updates the most agents; among those that update all, the fastest. */
const compare = (one: Measured, other: Measured): number =>
	other.counts.updatedWorkers - one.counts.updatedWorkers || one.nodeMs - other.nodeMs;
