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
import { atMost, median, medianRatio } from './bench';
import type { Bench, Figure } from './bench';
import { agents, CRYPTO_CREDENTIAL, SIDES } from './deliverySides';
import type { DeliverySide } from './deliverySides';

const DELIVERIES = 5000;
const MINUTE = 60_000;
const WARM_UP = 200;
/** So many of the deliveries come a second time. */
const AGAIN = 250;
const HALF = 0.5;
const PORT = 5840;
/** In this time at least one execution ends, if any is under way. */
const QUIET_MS = 10_000;
/** Event Streams waits no longer. */
const ANSWER_LIMIT_MS = 5000;

interface Taken {
	/** of n8n's process, from the first delivery to the end of the last execution */
	cpuMs: number;
	/** from the first delivery to the end of the last execution */
	wallMs: number;
	/** until each delivery was answered */
	answers: number[];
	/** events without an execution, with more than one, and deliveries that were refused */
	lost: number;
	doubled: number;
	refused: number;
}

/** 5,000 events in a minute, each delivered alone, to our trigger and to what people build of n8n's own nodes. */
export async function run(bench: Bench): Promise<Figure[]> {
	const { pairs, quick, progress, root } = bench;
	const count = quick ? DELIVERIES / 10 : DELIVERIES;
	const folder = await mkdtemp(join(tmpdir(), 'agent-state-bench-h-'));
	const twilio = await startTwilio({ seed: { workers: agents() } });
	try {
		const usageFile = join(folder, 'usage.json');
		const home = await openServerHome(bench, join(folder, 'home'));
		const n8n = await home.start(PORT, {
			flags: ['--import', pathToFileURL(join(root, 'test/bench/usageSoFar.mjs')).href],
			env: { BENCH_USAGE_FILE: usageFile },
		});
		await importSides(n8n, twilio);
		const found = new Map<DeliverySide, Taken[]>(SIDES.map((side) => [side, []]));
		for (let pair = 0; pair < pairs; pair++)
			for (const side of SIDES)
				found
					.get(side)
					?.push(
						await progress.step(
							`H: ${side.name}, ${count} deliveries`,
							async () => await measure({ n8n, twilio, usageFile, count }, side),
							describe,
						),
					);
		return figures(found, count);
	} finally {
		await twilio.close();
		await rm(folder, { recursive: true, force: true });
	}
}

const describe = ({ cpuMs, wallMs, answers, lost, doubled, refused }: Taken): string =>
	`CPU ${(cpuMs / answers.length).toFixed(1)} ms each, ${(wallMs / 1000).toFixed(1)} s, ` +
	`answers ${percentile(answers, 0.5)} ms, at most ${percentile(answers, 1)} ms, ` +
	`${lost} lost, ${doubled} doubled, ${refused} refused`;

function figures(found: Map<DeliverySide, Taken[]>, count: number): Figure[] {
	const of = (side: DeliverySide) => found.get(side) ?? [];
	const [ours, ...peers] = SIDES;
	const all = of(ours);
	const answers = all.flatMap((taken) => taken.answers);
	const sum = (read: (taken: Taken) => number) => all.reduce((total, taken) => total + read(taken), 0);
	const figure = (what: string, value: string, target?: Figure['target']): Figure => ({
		benchmark: 'H',
		what,
		value,
		...(target && { target }),
	});
	const seconds = median(all.map(({ wallMs }) => wallMs)) / 1000;
	return [
		...SIDES.map((side) =>
			figure(
				`CPU per delivery, ${side.name}`,
				`${(median(of(side).map(({ cpuMs }) => cpuMs)) / count).toFixed(1)} ms`,
			),
		),
		...peers.map((peer, at) => {
			const ratio = medianRatio(all, of(peer), ({ cpuMs }) => cpuMs);
			const what = `CPU per delivery ÷ ${peer.name}`;
			return at === 0 ? atMost('H', what, ratio, HALF) : figure(what, `${ratio.toFixed(2)}×`);
		}),
		figure(`${count} deliveries, all executions ended after`, `${seconds.toFixed(1)} s`),
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

async function measure(
	{ n8n, twilio, usageFile, count }: Scene,
	{ workflow: { id }, subscribe }: DeliverySide,
): Promise<Taken> {
	const { deliveries } = twilio;
	const { client } = n8n;
	const earlier = await client.countEndedExecutions(id);
	await client.publishWorkflow(id);
	const end = subscribe?.(twilio, n8n.url);
	await deliver(twilio, WARM_UP, WARM_UP * 10);
	const before = await endOf(client, id, earlier + WARM_UP);
	deliveries.sent.length = 0;

	const cpuBefore = await cpuOf(n8n, usageFile);
	const begun = Date.now();
	await deliver(twilio, count, (MINUTE * count) / DELIVERIES);
	await endOf(client, id, before + count);
	const wallMs = Date.now() - begun;
	const cpuMs = (await cpuOf(n8n, usageFile)) - cpuBefore;

	const sent = deliveries.sent.slice();
	if (!subscribe) await deliverAgain(twilio, sent.slice(0, AGAIN));
	const heard = await eventsIn(client, id, before);
	end?.();
	await client.unpublishWorkflow(id);
	const ids = sent.flatMap(({ events }) => events);
	return {
		cpuMs,
		wallMs,
		answers: sent.map(({ at, answeredAt = Infinity }) => answeredAt - at),
		lost: new Set(ids.filter((one) => !heard.includes(one))).size,
		doubled: heard.length - new Set(heard).size,
		refused: sent.filter(({ status }) => status !== 200).length,
	};
}

/** Events of agents who change their activity, evenly over the time, each in a delivery of its own. */
async function deliver({ state, publish, deliveries }: TwilioSimulator, count: number, ms: number): Promise<void> {
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
	await deliveries.settled();
}

async function deliverAgain({ deliveries }: TwilioSimulator, some: Delivery[]): Promise<void> {
	deliveries.resend(some);
	await deliveries.settled();
}

/** Waits until so many executions have ended, or until no more come. @returns how many there are */
async function endOf(client: Server['client'], id: string, count: number): Promise<number> {
	for (let known = -1; ;) {
		const ended = await client.countEndedExecutions(id);
		if (ended >= count || ended === known) return ended;
		known = ended;
		await sleep(QUIET_MS);
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
	for (;;) {
		const text = await readFile(file, 'utf8').catch(() => undefined);
		if (text !== undefined) return usageShape.parse(JSON.parse(text)).cpuMs;
		await sleep(20);
	}
}
