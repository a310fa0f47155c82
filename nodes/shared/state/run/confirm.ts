import { inQuotes, sentences } from '../../values/text';
import { isSameNative, namedState } from '../native';
import { readAgents } from '../read/agents';
import type { Scope } from '../read/scope';
import { fail, finish } from './finish';
import type { DecidedTask, DoneTask, End } from './task';

/** Whether the change of a task was sent, and its service tells the state that came of it. */
export const canBeConfirmed = ({ applied, row, scope }: DoneTask): boolean =>
	applied !== undefined && row.outcome !== 'failed' && scope.session.adapter.reading !== undefined;

/** Whether nothing that the service answered says what came of the change. */
export const isUnconfirmed = (task: DoneTask): boolean => canBeConfirmed(task) && task.row.outcome === 'unconfirmed';

/**
 * Reads the changed agents of one scope again. Whoever cannot be read keeps what the answer to the change said.
 *
 * @param when it was read, for the row, such as "after 5 seconds"
 * @returns in the same order
 */
export async function confirm(scope: Scope, tasks: readonly DoneTask[], when: string): Promise<DoneTask[]> {
	const agents = await readAgents(
		scope,
		tasks.flatMap(({ applied }) => applied?.observed?.id ?? []),
	);
	return tasks.map((task) => {
		const { applied, end } = task;
		const found = agents.get(applied?.observed?.id ?? '');
		if (!applied || found?.kind !== 'observed') return task;
		return confirmed(applied, end, namedState(scope.mapping, found.observed.native), when);
	});
}

/** @param current the state that was read */
function confirmed(applied: DecidedTask, end: End, current: DecidedTask['previous'], when: string): DoneTask {
	const { requestId, attempts = 0, durationMs = 0, failure } = end;
	const sent = { requestId, attempts, durationMs };
	if (isSameNative(current, applied.target)) {
		return finish(applied, { ...sent, outcome: 'changed', current: applied.target });
	}
	// Only where the service has answered is it through with the change; after a silence it may still make it.
	const isOver = /^\d+$/.test(failure?.httpCode ?? '') && isSameNative(current, applied.previous);
	if (failure && isOver) return fail(applied, { ...failure, isInDoubt: false }, durationMs, attempts);
	const read = `reads ${inQuotes(current?.label ?? 'nothing')} ${when}`;
	const reason = failure ? sentences([end.reason ?? undefined, `The state ${read}`]) : read;
	return finish(applied, { ...sent, outcome: 'unconfirmed', current, reason });
}
