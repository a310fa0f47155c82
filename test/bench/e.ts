import { median } from './bench';
import type { Bench, Figure } from './bench';
import { measure } from './side';
import type { Measured } from './side';
import type { Setup } from './vendor';
import { taskRouter } from './workflows';

const LEAST = 0.85;
/** In the last phase the limit has to be found from below, which shows how quickly a run takes what becomes free. */
const LEAST_AT_LAST = 0.88;
/** Three times as fast as this, n8n itself would be the limit of the last phase. */
const LATENCY_MS = 300;

export function setupOf({ quick }: Pick<Bench, 'quick'>): Setup {
	const ms = quick ? 3000 : 15_000;
	const phases = [{ limit: 20, ms }, { limit: 5, ms }, { limit: 100 }];
	// As many as fill three phases of the same length.
	const agents = phases.reduce((sum, { limit }) => sum + (limit * ms) / LATENCY_MS, 0);
	return { agents, differing: 1, latencyMs: LATENCY_MS, phases };
}

/** How well a run follows a limit that changes under it: 20 at once, then 5, then 100. */
export async function run(bench: Bench): Promise<Figure[]> {
	const setup = setupOf(bench);
	const { agents, phases } = setup;
	const runs: Measured[] = [];
	for (let number = 1; number <= bench.pairs; number++)
		runs.push(await measure(bench, `E ${number}/${bench.pairs}`, taskRouter, setup));

	const missed = median(runs.map(({ counts }) => agents - counts.updatedWorkers));
	return [
		{
			benchmark: 'E',
			what: `${taskRouter.name}, agents not updated`,
			value: `${missed}`,
			target: { words: '0', held: missed === 0 },
		},
		...phases.map(({ limit }, index): Figure => {
			const used = median(runs.map(({ counts }) => share(counts.phases[index])));
			const least = index === phases.length - 1 ? LEAST_AT_LAST : LEAST;
			return {
				benchmark: 'E',
				what: `${taskRouter.name}, used of ${limit} at once`,
				value: percent(used),
				target: { words: `≥ ${percent(least)}`, held: used >= least },
			};
		}),
	];
}

/** Of the requests that the limit allows in a phase, the part that was accepted and finished in it. */
function share(phase: Measured['counts']['phases'][number] | undefined): number {
	return phase && phase.ms > 0 ? phase.finished / ((phase.limit * phase.ms) / LATENCY_MS) : 0;
}

const percent = (part: number) => `${Math.round(part * 100)} %`;
