import { keyOf, readStates } from '../../demo/observe/readStates';
import { PEOPLE } from '../../simulators';
import type { Stage } from './everything';

/** What people read first; the rest of the table may lie beyond the edge of the screen. */
const FIRST_COLUMNS = ['agent', 'outcome', 'previous', 'current', 'reason'];

/** Workspace, agent and state are picked from lists; the step is run; its table and its messages are read. */
export async function checkAgentState({ editor, vendors, checks }: Stage): Promise<void> {
	const { elif, carla } = PEOPLE;
	await editor.openEmptyWorkflow();
	await editor.addFirstStep();
	await editor.search('agent state');
	await editor.take('Agent State');
	await editor.takeAction('Set the states of agents');
	await editor.choose('source', 'The Fields Below');
	await editor.chooseFromList('workspace', 'Support');
	await editor.chooseFromList('agent', elif.name);
	await editor.choose('state', 'Break');
	await editor.fill('reason', 'Lunch');
	await editor.runStep();

	const [row = []] = await editor.rows();
	checks.check('a state that is picked from the list is set, and the row says so', [
		row[0] !== elif.name && `the row is about ${row[0] ?? 'nobody'}: ${await editor.problem()}`,
		row[3] !== 'break' && `the current state is ${row[3] ?? 'unknown'}`,
		!['changed', 'unchanged'].includes(row[1] ?? '') && `the outcome is ${row[1] ?? 'unknown'}`,
		row[4] !== 'Lunch' && `the reason is ${row[4] ?? 'unknown'}`,
	]);
	const columns = await editor.columnsOnScreen();
	checks.check(`the table begins with ${FIRST_COLUMNS.join(', ')}, and none of these is cut off`, [
		FIRST_COLUMNS.some((name, at) => columns[at] !== name) && `on the screen are ${columns.join(', ')}`,
	]);
	const states = await readStates(vendors);
	checks.check('the service has that state', [
		states[keyOf('TaskRouter', elif.name)] !== 'Break' &&
			`it has ${states[keyOf('TaskRouter', elif.name)] ?? 'none'}`,
	]);

	await editor.chooseBy('agent', 'By Name', carla.name.toLowerCase());
	await editor.runStep();
	const [named = []] = await editor.rows();
	checks.check('By Name finds an agent whatever the case of the letters', [
		named[0] !== carla.name && `the row is about ${named[0] ?? 'nobody'}: ${await editor.problem()}`,
	]);

	await editor.fillLocator('agent', 'Carla Nunes');
	await editor.runStep();
	const problem = await editor.problem();
	checks.check('a wrong name is told in our words, with the closest name', [
		!problem.includes('Carla Nunes') && `the message does not name it: ${problem}`,
		!problem.includes(carla.name) && `the message does not name the closest: ${problem}`,
	]);
}
