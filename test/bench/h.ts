import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { bindCredentials } from '../../demo/n8n/workflows';
import { ACTIVITY, startTwilio } from '../../simulators';
import type { Delivery, TwilioSimulator } from '../../simulators';
import { demo } from '../../simulators/twilio/demo';
import { activityEvent } from '../../simulators/twilio/taskRouterEvents';
import { openServerHome } from '../support/runningN8n';
import type { Server } from '../support/runningN8n';
import { atMost, median, medianRatio, times } from './bench';
import type { Bench, Figure } from './bench';
import { agents, CRYPTO_CREDENTIAL, SIDES } from './deliverySides';
import type { DeliverySide } from './deliverySides';

/** Twilio would send them at this pace; where n8n takes less, they wait at Twilio. */
const PER_MINUTE = 5000;
/** So many show what one costs, too. */
const USUAL = 150;
const WARM_UP = 30;
/** So many of the deliveries come a second time. */
const AGAIN = 50;
/** More at once wait in n8n, and what waits there for five seconds is sent again: in the end n8n does nothing else. */
const AT_ONCE = 4;
const HALF = 0.5;
const PORT = 5840;
/** Event Streams waits no longer. */
const ANSWER_LIMIT_MS = 5000;

/** With its defaults n8n makes a sandbox for every delivery and one for every execution, whether or not there are expressions. */
const DEFAULTS = { setting: "n8n's defaults", env: {} };
const LAZY = { setting: 'lazy sandboxes', env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } };

/** Who waits longer for n8n waits for one that hangs. */
const LIMITS = {
	/** for each delivery */
	answerMs: 2000,
	/** without an execution that ends */
	quietMs: 30_000,
	usageMs: 30_000,
};

interface Taken {
	/** of n8n's process, from the first delivery to the end of the last execution */
	cpuMs: number;
	/** from the first delivery to the end of the last execution */
	wallMs: number;
	/** until each delivery was answered */
	answers: number[];
	/** deliveries without an answer in time, or with another than 200 */
	refused: number;
	/** events without an execution, and with more than one, where the workflow is ours */
	lost: number;
	doubled: number;
}

