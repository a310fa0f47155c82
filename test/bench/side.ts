import { mebibytes, seconds } from './bench';
import type { Bench } from './bench';
import type { Usage } from './n8n';
import type { Counts, Setup } from './vendor';
import type { Side } from './workflows';

export interface Measured extends Usage {
	counts: Counts;
}

/** A server without limits, in front of agents who are all to change. */
export const unlimited = (agents: number): Setup => ({ agents, differing: 1, latencyMs: 0, phases: [] });

/** One execution against a server put back to its first state, with a line of progress. */
export async function measure({ n8n, vendor, progress }: Bench, label: string, side: Side, setup: Setup) {
	return await progress.step(
		`${label}: ${side.name}, ${setup.agents} agents`,
		async (): Promise<Measured> => {
			await vendor.reset(setup);
			const usage = await n8n.execute(side);
			return { ...usage, counts: await vendor.counts() };
		},
		({ wallMs, cpuMs, nodeMs, maxRssBytes, failures, counts }) =>
			`wall ${seconds(wallMs)}, node ${seconds(nodeMs)}, CPU ${seconds(cpuMs)}, ${mebibytes(maxRssBytes)}, ` +
			`${counts.updatedWorkers} updated, ${failures} failed, at most ${counts.maxInFlight} at once, ${counts.refused} refused`,
	);
}

/** The same workflow with a single agent: what n8n's own start costs, and loading all that an update needs. */
export const measureStart = async (bench: Bench, label: string, side: Side) =>
	await measure(bench, `${label}, start alone`, side, unlimited(1));

/** A comparison means nothing when one side left work undone. */
export function assertAllUpdated({ counts, failures }: Measured, { name }: Side, agents: number): void {
	if (counts.updatedWorkers === agents && failures === 0) return;
	throw new Error(`${name} updated ${counts.updatedWorkers} of ${agents} agents, and ${failures} items failed.`);
}
