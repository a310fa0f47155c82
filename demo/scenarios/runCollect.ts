import { z } from 'zod';

import { PEOPLE, VOIPNOW_QUEUE } from '../../simulators';
import { setStatus } from '../../simulators/voipNow/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { COLLECT_SETUP_TRIGGER, COLLECT_TABLE_NAME, COLLECT_WORKFLOW } from '../n8n/examples';
import { itemsOf } from '../n8n/executionData';
import { nodesShape } from '../n8n/workflows';
import { assertSuccess } from '../observe/problems';
import { readMessages } from '../observe/readMessages';
import type { Scenario } from './scenario';
import { withTrial } from './trial';
import type { Trial } from './trial';

/** Wednesday morning, so that yesterday is a Tuesday. */
const MORNING = '2026-11-25T07:00';
const [ONLINE, PAUSED, LOGGED_OUT] = ['1', '2', '0'] as const;

/** What Anna does on that Tuesday: the change, as the trigger tells it, and its time in Warsaw. */
const ANNAS_DAY = [
	{ status: ONLINE, change: 'Logged Out > Online', at: '2026-11-24T09:20' },
	{ status: PAUSED, change: 'Online > Paused', at: '2026-11-24T12:00' },
	{ status: ONLINE, change: 'Paused > Online', at: '2026-11-24T12:50' },
	{ status: LOGGED_OUT, change: 'Online > Logged Out', at: '2026-11-24T17:00' },
] as const;

/** Before the day begins: the first poll tells the states of all. */
const FIRST_POLL = '2026-11-24T08:00';

/** Worked out by hand: Bob is online all day, lunch included, and Dawid not at all. */
const REPORT = [
	'Adherence yesterday:',
	'Dawid Wójcik: adherence 0 %, exceptions 1 (480 min)',
	'Anna Kowalska: adherence 91.67 %, exceptions 2 (40 min)',
	'Bob Stone: adherence 93.75 %, exceptions 1 (30 min)',
].join('\n');

const messageShape = z.object({ message: z.string() });
const rowShape = z.object({ agentId: z.string(), native: z.string(), at: z.string() });

/**
 * Publishes the workflow that collects an agent's changes, lets the agent change four times, and runs its report. Fails
 * unless the table has each change, and the report says what follows from them.
 */
export async function runCollect(scenario: Scenario): Promise<void> {
	const { progress, client } = scenario;
	await progress.step(
		`Run "${COLLECT_WORKFLOW.name}"`,
		async () => {
			await client.removeDataTable(COLLECT_TABLE_NAME);
			assertSuccess('The table', await client.runWorkflow(COLLECT_WORKFLOW.id, COLLECT_SETUP_TRIGGER));
			return await withTrial(client, COLLECT_WORKFLOW, async (trial) => {
				await collect(scenario, trial);
				return await report(scenario, trial);
			});
		},
		(rows) => `${rows} rows of one agent in the table, and the adherence that follows from them`,
	);
}

async function collect({ services }: Scenario, trial: Trial): Promise<void> {
	const voipNow = urlOf(services, 'voipNow');
	const set = async (extension: string, status: '0' | '1' | '2') =>
		await setStatus(voipNow, VOIPNOW_QUEUE, extension, status);
	await set(PEOPLE.anna.extension, LOGGED_OUT);
	await set(PEOPLE.bob.extension, ONLINE);
	await set(PEOPLE.dawid.extension, LOGGED_OUT);
	await trial.setMoment(MORNING, pollOften);
	await trial.runByEvents([
		async () => {
			// The first poll comes with the publication.
		},
		...ANNAS_DAY.map(
			({ status }) =>
				async () =>
					await set(PEOPLE.anna.extension, status),
		),
	]);
}

/** Polls every five seconds, and gives each change its time of that day. The report does not run by itself. */
function pollOften(json: string): string {
	const item = Array.from({ length: 12 }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * 5} * * * * *`,
	}));
	const times = JSON.stringify(Object.fromEntries(ANNAS_DAY.map(({ change, at }) => [change, at])));
	const at = `={{ (${times})[$json.previousNative + ' > ' + $json.native] ?? '${FIRST_POLL}' }}`;
	const nodes = nodesShape.parse(JSON.parse(json)).map((node) => {
		if (node.type.endsWith('.scheduleTrigger')) return { ...node, disabled: true };
		return 'pollTimes' in node.parameters
			? { ...node, parameters: { ...node.parameters, pollTimes: { item } } }
			: node;
	});
	return JSON.stringify(nodes).replace(JSON.stringify('={{ $json.at }}'), JSON.stringify(at));
}

/** @returns how many rows of Anna the table has */
async function report({ services }: Scenario, trial: Trial): Promise<number> {
	await trial.setMoment(MORNING);
	const { length } = await readMessages(services);
	const { data } = await trial.run();
	const rows = z.array(rowShape).parse(itemsOf(data, 'What was collected'));
	const annas = rows.filter(({ agentId }) => agentId === PEOPLE.anna.extension);
	const expected = [FIRST_POLL, ...ANNAS_DAY.map(({ at }) => at)];
	if (annas.map(({ at }) => at).join() !== expected.join())
		throw new Error(`The table has other changes: ${JSON.stringify(annas)}`);
	const sent = (await readMessages(services)).slice(length);
	const texts = sent.map(({ text }) => messageShape.parse(JSON.parse(text)).message);
	if (texts.join() !== REPORT) throw new Error(`The report says: ${texts.join(' | ')}`);
	return annas.length;
}
