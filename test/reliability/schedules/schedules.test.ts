import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { Bench } from '../../support/bench/bench';
import { useVirtualTime } from '../../support/pack/fastTime';
import { startSpoiler, type Spoiler } from '../../support/pack/spoiler';
import { textAt } from '../../support/pack/stage';
import { byId, credential, twilioWith } from '../../support/pack/workers';
import { WORKSPACE_SID } from '../../../simulators';
import { faultsWith } from '../faults/faults';
import { section } from '../section';
import { services, type Service, type Wish } from './services';

/** `npm run test:reliability` tries thousands of runs. */
const isWhole = process.env.AGENT_STATE_RELIABILITY === 'whole';
const schedules = isWhole ? 500 : 8;

useVirtualTime();
let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());
beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});

// A silent service needs a clock that runs; what becomes of it is in the table of faults.
const faults = faultsWith('https://elsewhere.invalid').filter(({ spoiling, isSlow }) => spoiling && !isSlow);

interface Order {
	fault: (typeof faults)[number];
	method: string;
	times: number;
}

const wish = fc.constantFrom<Wish>('available', 'offline');
const orders = fc.array(
	fc.record<Order>({
		fault: fc.constantFrom(...faults),
		method: fc.constantFrom('GET', 'GET', 'WRITE', 'WRITE', 'WRITE'),
		times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(40)),
	}),
	{ maxLength: 6 },
);
const schedule = fc.record({
	agents: fc.array(fc.record({ before: wish, desired: wish }), { minLength: 1, maxLength: 5 }),
	orders,
	parallelLimit: fc.constantFrom(1, 4),
});

const PATH = /^\/(?!oauth\/token\.php)/;

function give(spoiler: Spoiler, all: readonly Order[]): void {
	for (const { fault, method, times } of all) {
		for (const one of method === 'WRITE' ? ['POST', 'PUT'] : [method])
			if (fault.spoiling) spoiler.spoil(fault.spoiling, { method: one, path: PATH }, times);
	}
}

const writesOf = ({ seen }: Spoiler, agent?: string) =>
	seen.filter(
		({ method, path }) =>
			method !== 'GET' &&
			PATH.test(path) &&
			(agent === undefined || decodeURIComponent(path).split('/').includes(agent)),
	);

interface Agent {
	id: string;
	before: Wish;
	desired: Wish;
}

const counts = { states: 0, creations: 0, requests: 0, spoilt: 0 };
const outcomes: Record<string, number> = {};

/** One run for all agents, held against the service itself. */
async function runOnce(service: Service, spoiler: Spoiler, agents: Agent[], staticData: IDataObject, limit: number) {
	spoiler.seen.length = 0;
	const before = new Map(agents.map(({ id }) => [id, service.stateOf(id)]));
	const { out, error } = await bench.run({
		node: 'agentState',
		parameters: {
			...{ operation: 'setState', source: 'items', options: { parallelLimit: limit } },
			...service.place,
		},
		items: agents.map(({ id, desired }) => ({ agentId: id, desiredState: desired })),
		credentials: service.credentials(spoiler.url),
		onError: 'continueRegularOutput',
		staticData,
	});
	counts.states++;
	counts.requests += spoiler.seen.length;
	counts.spoilt += spoiler.seen.filter(({ isSpoilt }) => isSpoilt).length;
	expect(error).toBeUndefined();
	expect(out).toHaveLength(agents.length);
	const rows = out.map(({ json }, at) => {
		const { id, desired } = agents[at] as Agent;
		const outcome = textAt(out, at, 'outcome');
		outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
		const writes = writesOf(spoiler, id);
		return {
			...{ id, desired, outcome, current: json.current, reason: json.reason },
			...{ was: before.get(id), is: service.stateOf(id) },
			...{ writes: writes.length, spoilt: writes.filter(({ isSpoilt }) => isSpoilt).length },
		};
	});
	for (const row of rows) {
		const { outcome, desired, was, is, current, writes, spoilt } = row;
		expect(['changed', 'unchanged', 'unconfirmed', 'failed', 'pending']).toContain(outcome);
		// Never told as it should be when it is not, and never told as it was when it has changed.
		if (outcome === 'changed' || outcome === 'unchanged') expect(row).toMatchObject({ is: desired });
		if (outcome === 'failed') expect(row).toMatchObject({ is: was });
		if (service.tells && typeof current === 'string') expect(row).toMatchObject({ current: is });
		// One write, and one more for each that went wrong.
		if (writes > 1 + spoilt) expect(row).toMatchObject({ writes: 1 + spoilt });
		if (service.tells && was === desired) expect(row).toMatchObject({ writes: 0 });
	}
	return rows;
}

