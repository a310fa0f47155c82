import { MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { flatten, type Segment } from './layers';
import { zoneOf, type Evaluation } from './evaluation';
import { layers, type Agent, type Assignment, type Rule } from './types';
import { startDays, startsOn } from './shift';
import { intersection, isEmpty, type Interval } from '../calendar/interval';
import { claimsOfWork, isWork, lookBack, stepFor, workOf } from './work';
import { dayAt, type ZoneClock } from '../calendar/zone';

/** As in GoAlert, which cuts off here without a word; we say so. */
export const MOST_CLAIMS = 10_000;

/** What holds for an agent at every moment of the window. */
export function segmentsOf(run: Evaluation, agent: Agent, window: Interval): Segment[] {
	return flatten(assignmentsOf(run, agent, window));
}

/**
 * All that is said about an agent in a window, cut to the window.
 *
 * @throws RangeError when the window holds more than {@link MOST_CLAIMS} shifts, breaks and other entries of one agent
 */
export function assignmentsOf(run: Evaluation, agent: Agent, window: Interval): Assignment[] {
	const claims: Assignment[] = [];
	for (const claim of allClaims(run, agent, window)) {
		const inside = intersection(claim, window);
		if (isEmpty(inside)) continue;
		claims.push({ ...claim, ...inside });
		if (claims.length > MOST_CLAIMS) {
			throw new RangeError(
				`agent ${agent.id} has more than ${MOST_CLAIMS} shifts and breaks in this time: ask for a shorter one`,
			);
		}
	}
	return claims;
}

function* allClaims(run: Evaluation, agent: Agent, window: Interval): Generator<Assignment> {
	yield fallback(window);
	const rules = run.rules(agent.id);
	const clock = run.clock(zoneOf(run, agent));
	let back = 0;
	for (const id of partners(run, agent)) for (const rule of run.rules(id)) back = Math.max(back, daysLong(rule));
	// Counted in the agent's own days; those of a rule's zone may be two off (Pago Pago -11, Kiritimati +14).
	const [first, last] = [dayAt(clock, window.start) - back - 1, dayAt(clock, window.end) + 2];
	for (const work of workOf(run, agent, first, last)) yield* claimsOfWork(run, agent, work);
	for (const rule of rules) {
		if (!isWork(rule)) yield* claimsOfRule(run, agent, rule, window);
	}
}

const partners = (run: Evaluation, agent: Agent): Set<string> =>
	new Set([agent.id, ...run.swaps(agent.id).map(({ pair }) => (pair[0] === agent.id ? pair[1] : pair[0]))]);

const daysLong = ({ time }: Rule): number => (time.kind === 'clock' ? lookBack(time.start + time.minutes) : 0);

/** Where the roster says nothing at all: nobody is at work. */
const fallback = (window: Interval): Assignment => ({
	...window,
	state: 'offline',
	reason: '',
	source: { layer: 'default', rule: '', row: 0 },
	rank: [-1],
	dstNote: '',
});

function* claimsOfRule(run: Evaluation, agent: Agent, rule: Rule, window: Interval): Generator<Assignment> {
	const clock = run.clock(rule.zone ?? zoneOf(run, agent));
	const claim = (span: Interval, dstNote = ''): Assignment => ({
		...span,
		state: rule.state,
		reason: rule.reason,
		source: { layer: rule.layer, rule: rule.name, row: rule.row },
		rank: [layers.indexOf(rule.layer), rule.priority, span.start, rule.row],
		dstNote,
	});
	const { time } = rule;
	if (time.kind === 'span') {
		const start = time.from === undefined ? window.start : clock.instantOf(time.from);
		const end = time.until === undefined ? window.end : clock.instantOf(time.until);
		yield claim({ start, end });
		return;
	}
	const length = time.kind === 'clock' ? lookBack(time.start + time.minutes) : time.count + 2;
	const first = dayAt(clock, window.start) - length;
	for (const day of startDays(time.days, first, dayAt(clock, window.end), stepFor(rule, agent))) {
		if (time.kind === 'days') {
			yield claim(wholeDays(run, agent, rule, clock, day, time.count));
			continue;
		}
		const shift = run.shiftOn(clock, day, time.start, time.minutes);
		if (shift) yield claim(shift, shift.dstNote);
	}
}

/** Whole days by the shifts that belong to them: see `Time` in schedule.ts. */
function wholeDays(
	run: Evaluation,
	agent: Agent,
	rule: Rule,
	clock: ZoneClock,
	day: EpochDay,
	count: number,
): Interval {
	const [start, end] = [clock.instantOf(day * MINUTES_A_DAY), clock.instantOf((day + count) * MINUTES_A_DAY)];
	const isFollowing = rule.time.kind === 'days' && startsOn(rule.time.days, day - count, stepFor(rule, agent));
	return {
		start: isFollowing ? start : Math.max(start, lastEnd(run, agent, rule, day - 1)),
		end: Math.max(end, lastEnd(run, agent, rule, day + count - 1)),
	};
}

/** When the last shift that starts on a day ends: one that this rule hides or, as an extra shift before leave, one beside it. */
function lastEnd(run: Evaluation, agent: Agent, above: Rule, day: EpochDay): number {
	const below = workOf(run, agent, day, day).filter(
		({ rule }) => layers.indexOf(rule.layer) <= layers.indexOf(above.layer),
	);
	return below.reduce((last, { end }) => Math.max(last, end), -Infinity);
}
