import type { Demo } from './demo';
import { formatTable } from './formatTable';
import type { N8nClient } from './n8nClient';
import { readAgent } from './readAgent';
import type { Services } from './startSimulators';
import { SHIFT_WORKFLOW } from './workflows';

const SERVICES = 5;

/** Runs the shift example and prints what the services themselves say before and after; fails unless all of them changed. */
export async function runShift({ progress }: Demo, client: N8nClient, services: Services): Promise<void> {
	const before = await readAgent(services);
	const { status, problem } = await progress.step(
		'Run "Anna Kowalska starts her shift"',
		async () => await client.runWorkflow(SHIFT_WORKFLOW.id, SHIFT_WORKFLOW.trigger),
		(execution) => execution.status,
	);
	const after = await readAgent(services);
	const rows = before.map(({ agent, service, state }, index) => [agent, service, state, after[index]?.state ?? '?']);
	progress.print(`\n${formatTable([['agent', 'service', 'before', 'after'], ...rows])}\n`);
	if (status !== 'success') throw new Error(`The workflow ended with ${status}: ${problem ?? 'no reason given'}`);
	const changed = rows.filter(([, , was, is]) => was !== is).length;
	if (changed < SERVICES) throw new Error(`Only ${changed} of ${SERVICES} agents changed.`);
	progress.note(`${changed} agents changed`);
}
