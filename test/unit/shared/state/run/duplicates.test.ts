import { mergeDuplicates, repeatsText } from '../../../../../nodes/shared/state/run/duplicates';
import type { ObservedTask, Task } from '../../../../../nodes/shared/state/run/task';

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
