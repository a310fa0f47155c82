import type { Demo } from './demo';
import { formatTable } from './formatTable';
import type { N8nClient } from './n8nClient';
import { readWorkers } from './readWorkers';
import { readWrites } from './readWrites';
import type { Services } from './startSimulators';
import { stateRowsOf } from './stateRows';
import type { StateRow } from './stateRows';
import { SHEET_WORKFLOW } from './workflows';

const PREVIEW = 'What would change';
const SETTING = 'Set the states';
/** Who is in the sheet and in no service. */
const STRANGER = 'Grace Miller';

/**
 * Runs the sheet example twice and prints one line per agent; fails unless the first run writes exactly what the preview
 * announced, everybody but the stranger is in the state of the sheet, and the second run writes nothing.
 */
export async function runSheet({ progress }: Demo, client: N8nClient, services: Services): Promise<void> {
	const run = async (name: string) => {
		const before = await readWrites(services);
		const { status, problem, data } = await progress.step(
			name,
			async () => await client.runWorkflow(SHEET_WORKFLOW.id, SHEET_WORKFLOW.trigger),
			(execution) => execution.status,
		);
		if (status !== 'success') throw new Error(`The workflow ended with ${status}: ${problem ?? 'no reason given'}`);
		const writes = (await readWrites(services)) - before;
		return { announced: stateRowsOf(data, PREVIEW), rows: stateRowsOf(data, SETTING), writes };
	};

	const { announced, rows, writes } = await run(`Run "${SHEET_WORKFLOW.name}"`);
	progress.print(`\n${formatTable([HEADINGS, ...rows.map(lineOf)])}\n`);
	const changed = namesOf(rows, 'changed');
	if (changed.length === 0) throw new Error('Nobody was changed.');
	if (changed.join() !== namesOf(announced, 'preview').join())
		throw new Error(`The preview announced others than were changed: ${namesOf(announced, 'preview').join(', ')}.`);
	if (writes !== changed.length) throw new Error(`${changed.length} agents were changed with ${writes} writes.`);
	if (namesOf(rows, 'failed').join() !== STRANGER)
		throw new Error(`Not only ${STRANGER} failed: ${namesOf(rows, 'failed').join(', ') || 'nobody did'}.`);

	const wrong = (await readWorkers(services)).filter(({ person, activity }) => {
		const row = rows.find(({ agent, service }) => service === 'twilioTaskRouter' && agent === person.name);
		return row && row.current !== activity.toLowerCase();
	});
	if (wrong.length > 0)
		throw new Error(`TaskRouter itself says otherwise of ${wrong.map(({ person }) => person.name).join(', ')}.`);

	const again = await run('Run it again');
	const right = namesOf(again.rows, 'unchanged').length;
	if (again.writes > 0 || right !== rows.length - 1)
		throw new Error(`The second run wrote ${again.writes} times, and found ${right} agents right.`);
	progress.note(`${changed.length} agents changed with ${writes} writes; the second run wrote nothing`);
}

const HEADINGS = ['agent', 'service', 'was', 'is', 'outcome', 'why'];

const lineOf = ({ agent, service, previous, current, outcome, reason }: StateRow) => [
	agent,
	service,
	previous ?? '-',
	current ?? '-',
	outcome,
	reason ?? '',
];

const namesOf = (rows: StateRow[], outcome: string) =>
	rows.filter((row) => row.outcome === outcome).map(({ agent }) => agent);
