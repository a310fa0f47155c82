import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { ACTIVITY, type TwilioSimulator } from '../../../simulators';
import { root } from '../../architecture/imports';
import { Bench, type Job, type Outcome } from '../../support/bench/bench';
import { taskRouter } from '../../support/pack/stage';
import { bySid } from '../../support/pack/vendors';
import { credential, makeAvailable, originOf, sidOf, twilioWith, upTo } from '../../support/pack/workers';

type Exports = Record<string, unknown>;
type Thrower = (...given: unknown[]) => unknown;

interface Seam {
	/** Such as `state/run/plan.plan`. */
	name: string;
	module: Exports;
	key: string;
}

const shared = path.join(root, 'dist/nodes/shared');

/**
 * What stands guard, and what it guards: a run that breaks outside of it is n8n's. The parts of the limit are arithmetic
 * on numbers of our own, in which nothing can break.
 */
const OUTSIDE = [
	...['n8n/guard', 'n8n/itemError', 'operation/run/run.runOperation', 'state/run/run.runStates'],
	...['adaptiveLimit', 'concurrencyLimit', 'rateFallback', 'refusalDetector', 'startSpacing'].map(
		(part) => `http/limit/${part}`,
	),
];

/**
 * One function in so many is tried, another choice in every run; AGENT_STATE_RUNS=8 tries all of them, which takes minutes,
 * and AGENT_STATE_SEED repeats a choice.
 */
const ONE_IN = Math.max(1, Math.round(8 / Number(process.env.AGENT_STATE_RUNS ?? 1)));
const CHOICE = Number(process.env.AGENT_STATE_SEED ?? Math.floor(Math.random() * ONE_IN)) % ONE_IN;

/** Every function of the shared rooms that another file can call. */
function seams(): Seam[] {
	return readdirSync(shared, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => {
			const module = jest.requireActual<Exports>(path.join(shared, file));
			const place = file.replace(/\.js$/, '');
			return Object.keys(module).flatMap((key): Seam[] =>
				typeof module[key] === 'function' ? [{ name: `${place}.${key}`, module, key }] : [],
			);
		})
		.filter(({ name }) => !OUTSIDE.some((one) => name.startsWith(one)));
}

const AGENTS = 4;
/** A run takes a tenth of a second; one that hangs would hang for ever. */
const PATIENCE_MS = 20_000;
const SECRET_OF_THE_SEAM = 'The seam came apart';

let bench: Bench;
let twilio: TwilioSimulator;
beforeAll(async () => {
	bench = await Bench.open();
	twilio = await twilioWith(AGENTS);
});
beforeEach(() => {
	for (const worker of Object.values(twilio.state.workers)) {
		Object.assign(worker, { activity_sid: ACTIVITY.offline, activity_name: 'Offline', attributes: '{}' });
	}
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
	await twilio.close();
	await bench.close();
});

const items = (): IDataObject[] =>
	upTo(AGENTS).map((index) => ({ w: sidOf(index), agentId: sidOf(index), desiredState: 'available' }));

const states = (parameters: IDataObject): Job => ({
	node: 'agentState',
	parameters: { source: 'items', operation: 'setState', ...taskRouter(), ...parameters },
	credentials: { twilioContactCenterApi: credential(twilio.url) },
});

const jobs: Array<[string, () => Job]> = [
	['Update of a worker', () => makeAvailable(twilio, AGENTS)],
	[
		'Merge Attributes',
		() => {
			const job = makeAvailable(twilio, AGENTS);
			const { workspace, worker } = job.parameters;
			return {
				...job,
				parameters: {
					...{ resource: 'worker', operation: 'mergeAttributes', workspace, worker },
					attributes: '{"team":"billing"}',
				},
			};
		},
	],
	[
		'Get Many',
		() => {
			const { parameters: _one, ...job } = makeAvailable(twilio, 1);
			const parameters = { resource: 'worker', operation: 'getAll', workspace: bySid(taskRouterSid()), limit: 3 };
			return { ...job, parameters };
		},
	],
	['Set State', () => states({})],
	[
		'Set State with all its options',
		() => states({ options: { graceMinutes: 5, confirmAfter: 0, openWork: 'untilDone' } }),
	],
	['Get State', () => states({ operation: 'getState' })],
	['Get History', () => states({ operation: 'getHistory', from: '={{ $now.minus({ hours: 1 }) }}' })],
];

