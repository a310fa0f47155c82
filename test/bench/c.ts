import { atMost, median, medianRatio, times } from './bench';
import type { Bench, Figure } from './bench';
import { assertAllUpdated, measure, unlimited } from './side';
import type { Measured } from './side';
import { agentState, taskRouter } from './workflows';

/**
 * What it saves to write only differences: one agent in twenty differs, and either all are updated, as without a
 * comparison, or those.
 */
export async function run(bench: Bench): Promise<Figure[]> {
	const agents = bench.quick ? 1000 : 10_000;
	const all = unlimited(agents);
	const few = { ...all, differing: 0.05 };
	const everyone: Measured[] = [];
	const those: Measured[] = [];
	const allDiffer: Measured[] = [];
	for (let pair = 1; pair <= bench.pairs; pair++) {
		const label = `C ${pair}/${bench.pairs}`;
		const updated = await measure(bench, `${label}, updating all`, taskRouter, few);
		assertAllUpdated(updated, taskRouter, agents);
		const compared = await measure(bench, `${label}, 5 % differ`, agentState, few);
		assertAllUpdated(compared, agentState, agents * few.differing);
		const worst = await measure(bench, `${label}, all differ`, agentState, all);
		assertAllUpdated(worst, agentState, agents);
		everyone.push(updated);
		those.push(compared);
		allDiffer.push(worst);
	}
	const requests = median(those.map(({ counts }) => counts.accepted + counts.refused));
	const allowed = agents * 0.052;
	const nodeTime = ({ nodeMs }: Measured) => nodeMs;
	return [
		{
			benchmark: 'C',
			what: 'requests when 5 % differ',
			value: `${requests}`,
			target: { words: `≤ ${allowed}`, held: requests <= allowed },
		},
		atMost('C', `the node's time ÷ ${taskRouter.name} updating all`, medianRatio(those, everyone, nodeTime), 0.1),
		{
			benchmark: 'C',
			what: `the node's time ÷ ${agentState.name} when all differ`,
			value: times(medianRatio(those, allDiffer, nodeTime)),
		},
	];
}
