import { finish } from '../../../../../nodes/shared/state/run/finish';
import { perScope, perService } from '../../../../../nodes/shared/state/run/steps';
import type { DoneTask, ObservedTask, Task } from '../../../../../nodes/shared/state/run/task';
import { observedTask, officeAdapter, scopeOf } from '../../../../support/stateOffice';

const { signal } = new AbortController();
const [sales, support] = [scopeOf({ name: 'sales' }), scopeOf({ name: 'support' })];
const task = (id: string, scope = sales) => observedTask(scope, { id, state: 'on' }, 'rest');
const isObserved = (one: Task): one is ObservedTask => one.phase === 'observed';
const skipped = (one: ObservedTask): DoneTask => finish(one, { outcome: 'skipped' });
const outcomesOf = (tasks: readonly Task[]) =>
	tasks.map((one) => (one.phase === 'done' ? `${one.row.outcome} ${one.row.reason ?? ''}`.trim() : one.phase));

describe('a step scope by scope', () => {
	it('takes those who are meant where it leads, in the order as before', async () => {
		const tasks: Task[] = [task('A1'), task('A2', support), skipped(task('A3')), task('A4')];
		const seen: string[][] = [];
		const after = await perScope(signal, tasks, isObserved, async (scope, group) => {
			seen.push([scope.name ?? '', ...group.map(({ desired }) => desired.agent)]);
			return group.map(skipped);
		});
		expect(seen).toEqual([
			['sales', 'A1', 'A4'],
			['support', 'A2'],
		]);
		expect(after.map(({ desired }) => desired.agent)).toEqual(['A1', 'A2', 'A3', 'A4']);
		expect(outcomesOf(after)).toEqual(Array(4).fill('skipped'));
		expect(after[2]).toBe(tasks[2]);
	});

	it('that breaks fails for its own scope alone', async () => {
		const tasks = [task('A1'), task('A2', support)];
		const after = await perScope(signal, tasks, isObserved, async (scope, group) => {
			if (scope.name === 'sales') throw new Error('boom');
			return group.map(skipped);
		});
		expect(outcomesOf(after)).toEqual(['failed Agent A1: could not be processed: boom', 'skipped']);
	});

	it('that breaks leaves what was done', async () => {
		const done = skipped(task('A1'));
		const { desired, observed = { id: 'A2', name: 'A2', native: null, since: null } } = task('A2');
		const traced: Task = { phase: 'traced', scope: sales, desired, observed, stretches: [] };
		const isAny = (one: Task): one is Task => one.phase !== 'targeted';
		const after = await perScope(signal, [done, traced], isAny, async () => {
			throw new Error('boom');
		});
		expect(after).toEqual([done, traced]);
	});

	it('leaves a task as it was of which it says nothing, and all when the run is over', async () => {
		const tasks = [task('A1'), task('A2')];
		expect(await perScope(signal, tasks, isObserved, async () => [])).toEqual(tasks);
		const over = AbortSignal.abort();
		expect(await perScope(over, tasks, isObserved, async (_, group) => group.map(skipped))).toEqual(tasks);
	});

	it('looks at eight scopes at once', async () => {
		const scopes = Array.from({ length: 10 }, (_, at) => scopeOf({ name: `q${at}` }));
		let [running, most] = [0, 0];
		await perScope(
			signal,
			scopes.map((scope) => task('A1', scope)),
			isObserved,
			async (_, group) => {
				most = Math.max(most, ++running);
				await new Promise((resolve) => setImmediate(resolve));
				running--;
				return group;
			},
		);
		expect(most).toBe(8);
	});
});

describe('a step task by task', () => {
	it('runs as many at once as each service takes', async () => {
		const other = scopeOf({ adapter: officeAdapter({ id: 'other' }) });
		const tasks = ['A1', 'A2', 'A3'].flatMap((id) => [task(id), task(id, other)]);
		const running = new Map([
			['acme', 0],
			['other', 0],
		]);
		const most = new Map(running);
		let [all, mostOfAll] = [0, 0];
		const after = await perService(signal, tasks, isObserved, async (one) => {
			const { id } = one.scope.session.adapter;
			running.set(id, (running.get(id) ?? 0) + 1);
			most.set(id, Math.max(most.get(id) ?? 0, running.get(id) ?? 0));
			mostOfAll = Math.max(mostOfAll, ++all);
			await new Promise((resolve) => setImmediate(resolve));
			running.set(id, (running.get(id) ?? 0) - 1);
			all--;
			return skipped(one);
		});
		expect([...most]).toEqual([
			['acme', 2],
			['other', 2],
		]);
		expect(mostOfAll).toBe(4);
		expect(after.map(({ desired }) => desired.agent)).toEqual(tasks.map(({ desired }) => desired.agent));
		expect(outcomesOf(after)).toEqual(Array(6).fill('skipped'));
	});

	it('that breaks fails for its own task alone, and others stay as they are', async () => {
		const done = skipped(task('A3'));
		const after = await perService(signal, [task('A1'), task('A2'), done], isObserved, async (one) => {
			if (one.desired.agent === 'A1') throw new Error('boom');
			return skipped(one);
		});
		expect(outcomesOf(after)).toEqual(['failed Agent A1: could not be processed: boom', 'skipped', 'skipped']);
		expect(after[2]).toBe(done);
	});
});
