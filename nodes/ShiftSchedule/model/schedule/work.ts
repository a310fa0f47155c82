import { breakIn } from './break';
import { MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { zoneOf, type Evaluation } from './evaluation';
import { breakPrecedence, rulePrecedence } from './precedence';
import type { Agent, Assignment, Break, ScheduleRule, Source } from './types';
import { startDays, startsOn, type Occurrence } from './shift';

/** One shift that an agent works: its own, or one that was swapped with its owner. */
export interface Work extends Occurrence {
	rule: ScheduleRule;
	owner: Agent;
}

type Shift = ScheduleRule & { time: { kind: 'clock' } };

/** Whether a rule is about shifts: at times of the day, with breaks and swaps. */
export const isWork = (rule: ScheduleRule): rule is Shift => rule.isWork && rule.time.kind === 'clock';

/**
 * How many days before an instant something may have started that still goes on: a shift of 24 hours started yesterday,
 * or the day before where a zone skipped a day.
 *
 * @param minutes from the midnight of its first day to its end
 */
export const longestInDays = (minutes: number): number => Math.ceil(minutes / MINUTES_A_DAY) + 1;

/** The shifts of an agent that start on the days from `first` to `last`, both included, after all swaps. */
export function workOf(evaluation: Evaluation, agent: Agent, first: EpochDay, last: EpochDay): Work[] {
	const own = ownWork(evaluation, agent, first, last);
	const swaps = evaluation.swaps(agent.id);
	if (swaps.length === 0) return own;
	const isSwapped = (work: Work): boolean =>
		work.rule.layer === 'shift' && swaps.some(({ days }) => startsOn(days, work.day, 0));
	const swappedIn = swaps.flatMap(({ pair, days }) => {
		const partner = evaluation.agent(pair[0] === agent.id ? pair[1] : pair[0]);
		const theirs = partner === undefined ? [] : ownWork(evaluation, partner, first, last);
		return theirs.filter(({ rule, day }) => rule.layer === 'shift' && startsOn(days, day, 0));
	});
	return [...own.filter((work) => !isSwapped(work)), ...swappedIn];
}

function ownWork(evaluation: Evaluation, owner: Agent, first: EpochDay, last: EpochDay): Work[] {
	const found: Work[] = [];
	for (const rule of evaluation.rules(owner.id)) {
		if (!isWork(rule)) continue;
		const clock = evaluation.clock(rule.zone ?? zoneOf(evaluation, owner));
		const { days, start, minutes } = rule.time;
		for (const day of startDays(days, first, last, stepFor(rule, owner))) {
			const shift = evaluation.shiftOn(clock, day, start, minutes);
			// Field by field: a spread takes longer than all else here.
			if (shift) found.push({ day, start: shift.start, end: shift.end, dstNote: shift.dstNote, rule, owner });
		}
	}
	return found;
}

/** Where in its rotation a rule starts for an agent. */
export const stepFor = (rule: ScheduleRule, agent: Agent): number => rule.step ?? agent.step ?? 0;

/** The assignments of a shift and, above it, of its breaks. */
export function* assignmentsOfWork(evaluation: Evaluation, agent: Agent, work: Work): Generator<Assignment> {
	const { rule, owner, start, end, dstNote } = work;
	const swapped = owner.id === agent.id ? {} : { swappedWith: owner.id };
	const source: Source = { layer: rule.layer, rule: rule.name, row: rule.row, ...swapped };
	const precedence = rulePrecedence(rule, start);
	yield { start, end, state: rule.state, reason: rule.reason, source, precedence, dstNote };
	const clock = evaluation.clock(rule.zone ?? zoneOf(evaluation, owner));
	for (const pause of evaluation.breaks(owner.id)) {
		if (pause.shift !== undefined && !isBreakOf(rule, pause)) continue;
		const taker = { position: evaluation.position(pause, owner.id), step: stepFor(rule, owner) };
		const interval = breakIn(clock, work, pause, taker);
		if (interval === undefined) continue;
		yield {
			...interval,
			state: pause.state,
			reason: pause.reason,
			source: { layer: 'break', rule: pause.name, row: pause.row, ...swapped },
			precedence: breakPrecedence(precedence, pause, interval.start),
			dstNote,
		};
	}
}

const isBreakOf = (rule: ScheduleRule, pause: Break): boolean => rule.name.toLowerCase() === pause.shift?.toLowerCase();
