import { finishDuplicates, mergeDuplicates, repeatsText } from '../../../../../nodes/shared/state/run/duplicates';
import { finish } from '../../../../../nodes/shared/state/run/finish';
import type { ObservedTask, Task } from '../../../../../nodes/shared/state/run/task';
import { nativeAt, observedTask, scopeOf, toState } from '../../../../support/stateOffice';

const scope = { name: null, session: { adapter: { id: 'acme', vendor: { name: 'Acme' } } } };
const task = (item: number, id: string, state: string, more: object = {}): ObservedTask =>
	({
		phase: 'observed',
		scope,
		desired: { item, agent: id, adapter: scope.session.adapter, want: { kind: 'state', state } },
		target: { label: state, fields: { state } },
		observed: { id, name: `Agent ${id}` },
		previous: null,
		...more,
	}) as unknown as ObservedTask;

/** A sheet whose first row has the headings. */
const rowOf = (item: number) => item + 2;

it('the very same of one agent is asked once, by the first item', () => {
	const tasks: Task[] = [task(0, 'a', 'busy'), task(1, 'b', 'busy'), task(2, 'a', 'busy')];

	const { tasks: left, originals, repeats } = mergeDuplicates(tasks, rowOf);

	expect(left).toEqual([tasks[0], tasks[1]]);
	expect(originals.size).toBe(0);
	expect(repeats).toEqual([[tasks[0], tasks[2]]]);
	expect(repeatsText(repeats, rowOf)).toEqual([
		'Named by several rows of the input, with one row for all of them: Agent a (rows 2 and 4).',
	]);
});

it('the same in other words is carried out once, for both', () => {
	const [first, other] = [
		task(0, 'a', 'busy'),
		task(1, 'a', 'break', { target: { label: 'x', fields: { state: 'busy' } } }),
	];

	const { tasks, originals, repeats } = mergeDuplicates([first, other], rowOf);

	expect(tasks).toEqual([first, other]);
	expect(originals.get(other)).toBe(first);
	expect(repeats).toEqual([]);
});

it('nothing is told where nobody is named twice', () => expect(repeatsText([], rowOf)).toEqual([]));

it('five are named, and the others are counted', () => {
	const group = (id: string) => [task(0, id, 'busy'), task(1, id, 'busy')];
	const five = ['a', 'b', 'c', 'd', 'e'].map(group);
	const told = five.map(([one]) => `Agent ${one?.desired.agent ?? ''} (rows 2 and 3)`).join(', ');

	expect(repeatsText(five, rowOf)).toEqual([
		`Named by several rows of the input, with one row for all of them: ${told}.`,
	]);
	expect(repeatsText([...five, group('f'), group('g')], rowOf)).toEqual([
		`Named by several rows of the input, with one row for all of them: ${told} and 2 more.`,
	]);
	expect(repeatsText([Array.from({ length: 7 }, (_, item) => task(item, 'a', 'busy'))], rowOf)).toEqual([
		'Named by several rows of the input, with one row for all of them: Agent a (rows 2, 3, 4, 5, 6 and 2 more).',
	]);
});

describe('items that disagree about one agent', () => {
	const scope = scopeOf();
	const asked = (item: number, to: string, agent = 'A1') =>
		observedTask(scope, { id: agent, name: `Agent ${agent}`, state: 'on' }, to, { item });
	const told = (tasks: readonly Task[]) =>
		tasks.map((one) => (one.phase === 'done' ? `${one.row.outcome}: ${one.row.reason ?? ''}` : one.phase));

	it('all fail, with the rows and the states that they ask for', () => {
		const { tasks, originals, repeats } = mergeDuplicates(
			[asked(0, 'rest'), asked(1, 'on', 'A2'), asked(2, 'off'), asked(3, 'rest')],
			rowOf,
		);
		const wrong =
			'failed: Agent Agent A1: rows 2 and 4 and 5 ask for different states of the same agent (Rest, Gone). Leave one of them.';
		expect(told(tasks)).toEqual([wrong, 'observed', wrong, wrong]);
		expect([originals.size, repeats.length]).toEqual([0, 0]);
	});

	it('are named up to the fifth', () => {
		const many = ['on', 'desk', 'rest', 'off', 'a', 'b', 'c'].map((to, item) => asked(item, to));
		expect(told(mergeDuplicates(many, rowOf).tasks)[0]).toBe(
			'failed: Agent Agent A1: rows 2, 3, 4, 5, 6 and 2 more ask for different states of the same agent (Online, Back Office, Rest, Gone, a and 2 more). Leave one of them.',
		);
	});

	it('are all named where they are five', () => {
		const five = ['on', 'desk', 'rest', 'off', 'a'].map((to, item) => asked(item, to));
		expect(told(mergeDuplicates(five, rowOf).tasks)[0]).toBe(
			'failed: Agent Agent A1: rows 2 and 3 and 4 and 5 and 6 ask for different states of the same agent (Online, Back Office, Rest, Gone, a). Leave one of them.',
		);
	});

	it('are only those of agents who were found', () => {
		const tasks = [finish(asked(0, 'rest'), { outcome: 'skipped' }), asked(1, 'rest')];
		expect(mergeDuplicates(tasks, rowOf)).toEqual({ tasks, originals: new Map(), repeats: [] });
	});

	it('do not where nothing is to be set', () => {
		const read = (item: number, until: number) => ({
			...asked(item, 'rest'),
			target: undefined,
			desired: { ...asked(item, 'rest').desired, want: { kind: 'history', window: { from: 0, until } } as const },
		});
		const same = [read(0, 1), read(1, 1), read(2, 2)];
		const { tasks, originals, repeats } = mergeDuplicates(same, rowOf);
		expect(tasks).toEqual([same[0], same[2]]);
		expect(originals.size).toBe(0);
		expect(repeats).toEqual([[same[0], same[1]]]);
	});
});

it('what was carried out once ends for both, each in its own words', () => {
	const scope = scopeOf();
	const one = observedTask(scope, { id: 'A1', state: 'on' }, 'rest');
	const other = observedTask(scope, { id: 'A1', state: 'on' }, 'rest', { item: 1, want: toState('break', 'Lunch') });
	const merged = mergeDuplicates([one, other], rowOf);
	expect(merged.originals.get(other)).toBe(one);
	const [first, second] = finishDuplicates(merged, [
		finish(one, { outcome: 'unchanged', current: nativeAt('rest') }),
		other,
	]);
	expect(first).toMatchObject({ row: { outcome: 'unchanged', reason: null } });
	expect(second).toMatchObject({ desired: { item: 1 }, row: { outcome: 'unchanged', reason: 'Lunch' } });
	expect(finishDuplicates(merged, [one, other])).toEqual([one, other]);
	const ended = finish(other, { outcome: 'skipped' });
	expect(finishDuplicates(merged, [finish(one, { outcome: 'unchanged' }), ended])[1]).toBe(ended);
});
