import axios from 'axios';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { pathsOf } from '../../demo/bootstrap/demo';
import type { N8nClient } from '../../demo/n8n/client';
import { UNDO_SETUP_TRIGGER, UNDO_WORKFLOW } from '../../demo/n8n/examples';
import { itemsOf } from '../../demo/n8n/executionData';
import { assertSuccess } from '../../demo/observe/problems';
import { bindCredentials, readWorkflows } from '../../demo/n8n/workflows';
import type { Workflow } from '../../demo/n8n/workflows';
import { ACTIVITY, startTwilio } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { openServerHome } from '../support/runningN8n';
import type { Server } from '../support/runningN8n';
import { seeds, signIns } from './canaries';
import type { Checks } from './checks';
import type { Stage } from './everything';
import { roster, workersOf } from './roster';
import type { RosterAgent } from './roster';
import { interruptedWorkflow } from './workflows';

const PORT = 5830;
/** The step of the ready workflow that restores. */
const TAKEN_BACK = 'Back as they were';
const LATENCY_MS = 30;
/** So many are written before the run is interrupted. */
const HALF_WAY = 60;
const LIMIT_MS = 60_000;
/** After which n8n has begun whatever it begins after an interrupted run. */
const SETTLED_MS = 3_000;

interface Scene {
	server: Server;
	twilio: TwilioSimulator;
	agents: RosterAgent[];
	/** The id of the workflow that is interrupted. */
	id: string;
	/** The ready workflow, with credentials. */
	undo: Workflow;
}

/** What interrupts a run: what is arranged before it begins, or done half-way. */
interface Interruption {
	how: string;
	before?(scene: Scene): void;
	halfWay?(scene: Scene): Promise<void>;
}

/**
 * A published workflow is interrupted half-way, each time otherwise, and the ready workflow that is its error workflow takes
 * back what it has changed. After a kill n8n knows nothing, and nothing is taken back.
 */
export async function checkInterrupted(stage: Stage, checks: Checks): Promise<void> {
	const { root, folder, canaries } = stage;
	const agents = roster();
	const twilio = await startTwilio({ seed: { ...seeds(canaries).twilio, workers: workersOf(agents) } });
	try {
		const home = await openServerHome(stage, join(folder, 'interrupted'));
		const server = await home.start(PORT);
		const { client } = server;
		const credential = signIns.twilioAuthToken(twilio.url, canaries.twilioAuthToken.secret);
		const ids = new Map([[credential.type, await client.putCredential(credential)]]);
		const undo = (await readWorkflows(pathsOf(root).workflows)).find(({ id }) => id === UNDO_WORKFLOW.id);
		if (!undo) throw new Error(`There is no workflow ${UNDO_WORKFLOW.id}.`);
		const bound = bindCredentials(undo, ids);
		await client.putWorkflow(bound);
		await client.runWorkflow(UNDO_WORKFLOW.id, UNDO_SETUP_TRIGGER);
		await client.publishWorkflow(UNDO_WORKFLOW.id);
		const workflow = bindCredentials(interruptedWorkflow(agents, UNDO_WORKFLOW.id), ids);
		await client.putWorkflow(workflow);
		await client.publishWorkflow(workflow.id);

		const scene: Scene = { server, twilio, agents, id: workflow.id, undo: bound };
		twilio.faults.latency(LATENCY_MS);
		for (const interruption of [failure, stop]) await checkTakenBack(scene, interruption, checks);
		await checkKill({ ...scene, restart: async () => await home.start(PORT) }, checks);
	} finally {
		await twilio.close();
	}
}

const failure: Interruption = {
	how: 'a change fails',
	before({ twilio, agents }) {
		const { sid = '' } = agents.at(-1) ?? {};
		twilio.faults.push({ status: 403, match: { method: 'POST', path: new RegExp(sid) } });
	},
};

const stop: Interruption = {
	how: 'someone stops it',
	async halfWay({ server: { client }, id }) {
		const execution = await client.runningExecution(id);
		if (execution !== undefined) await client.stopExecution(execution);
	},
};

