import type { Demo } from './demo';
import { formatTable } from './formatTable';
import type { N8nClient } from './n8nClient';
import { readWorkers } from './readWorkers';
import type { Services } from './startSimulators';
import { stateRowsOf } from './stateRows';
import { MEETING_WORKFLOW } from './workflows';

/** Runs the meeting example; fails unless somebody went on a break for it and everybody is back as before. */
export async function runMeeting({ progress }: Demo, client: N8nClient, services: Services): Promise<void> {
	const before = await readWorkers(services);
	const { status, problem, data } = await progress.step(
		`Run "${MEETING_WORKFLOW.name}"`,
		async () => await client.runWorkflow(MEETING_WORKFLOW.id, MEETING_WORKFLOW.trigger),
		(execution) => execution.status,
	);
	if (status !== 'success') throw new Error(`The workflow ended with ${status}: ${problem ?? 'no reason given'}`);
	const after = await readWorkers(services);
	const during = stateRowsOf(data, 'Into the meeting');
	const back = stateRowsOf(data, 'Back as they were');
	const lines = before.map(({ person, activity }, index) => {
		const row = during.find(({ agent }) => agent === person.name);
		const undone = back.find(({ agent }) => agent === person.name);
		return [
			person.name,
			activity,
			row?.current ?? '(not in the team)',
			after[index]?.activity ?? '?',
			undone?.outcome ?? '',
			undone?.reason ?? '',
		];
	});
	const headings = ['agent', 'before', 'in the meeting', 'afterwards', 'outcome', 'why'];
	progress.print(`\n${formatTable([headings, ...lines])}\n`);

	const went = during.filter(({ outcome }) => outcome === 'changed').length;
	if (went === 0 || during.some(({ current }) => current !== 'break'))
		throw new Error('Not everybody of the team went on a break.');
	const astray = before.filter(({ activity }, index) => activity !== after[index]?.activity);
	if (astray.length > 0)
		throw new Error(`Not back as before: ${astray.map(({ person }) => person.name).join(', ')}.`);
	progress.note(`${went} agents went on a break and came back as before`);
}
