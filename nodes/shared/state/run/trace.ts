import { readHistory } from '../read/history';
import type { Scope } from '../read/scope';
import { fail } from './finish';
import { groupsOf, type DoneTask, type ObservedTask, type TracedTask } from './task';

/**
 * Finds out which states the agents of one scope were in.
 *
 * @param tasks all of the same scope
 * @returns in the same order; a task stays as it was where the run ended before its history could be read
 */
export async function traceAgents(
	scope: Scope,
	tasks: readonly ObservedTask[],
): Promise<Array<ObservedTask | TracedTask | DoneTask>> {
	const results = new Map<ObservedTask, TracedTask | DoneTask>();
	// Items may ask for different times.
	for (const group of groupsOf(tasks, ({ desired: { want } }) => JSON.stringify(want))) {
		for (const [task, end] of await traceGroup(scope, group)) results.set(task, end);
	}
	return tasks.map((task) => results.get(task) ?? task);
}

async function traceGroup(
	scope: Scope,
	group: readonly ObservedTask[],
): Promise<Array<[ObservedTask, TracedTask | DoneTask]>> {
	const { history } = scope.session.adapter;
	const want = group[0]?.desired.want;
	if (!history || want?.kind !== 'history') return [];
	const agents = new Map(group.flatMap(({ observed }) => (observed ? [[observed.id, observed]] : [])));
	const found = await readHistory(scope, history, [...agents.values()], want.window, Date.now());
	return group.flatMap((task): Array<[ObservedTask, TracedTask | DoneTask]> => {
		const { observed } = task;
		const told = found.get(observed?.id ?? '');
		if (!observed || !told || told.kind === 'unsent') return [];
		if (told.kind === 'failed') return [[task, fail(task, told.failure)]];
		const { desired } = task;
		return [[task, { phase: 'traced', desired, scope, observed, stretches: told.stretches }]];
	});
}