describe.each(services)('at %s', (_name, open) => {
	it('no update is lost, doubled or told wrongly, whatever goes wrong; the next run heals, and the one after it writes nothing', async () => {
		const service = await open();
		const spoiler = await startSpoiler(service.url);
		try {
			await fc.assert(
				fc.asyncProperty(schedule, async ({ agents: drawn, orders: all, parallelLimit }) => {
					const agents = drawn.flatMap((one, at): Agent[] => {
						const id = service.agents[at];
						return id === undefined ? [] : [{ id, ...one }];
					});
					for (const { id, before } of agents) service.set(id, before);
					const staticData = {};
					give(spoiler, all);
					await runOnce(service, spoiler, agents, staticData, parallelLimit);
					spoiler.mend();

					const healed = await runOnce(service, spoiler, agents, staticData, parallelLimit);
					expect(healed.filter(({ outcome }) => !['changed', 'unchanged'].includes(outcome))).toEqual([]);
					expect(healed.filter(({ is, desired }) => is !== desired)).toEqual([]);
					await runOnce(service, spoiler, agents, staticData, parallelLimit);
					expect(writesOf(spoiler)).toEqual([]);
				}),
				{ numRuns: schedules },
			);
		} finally {
			await spoiler.close();
			await service.close();
		}
	});
});

it('nothing is created twice, and what is told as created or failed is so', async () => {
	const twilio = await twilioWith(0);
	const spoiler = await startSpoiler(twilio.url);
	let serial = 0;
	try {
		await fc.assert(
			fc.asyncProperty(orders, fc.integer({ min: 1, max: 4 }), async (all, count) => {
				const names = Array.from({ length: count }, () => `New ${++serial}`);
				give(
					spoiler,
					all.map((order) => ({ ...order, method: 'WRITE' })),
				);
				const { out, failed, error } = await bench.run({
					node: 'twilioTaskRouter',
					parameters: {
						resource: 'worker',
						operation: 'create',
						workspace: byId(WORKSPACE_SID),
						friendlyName: '={{ $json.name }}',
					},
					items: names.map((name) => ({ name })),
					credentials: { twilioContactCenterApi: credential(spoiler.url) },
					onError: 'continueErrorOutput',
				});
				spoiler.mend();
				counts.creations++;
				expect(error).toBeUndefined();
				const workers = Object.values(twilio.state.workers);
				const made = (name: string) => workers.filter((worker) => worker.friendly_name === name).length;
				expect(out.length + failed.length).toBe(names.length);
				for (const at of out.keys()) expect(made(textAt(out, at, 'friendly_name'))).toBe(1);
				for (const [at, { json }] of failed.entries()) {
					const isInDoubt = (json.details as IDataObject).outcome === 'unconfirmed';
					expect(isInDoubt ? [0, 1] : [0]).toContain(made(textAt(failed, at, 'name')));
				}
			}),
			{ numRuns: isWhole ? 500 : 30 },
		);
	} finally {
		await spoiler.close();
		await twilio.close();
	}
});

if (isWhole) {
	it('leaves its figures', () => {
		const { states, creations, requests, spoilt } = counts;
		process.stdout.write(`\n${spoilt} of ${requests} requests went wrong: ${JSON.stringify(outcomes)}\n`);
		expect(spoilt).toBeGreaterThan(requests / 10);
		section('schedules').hold(
			`${states} runs of *Set State* at ${services.map(([name]) => name).join(', ')}, and ${creations} runs that create workers.`,
		);
	});
}
