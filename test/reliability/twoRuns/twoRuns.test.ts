import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { ACTIVITY, PEOPLE } from '../../../simulators';
import { later } from '../../support/later';
import { each, rowsOf, taskRouter, useStage, wish, writesIn } from '../../support/pack/stage';
import { credential, sidOf, twilioWith, upTo } from '../../support/pack/workers';

// Two runs that share `staticData` have it as n8n gives it to two executions of one workflow: each has its own copy from its
// beginning on, and stores it as a whole at its end.

const { anna, carla, frank } = PEOPLE;
const stage = useStage();

const AGENTS = 120;
const LIMIT = 10;

describe('two runs at one account', () => {
	beforeEach(async () => {
		await stage.twilio.close();
		stage.twilio = await twilioWith(2 * AGENTS);
		stage.credentials.twilioContactCenterApi = credential(stage.twilio.url);
		stage.twilio.faults.latency(10);
		stage.twilio.faults.concurrency(LIMIT);
	});

	const items = (from: number) => upTo(AGENTS).map((at) => wish(sidOf(from + at), 'available'));
	const isOn = (index: number) => stage.twilio.state.workers[sidOf(index)]?.activity_sid === ACTIVITY.available;
	const allOn = () => upTo(2 * AGENTS).filter(isOn);

	it.each([
		['two executions of one workflow', {}],
		['two workflows', undefined],
	])('share what the service allows, and nobody fails: %s', async (_, staticData) => {
		const both = await Promise.all(
			[0, AGENTS].map(async (from) => {
				const { out, error } = await stage.run(taskRouter(), items(from), {
					...(staticData && { staticData }),
				});
				return { out, error, onAtItsEnd: allOn() };
			}),
		);

		for (const { out, error } of both) {
			expect(error).toBeUndefined();
			expect(new Set(each(out, 'outcome'))).toEqual(new Set(['changed']));
		}
		expect(allOn()).toHaveLength(2 * AGENTS);
		const refused = writesIn(stage.twilio.seen).length - 2 * AGENTS;
		expect(refused).toBeLessThan(AGENTS / 2);
		// The run that ends first has not kept the other one waiting.
		const [first = []] = both.map(({ onAtItsEnd }) => onAtItsEnd).sort((a, b) => a.length - b.length);
		const others = first.length - AGENTS;
		expect(others).toBeGreaterThan(AGENTS / 4);
	});

	it('that set the same agents end in one of the two states, and each row is true', async () => {
		const wanted = ['available', 'busy'] as const;
		const both = await Promise.all(
			wanted.map(async (state) => {
				const asked = items(0).map((item) => ({ ...item, desiredState: state }));
				return (await stage.run(taskRouter(), asked)).out;
			}),
		);

		for (const [at, out] of both.entries()) {
			expect(new Set(each(out, 'outcome'))).toEqual(new Set(['changed']));
			expect(new Set(each(out, 'current'))).toEqual(new Set([wanted[at]]));
		}
		// The one who comes last decides, as among people.
		for (const index of upTo(AGENTS)) {
			const last = stage.twilio.seen.filter(({ path }) => path.endsWith(sidOf(index))).at(-1);
			expect(isOn(index)).toBe(String(last?.body).includes(ACTIVITY.available));
		}
	});
});

