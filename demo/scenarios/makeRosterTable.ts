import { TABLE_NAME, TABLE_SETUP_TRIGGER, TABLE_WORKFLOW } from '../n8n/examples';
import { assertSuccess } from '../observe/problems';
import type { Scenario } from './scenario';

/** Runs the part of the workflow that a person starts once by its button; a table of an earlier start is removed. */
export async function makeRosterTable({ progress, client }: Scenario): Promise<void> {
	await progress.step('Make the data table of a roster', async () => {
		await client.removeDataTable(TABLE_NAME);
		assertSuccess('The table', await client.runWorkflow(TABLE_WORKFLOW.id, TABLE_SETUP_TRIGGER));
	});
}
