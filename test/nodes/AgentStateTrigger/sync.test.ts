import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { textOf } from '../../../nodes/shared/values/text';
import { ACTIVITY, PEOPLE, VOIPNOW_QUEUE } from '../../../simulators';
import { root } from '../../architecture/imports';
import { later } from '../../support/later';
import { Poller } from '../../support/bench/poller';
import { rowsOf, useStage, writesIn } from '../../support/pack/stage';

const stage = useStage();

interface SavedNode {
	name: string;
	parameters: INodeParameters & { assignments?: { assignments: Array<{ name: string; value: string }> } };
}

const saved = JSON.parse(readFileSync(path.join(root, 'workflows/sync-two-services.json'), 'utf8')) as {
	nodes: SavedNode[];
};

function nodeOf(name: string): SavedNode {
	const found = saved.nodes.find((one) => one.name === name);
	if (!found) throw new Error(`The workflow has no node ${name}`);
	return found;
}

/** The table of people that an Edit Fields step of the workflow holds. */
function peopleIn(name: string): Record<string, string> {
	const [assignment] = nodeOf(name).parameters.assignments?.assignments ?? [];
	const [, table] = /\((\{.*\})\)\[/.exec(assignment?.value ?? '') ?? [];
	return JSON.parse(table ?? '{}') as Record<string, string>;
}

const extensionOf = peopleIn('Whose extension');
const workerOf = peopleIn('Whose worker');
const pairs = Object.values(PEOPLE).flatMap(({ name, worker }) => {
	const extension = extensionOf[name];
	return extension === undefined ? [] : [{ name, worker, extension }];
});

/** The steps of the workflow between its triggers and what they change, with the nodes' own parameters. */
function workflow() {
	const trigger = (name: string) =>
		new Poller(stage.bench, {
			node: 'agentStateTrigger',
			parameters: nodeOf(name).parameters,
			credentials: stage.credentials,
		});
	const [taskRouter, voipNow] = [trigger('TaskRouter changes'), trigger('VoipNow changes')];
	const kept: Record<string, IDataObject> = {};
	const id = randomUUID();
	const run = async (name: string, items: IDataObject[]) => {
		if (items.length === 0) return [];
		const staticData = (kept[name] ??= {});
		const { out, error } = await stage.run(nodeOf(name).parameters, items, {
			staticData,
			workflowId: `${id} ${name}`,
		});
		if (error) throw new Error(`${error.message} ${error.description ?? ''}`);
		return rowsOf(out);
	};
	const rows = (items: INodeExecutionData[] | null) => rowsOf(items ?? []);
	const voipNowFollows = async (states: IDataObject[]) =>
		await run(
			'VoipNow follows',
			states.flatMap(({ agent, state }) => {
				const extension = extensionOf[textOf(agent)];
				return extension === undefined || state === 'unknown' ? [] : [{ extension, state }];
			}),
		);
	const sync = {
		async activate() {
			await Promise.all([taskRouter.activate(), voipNow.activate()]);
		},
		async fromTaskRouter() {
			await voipNowFollows(rows(await taskRouter.poll()));
		},
		async fromVoipNow() {
			const heard = rows(await voipNow.poll()).filter(({ byUs }) => byUs === false);
			await run(
				'TaskRouter follows',
				heard.flatMap(({ agentId, state }) => {
					const worker = workerOf[textOf(agentId)];
					return worker === undefined ? [] : [{ worker, state }];
				}),
			);
		},
		async everyQuarter() {
			const workers = pairs.map(({ worker: sid }) => ({ sid }));
			await voipNowFollows(await run('Their states', workers));
		},
		/** Both triggers, so many times. */
		async rounds(count: number) {
			for (let round = 0; round < count; round++) {
				await sync.fromTaskRouter();
				await sync.fromVoipNow();
			}
		},
	};
	return sync;
}

/** What an activity is in VoipNow. */
const statusOf: Record<string, string> = {
	[ACTIVITY.available]: '1',
	[ACTIVITY.busy]: '2',
	[ACTIVITY.break]: '2',
	[ACTIVITY.offline]: '0',
};

const workerAt = (at: number) => stage.twilio.state.workers[pairs[at]?.worker ?? ''];
const queue = () => stage.voipNow.state.queues[VOIPNOW_QUEUE]?.agents ?? {};
const writes = () => writesIn(stage.twilio.seen).length + writesIn(stage.voipNow.seen).length;

const unequal = () =>
	pairs.flatMap(({ name, extension }, at) => {
		const activity = workerAt(at)?.activity_sid ?? '';
		return statusOf[activity] === queue()[extension] ? [] : [`${name}: ${activity}, ${queue()[extension] ?? ''}`];
	});

/** What someone does to an agent, on one of the sides. */
type Change = { kind: 'worker'; at: number; activity: string } | { kind: 'agent'; at: number; status: '0' | '1' | '2' };

/** Which triggers poll. */
interface Step {
	kind: 'fromTaskRouter' | 'fromVoipNow' | 'both';
}

function change(step: Change): void {
	if (step.kind === 'agent') {
		queue()[pairs[step.at]?.extension ?? ''] = step.status;
		return;
	}
	const worker = workerAt(step.at);
	if (worker?.activity_sid === step.activity) return;
	Object.assign(worker ?? {}, {
		activity_sid: step.activity,
		date_status_changed: new Date(Date.now()).toISOString(),
	});
}

const at = fc.nat({ max: pairs.length - 1 });
const onWorker: fc.Arbitrary<Change> = fc.record({
	kind: fc.constant('worker'),
	at,
	activity: fc.constantFrom(...Object.keys(statusOf)),
});
const onAgent: fc.Arbitrary<Change> = fc.record({
	kind: fc.constant('agent'),
	at,
	status: fc.constantFrom('0', '1', '2'),
});
const aPoll = fc.constantFrom<Step>({ kind: 'fromTaskRouter' }, { kind: 'fromVoipNow' }, { kind: 'both' });

/** Nobody has a task that is offered, which TaskRouter lets nobody leave behind on the way to work. */
async function freshStart(): Promise<void> {
	await stage.reset();
	stage.twilio.state.reservations = {};
}

/** Carries out the rounds, a minute each, and says how many changes there were on each side. */
async function play(sync: ReturnType<typeof workflow>, all: Array<{ changes: Change[]; poll: Step; during: Change }>) {
	const changed = { worker: 0, agent: 0 };
	const make = (one: Change) => {
		change(one);
		changed[one.kind]++;
	};
	for (const [minute, { changes, poll, during }] of all.entries()) {
		later(minute);
		changes.forEach(make);
		const polls = [
			...(poll.kind === 'fromVoipNow' ? [] : [sync.fromTaskRouter()]),
			...(poll.kind === 'fromTaskRouter' ? [] : [sync.fromVoipNow()]),
		];
		await new Promise((resolve) => setImmediate(resolve));
		make(during);
		await Promise.all(polls);
	}
	return changed;
}

/** Such rounds with changes on one side or both, so many in all. */
const roundsOf = (aChange: fc.Arbitrary<Change>, count: number) =>
	fc.array(fc.record({ changes: fc.array(aChange, { minLength: 1, maxLength: 3 }), poll: aPoll, during: aChange }), {
		minLength: count / 2,
		maxLength: count / 2,
	});

describe('TaskRouter and VoipNow, both ways', () => {
	it('has both tables of people say the same', () => {
		expect(Object.fromEntries(Object.entries(extensionOf).map(([name, number]) => [number, name]))).toEqual(
			workerOf,
		);
		expect(pairs).toHaveLength(Object.keys(extensionOf).length);
	});

	it('take over a change once, and then are quiet', async () => {
		const sync = workflow();
		await sync.activate();
		await sync.everyQuarter();
		const before = writes();
		change({ kind: 'worker', at: 0, activity: ACTIVITY.break });
		change({ kind: 'agent', at: 1, status: '0' });
		await sync.rounds(4);

		expect(unequal()).toEqual([]);
		expect(writes() - before).toBe(2);
		// A break in TaskRouter is a pause in VoipNow, and does not come back as anything else.
		expect(workerAt(0)?.activity_sid).toBe(ACTIVITY.break);
	});

	it('keep what TaskRouter says where VoipNow has fewer words for it', async () => {
		const sync = workflow();
		await sync.activate();
		change({ kind: 'worker', at: 0, activity: ACTIVITY.busy });
		await sync.rounds(3);

		expect(workerAt(0)?.activity_sid).toBe(ACTIVITY.busy);
		expect(unequal()).toEqual([]);
	});

	it('end as TaskRouter has it when someone changes both sides at once', async () => {
		const sync = workflow();
		await sync.activate();
		await sync.everyQuarter();
		later(10);
		change({ kind: 'worker', at: 0, activity: ACTIVITY.break });
		change({ kind: 'agent', at: 0, status: '1' });
		await Promise.all([sync.fromTaskRouter(), sync.fromVoipNow()]);
		await sync.rounds(2);

		expect(workerAt(0)?.activity_sid).toBe(ACTIVITY.break);
		expect(unequal()).toEqual([]);
	});

	it.each([
		['TaskRouter', onWorker, 'twilio'],
		['VoipNow', onAgent, 'voipNow'],
	] as const)('take over all changes on the side of %s, which never come back', async (_side, aChange, service) => {
		await fc.assert(
			fc.asyncProperty(roundsOf(aChange, 60), async (all) => {
				await freshStart();
				const sync = workflow();
				await sync.activate();
				const quiet = writesIn(stage.services[service]?.seen ?? []).length;
				const { worker, agent } = await play(sync, all);
				later(all.length);
				await sync.rounds(2);

				const last = new Map(
					all.flatMap(({ changes, during }) => [...changes, during].map((one) => [one.at, one])),
				);
				for (const one of last.values()) {
					const status = one.kind === 'agent' ? one.status : statusOf[one.activity];
					expect(queue()[pairs[one.at]?.extension ?? '']).toBe(status);
					expect(statusOf[workerAt(one.at)?.activity_sid ?? '']).toBe(status);
				}
				expect(writesIn(stage.services[service]?.seen ?? [])).toHaveLength(quiet);
				expect(writes()).toBeLessThanOrEqual(worker + agent);
			}),
			{ numRuns: 1, endOnFailure: true, includeErrorInReport: true },
		);
	});

	it('do not ring through 200 random changes on both sides', async () => {
		await fc.assert(
			fc.asyncProperty(roundsOf(fc.oneof(onWorker, onAgent), 200), async (all) => {
				await freshStart();
				const sync = workflow();
				await sync.activate();
				await sync.everyQuarter();
				const before = writes();
				const { worker, agent } = await play(sync, all);
				later(all.length);
				await sync.rounds(2);
				expect(writes() - before).toBeLessThanOrEqual(worker + agent);

				await sync.everyQuarter();
				const settled = writes();
				expect(unequal()).toEqual([]);
				await sync.rounds(3);
				await sync.everyQuarter();

				expect(worker + agent).toBeGreaterThanOrEqual(200);
				expect(writes()).toBe(settled);
				expect(unequal()).toEqual([]);
			}),
			{ numRuns: 1, endOnFailure: true, includeErrorInReport: true },
		);
	});
});
