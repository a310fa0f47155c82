import { comparePrecedence } from './precedence';
import type { Assignment } from './types';
import type { Interval } from '../calendar/interval';

/** What can hide another of its sort for as long as it lasts. */
export type Ranked = Interval & Pick<Assignment, 'precedence'>;

/** A part of an assignment in which no other one hides it. */
export interface Segment<T extends Ranked = Assignment> extends Interval {
	assignment: T;
}

/**
 * What holds when: the highest assignment of every instant, in order of time, without a gap where any assignment holds.
 *
 * Only boundaries are visited, each with the few assignments that are open there.
 */
export function flatten<T extends Ranked>(assignments: T[]): Array<Segment<T>> {
	const waiting = assignments.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
	const boundaries = [...new Set(waiting.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	const segments: Array<Segment<T>> = [];
	let open: T[] = [];
	let next = 0;
	for (const [index, start] of boundaries.entries()) {
		open = open.filter(({ end }) => end > start);
		for (let opened = waiting[next]; opened?.start === start; opened = waiting[++next]) open.push(opened);
		const end = boundaries[index + 1];
		const assignment = highest(open);
		if (assignment === undefined || end === undefined) continue;
		const last = segments.at(-1);
		if (last?.assignment === assignment && last.end === start) last.end = end;
		else segments.push({ start, end, assignment });
	}
	return segments;
}

function highest<T extends Ranked>(assignments: T[]): T | undefined {
	let best: T | undefined;
	for (const assignment of assignments) {
		if (best === undefined || comparePrecedence(assignment.precedence, best.precedence) > 0) best = assignment;
	}
	return best;
}

/** An agent's state over time: neighbours with the same state and reason become one segment. */
export function mergeSegments(segments: Segment[]): Segment[] {
	const result: Segment[] = [];
	for (const segment of segments) {
		const last = result.at(-1);
		if (last?.end === segment.start && isSameState(last.assignment, segment.assignment)) last.end = segment.end;
		else result.push({ ...segment });
	}
	return result;
}

/** The reason counts: services show it, so a coffee break that turns into a training is a change. */
const isSameState = (a: Assignment, b: Assignment): boolean => a.state === b.state && a.reason === b.reason;
