import { join } from 'node:path';

import { readWorkflows } from '../../demo/n8n/workflows';
import type { Workflow } from '../../demo/n8n/workflows';
import { ACTIVITY, CONPEEK_BREAK, PEOPLE } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { fewAgents } from './agents';
import type { QueueScene } from './everything';
import { publish, runOnce } from './executions';
import type { Outcome } from './executions';
import { chained, connected, testedStep, webhookSteps } from './queueWorkflows';

const RUNS = 6;
/** Of the ready workflow, which these workflows take their steps from. */
const READY = 'agentStateQueue01';
const MAKE = 'Once: make the table';
const TABLE = 'Agent memory';
const SET = 'Set the states';
const KEPT = ['Take the memory out', 'Add it to the rows', SET, 'Put the memory back', MAKE, 'Make the table'];

/** What is handed out and in as columns, with a data table in between, is known to every worker. */
export async function checkColumns(scene: QueueScene, root: string): Promise<void> {
	const ready = (await readWorkflows(join(root, 'workflows'))).find(({ id }) => id === READY);
	if (!ready) throw new Error(`There is no workflow ${READY}.`);
	await checkConpeekColumns(scene, ready);
	await checkGraceColumns(scene, ready);
	await checkLastRunColumn(scene);
}

async function checkConpeekColumns(scene: QueueScene, ready: Workflow): Promise<void> {
	const { conpeek, checks } = scene;
	const id = 'queueColumnsConpeek';
	await prepareTable(scene, withMemory(ready, id, { vendor: 'conpeek', options: { memory: 'columns' } }));
	const rows = [
		{ agentId: PEOPLE.carla.login, desiredState: 'break', reason: CONPEEK_BREAK.lunch },
		{ agentId: PEOPLE.dawid.login, desiredState: 'available' },
	];
	const written: number[] = [];
	const runs: Outcome[] = [];
	for (let run = 1; run <= RUNS; run += 1) {
		const before = conpeek.seen.length;
		runs.push(await runOnce(scene, id, rows, SET));
		written.push(conpeek.seen.length - before);
	}
	const outcomes = runs.map((run) => run.rows.map(({ outcome }) => outcome).join());
	checks.check(`columns, Conpeek: requests in ${RUNS} runs: ${written.join(', ')}`, [
		written.join() !== [rows.length, ...Array<number>(RUNS - 1).fill(0)].join() &&
			'only the first one should write',
		new Set(outcomes.slice(1)).size !== 1 && outcomes.join(' | '),
		outcomes.at(-1) !== 'unchanged,unchanged' && outcomes.join(' | '),
	]);
}

/** Own changes never count as someone else's, and someone else's are respected. */
async function checkGraceColumns(scene: QueueScene, ready: Workflow): Promise<void> {
	const { twilio, checks } = scene;
	const [, , own, other] = fewAgents();
	if (!own || !other) throw new Error('There are no agents.');
	const id = 'queueColumnsGrace';
	const parameters = {
		vendor: 'twilioTaskRouter',
		workspace: { __rl: true, mode: 'name', value: 'Support' },
		options: { memory: 'columns', graceMinutes: 30 },
	};
	await prepareTable(scene, withMemory(ready, id, parameters));
	const problems: string[] = [];
	await setActivity(twilio, own.sid, ACTIVITY.offline);
	const worker = twilio.state.workers[own.sid];
	// Long ago, so that the first run may change it.
	if (worker) worker.date_status_changed = '2026-01-01T00:00:00Z';
	for (let run = 1; run <= RUNS; run += 1) {
		const state = run % 2 === 0 ? 'break' : 'available';
		await setActivity(twilio, other.sid, run % 2 === 0 ? ACTIVITY.offline : ACTIVITY.busy);
		const wanted = [own, other].map(({ name }) => ({ agentId: name, desiredState: state }));
		const { rows, hints } = await runOnce(scene, id, wanted, SET);
		const reason = JSON.stringify(rows[1]?.reason ?? '');
		if (rows[0]?.outcome !== 'changed' || twilio.state.workers[own.sid]?.activity_sid !== ACTIVITY[state])
			problems.push(`run ${run}: ${JSON.stringify(rows[0])}`);
		// Before the first run nothing is in the table, which is told.
		const isRight =
			run === 1
				? hints.some((hint) => hint.startsWith("No item has a column 'memory', so Grace Time has no effect"))
				: rows[1]?.outcome === 'skipped' && reason.includes('by someone else 0 minutes ago');
		if (!isRight) problems.push(`run ${run}: ${JSON.stringify(rows[1])}`);
	}
	checks.check(
		`columns, Grace Time: own changes are known in ${RUNS} runs, and those of others left alone`,
		problems,
	);
}