async function checkTakenBack(scene: Scene, { how, ...interruption }: Interruption, checks: Checks): Promise<void> {
	const { server, agents } = scene;
	const { client } = server;
	const before = upset(scene);
	const kept = await client.countEndedExecutions(UNDO_WORKFLOW.id);
	interruption.before?.(scene);
	await begin(scene);
	if (interruption.halfWay) {
		await untilHalfWay(scene);
		await interruption.halfWay(scene);
	}
	await until(async () => (await client.countEndedExecutions(UNDO_WORKFLOW.id)) > kept);
	// What was on its way takes effect, though nobody waits for the answer.
	await sleep(LATENCY_MS * 10);
	const changed = agents.length - sameAs(scene, before);
	putOneBack(scene, before);
	await client.putWorkflow(previewing(scene.undo));
	const previewed = await takeBack(client);
	const changedSince = agents.length - sameAs(scene, before);
	await client.putWorkflow(scene.undo);
	const rows = await takeBack(client);
	checks.check(
		`${how}: ${changed} of ${agents.length} agents were changed, ${rows.length} rows were kept and taken back`,
		[
			(changed === 0 || changed === agents.length) && 'it was not half-way',
			rows.length < changed && `${changed - rows.length} agents have no row`,
			changedSince !== changed - 1 && 'a preview changed agents',
			previewed.length !== rows.length && `a preview had ${previewed.length} rows, and left ${rows.length}`,
			sameAs(scene, before) < agents.length &&
				`${agents.length - sameAs(scene, before)} agents are not as before`,
		],
	);
}

async function checkKill(scene: Scene & { restart: () => Promise<Server> }, checks: Checks): Promise<void> {
	const before = upset(scene);
	await begin(scene);
	await untilHalfWay(scene);
	await scene.server.kill();
	const { client } = await scene.restart();
	await sleep(SETTLED_MS);
	const rows = await takeBack(client);
	checks.check(`n8n is killed: ${scene.agents.length - sameAs(scene, before)} agents were changed, no row was kept`, [
		rows.length > 0 && `${rows.length} rows`,
	]);
}

/** Everyone into a state that the roster does not want. @returns whose activity is which */
function upset({ twilio, agents }: Scene): ReadonlyMap<string, string | undefined> {
	twilio.seen.length = 0;
	for (const { sid, activity } of agents) {
		const worker = twilio.state.workers[sid];
		if (worker) worker.activity_sid = activity === ACTIVITY.busy ? ACTIVITY.break : ACTIVITY.busy;
	}
	return new Map(agents.map(({ sid }) => [sid, twilio.state.workers[sid]?.activity_sid]));
}

/** Someone is right already: a preview has nothing to say of them. */
function putOneBack({ twilio, agents }: Scene, before: ReadonlyMap<string, string | undefined>): void {
	const sid = agents
		.map((agent) => agent.sid)
		.find((one) => twilio.state.workers[one]?.activity_sid !== before.get(one));
	const worker = sid === undefined ? undefined : twilio.state.workers[sid];
	if (worker) worker.activity_sid = before.get(worker.sid) ?? '';
}

/** The same, but nobody is changed. */
function previewing(workflow: Workflow): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.name === TAKEN_BACK ? { ...node, parameters: { ...node.parameters, previewOnly: true } } : node,
	);
	return { ...workflow, nodes };
}

const sameAs = ({ twilio, agents }: Scene, before: ReadonlyMap<string, string | undefined>): number =>
	agents.filter(({ sid }) => twilio.state.workers[sid]?.activity_sid === before.get(sid)).length;

const begin = async ({ server, id }: Scene) => await axios.get(`${server.url}/webhook/${id}`, { proxy: false });

const untilHalfWay = async ({ twilio }: Scene) =>
	await until(() => twilio.seen.filter(({ method }) => method === 'POST').length >= HALF_WAY, 5);

/** @returns the rows that came back */
async function takeBack(client: N8nClient): Promise<unknown[]> {
	const execution = await client.runWorkflow(UNDO_WORKFLOW.id, UNDO_WORKFLOW.trigger);
	assertSuccess(`"${UNDO_WORKFLOW.trigger}"`, execution);
	return itemsOf(execution.data, TAKEN_BACK);
}

async function until(isSo: () => boolean | Promise<boolean>, everyMs = 100): Promise<void> {
	const deadline = Date.now() + LIMIT_MS;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error('It took too long.');
		await sleep(everyMs);
	}
}
