import { plainFailure } from '../../http/failure';
import { isSameNative } from '../native';
import { fail, finishLike } from './finish';
import { agentKey, groupsOf, nameForRow, type ObservedTask, type Task } from './task';

/** What people call an item. */
type RowOf = (item: number) => number;

export interface Merged {
	/** In the order as before, without the repeats. */
	tasks: Task[];
	/** By the task of a later item that asks for the same in other words: the task that is carried out for both. */
	originals: ReadonlyMap<Task, Task>;
	/** The tasks of items that ask for the very same of one agent; the first of each group is carried out for all. */
	repeats: ObservedTask[][];
}

/**
 * An agent that several items name is written once, and has one row where they ask for the very same; if they
 * disagree, nobody can say who is right.
 */
export function mergeDuplicates(tasks: readonly Task[], rowOf: RowOf): Merged {
	const conflicts = new Map<Task, Task>();
	const originals = new Map<Task, Task>();
	const repeats: ObservedTask[][] = [];
	const observed = tasks.filter((task) => task.phase === 'observed');
	for (const group of groupsOf(observed, (task) => agentKey(task, task.observed))) {
		const [first, ...others] = group;
		if (!first) continue;
		if (first.target && others.some(({ target }) => !isSameNative(target, first.target))) {
			const failure = conflictOf(group, rowOf);
			for (const task of group) conflicts.set(task, fail(task, failure));
			continue;
		}
		const same = groupsOf(group, ({ desired: { want } }) => JSON.stringify(want));
		repeats.push(...same.filter(({ length }) => length > 1));
		if (!first.target) continue;
		for (const [other] of same.slice(1)) if (other) originals.set(other, first);
	}
	const dropped = new Set<Task>(repeats.flatMap((group) => group.slice(1)));
	return {
		tasks: tasks.flatMap((task) => (dropped.has(task) ? [] : (conflicts.get(task) ?? task))),
		originals,
		repeats,
	};
}

function conflictOf(group: readonly ObservedTask[], rowOf: RowOf) {
	const states = [...new Set(group.map(({ target }) => target?.label))];
	const more = states.length > NAMED ? ` and ${states.length - NAMED} more` : '';
	const named = `${states.slice(0, NAMED).join(', ')}${more}`;
	const problem = `rows ${rowsOfGroup(group, rowOf)} ask for different states of the same agent (${named})`;
	return plainFailure(problem, 'Leave one of them.');
}

/** How many agents or rows a message names; more are counted. */
const NAMED = 5;

function rowsOfGroup(group: readonly ObservedTask[], rowOf: RowOf): string {
	const named = group.slice(0, NAMED).map(({ desired }) => rowOf(desired.item));
	return group.length > NAMED ? `${named.join(', ')} and ${group.length - NAMED} more` : named.join(' and ');
}

/** Whom several rows name, in one line: such an agent has fewer rows than items. */
export function repeatsText(repeats: Merged['repeats'], rowOf: RowOf): string[] {
	if (repeats.length === 0) return [];
	const named = repeats
		.slice(0, NAMED)
		.map(
			(group) => `${group[0] ? nameForRow(group[0], group[0].observed) : ''} (rows ${rowsOfGroup(group, rowOf)})`,
		);
	const more = repeats.length > NAMED ? ` and ${repeats.length - NAMED} more` : '';
	return [`Named by several rows of the input, with one row for all of them: ${named.join(', ')}${more}.`];
}

/**
 * Ends the duplicates as their originals ended.
 *
 * @param before the tasks as they were merged
 * @param after the same tasks, carried out
 */
export function finishDuplicates({ tasks: before, originals }: Merged, after: readonly Task[]): Task[] {
	const outcomes = new Map(before.map((task, at) => [task, after[at]]));
	return after.map((task) => {
		const original = originals.get(task);
		const outcome = original && outcomes.get(original);
		return task.phase === 'observed' && outcome?.phase === 'done' ? finishLike(task, outcome) : task;
	});
}
