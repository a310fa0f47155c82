import { isWritten } from '../input/row';
import type { LastSet } from '../read/lastSet';
import { agentKey, type DoneTask } from './task';

/** How long the last state of an agent is remembered at a service that does not tell states. */
const REMEMBERED_MS = 30 * 24 * 60 * 60_000;

/**
 * Keeps what a later run has to know: the state where the service does not tell it, and whose change it was.
 *
 * @param graceMs for how long changes of others are respected
 */
export function remember({ applied, row, scope }: DoneTask, graceMs: number, lastSet: LastSet): void {
	if (!applied) return;
	const { reading } = scope.session.adapter;
	const key = agentKey(applied, applied.observed);
	if (!reading) {
		if (row.outcome === 'changed') lastSet.keep(key, applied.target, REMEMBERED_MS);
		else lastSet.drop(key);
		return;
	}
	// What is read is compared with it, so that a change that takes its time may be remembered before it is seen.
	if (isWritten(row.outcome) && reading.tellsSince && graceMs > 0) lastSet.keep(key, applied.target, graceMs);
}
