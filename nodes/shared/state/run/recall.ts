import { ownMemory } from '../../trigger/ownMemory';
import { fingerprintOf } from '../native';
import type { LastSet, Remembered } from '../read/lastSet';
import { ownKeyOf } from '../read/scope';
import { agentKey, type TaskSubject } from './task';

/**
 * The state that this node set last at a service that does not tell states; nothing if any node of this n8n has set
 * another one since, such as a run by hand or another execution of the same workflow at the same time.
 */
export function recallState(task: TaskSubject, lastSet: LastSet): Remembered | undefined {
	const remembered = lastSet.recall(agentKey(task, undefined));
	if (!remembered) return undefined;
	const state = fingerprintOf(remembered.native);
	const own = ownMemory.changes.of.get(ownKeyOf(task.scope, task.desired.agent)) ?? [];
	// It is remembered as of the start of its run: of two changes since then nobody knows which came last.
	const isVoid = own.some((change) => change.state !== state && change.answeredAt >= remembered.at);
	return isVoid ? undefined : remembered;
}
