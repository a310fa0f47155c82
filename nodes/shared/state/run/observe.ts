import { plainFailure } from '../../http/failure';
import type { Settings } from '../input/settings';
import { namedState } from '../native';
import { readAgents, type FoundAgent } from '../read/agents';
import type { LastSet } from '../read/lastSet';
import type { Scope } from '../read/scope';
import { fail, finish } from './finish';
import { recallState } from './recall';
import type { DoneTask, ObservedTask, TargetedTask } from './task';

/**
 * Reads the agents of one scope, or recalls them where the service does not tell.
 *
 * @param tasks all of the same scope
 * @returns in the same order; a task stays as it was where the run ended before its agent could be read
 */
export async function observeAgents(
	scope: Scope,
	tasks: readonly TargetedTask[],
	{ skipUnknown }: Settings,
	lastSet: LastSet,
): Promise<Array<TargetedTask | ObservedTask | DoneTask>> {
	const agents = await readAgents(
		scope,
		tasks.map(({ desired }) => desired.agent),
	);
	return tasks.map((task) => {
		const found = agents.get(task.desired.agent);
		return found ? observed(task, found, skipUnknown) : recalled(task, lastSet);
	});
}

const recalled = (task: TargetedTask, lastSet: LastSet): ObservedTask => ({
	...task,
	phase: 'observed',
	observed: undefined,
	previous: recallState(task, lastSet)?.native ?? null,
});

function observed(task: TargetedTask, found: FoundAgent, skipUnknown: boolean): TargetedTask | ObservedTask | DoneTask {
	switch (found.kind) {
		case 'observed':
			return {
				...task,
				phase: 'observed',
				observed: found.observed,
				previous: namedState(task.scope.mapping, found.observed.native),
			};
		case 'unknown':
			return skipUnknown
				? finish(task, { outcome: 'skipped', reason: `no such agent: ${found.problem}` })
				: fail(task, plainFailure(found.problem));
		case 'failed':
			return fail(task, found.failure);
		case 'unsent':
			return task;
	}
}
