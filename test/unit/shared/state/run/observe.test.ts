import { openLastSet } from '../../../../../nodes/shared/state/read/lastSet';
import { observeAgents } from '../../../../../nodes/shared/state/run/observe';
import { traceAgents } from '../../../../../nodes/shared/state/run/trace';
import { memoryEffects, withoutGrace } from '../../../../../nodes/shared/state/run/memoryEffects';
import { wholeList } from '../../../../support/acme';
import {
	answered,
	nativeAt,
	observedTask,
	officeAdapter,
	officeOf,
	reading,
	refusal,
	scopeOf,
	settings,
	targetedTask,
} from '../../../../support/stateOffice';

const anna = { id: 'A1', name: 'Anna', state: 'desk' };

describe('agents are looked for', () => {
	const lastSet = openLastSet({}, 0);

	it('and found with their states, by the labels of the list', async () => {
		const label = { observe: (record: Record<string, unknown>) => ({ ...seen, id: String(record.id) }) };
		const seen = { id: '', name: 'Anna', native: { label: 'desk', fields: { state: 'desk' } }, since: null };
		const { client } = officeOf([anna]);
		const scope = scopeOf({ client, adapter: officeAdapter({ reading: { ...reading, ...label } }) });
		const task = targetedTask(scope, 'A1', 'rest');
		expect(await observeAgents(scope, [task], settings(), lastSet)).toEqual([
			{ ...task, phase: 'observed', observed: { ...seen, id: 'A1' }, previous: nativeAt('desk') },
		]);
	});

	it.each([
		[{}, 'failed', 'Agent A9: does not exist here'],
		[{ unknownAgents: 'skip' }, 'skipped', 'no such agent: does not exist here'],
	])('and with %j whoever is not found is %s', async (set, outcome, reason) => {
		const scope = scopeOf({ client: officeOf([]).client });
		const [task] = await observeAgents(scope, [targetedTask(scope, 'A9', 'rest')], settings(set), lastSet);
		expect(task).toMatchObject({ row: { outcome, reason } });
	});

	it('and fail where the service does, or stay as they are when the run is over', async () => {
		const failing = scopeOf({ client: officeOf([], () => refusal('No')).client });
		const [failed] = await observeAgents(failing, [targetedTask(failing, 'A1', 'rest')], settings(), lastSet);
		expect(failed).toMatchObject({ row: { outcome: 'failed', reason: 'Agent A1: No' } });
		const over = scopeOf({ client: officeOf([], () => ({ kind: 'unsent' })).client });
		const task = targetedTask(over, 'A1', 'rest');
		expect(await observeAgents(over, [task], settings(), lastSet)).toEqual([task]);
	});

	it('and recalled where the service does not tell', async () => {
		const scope = scopeOf({ adapter: officeAdapter({ reading: undefined }) });
		const known = openLastSet({}, 0);
		known.keep('["acme",null,"O1"]', nativeAt('desk'), 1000);
		const tasks = ['O1', 'O2'].map((id) => targetedTask(scope, id, 'rest'));
		expect(await observeAgents(scope, tasks, settings(), known)).toEqual([
			{ ...tasks[0], phase: 'observed', observed: undefined, previous: nativeAt('desk') },
			{ ...tasks[1], phase: 'observed', observed: undefined, previous: null },
		]);
	});
});

