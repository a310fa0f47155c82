import type { Assignment } from './types';
import type { Interval } from '../calendar/interval';

/** A claim, as far as no other hides it. */
export interface Segment extends Interval {
	assignment: Assignment;
}

/** Above zero when `a` hides `b`. Claims of the same rank cannot meet: row and start are part of it. */
export function compareRanks(a: number[], b: number[]): number {
	for (let index = 0; index < Math.max(a.length, b.length); index++) {
		const [one, other] = [a[index] ?? 0, b[index] ?? 0];
		if (one !== other) return one > other ? 1 : -1;
	}
	return 0;
}

/**
 * What holds when: the highest claim of every moment, in order, without a gap where any claim holds.
 *
 * Only boundaries are visited, each with the few claims that are open there.
 */
export function flatten(claims: Assignment[]): Segment[] {
	const waiting = claims.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
	const boundaries = [...new Set(waiting.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	const segments: Segment[] = [];
	let open: Assignment[] = [];
	let next = 0;
	for (const [index, start] of boundaries.entries()) {
		open = open.filter(({ end }) => end > start);
		for (; waiting[next]?.start === start; next++) open.push(waiting[next] as Assignment);
		const end = boundaries[index + 1];
		const claim = highest(open);
		if (claim === undefined || end === undefined) continue;
		const last = segments.at(-1);
		if (last?.assignment === claim && last.end === start) last.end = end;
		else segments.push({ start, end, assignment: claim });
	}
	return segments;
}

const highest = (claims: Assignment[]): Assignment | undefined =>
	claims.reduce<Assignment | undefined>(
		(best, claim) => (best === undefined || compareRanks(claim.rank, best.rank) > 0 ? claim : best),
		undefined,
	);

/** An agent's state over time: segments in which neither state nor reason changes are one. */
export function merged(segments: Segment[]): Segment[] {
	const result: Segment[] = [];
	for (const segment of segments) {
		const last = result.at(-1);
		if (last && last.end === segment.start && isSame(last.assignment, segment.assignment)) last.end = segment.end;
		else result.push({ ...segment });
	}
	return result;
}

/** The reason counts: services show it, so a coffee break that turns into a training is a change. */
const isSame = (a: Assignment, b: Assignment): boolean => a.state === b.state && a.reason === b.reason;