const taskRouterSid = (): string => (taskRouter().workspace as unknown as { value: string }).value;

const revisions = () => Object.values(twilio.state.workers).map(({ revision }) => revision);

/** Whether an output item says that something was done, or may have been. */
const tellsOfChange = ({ outcome, error, details }: IDataObject): boolean =>
	(error === undefined && outcome !== 'failed') || (details as IDataObject | undefined)?.outcome === 'unconfirmed';

/** What is wrong with the output of a run, if anything. */
function faultsOf({ out, error }: Outcome, count: number, changed: number[]): string[] {
	const covered = new Set(out.map(originOf));
	return [
		...(error ? [`stops: ${error.message}`] : []),
		...(upTo(count).every((item) => covered.has(item)) ? [] : ['an item has no output']),
		...(out.some(({ json }) => 'w' in json && json.error === undefined) ? ['the input was handed on'] : []),
		...changed.flatMap((item) =>
			out.some((one) => originOf(one) === item && tellsOfChange(one.json))
				? []
				: [`agent ${item} was changed, and nobody is told`],
		),
	];
}

/** `undefined` where it does not come. */
async function endOf(running: Promise<Outcome>): Promise<Outcome | undefined> {
	const ended = new AbortController();
	const patience = sleep(PATIENCE_MS, undefined, { signal: ended.signal }).catch(() => undefined);
	return await Promise.race([running, patience]).finally(() => ended.abort());
}

it.each(jobs)('%s: whatever breaks, every item is told of, and nothing is sent after the end', async (_name, jobOf) => {
	const faults: string[] = [];
	let tried = 0;
	for (const [index, { name, module, key }] of seams().entries()) {
		if (index % ONE_IN !== CHOICE) continue;
		const original = module[key] as Thrower;
		// A class cannot be called.
		if (/^class\b/.test(Function.prototype.toString.call(original))) continue;
		for (const at of [1, 3]) {
			let calls = 0;
			const spy = jest.spyOn(module as Record<string, Thrower>, key).mockImplementation(function (
				this: unknown,
				...given: unknown[]
			) {
				calls++;
				if (calls === at) throw new Error(SECRET_OF_THE_SEAM);
				return original.apply(this, given);
			});
			const before = revisions();
			const job = jobOf();
			const given = job.items ?? items();
			const running = bench.run({ ...job, items: given, onError: 'continueRegularOutput' });
			const outcome = await endOf(running);
			spy.mockRestore();
			if (!outcome) {
				faults.push(`${name}, call ${at}: hangs`);
				continue;
			}
			const sent = twilio.seen.length;
			const after = revisions();
			const changed = upTo(AGENTS).filter((index) => after[index] !== before[index]);
			for (const fault of faultsOf(outcome, given.length, changed)) faults.push(`${name}, call ${at}: ${fault}`);
			await new Promise((resolve) => setImmediate(resolve));
			if (twilio.seen.length !== sent) faults.push(`${name}, call ${at}: something was sent after the end`);
			for (const worker of Object.values(twilio.state.workers)) {
				Object.assign(worker, { activity_sid: ACTIVITY.offline, activity_name: 'Offline', attributes: '{}' });
			}
			if (calls >= at) tried++;
			else break;
		}
	}
	expect(faults).toEqual([]);
	// That the seams are found, and reached; some choices meet few of those that a job reaches.
	expect(tried).toBeGreaterThan(ONE_IN === 1 ? 40 : 20 / ONE_IN);
});
