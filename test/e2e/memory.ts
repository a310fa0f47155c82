import type { ConpeekSimulator } from '../../simulators';
import type { Checks } from './checks';
import type { Execution, N8n } from './n8n';
import { AGENT_STATE, memoryWorkflow } from './workflows';

/** Conpeek does not tell states: what a production execution set must be known to the next one, in another process. */
export async function checkMemory({
	n8n,
	conpeek,
	checks,
}: {
	n8n: N8n;
	conpeek: ConpeekSimulator;
	checks: Checks;
}): Promise<void> {
	const { id } = memoryWorkflow();
	const first = await n8n.execute(id);
	const written = conpeek.seen.length;
	const rows = first.data.resultData.runData[AGENT_STATE]?.[0]?.data.main[0]?.length;
	checks.check(`Conpeek, first execution: ${hintOf(first)}`, [
		written !== rows && `${written} requests for ${rows ?? 'no'} agents`,
		hintOf(first) !== '4 agents: 4 changed.' && 'the hint says otherwise',
	]);
	const second = await n8n.execute(id);
	checks.check(`Conpeek, second execution: ${hintOf(second)}`, [
		conpeek.seen.length !== written && `${conpeek.seen.length - written} more requests`,
		hintOf(second) !== 'All 4 agents were already in the right state.' && 'the hint says otherwise',
	]);
}

const hintOf = ({ data }: Execution) => data.resultData.runData[AGENT_STATE]?.[0]?.hints[0]?.message ?? 'no hint';
