import { itemErrorOf, type Failure } from '../../http/failure';
import type { Native } from '../adapter';
import { writeRestoreText } from '../input/restoreText';
import { isWritten, type Row } from '../input/row';
import { sentences } from '../../values/text';
import { isSameNative } from '../native';
import type { State } from '../state';
import type { Scope } from '../read/scope';
import { nameForRow, stateOfTask, subjectOf, type DoneTask, type End, type ObservedTask, type OpenTask } from './task';

/** Ends a task; its row is made of what is known so far. */
export function finish(task: OpenTask, end: End): DoneTask {
	const { desired, scope } = task;
	const error = end.failure && itemErrorOf(end.failure, subjectOf(task));
	const applied = task.phase === 'decided' ? task : undefined;
	return { phase: 'done', desired, scope, end, error, applied, row: resultRow(task, end) };
}

/**
 * Ends a task that failed. Where the change may have been made all the same, nobody knows the state now: the row says so,
 * and can be taken back.
 *
 * @param attempts how often the change was sent
 */
export function fail(task: OpenTask, failure: Failure, durationMs = 0, attempts = attemptsOf(failure)): DoneTask {
	const { message, description } = itemErrorOf(failure, subjectOf(task));
	const isInDoubt = failure.isInDoubt === true && task.phase === 'decided';
	return finish(task, {
		outcome: isInDoubt ? 'unconfirmed' : 'failed',
		current: isInDoubt ? null : (task.previous ?? null),
		reason: sentences([message, description]),
		requestId: failure.requestId,
		attempts,
		durationMs,
		failure,
	});
}

/** Another item asked for the same: it ends alike, and its row speaks of its own words for the state. */
export function finishLike(task: ObservedTask, { end }: DoneTask): DoneTask {
	const { failure, durationMs, attempts } = end;
	return failure && end.outcome === 'failed' ? fail(task, failure, durationMs, attempts) : finish(task, end);
}

/** What no service told of was not sent. */
const attemptsOf = ({ httpCode, isInDoubt, attempts }: Failure): number =>
	httpCode === undefined && isInDoubt !== true ? 0 : attempts;

function resultRow(task: OpenTask, end: End): Row {
	const { desired, scope, target, observed, previous = null } = task;
	const { adapter } = scope.session;
	const { want } = desired;
	const requested: State | null = 'state' in want ? want.state : null;
	const cause = want.kind === 'state' && want.reason.cause !== '' ? want.reason.cause : null;
	const row = {
		agent: nameForRow(task, observed),
		// The state before is told in the words of the item only where nothing was to be done.
		previous: stateOfTask(task, previous, isSameNative(previous, target) ? requested : null),
		current: stateOfTask(task, end.current ?? null, requested),
		outcome: end.outcome,
		reason: end.reason ?? (task.phase === 'decided' ? task.remark : null) ?? cause,
		service: adapter.id,
		scope: scope.name,
		agentId: observed?.id ?? (adapter.reading ? null : desired.agent),
		requested,
		at: new Date().toISOString(),
		attempts: end.attempts ?? 0,
		durationMs: end.durationMs ?? 0,
		requestId: end.requestId ?? null,
	};
	const isChange = target !== undefined && isWritten(end.outcome);
	return { ...row, restore: isChange ? restoreTextOf(row, previous, target, scope) : null };
}

function restoreTextOf(
	{ service, scope, agentId, previous: word, requested }: Omit<Row, 'restore'>,
	previous: Native | null,
	target: Native,
	{ mapping }: Scope,
): string {
	const cells = {
		service,
		scope: scope ?? '',
		agentId: agentId ?? '',
		previous: word ?? '',
		requested: requested ?? '',
	};
	const isListed = previous !== null && mapping.optionOf(previous)?.label === previous.label;
	return writeRestoreText(cells, previous, target, isListed ? undefined : previous?.label);
}
