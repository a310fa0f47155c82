import type { Settings } from '../input/settings';
import { isOwn } from '../../trigger/ownChanges';
import { ownMemory } from '../../trigger/ownMemory';
import { fingerprintOf, isSameNative } from '../native';
import type { LastSet } from '../read/lastSet';
import { ownKeyOf } from '../read/scope';
import { finish } from './finish';
import { reconcile, type Situation } from './reconcile';
import { agentKey, stateOfTask, type DecidedTask, type DoneTask, type ObservedTask } from './task';

/**
 * Decides what follows from the state that is wanted and the one that is: a change, or the end of the task.
 *
 * @param now milliseconds since the epoch
 */
export function plan(
	task: ObservedTask,
	settings: Settings,
	lastSet: LastSet,
	now: number,
): ObservedTask | DecidedTask | DoneTask {
	const { target, previous } = task;
	if (!target) return task;
	const decision = reconcile({ ...situationOf(task, settings, lastSet, now), target }, settings.protection);
	if (decision.kind === 'unchanged') return finish(task, { outcome: 'unchanged', current: previous });
	if (decision.kind === 'skip') return finish(task, { outcome: 'skipped', current: previous, reason: decision.why });
	return { ...task, phase: 'decided', target, remark: null };
}

function situationOf(
	task: ObservedTask,
	{ trustMs, restoreAnyway }: Settings,
	lastSet: LastSet,
	now: number,
): Omit<Situation, 'target'> {
	const { desired, scope, observed, previous } = task;
	const { want } = desired;
	const remembered = lastSet.recall(agentKey(task, observed));
	const isTrusted = remembered !== undefined && now - remembered.at < trustMs;
	const recalled = isTrusted ? { native: remembered.native, since: null } : null;
	return {
		observed: scope.session.adapter.reading ? (observed ?? null) : recalled,
		state: stateOfTask(task, previous),
		...(want.kind === 'restore' &&
			!restoreAnyway && {
				onlyFrom: {
					fingerprint: want.from,
					label: scope.mapping.optionWith(want.from)?.label ?? want.fromState ?? 'the state of then',
				},
			}),
		isOurs: (remembered !== undefined && isSameNative(remembered.native, previous)) || isOwnState(task, now),
		now,
	};
}

/** The clock of a service may be off by as much. */
const CLOCK_SLACK_MS = 60_000;

/** Whether the state of an agent is the one that any node of this n8n set last, and has been since then. */
function isOwnState({ scope, observed }: ObservedTask, now: number): boolean {
	if (!observed?.native || observed.since === null) return false;
	const from = Date.parse(observed.since) - CLOCK_SLACK_MS;
	const state = fingerprintOf(observed.native);
	return (
		isOwn({ key: ownKeyOf(scope, observed.id), state, from, seenFrom: now, until: now }, ownMemory.changes) === true
	);
}
