import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { textOf } from '../../../nodes/shared/values/text';
import { ACTIVITY, PEOPLE, VOIPNOW_QUEUE } from '../../../simulators';
import { root } from '../../architecture/imports';
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
	const run = async (name: string, items: IDataObject[]) => {
		if (items.length === 0) return [];
		const { out, error } = await stage.run(nodeOf(name).parameters, items);
		if (error) throw error;
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

type Step =
	| { kind: 'worker'; at: number; activity: string }
	| { kind: 'agent'; at: number; status: '0' | '1' | '2' }
	| { kind: 'fromTaskRouter' | 'fromVoipNow' | 'both' };

/** Somebody changes an agent, on one of the sides. */
function change(step: Exclude<Step, { kind: 'fromTaskRouter' | 'fromVoipNow' | 'both' }>): void {
	if (step.kind === 'agent') {
		queue()[pairs[step.at]?.extension ?? ''] = step.status;
		return;
	}
	const worker = workerAt(step.at);
	if (worker?.activity_sid === step.activity) return;
	Object.assign(worker ?? {}, { activity_sid: step.activity, date_status_changed: new Date().toISOString() });
}

const at = fc.nat({ max: pairs.length - 1 });
const aChange = fc.oneof(
	fc.record({ kind: fc.constant('worker' as const), at, activity: fc.constantFrom(...Object.keys(statusOf)) }),
	fc.record({
		kind: fc.constant('agent' as const),
		at,
		status: fc.constantFrom('0' as const, '1' as const, '2' as const),
	}),
);
const aPoll = fc.constantFrom<Step>({ kind: 'fromTaskRouter' }, { kind: 'fromVoipNow' }, { kind: 'both' });

/** 200 changes, with polls in between and while they happen. */
const CHANGES = 200;
const rounds = fc.array(fc.record({ changes: fc.array(aChange, { maxLength: 4 }), poll: aPoll, during: aChange }), {
	minLength: CHANGES / 2,
	maxLength: CHANGES / 2,
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

	it('end the same when somebody changes both sides at once, as TaskRouter has it', async () => {
		const sync = workflow();
		await sync.activate();
		await sync.everyQuarter();
		change({ kind: 'worker', at: 0, activity: ACTIVITY.offline });
		change({ kind: 'agent', at: 0, status: '1' });
		await Promise.all([sync.fromTaskRouter(), sync.fromVoipNow()]);
		await sync.rounds(3);

		expect(unequal()).toEqual([]);
		const before = writes();
		await sync.rounds(2);
		expect(writes()).toBe(before);
	});

	it('do not ring through hundreds of random changes on both sides', async () => {
		await fc.assert(
			fc.asyncProperty(rounds, async (all) => {
				await stage.reset();
				const sync = workflow();
				await sync.activate();
				await sync.everyQuarter();
				let changed = 0;
				const before = writes();
				for (const { changes, poll, during } of all) {
					for (const one of changes) change(one);
					const polls = [
						...(poll.kind === 'fromVoipNow' ? [] : [sync.fromTaskRouter()]),
						...(poll.kind === 'fromTaskRouter' ? [] : [sync.fromVoipNow()]),
					];
					await new Promise((resolve) => setImmediate(resolve));
					change(during);
					await Promise.all(polls);
					changed += changes.length + 1;
				}
				// One write takes over a change; where both sides changed, a second one settles it.
				expect(writes() - before).toBeLessThanOrEqual(2 * changed);
				await sync.rounds(3);
				await sync.everyQuarter();
				const settled = writes();
				await sync.rounds(3);
				await sync.everyQuarter();

				expect(changed).toBeGreaterThanOrEqual(CHANGES / 2);
				expect(writes()).toBe(settled);
				expect(unequal()).toEqual([]);
			}),
			{ numRuns: 1, endOnFailure: true },
		);
	});
});
