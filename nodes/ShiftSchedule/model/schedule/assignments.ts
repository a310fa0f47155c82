import { MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { flatten, type Segment } from './layers';
import { zoneOf, type Evaluation } from './evaluation';
import { layerHeight, rulePrecedence } from './precedence';
import type { Agent, Assignment, ScheduleRule } from './types';
import { startDays, startsOn } from './shift';
import { intersection, isEmpty, type Interval } from '../calendar/interval';
import { assignmentsOfWork, isWork, longestInDays, stepFor, workOf } from './work';
import { dayAt, type Instant, type ZoneClock } from '../calendar/zone';

/** As in GoAlert, which cuts off here without a word; we say so. */
export const MAX_ASSIGNMENTS = 10_000;

/** A roster has more entries for one agent in a window than can be worked out. The message is for people. */
export class TooManyAssignments extends Error {
	constructor(agentId: string) {
		super(
			`agent ${agentId} has more than ${MAX_ASSIGNMENTS} shifts and breaks in this time: ask for a shorter one`,
		);
		this.name = 'TooManyAssignments';
	}
}

/**
 * What holds for an agent at every instant of the window, in order of time and without gaps.
 *
 * @throws {TooManyAssignments} as {@link assignmentsOf}
 */
export function segmentsOf(evaluation: Evaluation, agent: Agent, window: Interval): Segment[] {
	return flatten(assignmentsOf(evaluation, agent, window));
}

/**
 * All that the roster says about an agent in a window, cut to the window, in no particular order.
 *
 * @throws {TooManyAssignments} when there are more than {@link MAX_ASSIGNMENTS}
 */
export function assignmentsOf(evaluation: Evaluation, agent: Agent, window: Interval): Assignment[] {
	const assignments: Assignment[] = [];
	for (const assignment of allAssignments(evaluation, agent, window)) {
		const inside = intersection(assignment, window);
		if (isEmpty(inside)) continue;
		assignments.push({ ...assignment, ...inside });
		if (assignments.length > MAX_ASSIGNMENTS) throw new TooManyAssignments(agent.id);
	}
	return assignments;
}

function* allAssignments(evaluation: Evaluation, agent: Agent, window: Interval): Generator<Assignment> {
	yield fallback(window);
	const clock = evaluation.clock(zoneOf(evaluation, agent));
	let back = 0;
	for (const id of idsWithPartners(evaluation, agent)) {
		for (const rule of evaluation.rules(id)) back = Math.max(back, daysBack(rule));
	}
	// Counted in the agent's own days; those of a rule's zone may be two off (Pago Pago -11, Kiritimati +14).
	const [first, last] = [dayAt(clock, window.start) - back - 1, dayAt(clock, window.end) + 2];
	for (const work of workOf(evaluation, agent, first, last)) yield* assignmentsOfWork(evaluation, agent, work);
	for (const rule of evaluation.rules(agent.id)) {
		if (!isWork(rule)) yield* assignmentsOfRule(evaluation, agent, rule, window);
	}
}

/** The agent and all with whom it swaps shifts. */
const idsWithPartners = (evaluation: Evaluation, agent: Agent): Set<string> =>
	new Set([agent.id, ...evaluation.swaps(agent.id).map(({ pair }) => (pair[0] === agent.id ? pair[1] : pair[0]))]);

const daysBack = ({ time }: ScheduleRule): number =>
	time.kind === 'clock' ? longestInDays(time.start + time.minutes) : 0;

/** Where the roster says nothing at all, nobody is at work. */
const fallback = (window: Interval): Assignment => ({
	...window,
	state: 'offline',
	reason: '',
	source: { layer: 'default', rule: '', row: 0 },
	precedence: { layer: 'default', isBackground: true, priority: 0, start: window.start, row: 0 },
	dstNote: '',
});

function* assignmentsOfRule(
	evaluation: Evaluation,
	agent: Agent,
	rule: ScheduleRule,
	window: Interval,
): Generator<Assignment> {
	const clock = evaluation.clock(rule.zone ?? zoneOf(evaluation, agent));
	const during = ({ start, end }: Interval, dstNote = ''): Assignment => ({
		start,
		end,
		state: rule.state,
		reason: rule.reason,
		source: { layer: rule.layer, rule: rule.name, row: rule.row },
		precedence: rulePrecedence(rule, start),
		dstNote,
	});
	const { time } = rule;
	if (time.kind === 'interval') {
		const start = time.from === undefined ? window.start : clock.instantOf(time.from);
		const end = time.until === undefined ? window.end : clock.instantOf(time.until);
		yield during({ start, end });
		return;
	}
	const back = time.kind === 'clock' ? longestInDays(time.start + time.minutes) : time.count + 2;
	const first = dayAt(clock, window.start) - back;
	for (const day of startDays(time.days, first, dayAt(clock, window.end), stepFor(rule, agent))) {
		if (time.kind === 'days') {
			yield during(wholeDays(evaluation, agent, rule, clock, day, time.count));
			continue;
		}
		const occurrence = evaluation.shiftOn(clock, day, time.start, time.minutes);
		if (occurrence) yield during(occurrence, occurrence.dstNote);
	}
}

/** Whole days by the shifts that start on them: see `Time` in types.ts. */
function wholeDays(
	evaluation: Evaluation,
	agent: Agent,
	rule: ScheduleRule,
	clock: ZoneClock,
	day: EpochDay,
	count: number,
): Interval {
	const [start, end] = [clock.instantOf(day * MINUTES_A_DAY), clock.instantOf((day + count) * MINUTES_A_DAY)];
	const isFollowing = rule.time.kind === 'days' && startsOn(rule.time.days, day - count, stepFor(rule, agent));
	return {
		start: isFollowing ? start : Math.max(start, lastEnd(evaluation, agent, rule, day - 1)),
		end: Math.max(end, lastEnd(evaluation, agent, rule, day + count - 1)),
	};
}

/**
 * When the last shift that starts on a day ends: one that the rule above hides or, as an extra shift before leave, one in
 * the rule's own layer.
 *
 * @returns -Infinity when none starts on that day
 */
function lastEnd(evaluation: Evaluation, agent: Agent, above: ScheduleRule, day: EpochDay): Instant {
	const below = workOf(evaluation, agent, day, day).filter(
		({ rule }) => layerHeight(rule.layer) <= layerHeight(above.layer),
	);
	return below.reduce((last, { end }) => Math.max(last, end), -Infinity);
}
