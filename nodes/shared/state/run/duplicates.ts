import { plainFailure } from '../../http/failure';
import { isSameNative } from '../native';
import { fail, finishLike } from './finish';
import { agentKey, groupsOf, type ObservedTask, type Task } from './task';

export interface Merged {
	/** In the order as before. */
	tasks: Task[];
	/** By the task of a later item that asks for the same: the task that is carried out for both. */
	originals: ReadonlyMap<Task, Task>;
}

/** An agent that several items name is written once; if they disagree, nobody can say who is right. */
export function mergeDuplicates(tasks: readonly Task[]): Merged {
	const conflicts = new Map<Task, Task>();
	const originals = new Map<Task, Task>();
	const observed = tasks.filter((task) => task.phase === 'observed');
	for (const group of groupsOf(observed, (task) => agentKey(task, task.observed))) {
		const [first, ...others] = group;
		if (!first?.target || others.length === 0) continue;
		if (others.every(({ target }) => isSameNative(target ?? null, first.target ?? null))) {
			for (const other of others) originals.set(other, first);
			continue;
		}
		const failure = conflictOf(group);
		for (const task of group) conflicts.set(task, fail(task, failure));
	}
	return { tasks: tasks.map((task) => conflicts.get(task) ?? task), originals };
}

function conflictOf(group: readonly ObservedTask[]) {
	const states = new Set(group.map(({ target }) => target?.label));
	const items = group.map(({ desired }) => desired.item).join(' and ');
	const problem = `items ${items} ask for different states of the same agent (${[...states].join(', ')})`;
	return plainFailure(problem, 'Leave one of them.');
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
