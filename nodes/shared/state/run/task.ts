import { itemErrorOf, type Failure } from '../../http/failure';
import type { Native, Observed } from '../adapter';
import { fingerprintOf, isSame } from '../native';
import type { Scope } from '../read/scope';
import { writeRestoreText } from '../input/restoreText';
import { isWritten, type Outcome, type Row } from '../input/row';
import type { State } from '../state';
import type { DesiredState } from '../input/desired';

/** One agent at one place in one run. */
export interface Task {
	desired: DesiredState;
	scope: Scope;
	/** `undefined` while nothing is known about the agent, or where the service does not tell. */
	observed?: Observed;
	/** The state before, as far as anybody knows. */
	previous: Native | null;
	/** What is to be written, once it is clear. */
	wanted?: Native;
	/** The end of it. */
	row?: Row;
	/** What the row was made of. */
	end?: End;
	/** Set besides a row that tells of a failure. */
	failure?: Failure;
	/** Another case of the same agent and the same wish, whose end is the end of this one too. */
	sameAs?: Task;
}

/** The agent for messages, as the item named it. */
export const subjectOf = ({ desired }: Pick<Task, 'desired'>): string => `Agent ${desired.agent}`;

/** By which the agent is the same one however it was named. */
export const agentKey = ({ scope, observed, desired }: Task): string => {
	const { adapter } = scope.session;
	// Only where an agent has a state at each place do two places make two of it; elsewhere its id is its own.
	return JSON.stringify([adapter.id, adapter.fanOut ? scope.name : null, observed?.id ?? desired.agent]);
};

/**
 * What a native state of an agent stands for. A row that comes back speaks for its own two states: the mapping under
 * which it was made need not be the one of this node.
 *
 * @param hoped the state to prefer where the native one stands for several
 */
export function stateIn({ desired: { want }, scope }: Task, native: Native | null, hoped?: State | null): State | null {
	if (want.kind === 'restore' && isSame(native, want.native)) return want.state;
	if (want.kind === 'restore' && native && fingerprintOf(native) === want.from) return want.fromState;
	return scope.mapping.stateOf(native, hoped);
}

/** In the order in which each group's first case comes. */
export function groupsOf(cases: Task[], keyOf: (one: Task) => string): Task[][] {
	const groups = new Map<string, Task[]>();
	for (const one of cases) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}

/** What is known at the end beyond the case itself. */
interface End {
	outcome: Outcome;
	/** By default none is known. */
	current?: Native | null;
	reason?: string | null;
	requestId?: string | undefined;
	attempts?: number;
	durationMs?: number;
}

export function endWith(one: Task, end: End): void {
	const { desired, scope, observed, previous, wanted } = one;
	const { adapter } = scope.session;
	const { want } = desired;
	const asked: State | null = want.kind === 'none' ? null : want.state;
	const current = end.current ?? null;
	one.end = end;
	const cause = want.kind === 'state' && want.reason.cause !== '' ? want.reason.cause : null;
	const row = {
		agent: observed?.name ?? desired.agent,
		// The state before is told in the words of the wish only where nothing was to be done.
		previous: stateIn(one, previous, isSame(previous, wanted ?? null) ? asked : null),
		current: stateIn(one, current, asked),
		outcome: end.outcome,
		reason: end.reason ?? cause,
		service: adapter.id,
		scope: scope.name,
		agentId: observed?.id ?? (adapter.reading ? null : desired.agent),
		requested: asked,
		at: new Date().toISOString(),
		attempts: end.attempts ?? 0,
		durationMs: end.durationMs ?? 0,
		requestId: end.requestId ?? null,
	};
	one.row = { ...row, restore: wanted && isWritten(end.outcome) ? restoreTextOf(one, row, wanted) : null };
}

function restoreTextOf({ previous, scope }: Task, row: Omit<Row, 'restore'>, wanted: Native): string {
	const cells = {
		service: row.service,
		scope: row.scope ?? '',
		agentId: row.agentId ?? '',
		previous: row.previous ?? '',
		requested: row.requested ?? '',
	};
	const listed = previous && scope.mapping.optionOf(previous)?.label;
	return writeRestoreText(
		cells,
		previous,
		wanted,
		previous && previous.label !== listed ? previous.label : undefined,
	);
}

/** Another item asked for the same: it ends alike, and its row speaks of its own wish. */
export function endLike(one: Task, other: Task): void {
	if (other.failure) failWith(one, other.failure, other.row?.durationMs, other.row?.attempts);
	else if (other.end) endWith(one, other.end);
}

/** @param attempts how often the change was sent */
export function failWith(one: Task, failure: Failure, durationMs = 0, attempts = attemptsOf(failure)): void {
	one.failure = failure;
	const { message, description } = itemErrorOf(failure, subjectOf(one));
	endWith(one, {
		outcome: 'failed',
		current: one.previous,
		reason: [message, description].filter(Boolean).join('. '),
		requestId: failure.requestId,
		attempts,
		durationMs,
	});
}

/** What no service told of was not sent. */
const attemptsOf = ({ httpCode, attempts }: Failure): number => (httpCode === undefined ? 0 : attempts);
