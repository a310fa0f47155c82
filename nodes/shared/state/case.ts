import { complaintOf, type Failure } from '../http/failure';
import type { Native, Observed } from './adapter';
import { isSame, plain } from './native';
import type { Place } from './place';
import { VERSION, type Outcome, type Row } from './row';
import type { State } from './state';
import type { Wish } from './wishes';

/** One agent at one place in one run. */
export interface Case {
	wish: Wish;
	place: Place;
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
	sameAs?: Case;
}

/** The agent for messages, as the item named it. */
export const subjectOf = ({ wish }: Pick<Case, 'wish'>): string => `Agent ${wish.agent}`;

/** By which the agent is the same one however it was named. */
export const agentKey = ({ place, observed, wish }: Case): string => {
	const { adapter } = place.desk;
	// Only where an agent has a state at each place do two places make two of it; elsewhere its id is its own.
	return JSON.stringify([adapter.id, adapter.spread ? place.scope : null, observed?.id ?? wish.agent]);
};

/**
 * What a native state of an agent stands for. A row that comes back speaks for its own two states: the mapping under
 * which it was made need not be the one of this node.
 *
 * @param hoped the state to prefer where the native one stands for several
 */
export function stateIn({ wish: { want }, place }: Case, native: Native | null, hoped?: State | null): State | null {
	if (want.kind === 'restore' && isSame(native, want.native)) return want.state;
	if (want.kind === 'restore' && isSame(native, want.from)) return want.fromState;
	return place.mapping.stateOf(native, hoped);
}

/** In the order in which each group's first case comes. */
export function groupsOf(cases: Case[], keyOf: (one: Case) => string): Case[][] {
	const groups = new Map<string, Case[]>();
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

export function endWith(one: Case, end: End): void {
	const { wish, place, observed, previous, wanted } = one;
	const { adapter } = place.desk;
	const { want } = wish;
	const asked: State | null = want.kind === 'none' ? null : want.state;
	const current = end.current ?? null;
	one.end = end;
	const differs = wanted !== undefined && ['changed', 'pending', 'unconfirmed', 'preview'].includes(end.outcome);
	const cause = want.kind === 'state' && want.reason.cause !== '' ? want.reason.cause : null;
	one.row = {
		vendor: adapter.id,
		agent: { id: observed?.id ?? (adapter.reading ? null : wish.agent), name: observed?.name ?? wish.agent },
		scope: place.scope,
		requested: asked,
		// The state before is told in the words of the wish only where nothing was to be done.
		previous: stateIn(one, previous, isSame(previous, wanted ?? null) ? asked : null),
		current: stateIn(one, current, asked),
		outcome: end.outcome,
		reason: end.reason ?? cause,
		changes: differs ? [{ field: adapter.noun, from: previous?.label ?? null, to: wanted.label }] : [],
		native: {
			version: VERSION,
			previous: previous && plain(previous),
			requested: wanted ? plain(wanted) : null,
			current: current && plain(current),
		},
		requestId: end.requestId ?? null,
		attempts: end.attempts ?? 0,
		durationMs: end.durationMs ?? 0,
		at: new Date().toISOString(),
	};
}

/** Another item asked for the same: it ends alike, and its row speaks of its own wish. */
export function endLike(one: Case, other: Case): void {
	if (other.failure) failWith(one, other.failure, other.row?.durationMs, other.row?.attempts);
	else if (other.end) endWith(one, other.end);
}

/** @param attempts how often the change was sent */
export function failWith(one: Case, failure: Failure, durationMs = 0, attempts = attemptsOf(failure)): void {
	one.failure = failure;
	const { message, description } = complaintOf(failure, subjectOf(one));
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
