import { plainFailure } from '../../http/failure';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { guardedAsync } from '../../n8n/guard';
import type { Scope } from '../read/scope';
import { fail } from './finish';
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
		const after = await guardedAsync<readonly Task[]>(
			async () => await step(first.scope, group),
			(problem) => group.map((task) => broken(task, problem)),
		);
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
	await forEachConcurrent(groups.length, groups.length, signal, async (at) => {
		const group = groups[at] ?? [];
		const limit = group[0]?.scope.session.maxConcurrency ?? 1;
		await forEachConcurrent(limit, group.length, signal, async (index) => {
			const task = group[index];
			if (!task) return;
			const after = await guardedAsync<Task>(
				async () => await step(task),
				(problem) => broken(task, problem),
			);
			results.set(task, after);
		});
	});
	return tasks.map((task) => results.get(task) ?? task);
}

/** A task at which a step broke; what was done already stays so. */
const broken = (task: Task, problem: string): Task =>
	task.phase === 'done' || task.phase === 'traced' ? task : fail(task, plainFailure(problem));