async function checkLastRunColumn(scene: QueueScene): Promise<void> {
	const id = 'queueColumnsLastRun';
	const table = { __rl: true, mode: 'name', value: id };
	const dataTable = (name: string, parameters: object, more: object = {}) => ({
		...{ name, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 },
		...{ parameters: { dataTableId: table, options: {}, ...parameters }, more },
	});
	const [webhook] = webhookSteps(id);
	if (!webhook) throw new Error('There is no webhook.');
	const steps = [
		webhook,
		dataTable(
			'Memory',
			{ resource: 'row', operation: 'get', matchType: 'anyCondition', filters: {}, returnAll: true },
			{ alwaysOutputData: true },
		),
		{
			...{ name: 'Roster', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
			parameters: {
				assignments: {
					assignments: [
						{
							id: 'rows',
							name: 'rows',
							type: 'array',
							value: "={{ $('Webhook').first().json.body.rows }}",
						},
					],
				},
				options: {},
			},
		},
		{
			...{ name: 'Rows', type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
			parameters: { fieldToSplitOut: 'rows', options: {} },
		},
		testedStep(
			{
				...{ operation: 'getChanges', rosterFrom: 'items', zone: 'Europe/Warsaw', period: 'sinceLastRun' },
				...{ minutes: 15, memory: 'columns', lastRun: "={{ $('Memory').first().json.lastRun }}" },
				evaluateAt: "={{ $('Webhook').first().json.body.rows[0].at }}",
			},
			'shiftSchedule',
		),
		dataTable('Keep it', {
			...{ resource: 'row', operation: 'upsert', matchType: 'anyCondition' },
			filters: { conditions: [{ keyName: 'of', condition: 'eq', keyValue: 'shifts' }] },
			columns: {
				...{ mappingMode: 'defineBelow', matchingColumns: [] },
				value: { of: 'shifts', lastRun: '={{ $json.lastRun }}' },
				schema: ['of', 'lastRun'].map(stringColumn),
			},
		}),
	];
	const make = dataTable('Make the table', {
		...{ resource: 'table', operation: 'create', tableName: id },
		columns: { column: ['of', 'lastRun'].map((name) => ({ name, type: 'string' })) },
	});
	const begin = { name: MAKE, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const main = chained(id, [...steps, begin, make]);
	await prepareTable(scene, {
		...main,
		connections: { ...connected(steps), ...connected([begin, make]) },
	});

	const roster = { kind: 'shift', agent: 'anna', days: 'Mon-Sun', start: '09:00', end: '17:00' };
	const lunch = { kind: 'break', agent: '*', start: '12:00', end: '30m' };
	const told: number[] = [];
	for (const time of ['09:05', '09:10', '12:04', '12:10', '12:10', '16:59', '17:40'])
		told.push((await runOnce(scene, id, [{ ...roster, at: `2026-11-27T${time}:00` }, lunch])).rows.length);
	scene.checks.check(`columns, Since the Last Run: changes told in the runs: ${told.join(', ')}`, [
		told.join() !== [1, 0, 1, 0, 0, 1, 1].join() && 'each change should be told once',
	]);
}

const stringColumn = (id: string) => ({
	...{ id, displayName: id, required: false, defaultMatch: false, display: true },
	...{ type: 'string', readOnly: false, removed: false },
});

/** The steps of the ready workflow about its memory, started by a request, with a table and a setting of their own. */
function withMemory(ready: Workflow, id: string, parameters: object): Workflow {
	const webhook = chained(id, webhookSteps(id));
	const kept = ready.nodes
		.filter(({ name }) => KEPT.includes(name))
		.map((node) => {
			const own = node.name === SET ? { ...node.parameters, ...parameters } : node.parameters;
			const credentials = node.credentials && { twilioContactCenterApi: { name: '' }, conpeekApi: { name: '' } };
			return { ...node, ...(credentials && { credentials }), parameters: own };
		});
	const text = JSON.stringify(kept).replaceAll(TABLE, id);
	const to = (...steps: string[]) => ({ main: [steps.map((node) => ({ node, type: 'main', index: 0 }))] });
	return {
		...webhook,
		nodes: [...webhook.nodes, ...(JSON.parse(text) as Workflow['nodes'])],
		connections: {
			...Object.fromEntries(Object.entries(ready.connections as object).filter(([from]) => KEPT.includes(from))),
			Webhook: to('Rows', 'Take the memory out'),
			Rows: to('Add it to the rows'),
		},
	};
}

async function prepareTable(scene: QueueScene, workflow: Workflow): Promise<void> {
	await publish(scene, workflow);
	const { status } = await scene.n8n.client.runWorkflow(workflow.id, MAKE);
	if (status !== 'success') throw new Error(`Making the table of ${workflow.id} ended with ${status}.`);
}
