import { shiftKey } from '../schedule/precedence';
import type { Assignment, Source } from '../schedule/types';
import { intersection, type Interval } from '../calendar/interval';

/** Two entries of one layer that say something about the same time: the interval of the first time, and how often. */
export interface Overlap extends Interval {
	one: Source;
	other: Source;
	times: number;
}

/** For one agent: nobody reads more. */
const MAX_OVERLAPS = 1_000;

/**
 * Overlaps of one agent's assignments that its roster cannot mean, at most {@link MAX_OVERLAPS}.
 *
 * Breaks are compared within their shift only: a break of another shift is hidden together with that shift.
 */
export function overlapsIn(assignments: Assignment[]): Overlap[] {
	const found = new Map<string, Overlap>();
	let open: Assignment[] = [];
	for (const assignment of assignments.filter(canOverlap).sort((a, b) => a.start - b.start)) {
		open = open.filter(({ end }) => end > assignment.start);
		for (const other of open) {
			if (found.size >= MAX_OVERLAPS) return [...found.values()];
			if (!areRivals(assignment, other)) continue;
			const isBefore = other.source.row <= assignment.source.row;
			const [one, two] = isBefore ? [other.source, assignment.source] : [assignment.source, other.source];
			const key = JSON.stringify([one.row, two.row, one.rule, two.rule]);
			const before = found.get(key);
			if (before) before.times++;
			else found.set(key, { ...intersection(assignment, other), one, other: two, times: 1 });
		}
		open.push(assignment);
	}
	return [...found.values()];
}

/** Defaults lie below everything on purpose, and so do the days that a temporary schedule clears. */
const canOverlap = ({ source, precedence }: Assignment): boolean =>
	source.layer !== 'default' && !precedence.isBackground;

function areRivals(a: Assignment, b: Assignment): boolean {
	const isSameEntry = a.source.row === b.source.row && a.source.rule === b.source.rule;
	if (a.source.layer !== b.source.layer || isSameEntry) return false;
	return a.source.layer !== 'break' || shiftKey(a.precedence) === shiftKey(b.precedence);
}
