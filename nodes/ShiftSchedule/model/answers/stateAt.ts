import { segmentsOf } from '../schedule/claims';
import { merged, type Segment } from '../schedule/layers';
import { shown, whatHolds, whoIs, type What, type Who } from './row';
import type { Evaluation } from '../schedule/evaluation';
import type { Agent, State } from '../schedule/types';
import { contains } from '../calendar/interval';
import type { Instant } from '../calendar/zone';

/** How far to look for the change before and after: the same rota a year from now is news to nobody. */
export const HORIZON_DAYS = 400;

export interface StateRow extends Who, What {
	/** ISO times in the agent's zone; `null`: nothing changes within {@link HORIZON_DAYS} days. */
	since: string | null;
	until: string | null;
	nextState: State | null;
	/** The same moment as `until`, under the name that a Wait node's expression reads well. */
	nextChangeAt: string | null;
	/** Rounded up: who waits so long finds the change done. */
	nextChangeInMinutes: number | null;
}

export interface StatesNow {
	rows: StateRow[];
	/** The earliest over all agents, in UTC. */
	nextChangeAt: string | null;
	nextChangeInMinutes: number | null;
}

/** What holds for an agent at a moment, between which changes. `now` may be any moment: that is how one simulates. */
export function stateAt(run: Evaluation, agent: Agent, now: Instant): StateRow {
	return rowOf(run, agent, now, around(run, agent, now));
}

export function statesAt(run: Evaluation, now: Instant): StatesNow {
	let next = Infinity;
	const rows = run.schedule.agents.map((agent) => {
		const found = around(run, agent, now);
		next = Math.min(next, found.until ?? Infinity);
		return rowOf(run, agent, now, found);
	});
	const isKnown = next !== Infinity;
	return {
		rows,
		nextChangeAt: isKnown ? new Date(next).toISOString() : null,
		nextChangeInMinutes: isKnown ? minutesUntil(next, now) : null,
	};
}

/** What holds at a moment. */
export interface Around {
	/** Whose rule it is. */
	segment: Segment;
	since: Instant | undefined;
	until: Instant | undefined;
	next: State | undefined;
}

const MS_A_DAY = 86_400_000;

/**
 * Looks a few days to either side, which is enough for most, and further only where nothing was found.
 */
export function around(run: Evaluation, agent: Agent, now: Instant): Around {
	let [back, ahead] = [4, 4];
	for (;;) {
		const window = { start: now - back * MS_A_DAY, end: now + ahead * MS_A_DAY };
		const segments = segmentsOf(run, agent, window);
		const states = merged(segments);
		const index = states.findIndex((state) => contains(state, now));
		const [state, segment] = [states[index], segments.find((one) => contains(one, now))];
		if (state === undefined || segment === undefined) throw new RangeError('the window holds no state at all');
		const isFirst = state.start === window.start && back < HORIZON_DAYS;
		const isLast = state.end === window.end && ahead < HORIZON_DAYS;
		if (!isFirst && !isLast) {
			return {
				segment,
				since: state.start === window.start ? undefined : state.start,
				until: state.end === window.end ? undefined : state.end,
				next: states[index + 1]?.assignment.state,
			};
		}
		if (isFirst) back = Math.min(back * 5, HORIZON_DAYS);
		if (isLast) ahead = Math.min(ahead * 5, HORIZON_DAYS);
	}
}

function rowOf(run: Evaluation, agent: Agent, now: Instant, { segment, since, until, next }: Around): StateRow {
	const at = (instant: Instant | undefined): string | null =>
		instant === undefined ? null : shown(run, agent, instant);
	return {
		...whoIs(run, agent),
		...whatHolds(segment),
		since: at(since),
		until: at(until),
		nextState: next ?? null,
		nextChangeAt: at(until),
		nextChangeInMinutes: until === undefined ? null : minutesUntil(until, now),
	};
}

const minutesUntil = (instant: Instant, now: Instant): number => Math.ceil((instant - now) / 60_000);
