import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import type { Scope } from '../read/scope';
import { groupsOf, type Task, type TaskSubject } from './task';

/** Scopes are looked at side by side; each service paces its requests for all of them together. */
const SCOPES_AT_ONCE = 8;

/**
 * Takes the tasks that a step is about, scope by scope, to where the step leads; all others stay as they are.
 *
 * @param isMeant which tasks the step is about
 * @param step takes the tasks of one scope and returns them in the same order
 */
export async function perScope<Phase extends Task>(
	signal: AbortSignal,
	tasks: readonly Task[],
	isMeant: (task: Task) => task is Phase,
	step: (scope: Scope, group: Phase[]) => Promise<Task[]>,
): Promise<Task[]> {
	const results = new Map<Task, Task | undefined>();
	const groups = groupsOf(tasks.filter(isMeant), ({ scope }) => scope.key);
	await forEachConcurrent(SCOPES_AT_ONCE, groups.length, signal, async (at) => {
		const group = groups[at] ?? [];
		const [first] = group;
		if (!first) return;
		const after = await step(first.scope, group);
		group.forEach((task, index) => results.set(task, after[index]));
	});
	return tasks.map((task) => results.get(task) ?? task);
}

/**
 * Takes the tasks that a step is about, one by one, as many at once as each service takes.
 *
 * @param step of one task
 */
export async function perService<Phase extends Task & TaskSubject>(
	signal: AbortSignal,
	tasks: readonly Task[],
	isMeant: (task: Task) => task is Phase,
	step: (task: Phase) => Promise<Task>,
): Promise<Task[]> {
	const results = new Map<Task, Task>();
	const groups = groupsOf(tasks.filter(isMeant), ({ scope }) => scope.session.adapter.id);
	await Promise.all(
		groups.map(async (group) => {
			const limit = group[0]?.scope.session.maxConcurrency ?? 1;
			await forEachConcurrent(limit, group.length, signal, async (at) => {
				const task = group[at];
				if (task) results.set(task, await step(task));
			});
		}),
	);
	return tasks.map((task) => results.get(task) ?? task);
}
