import { dayAt, type Instant } from '../calendar/zone';
import type { Evaluation } from '../schedule/evaluation';
import type { Break, Days, ScheduleRule, Source, Swap } from '../schedule/types';
import { startDays, startsOn } from '../schedule/shift';
import { HORIZON_DAYS } from './stateAt';

/** An entry of the roster that changes nothing, and why. */
export interface Unreachable {
	rule: string;
	row: number;
	/** The end of a sentence that begins with the entry. */
	problem: string;
}

const entryKey = (layer: string, { rule, row }: Pick<Source, 'rule' | 'row'>): string =>
	JSON.stringify([layer, row, rule]);

/** Which entries of a roster an evaluation has met. */
export class SeenEntries {
	private readonly assigned = new Set<string>();
	private readonly held = new Set<string>();

	/** @param isHeld whether it held at some time, and not merely below another entry */
	add(source: Source, isHeld: boolean): void {
		(isHeld ? this.held : this.assigned).add(entryKey(source.layer, source));
	}

	/**
	 * The entries that never held, in order of their rows.
	 *
	 * @param from the start of the window that was evaluated
	 */
	unreachable(evaluation: Evaluation, from: Instant): Unreachable[] {
		const { rules, breaks, swaps } = evaluation.schedule;
		return [
			...rules
				.filter(({ isCleared }) => isCleared !== true)
				.flatMap((rule) => this.unreachableRule(evaluation, rule, from)),
			...breaks.flatMap((pause) => this.unreachableBreak(pause)),
			...swaps.flatMap((swap) => swapOfNothing(evaluation, swap)),
		].sort((a, b) => a.row - b.row);
	}

	private unreachableRule(evaluation: Evaluation, rule: ScheduleRule, from: Instant): Unreachable[] {
		const entry = { rule: rule.name, row: rule.row };
		const key = entryKey(rule.layer, entry);
		if (this.held.has(key)) return [];
		if (this.assigned.has(key)) return [{ ...entry, problem: HIDDEN }];
		if (rule.time.kind === 'interval' || canStart(evaluation, rule, rule.time.days, from)) return [];
		return [{ ...entry, problem: 'never happens: no day fits it' }];
	}

	private unreachableBreak(pause: Break): Unreachable[] {
		const entry = { rule: pause.name, row: pause.row };
		const key = entryKey('break', entry);
		if (this.held.has(key)) return [];
		return [{ ...entry, problem: this.assigned.has(key) ? HIDDEN : 'does not fall into a shift' }];
	}
}

const HIDDEN = 'has no effect: other entries override it at all times';

/** Whether a rule has a day to start on. Dates that are over, or far ahead, count as such: they are not mistakes. */
function canStart(evaluation: Evaluation, rule: ScheduleRule, days: Days, from: Instant): boolean {
	const today = dayAt(evaluation.clock(rule.zone ?? evaluation.schedule.zone), from);
	const first = days.from ?? days.recurrence?.start ?? today;
	const isOver = days.until !== undefined && days.until < today;
	if (isOver || first > today + HORIZON_DAYS) return true;
	const ids = rule.agents === 'all' ? evaluation.schedule.agents.map(({ id }) => id) : rule.agents;
	const steps = new Set(ids.map((id) => rule.step ?? evaluation.agent(id)?.step ?? 0));
	const start = Math.max(first, today - HORIZON_DAYS);
	return [...steps].some((step) => startDays(days, start, start + 2 * HORIZON_DAYS, step).length > 0);
}

function swapOfNothing(evaluation: Evaluation, { name, row, pair, days }: Swap): Unreachable[] {
	const { from = 0, until = from } = days;
	const hasShift = pair.some((id) => {
		const agent = evaluation.agent(id);
		if (agent === undefined) return false;
		return evaluation.rules(id).some(({ layer, isWork, time, step }) => {
			if (layer !== 'shift' || !isWork || time.kind !== 'clock') return false;
			const shifts = startDays(time.days, from, until, step ?? agent.step ?? 0);
			return shifts.some((day) => startsOn(days, day, 0));
		});
	});
	return hasShift ? [] : [{ rule: name, row, problem: 'swaps nothing: neither agent has a shift on these days' }];
}
