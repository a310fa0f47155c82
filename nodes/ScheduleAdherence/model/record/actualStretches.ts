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

/** @param closed in order of time */
function withoutContradictions(closed: readonly ClosedEntry[]): ActualTimes {
	const edges = [...new Set(closed.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	const ends = [...closed].sort((one, other) => one.end - other.end);
	const found: ActualTimes = { stretches: [], contradictions: [] };
	// Rows that cover the moment, by what they say. A set keeps the order in which they began.
	const covering = new Map<string, Set<ClosedEntry>>();
	let [begun, ended] = [0, 0];
	for (const [index, start] of edges.entries()) {
		for (let entry = ends[ended]; entry && entry.end <= start; entry = ends[++ended]) {
			const words = stateWords(entry.state);
			const alike = covering.get(words);
			alike?.delete(entry);
			if (alike?.size === 0) covering.delete(words);
		}
		for (let entry = closed[begun]; entry && entry.start <= start; entry = closed[++begun]) {
			const words = stateWords(entry.state);
			covering.set(words, (covering.get(words) ?? new Set()).add(entry));
		}
		const end = edges[index + 1] ?? start;
		const [[one] = []] = covering.values();
		if (covering.size > 1) found.contradictions.push({ start, end });
		else if (one) found.stretches.push(...known({ start, end, state: one.state }));
	}
	return found;
}

/** The reason is a remark: rows that differ in nothing else agree. */
const stateWords = (state: ActualEntry['state']): string => (state ? `${state.state}\n${state.native}` : '');