describe('the history of agents', () => {
	const window = { from: 10_000, until: 20_000 };
	const adapter = officeAdapter({
		history: {
			keptDays: 30,
			path: '/changes',
			paging: wholeList,
			query: ({ from, until }, agent) => ({ from, until, ...(agent !== undefined && { agent }) }),
			changeIn: ({ agent, at, to }) => ({
				...{ agent: String(agent), at: Number(at), native: nativeAt(String(to)) },
				...{ before: nativeAt('on'), lasted: undefined },
			}),
		},
	});
	const want = (until = window.until) => ({ want: { kind: 'history', window: { ...window, until } } as const });

	it('is read for all who are asked for the same time at once', async () => {
		const { client, asked } = officeOf([], () => answered([{ agent: 'A1', at: 15_000, to: 'rest' }]));
		const scope = scopeOf({ client, adapter });
		const task = observedTask(scope, anna, 'rest', want());
		const longer = observedTask(scope, anna, 'rest', want(30_000));
		const traced = await traceAgents(scope, [task, longer, task]);
		expect(traced[0]).toEqual({
			...{ phase: 'traced', scope, desired: task.desired, observed: task.observed },
			stretches: [
				{ native: nativeAt('on'), from: 10_000, until: 15_000 },
				{ native: nativeAt('rest'), from: 15_000, until: 20_000 },
			],
		});
		expect(traced[1]).toMatchObject({ phase: 'traced', stretches: [{ from: 10_000 }, { until: 30_000 }] });
		expect(asked).toEqual([
			'GET /changes?from=10000&until=20000&agent=A1',
			'GET /changes?from=10000&until=30000&agent=A1',
		]);
	});

	it('fails where the service does, and stays unread when the run is over', async () => {
		const failing = scopeOf({ adapter, client: officeOf([], () => refusal('No')).client });
		expect(await traceAgents(failing, [observedTask(failing, anna, 'rest', want())])).toMatchObject([
			{ phase: 'done', row: { outcome: 'failed', reason: 'Agent Anna, A1: No' } },
		]);
		const over = scopeOf({ adapter, client: officeOf([], () => ({ kind: 'unsent' })).client });
		const task = observedTask(over, anna, 'rest', want());
		expect(await traceAgents(over, [task])).toEqual([task]);
	});

	it('is that of nobody who was not seen, at no service without one, and not asked for otherwise', async () => {
		const scope = scopeOf({ adapter });
		const unseen = { ...observedTask(scope, anna, 'rest', want()), observed: undefined };
		expect(await traceAgents(scope, [unseen])).toEqual([unseen]);
		const other = observedTask(scope, anna, 'rest');
		expect(await traceAgents(scope, [other])).toEqual([other]);
		const without = observedTask(scopeOf(), anna, 'rest', want());
		expect(await traceAgents(without.scope, [without])).toEqual([without]);
	});
});

describe('where the memory of earlier runs is lost', () => {
	const grace = 'Grace Time has no effect: the node cannot tell which changes are its own';
	const work = 'the time given to agents to finish their work starts again';
	const trust = 'all agents of Acme are set, even those who are already in the state';
	const { workload } = officeAdapter({
		workload: { one: [], all: [], observe: () => undefined, isSilenceNone: true },
	});
	const blind = officeAdapter({ reading: undefined });

	it.each([
		['Grace Time', officeAdapter(), { graceMinutes: 5 }, [grace]],
		['Grace Time', officeAdapter(), {}, []],
		['Grace Time', officeAdapter({ reading: { ...reading, tellsSince: false } }), { graceMinutes: 5 }, []],
		['Open Work', officeAdapter({ workload }), { openWork: 'atMost' }, [work]],
		['Open Work', officeAdapter({ workload }), { openWork: 'untilDone' }, []],
		['Open Work', officeAdapter({ workload }), { openWork: 'now' }, []],
		['Open Work', officeAdapter(), { openWork: 'atMost' }, []],
		['trust', blind, {}, [trust]],
		['trust', blind, { trustMinutes: 0, graceMinutes: 5 }, []],
		['all', officeAdapter({ workload }), { openWork: 'atMost', graceMinutes: 5 }, [grace, work]],
	])('the effect on %s is told', (_what, adapter, set, effects) => {
		const scope = scopeOf({ adapter });
		const tasks = ['A1', 'A2'].map((id) => targetedTask(scope, id, 'rest'));
		expect(memoryEffects(tasks, settings(set))).toEqual(effects);
	});

	it('nobody is left alone by Grace Time', () => {
		const given = settings({ graceMinutes: 5, protectedStates: 'Rest' });
		expect(withoutGrace(given)).toEqual({ ...given, protection: { states: ['Rest'], graceMs: 0 } });
	});
});
