import { PEOPLE } from '../../simulators';
import { MEMORY_TABLE_NAME, QUEUE_WORKFLOW, TABLE_SETUP_TRIGGER } from '../n8n/examples';
import { assertSuccess } from '../observe/problems';
import { keyOf, readStates } from '../observe/readStates';
import { readWrites } from '../observe/readWrites';
import type { Scenario } from './scenario';
import { withTrial } from './trial';

/** A moment of the roster, and what Conpeek has to know of Anna and Bob then. */
const MOMENTS = [
	{ at: '2026-11-23T09:00', state: 'ONLINE' },
	{ at: '2026-11-23T12:10', state: 'ONBREAK' },
];

/**
 * Runs the workflow twice at each moment, as the editor does: n8n remembers nothing of such runs, as in queue mode. What a
 * run has set is in the data table, so the second one writes nobody.
 */
export async function runQueueMemory({ progress, client, vendors }: Scenario): Promise<void> {
	const { name, id } = QUEUE_WORKFLOW;
	await progress.step(`Run "${name}" twice at ${MOMENTS.length} moments`, async () => {
		await client.removeDataTable(MEMORY_TABLE_NAME);
		assertSuccess('The table', await client.runWorkflow(id, TABLE_SETUP_TRIGGER));
		await withTrial(client, QUEUE_WORKFLOW, async (trial) => {
			for (const { at, state } of MOMENTS) {
				await trial.setMoment(at);
				const before = await readWrites(vendors);
				await trial.run();
				const first = await readWrites(vendors);
				await trial.run();
				const second = await readWrites(vendors);
				const states = await readStates(vendors);
				const wrong = [PEOPLE.anna, PEOPLE.bob].filter(
					(person) => states[keyOf('Conpeek', person.name)] !== state,
				);
				if (wrong.length > 0)
					throw new Error(`At ${at}, ${wrong.map((one) => one.name).join()} are not ${state}.`);
				const written = [first - before, second - first];
				if (written.join() !== '2,0')
					throw new Error(`At ${at}, the runs wrote ${written.join(' and ')} times.`);
			}
		});
	});
}
