import { readWorkers } from '../../simulators/twilio/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { MEETING_WORKFLOW } from '../n8n/examples';
import { formatTable } from '../observe/formatTable';
import { assertSuccess } from '../observe/problems';
import { stateRowsOf } from '../observe/stateRows';
import type { Scenario } from './scenario';

const HEADINGS = ['agent', 'before', 'in the meeting', 'afterwards', 'outcome', 'why'];

/** Runs the meeting example; fails unless the team went on a break for it and everyone is back as before. */
export async function runMeeting({ progress, client, services }: Scenario): Promise<void> {
	const twilio = urlOf(services, 'twilio');
	const before = await readWorkers(twilio);
	const execution = await progress.step(
		`Run "${MEETING_WORKFLOW.name}"`,
		async () => await client.runWorkflow(MEETING_WORKFLOW.id, MEETING_WORKFLOW.trigger),
		({ status }) => status,
	);
	assertSuccess(`"${MEETING_WORKFLOW.name}"`, execution);
	const after = await readWorkers(twilio);
	const during = stateRowsOf(execution.data, 'Into the meeting');
	const restored = stateRowsOf(execution.data, 'Back as they were');
	const lines = before.map(({ person, activity }, index) => {
		const inMeeting = during.find(({ agent }) => agent === person.name);
		const back = restored.find(({ agent }) => agent === person.name);
		return [
			person.name,
			activity,
			inMeeting?.current ?? '(not in the team)',
			after[index]?.activity ?? '?',
			back?.outcome ?? '',
			back?.reason ?? '',
		];
	});
	progress.print(`\n${formatTable([HEADINGS, ...lines])}\n`);

	const changed = during.filter(({ outcome }) => outcome === 'changed').length;
	if (changed === 0 || during.some(({ current, outcome }) => outcome !== 'skipped' && current !== 'break'))
		throw new Error('Not everyone of the team went on a break.');
	const wrong = before.filter(({ activity }, index) => activity !== after[index]?.activity);
	if (wrong.length > 0) throw new Error(`Not back as before: ${wrong.map(({ person }) => person.name).join(', ')}.`);
	progress.note(`${changed} agents went on a break and came back as before`);
}
