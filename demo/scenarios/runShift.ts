import { PEOPLE } from '../../simulators';
import { SHIFT_WORKFLOW } from '../n8n/examples';
import { packNodesIn } from '../n8n/workflows';
import { readRecordedStates } from '../observe/readStates';
import { runExample } from './runExample';
import type { Scenario } from './scenario';

const HEADINGS = ['agent', 'node', 'place', 'before', 'after'];

/** Runs the shift example; fails unless every vendor node of the workflow changed Anna's state. */
export async function runShift(scenario: Scenario): Promise<void> {
	const nodes = packNodesIn(await scenario.client.workflow(SHIFT_WORKFLOW.id)).map(({ type }) => type);
	const read = async () => {
		const recorded = await readRecordedStates(scenario.vendors);
		return recorded
			.filter(({ agent, node }) => agent === PEOPLE.anna.name && nodes.includes(node))
			.map(({ agent, node, place, state }) => ({ names: [agent, node, place], states: [state] }));
	};
	const compared = await runExample(scenario, SHIFT_WORKFLOW, HEADINGS, read);
	const changed = compared
		.filter(({ before, after }) => before.states[0] !== after.states[0])
		.map(({ before }) => before.names[1]);
	const without = nodes.filter((node) => !changed.includes(node));
	if (nodes.length === 0 || without.length > 0)
		throw new Error(`No state of ${PEOPLE.anna.name} changed at: ${without.join(', ') || 'any service'}.`);
	scenario.progress.note(`${PEOPLE.anna.name} changed at ${nodes.length} services`);
}
