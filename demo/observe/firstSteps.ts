import { TABLE_NAME } from '../n8n/examples';
import type { Owner } from '../n8n/owner';
import type { Editor } from './editor';

/** What each step shows, in the order in which they come. */
export interface Looks {
	/** Called with the screen of each step. */
	look?: (seconds: number) => Promise<void>;
	/** Called while the output of Shift Schedule is shown. */
	atSchedule?: () => Promise<void>;
}

/**
 * The way of the documents from a running `npm start` to states that a shift has set: sign in, make a workflow, take the
 * roster, work out who must be where now, and change it.
 */
export async function takeFirstSteps(
	editor: Editor,
	owner: Owner,
	{ look = async () => {}, atSchedule = async () => {} }: Looks,
): Promise<void> {
	await editor.signIn(owner);
	await editor.startWorkflow();
	await look(1.5);
	await editor.addFirstStep();
	await editor.search('data table');
	await editor.take('Data table');
	await editor.takeAction('Get row(s)');
	await editor.chooseFromList('dataTableId', TABLE_NAME);
	await look(2);
	await editor.closeNode();

	await editor.addAfter('Get row(s)');
	await editor.search('shift');
	await look(1.5);
	await editor.take('Shift Schedule');
	await editor.takeAction('Get the states of a schedule now');
	await look(1.5);
	await editor.runStep();
	await look(3);
	await atSchedule();
	await editor.closeNode();

	await editor.addAfter('Shift Schedule');
	await editor.search('agent state');
	await look(1.5);
	await editor.take('Agent State');
	await editor.takeAction('Set the states of agents');
	await editor.chooseFromList('workspace', 'Support');
	await look(2);
	await editor.runStep();
	await look(4);
}
