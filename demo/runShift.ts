import type { Demo } from './demo';
import type { N8nClient } from './n8nClient';
import { readAgent } from './readAgent';
import { runExample } from './runExample';
import type { Services } from './startSimulators';
import { SHIFT_WORKFLOW } from './workflows';

const SERVICES = 5;

/** Runs the shift example; fails unless Anna's state changed in every service. */
export async function runShift(demo: Demo, client: N8nClient, services: Services): Promise<void> {
	const read = async () =>
		(await readAgent(services)).map(({ agent, service, state }) => ({ names: [agent, service], states: [state] }));
	const compared = await runExample(demo, client, SHIFT_WORKFLOW, ['agent', 'service', 'before', 'after'], read);
	const changed = compared.filter(({ before, after }) => before.states[0] !== after.states[0]).length;
	if (changed < SERVICES) throw new Error(`Only ${changed} of ${SERVICES} agents changed.`);
	demo.progress.note(`${changed} agents changed`);
}