describe('what a workflow remembers when two of its executions run at once', () => {
	it('of its own changes is enough for Grace Time, whichever n8n stores last', async () => {
		const options = { graceMinutes: 10 };
		const staticData: IDataObject = {};
		const run = async (agent: string, state: string) =>
			await stage.run(taskRouter({ options }), [wish(agent, state)], { staticData });
		const away = [anna.worker, frank.worker];
		later(60);
		await Promise.all(away.map(async (agent) => await run(agent, 'busy')));
		const next = await Promise.all(away.map(async (agent) => await run(agent, 'offline')));

		expect(next.flatMap(({ out }) => each(out, 'outcome'))).toEqual(['changed', 'changed']);
	});

	it('of agents with open work is since when the stored one has left them: nobody is left for longer after that', async () => {
		const options = { openWork: 'atMost', openWorkMinutes: 30 };
		const staticData: IDataObject = {};
		const run = async (agents: string[]) =>
			await stage.run(
				taskRouter({ options }),
				agents.map((agent) => wish(agent, 'busy')),
				{ staticData },
			);
		const both = await Promise.all([run([carla.worker]), run([carla.worker, anna.worker])]);
		expect(both.flatMap(({ out }) => each(out, 'outcome'))).toEqual(['deferred', 'deferred', 'changed']);
		const [stored] = Object.values(
			(staticData['node:Node'] as { deferred: Record<string, { since: number }> }).deferred,
		);
		expect(Date.now() - Number(stored?.since)).toBeLessThan(60_000);

		later(31);
		expect(each((await run([carla.worker])).out, 'outcome')).toEqual(['changed']);
	});

	it('of who is out of the desired state tells everyone, at worst twice', async () => {
		const options = { outMinutes: 5 };
		const staticData: IDataObject = {};
		const compare = async () =>
			await stage.run(taskRouter({ operation: 'compare', options }), [wish(anna.worker, 'busy')], {
				staticData,
			});
		await Promise.all([compare(), compare()]);
		later(6);
		const told = await Promise.all([compare(), compare()]);
		expect(told.map(({ out }) => rowsOf(out).length)).toEqual([1, 1]);
		expect((await compare()).out).toEqual([]);
	});

	it('of its last run loses no change of a schedule, in whatever order the executions end', async () => {
		const clock = (hour: number, minute: string) => `${String(hour).padStart(2, '0')}:${minute}`;
		const roster = upTo(24).map((hour) => ({
			...{ agent: `agent ${hour}`, days: 'daily', start: clock(hour, '00'), end: clock(hour, '30') },
		}));
		const midnight = Date.parse('2026-10-26T00:00:00Z');
		const execution = fc.record({
			// In minutes.
			begins: fc.integer({ min: 1, max: 180 }),
			// So many others begin before this one ends.
			outlasts: fc.integer({ min: 0, max: 2 }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(execution, { minLength: 3, maxLength: 6 }), async (executions) => {
				let stored: IDataObject = {};
				let open: Array<{ left: number; memory: IDataObject }> = [];
				const told: string[] = [];
				let now = midnight;
				// The first one remembers from when on all is told.
				for (const { begins, outlasts } of [{ begins: 0, outlasts: 0 }, ...executions]) {
					now += begins * 60_000;
					const memory = structuredClone(stored);
					const changes = await changesAt(now, roster, memory);
					if (now > midnight) told.push(...changes);
					open.push({ left: outlasts, memory });
					for (const { left, memory: ended } of open) if (left === 0) stored = ended;
					open = open.flatMap(({ left, memory: own }) => (left > 0 ? [{ left: left - 1, memory: own }] : []));
				}
				const due = roster
					.flatMap(({ start, end }) => [start, end])
					.filter((time) => {
						const at = Date.parse(`2026-10-26T${time}:00Z`);
						return at > midnight && at <= now;
					});
				expect(due.filter((time) => !told.includes(time))).toEqual([]);
			}),
			{ numRuns: 10 },
		);
	});

	/** @returns the times of the changes, such as `09:30` */
	async function changesAt(now: number, items: IDataObject[], staticData: IDataObject): Promise<string[]> {
		jest.useFakeTimers({ now, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
		try {
			const { out, error } = await stage.bench.run({
				node: 'shiftSchedule',
				parameters: {
					...{ operation: 'getChanges', period: 'sinceLastRun', minutes: 1, everyChange: true },
					...{ zone: 'UTC', evaluateAt: '' },
				},
				...{ items, staticData, mode: 'trigger' },
			});
			expect(error).toBeUndefined();
			return each(out, 'at').map((at) => String(at).slice(11, 16));
		} finally {
			jest.useRealTimers();
		}
	}
});
