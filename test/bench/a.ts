import { atMost, mebibytes, median, medianRatio, seconds, times } from './bench';
import type { Bench, Figure } from './bench';
import { assertAllUpdated, measure, measureStart, unlimited } from './side';
import type { Measured } from './side';
import { agentState, httpRequest, taskRouter } from './workflows';
import type { Side } from './workflows';

interface Round {
	start: Measured;
	all: Measured;
}

const peer = httpRequest();
const OURS = [
	{ side: taskRouter, cpu: 0.27, memory: 0.58 },
	{ side: agentState, cpu: 0.35, memory: 0.6 },
];

/** What updating 10,000 agents costs n8n, against its own HTTP Request node. */
export async function run(bench: Bench): Promise<Figure[]> {
	const agents = bench.quick ? 1000 : 10_000;
	const ours = OURS.filter(({ side }) => bench.n8n.has(side));
	const sides = [peer, ...ours.map(({ side }) => side)];
	const rounds = new Map<Side, Round[]>(sides.map((side) => [side, []]));
	for (let pair = 1; pair <= bench.pairs; pair++) {
		for (const side of sides) {
			const label = `A ${pair}/${bench.pairs}`;
			const start = await measureStart(bench, label, side);
			const all = await measure(bench, label, side, unlimited(agents));
			assertAllUpdated(all, side, agents);
			rounds.get(side)?.push({ start, all });
		}
	}
	const peers = rounds.get(peer) ?? [];
	return [
		plain(peer, peers),
		...ours.flatMap(({ side, cpu, memory }) => {
			const mine = rounds.get(side) ?? [];
			const label = `${side.name} ÷ ${peer.name}`;
			const ratio = (read: (round: Round) => number) => medianRatio(mine, peers, read);
			const net = (read: (one: Measured) => number) => ratio(({ start, all }) => read(all) - read(start));
			return [
				plain(side, mine),
				atMost(
					'A',
					`${label}, CPU`,
					ratio(({ all }) => all.cpuMs),
					cpu,
				),
				atMost(
					'A',
					`${label}, peak memory`,
					ratio(({ all }) => all.maxRssBytes),
					memory,
				),
				{ benchmark: 'A', what: `${label}, CPU net of n8n's start`, value: times(net((one) => one.cpuMs)) },
				{
					benchmark: 'A',
					what: `${label}, peak memory net of n8n's start`,
					value: times(net((one) => one.maxRssBytes)),
				},
			];
		}),
	];
}

function plain({ name }: Side, rounds: Round[]): Figure {
	const of = (read: (round: Round) => number) => median(rounds.map(read));
	const value = [
		`CPU ${seconds(of(({ all }) => all.cpuMs))} (start ${seconds(of(({ start }) => start.cpuMs))})`,
		`${mebibytes(of(({ all }) => all.maxRssBytes))} (start ${mebibytes(of(({ start }) => start.maxRssBytes))})`,
	].join(', ');
	return { benchmark: 'A', what: name, value };
}
