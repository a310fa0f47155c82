import { timeOfDay } from '../../n8n/dateTime';
import type { Settings } from '../input/settings';
import { isOwn } from '../../trigger/ownChanges';
import { ownMemory } from '../../trigger/ownMemory';
import { fingerprintOf, isSameNative } from '../native';
import type { LastSet } from '../read/lastSet';
import { ownKeyOf } from '../read/scope';
import { finish } from './finish';
import { recallState } from './recall';
import { reconcile, type Situation } from './reconcile';
import { agentKey, stateOfTask, type DecidedTask, type DoneTask, type ObservedTask } from './task';

/** What is remembered of earlier runs. */
export interface Past {
	lastSet: LastSet;
	/** Whether an earlier run has left anything. */
	isWhole: boolean;
}

/**
 * Decides what follows from the state that is wanted and the one that is: a change, or the end of the task.
 *
 * @param zone of the workflow, for the times in the rows
 * @param now milliseconds since the epoch
 */
export function plan(
	task: ObservedTask,
	settings: Settings,
	past: Past,
	zone: string,
	now: number,
): ObservedTask | DecidedTask | DoneTask {
	const { target, previous } = task;
	if (!target) return task;
	const decision = reconcile({ ...situationOf(task, settings, past, now), target }, settings.protection);
	if (decision.kind === 'unchanged') {
		return finish(task, { outcome: 'unchanged', current: previous, reason: memoryText(task, past, zone, now) });
	}
	if (decision.kind === 'skip') return finish(task, { outcome: 'skipped', current: previous, reason: decision.why });
	return { ...task, phase: 'decided', target, remark: null };
}

function situationOf(
	task: ObservedTask,
	{ trustMs, restoreAnyway }: Settings,
	{ lastSet, isWhole }: Past,
	now: number,
): Omit<Situation, 'target'> {
	const { desired, scope, observed, previous } = task;
	const { want } = desired;
	const { reading } = scope.session.adapter;
	const remembered = reading ? lastSet.recall(agentKey(task, observed)) : recallState(task, lastSet);
	const isTrusted = remembered !== undefined && now - remembered.at < trustMs;
	const recalled = isTrusted ? { native: remembered.native, since: null } : null;
	return {
		observed: reading ? (observed ?? null) : recalled,
		state: stateOfTask(task, previous),
		...(want.kind === 'restore' &&
			!restoreAnyway && {
				onlyFrom: {
					fingerprint: want.from,
					label: scope.mapping.optionWith(want.from)?.label ?? want.fromState ?? 'the earlier state',
				},
			}),
		isOurs: (remembered !== undefined && isSameNative(remembered.native, previous)) || isOwnState(task, now),
		knowsOwn: isWhole,
		now,
	};
}

/** What the row of an agent says who was not changed because of what this node remembers alone. */
function memoryText(task: ObservedTask, { lastSet }: Past, zone: string, now: number): string | null {
	const { scope, desired } = task;
	const remembered = scope.session.adapter.reading ? undefined : recallState(task, lastSet);
	if (!remembered) return null;
	const cause = desired.want.kind === 'state' ? desired.want.reason.cause : '';
	const text = `as this workflow last set it at ${timeOfDay(remembered.at, zone, now)}`;
	return [cause, text].filter(Boolean).join(', ');
}

/** The clock of a service may be off by as much. */
const CLOCK_SLACK_MS = 60_000;

/** Whether the state of an agent is the one that any node of this n8n set last, and has been since then. */
function isOwnState({ scope, observed }: ObservedTask, now: number): boolean {
	if (!observed?.native) return false;
	const from = Date.parse(observed.since ?? '') - CLOCK_SLACK_MS;
	const state = fingerprintOf(observed.native);
	return (
		isOwn({ key: ownKeyOf(scope, observed.id), state, from, seenFrom: now, until: now }, ownMemory.changes) === true
	);
}
