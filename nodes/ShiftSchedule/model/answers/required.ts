import { intersection, isEmpty, type Interval } from '../calendar/interval';
import { dayAt } from '../calendar/zone';
import type { Evaluation } from '../schedule/evaluation';
import { startDays } from '../schedule/shift';
import type { Assignment, Requirement } from '../schedule/types';
import { longestInDays } from '../schedule/work';

/** One time at which a requirement holds, unless another one hides it. */
export interface RequiredTime extends Pick<Assignment, 'start' | 'end' | 'source' | 'precedence'> {
	requirement: Requirement;
}

/** The times of a requirement in a window, cut to it, in no particular order. */
export function requiredTimes(evaluation: Evaluation, requirement: Requirement, window: Interval): RequiredTime[] {
	const { name, row, priority } = requirement;
	// A date is about special days, and overrides the usual week.
	const layer = isDated(requirement) ? 'override' : 'shift';
	return intervalsOf(evaluation, requirement, window).flatMap((interval) => {
		const inside = intersection(interval, window);
		if (isEmpty(inside)) return [];
		const precedence = { layer, isBackground: false, priority, start: interval.start, row } as const;
		return [{ ...inside, source: { layer, rule: name, row }, precedence, requirement }];
	});
}

const isDated = ({ time: { days } }: Requirement): boolean => days.from !== undefined || days.until !== undefined;

function intervalsOf(evaluation: Evaluation, { time, zone }: Requirement, window: Interval): Interval[] {
	const clock = evaluation.clock(zone ?? evaluation.schedule.zone);
	const { days, start, minutes } = time;
	const first = dayAt(clock, window.start) - longestInDays(start + minutes);
	return startDays(days, first, dayAt(clock, window.end), 0).flatMap(
		(day) => evaluation.shiftOn(clock, day, start, minutes) ?? [],
	);
}

/** Two requirements that are about the same time, and neither is plainly a part of the other. */
export interface Contradiction extends Interval {
	one: Requirement;
	other: Requirement;
}

/**
 * Pairs of requirements of one state that ask for different numbers at the same time: both may be meant at once, as with
 * two queues, so that neither number would be right. One that starts later and ends no later is plainly an exception.
 *
 * @returns each pair once, with its first time
 */
export function contradictionsIn(times: RequiredTime[]): Contradiction[] {
	const found = new Map<string, Contradiction>();
	let open: RequiredTime[] = [];
	for (const time of [...times].sort((a, b) => a.start - b.start)) {
		open = open.filter(({ end }) => end > time.start);
		for (const other of open) {
			if (!contradicts(other, time)) continue;
			const [one, two] = [other.requirement, time.requirement];
			const key = [Math.min(one.row, two.row), Math.max(one.row, two.row)].join(' ');
			if (!found.has(key)) found.set(key, { ...intersection(other, time), one, other: two });
		}
		open.push(time);
	}
	return [...found.values()];
}

/** @param earlier starts no later than `later` */
function contradicts(earlier: RequiredTime, later: RequiredTime): boolean {
	const [a, b] = [earlier.precedence, later.precedence];
	const isException = earlier.start < later.start && later.end <= earlier.end;
	return a.layer === b.layer && a.priority === b.priority && a.row !== b.row && !isException;
}
