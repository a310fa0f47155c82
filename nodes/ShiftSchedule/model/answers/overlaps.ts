import type { Assignment, Source } from '../schedule/types';
import { intersection, type Interval } from '../calendar/interval';

/** Two entries of one layer that say something about the same time: the first time, and how often. */
export interface Overlap extends Interval {
	one: Source;
	other: Source;
	times: number;
}

/** Of one agent: whoever reads these needs no more. */
const MOST = 1_000;

/** Breaks meet within their shift only: one of another shift is hidden with that shift. */
export function overlapsIn(claims: Assignment[]): Overlap[] {
	const found = new Map<string, Overlap>();
	let open: Assignment[] = [];
	for (const claim of claims.filter(isMeant).sort((a, b) => a.start - b.start)) {
		open = open.filter(({ end }) => end > claim.start);
		for (const other of open) {
			if (found.size >= MOST) return [...found.values()];
			if (!isRival(claim, other)) continue;
			const [one, two] = [other.source, claim.source].sort((a, b) => a.row - b.row) as [Source, Source];
			const key = JSON.stringify([one.row, two.row, one.rule, two.rule]);
			const before = found.get(key);
			if (before) before.times++;
			else found.set(key, { ...intersection(claim, other), one, other: two, times: 1 });
		}
		open.push(claim);
	}
	return [...found.values()];
}

/** Not what a temporary schedule clears, which is meant to lie below its shifts; nor the defaults. */
const isMeant = ({ source, rank }: Assignment): boolean => source.layer !== 'default' && rank[1] !== -Infinity;

function isRival(a: Assignment, b: Assignment): boolean {
	if (a.source.layer !== b.source.layer || (a.source.row === b.source.row && a.source.rule === b.source.rule))
		return false;
	// The first four numbers of a break's rank are those of its shift.
	return a.source.layer !== 'break' || a.rank.slice(0, 4).join() === b.rank.slice(0, 4).join();
}
