import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import type { Instant } from '../../../ShiftSchedule/model/calendar/zone';
import type { ActualStretch } from './types';

/** A row about an agent's state: a change lasts until the next row, an interval until its own end. */
export interface ActualEntry {
	start: Instant;
	/** `undefined` for a change. */
	end: Instant | undefined;
	/** `undefined` where the row says that nobody knows. */
	state: Omit<ActualStretch, keyof Interval> | undefined;
}

export interface ActualTimes {
	/** In order of time, without overlaps. */
	stretches: ActualStretch[];
	/** Times for which rows say different things. They are in no stretch: which row is right, nobody can tell. */
	contradictions: Interval[];
}

/**
 * Puts the rows of one agent in order, whatever order they come in.
 *
 * @param now nothing lasts beyond it
 */
export function actualTimesOf(entries: readonly ActualEntry[], now: Instant): ActualTimes {
	const sorted = [...entries].sort((one, other) => one.start - other.start);
	const closed = sorted
		.map(({ start, end, state }, index) => ({ start, end: Math.min(now, end ?? nextStart(sorted, index)), state }))
		.filter(({ start, end }) => start < end);
	return hasOverlaps(closed)
		? withoutContradictions(closed)
		: { stretches: closed.flatMap(known), contradictions: [] };
}

type ClosedEntry = Interval & Pick<ActualEntry, 'state'>;

const known = ({ start, end, state }: ClosedEntry): ActualStretch[] => (state ? [{ start, end, ...state }] : []);

/** Rows of the same moment are about the same time: they end together. */
function nextStart(sorted: readonly ActualEntry[], index: number): Instant {
	const start = sorted[index]?.start;
	let next = index + 1;
	while (sorted[next]?.start === start) next++;
	return sorted[next]?.start ?? Infinity;
}

const hasOverlaps = (closed: readonly Interval[]): boolean =>
	closed.some(({ start }, index) => (closed[index - 1]?.end ?? start) > start);

function withoutContradictions(closed: readonly ClosedEntry[]): ActualTimes {
	const edges = [...new Set(closed.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	const found: ActualTimes = { stretches: [], contradictions: [] };
	for (const [index, start] of edges.entries()) {
		const end = edges[index + 1] ?? start;
		const covering = closed.filter((entry) => entry.start <= start && start < entry.end);
		const [one] = covering;
		const said = new Set(covering.map(({ state }) => stateWords(state)));
		if (said.size > 1) found.contradictions.push({ start, end });
		else if (one) found.stretches.push(...known({ start, end, state: one.state }));
	}
	return found;
}

/** The reason is a remark: rows that differ in nothing else agree. */
const stateWords = (state: ActualEntry['state']): string => (state ? `${state.state}\n${state.native}` : '');