/** Events at the pace of 5,000 a minute, each delivered alone, to our trigger and to what people build of n8n's own nodes. */
export async function run(bench: Bench): Promise<Figure[]> {
	const { quick, full, root } = bench;
	const count = full ? PER_MINUTE : quick ? USUAL / 5 : USUAL;
	const folder = await mkdtemp(join(tmpdir(), 'agent-state-bench-h-'));
	const twilio = await startTwilio({ seed: { workers: agents() } });
	Object.assign(twilio.deliveries.settings, { batchSize: 1, parallel: AT_ONCE });
	try {
		const usageFile = join(folder, 'usage.json');
		const home = await openServerHome(bench, join(folder, 'home'));
		const figures: Figure[] = [];
		// With its defaults n8n takes fewer than that in a minute; what each costs there, the usual number shows.
		for (const { setting, env } of full ? [LAZY] : [DEFAULTS, LAZY]) {
			const n8n = await home.start(PORT, {
				flags: ['--import', pathToFileURL(join(root, 'test/bench/usageSoFar.mjs')).href],
				// Nothing is deleted while it is counted.
				env: { BENCH_USAGE_FILE: usageFile, EXECUTIONS_DATA_PRUNE: 'false', ...env },
			});
			if (figures.length === 0) await importSides(n8n, twilio);
			const found = await measureSides(bench, { n8n, twilio, usageFile, count });
			await n8n.kill();
			figures.push(...figuresOf(found, count, setting));
		}
		return figures;
	} finally {
		await twilio.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function measureSides({ pairs, progress }: Bench, scene: Scene): Promise<Map<DeliverySide, Taken[]>> {
	const found = new Map<DeliverySide, Taken[]>(SIDES.map((side) => [side, []]));
	for (let pair = 0; pair < pairs; pair++)
		for (const side of SIDES) {
			const name = `H: ${side.name}, ${scene.count} deliveries`;
			found.get(side)?.push(await progress.step(name, async () => await measure(scene, side), describe));
		}
	return found;
}

const describe = ({ cpuMs, wallMs, answers, lost, doubled, refused }: Taken): string =>
	`CPU ${(cpuMs / answers.length).toFixed(1)} ms each, ${(wallMs / 1000).toFixed(1)} s, ` +
	`answers ${percentile(answers, 0.5)} ms, at most ${percentile(answers, 1)} ms, ` +
	`${lost} lost, ${doubled} doubled, ${refused} refused`;

function figuresOf(found: Map<DeliverySide, Taken[]>, count: number, setting: string): Figure[] {
	const of = (side: DeliverySide) => found.get(side) ?? [];
	const [ours, peer, alone] = SIDES;
	const all = of(ours);
	const answers = all.flatMap((taken) => taken.answers);
	const sum = (read: (taken: Taken) => number) => all.reduce((total, taken) => total + read(taken), 0);
	const figure = (what: string, value: string, target?: Figure['target']): Figure => ({
		...{ benchmark: 'H', what: `${what} (${setting})`, value },
		...(target && { target }),
	});
	const ratio = (other: DeliverySide) => medianRatio(all, of(other), ({ cpuMs }) => cpuMs);
	return [
		...SIDES.flatMap((side) => [
			figure(
				`CPU per delivery, ${side.name}`,
				`${(median(of(side).map(({ cpuMs }) => cpuMs)) / count).toFixed(1)} ms`,
			),
			figure(
				`deliveries a minute, ${side.name}`,
				`${Math.round((60_000 * count) / median(of(side).map(({ wallMs }) => wallMs)))}`,
			),
		]),
		atMost('H', `CPU per delivery ÷ ${peer.name} (${setting})`, ratio(peer), HALF),
		figure(`CPU per delivery ÷ ${alone.name}`, times(ratio(alone))),
		figure('answers, median and 99 %', `${percentile(answers, 0.5)}, ${percentile(answers, 0.99)} ms`),
		figure('the slowest answer', `${percentile(answers, 1)} ms`, {
			words: `≤ ${ANSWER_LIMIT_MS} ms`,
			held: percentile(answers, 1) <= ANSWER_LIMIT_MS,
		}),
		...(
			[
				['lost', sum(({ lost }) => lost)],
				['doubled', sum(({ doubled }) => doubled)],
			] as const
		).map(([what, events]) => figure(`events ${what}`, String(events), { words: 'none', held: events === 0 })),
	];
}

function percentile(numbers: number[], part: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

async function importSides({ client }: Server, twilio: TwilioSimulator): Promise<void> {
	const credentials = [demo.credential(twilio.url), CRYPTO_CREDENTIAL];
	const ids = new Map<string, string>();
	for (const credential of credentials) ids.set(credential.type, await client.putCredential(credential));
	for (const { workflow } of SIDES) await client.putWorkflow(bindCredentials(workflow, ids));
}

interface Scene {
	n8n: Server;
	twilio: TwilioSimulator;
	usageFile: string;
	count: number;
}

async function measure({ n8n, twilio, usageFile, count }: Scene, side: DeliverySide): Promise<Taken> {
	const { deliveries } = twilio;
	const { client } = n8n;
	const { id } = side.workflow;
	const earlier = await client.countEndedExecutions(id);
	await client.publishWorkflow(id);
	const end = side.subscribe?.(twilio, n8n.url);
	await deliver(twilio, WARM_UP);
	const before = await endOf(client, id, earlier + WARM_UP);
	deliveries.sent.length = 0;

	const cpuBefore = await cpuOf(n8n, usageFile);
	const begun = Date.now();
	await deliver(twilio, count);
	await endOf(client, id, before + count);
	const wallMs = Date.now() - begun;
	const cpuMs = (await cpuOf(n8n, usageFile)) - cpuBefore;

	const sent = deliveries.sent.slice();
	const isOurs = !side.subscribe;
	if (isOurs) await deliverAgain(twilio, sent.slice(0, AGAIN));
	const heard = isOurs ? await eventsIn(client, id, before) : [];
	end?.();
	await client.unpublishWorkflow(id);
	const ids = new Set(isOurs ? sent.flatMap(({ events }) => events) : []);
	return {
		cpuMs,
		wallMs,
		answers: sent.map(({ at, answeredAt = Infinity }) => answeredAt - at),
		refused: sent.filter(({ status }) => status !== 200).length,
		lost: [...ids].filter((one) => !heard.includes(one)).length,
		doubled: heard.length - new Set(heard).size,
	};
}

const timeFor = (count: number): number => (60_000 * count) / PER_MINUTE;

/** Events of agents who change their activity, evenly over the time, each in a delivery of its own. */
async function deliver(twilio: TwilioSimulator, count: number): Promise<void> {
	const { state, publish } = twilio;
	const ms = timeFor(count);
	const workers = Object.values(state.workers);
	const [one, other] = [state.activities[ACTIVITY.break], state.activities[ACTIVITY.available]];
	const begun = Date.now();
	for (let at = 0; at < count; at++) {
		const worker = workers[at % workers.length];
		const [to, from] = Math.floor(at / workers.length) % 2 === 0 ? [one, other] : [other, one];
		if (!worker || !to || !from) throw new Error('The simulated workspace is empty.');
		worker.activity_sid = to.sid;
		publish(activityEvent(worker, { before: from, heldMs: 60_000 + at }, state));
		const due = begun + (ms * (at + 1)) / count;
		if (due > Date.now()) await sleep(due - Date.now());
	}
	await settled(twilio, count);
}

async function deliverAgain(twilio: TwilioSimulator, some: Delivery[]): Promise<void> {
	twilio.deliveries.resend(some);
	await settled(twilio, some.length);
}

/** Waits until n8n has answered everything. @param count how much was sent last */
async function settled({ deliveries }: TwilioSimulator, count: number): Promise<void> {
	const late = new AbortController();
	const limit = sleep(count * LIMITS.answerMs, true, { signal: late.signal });
	const isLate = await Promise.race([deliveries.settled(), limit]);
	late.abort();
	if (!isLate) return;
	throw new Error(
		`n8n has not answered everything in time. Its answers: ${outcomesOf(deliveries.sent.slice(-count))}.`,
	);
}

function outcomesOf(sent: Delivery[]): string {
	const outcomes = sent.map(({ status, failure }) => status ?? failure?.message ?? 'none yet');
	return [...new Set(outcomes)]
		.map((one) => `${one} (${outcomes.filter((other) => other === one).length})`)
		.join(', ');
}

/** Waits until so many executions have ended. @returns how many there are */
async function endOf(client: Server['client'], id: string, count: number): Promise<number> {
	let known = -1;
	for (let deadline = 0; ;) {
		const ended = await client.countEndedExecutions(id);
		if (ended >= count) return ended;
		if (ended !== known) deadline = Date.now() + LIMITS.quietMs;
		known = ended;
		if (Date.now() > deadline) throw new Error(`Of ${count} executions of ${id} only ${ended} have ended.`);
		await sleep(500);
	}
}

const EVENT_ID = /"EZ[0-9a-f]{32}"/g;

/** Ids of the events in all executions but the first ones: once each, however often an execution's data name them. */
async function eventsIn(client: Server['client'], id: string, without: number): Promise<string[]> {
	const ended = (await client.endedExecutions(id)).slice(without);
	const heard: string[] = [];
	for (const execution of ended) {
		const { data = '' } = await client.execution(execution.id);
		heard.push(...new Set([...data.matchAll(EVENT_ID)].map(([quoted]) => quoted.slice(1, -1))));
	}
	return heard;
}

const usageShape = z.object({ cpuMs: z.number() });

async function cpuOf({ process: { pid } }: Server, file: string): Promise<number> {
	if (pid === undefined) throw new Error('n8n did not start.');
	await rm(file, { force: true });
	process.kill(pid, 'SIGUSR2');
	for (const deadline = Date.now() + LIMITS.usageMs; Date.now() < deadline;) {
		await sleep(20);
		const text = await readFile(file, 'utf8').catch(() => undefined);
		if (text !== undefined) return usageShape.parse(JSON.parse(text)).cpuMs;
	}
	throw new Error('n8n does not say what it has used.');
}
