import { inQuotes } from '../../values/text';
import { isSameNative, namedState } from '../native';
import { readAgents } from '../read/agents';
import type { Scope } from '../read/scope';
import { finish } from './finish';
import type { DoneTask } from './task';

/** Whether the change of a task was sent, and its service tells the state that came of it. */
export const canBeConfirmed = ({ applied, row, scope }: DoneTask): boolean =>
	applied !== undefined && row.outcome !== 'failed' && scope.session.adapter.reading !== undefined;

/**
 * Reads the changed agents of one scope again. Whoever cannot be read keeps what the answer to the change said.
 *
 * @param seconds after the last change, for the row
 * @returns in the same order
 */
export async function confirm(scope: Scope, tasks: readonly DoneTask[], seconds: number): Promise<DoneTask[]> {
	const agents = await readAgents(
		scope,
		tasks.flatMap(({ applied }) => applied?.observed?.id ?? []),
	);
	return tasks.map((task) => {
		const { applied, end } = task;
		const found = agents.get(applied?.observed?.id ?? '');
		if (!applied || found?.kind !== 'observed') return task;
		const { requestId, attempts = 0, durationMs = 0 } = end;
		const sent = { requestId, attempts, durationMs };
		const current = namedState(scope.mapping, found.observed.native);
		if (isSameNative(current, applied.target)) {
			return finish(applied, { ...sent, outcome: 'changed', current: applied.target });
		}
		const reason = `reads ${inQuotes(current?.label ?? 'nothing')} after ${seconds} seconds`;
		return finish(applied, { ...sent, outcome: 'unconfirmed', current, reason });
	});
}
