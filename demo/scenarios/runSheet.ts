import { readWorkers } from '../../simulators/twilio/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { SHEET_WORKFLOW } from '../n8n/examples';
import { formatTable } from '../observe/formatTable';
import { assertSuccess } from '../observe/problems';
import { readWrites } from '../observe/readWrites';
import { stateRowsOf } from '../observe/stateRows';
import type { StateRow } from '../observe/stateRows';
import type { Scenario } from './scenario';

/** Names of nodes in the workflow. */
const PREVIEW_NODE = 'What would change';
const SET_NODE = 'Set the states';
/** This agent is in the sheet, but at no service. */
const UNKNOWN_AGENT = 'Grace Miller';

/**
 * Runs the sheet example twice and prints one line per agent. Fails unless the first run writes exactly what the preview
 * announced, everyone except the unknown agent is in the state of the sheet, and the second run writes nothing.
 */
export async function runSheet(scenario: Scenario): Promise<void> {
	const { progress } = scenario;
	const { announced, rows, writes } = await runOnce(scenario, `Run "${SHEET_WORKFLOW.name}"`);
	progress.print(`\n${formatTable([HEADINGS, ...rows.map(lineOf)])}\n`);
	const changed = namesWith(rows, 'changed');
	const preview = namesWith(announced, 'preview');
	const failed = namesWith(rows, 'failed');
	if (changed.length === 0) throw new Error('Nobody was changed.');
	if (changed.join() !== preview.join())
		throw new Error(`The preview announced others than were changed: ${preview.join(', ')}.`);
	if (writes !== changed.length) throw new Error(`${changed.length} agents were changed with ${writes} writes.`);
	if (failed.join() !== UNKNOWN_AGENT)
		throw new Error(`Only ${UNKNOWN_AGENT} should fail, but these did: ${failed.join(', ') || 'nobody'}.`);

	const wrong = (await readWorkers(urlOf(scenario.services, 'twilio'))).filter(({ person, activity }) => {
		const row = rows.find(({ agent, service }) => service === 'twilioTaskRouter' && agent === person.name);
		return row && row.current !== activity.toLowerCase();
	});
	if (wrong.length > 0)
		throw new Error(`TaskRouter has other Activities for ${wrong.map(({ person }) => person.name).join(', ')}.`);

	const again = await runOnce(scenario, 'Run it again');
	const unchanged = namesWith(again.rows, 'unchanged').length;
	if (again.writes > 0 || unchanged !== rows.length - 1)
		throw new Error(`The second run wrote ${again.writes} times and left ${unchanged} agents unchanged.`);
	progress.note(`${changed.length} agents changed with ${writes} writes; the second run wrote nothing`);
}

async function runOnce({ progress, client, vendors }: Scenario, step: string) {
	const before = await readWrites(vendors);
	const execution = await progress.step(
		step,
		async () => await client.runWorkflow(SHEET_WORKFLOW.id, SHEET_WORKFLOW.trigger),
		({ status }) => status,
	);
	assertSuccess(`"${SHEET_WORKFLOW.name}"`, execution);
	const writes = (await readWrites(vendors)) - before;
	const { data } = execution;
	return { announced: stateRowsOf(data, PREVIEW_NODE), rows: stateRowsOf(data, SET_NODE), writes };
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

const namesWith = (rows: StateRow[], outcome: string) =>
	rows.filter((row) => row.outcome === outcome).map(({ agent }) => agent);
