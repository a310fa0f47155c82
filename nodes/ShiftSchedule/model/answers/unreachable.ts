import { dayAt, type Instant } from '../calendar/zone';
import type { Evaluation } from '../schedule/evaluation';
import type { Break, Days, Rule, Source, Swap } from '../schedule/types';
import { startDays, startsOn } from '../schedule/shift';
import { HORIZON_DAYS } from './stateAt';

/** An entry of the roster that changes nothing, and why. */
export interface Unreachable {
	rule: string;
	row: number;
	problem: string;
}

const keyOf = (layer: string, { rule, row }: Pick<Source, 'rule' | 'row'>): string =>
	JSON.stringify([layer, row, rule]);

/** What an evaluation has seen: which entries said anything, and which of them held at any time. */
export class Seen {
	private readonly said = new Set<string>();
	private readonly held = new Set<string>();

	/** As many claims as there are, most of them of entries that are known already. */
	add(source: Source, isHeld: boolean): void {
		(isHeld ? this.held : this.said).add(keyOf(source.layer, source));
	}

	/** @param from the start of the time that was looked at */
	unreachable(run: Evaluation, from: Instant): Unreachable[] {
		const { rules, breaks, swaps } = run.schedule;
		return [
			...rules.filter(({ isCleared }) => isCleared !== true).flatMap((rule) => this.ofRule(run, rule, from)),
			...breaks.flatMap((pause) => this.ofBreak(pause)),
			...swaps.flatMap((swap) => ofSwap(run, swap)),
		].sort((a, b) => a.row - b.row);
	}

	private ofRule(run: Evaluation, rule: Rule, from: Instant): Unreachable[] {
		const entry = { rule: rule.name, row: rule.row };
		const key = keyOf(rule.layer, entry);
		if (this.held.has(key)) return [];
		if (this.said.has(key)) return [{ ...entry, problem: 'is hidden by other entries whenever it would hold' }];
		if (rule.time.kind === 'span' || happens(run, rule, rule.time.days, from)) return [];
		return [{ ...entry, problem: 'never happens: no day fits it' }];
	}

	private ofBreak(pause: Break): Unreachable[] {
		const entry = { rule: pause.name, row: pause.row };
		const key = keyOf('break', entry);
		if (this.held.has(key)) return [];
		const problem = this.said.has(key)
			? 'is hidden by other entries whenever it would hold'
			: 'falls into no shift';
		return [{ ...entry, problem }];
	}
}

/** Dates that are over, or far ahead, are no mistake; dates that no weekday fits are. */
function happens(run: Evaluation, rule: Rule, days: Days, from: Instant): boolean {
	const today = dayAt(run.clock(rule.zone ?? run.schedule.zone), from);
	const first = days.from ?? days.recurrence?.start ?? today;
	const isOver = days.until !== undefined && days.until < today;
	if (isOver || first > today + HORIZON_DAYS) return true;
	const ids = rule.agents === 'all' ? run.schedule.agents.map(({ id }) => id) : rule.agents;
	const steps = new Set(ids.map((id) => rule.step ?? run.agent(id)?.step ?? 0));
	const start = Math.max(first, today - HORIZON_DAYS);
	return [...steps].some((step) => startDays(days, start, start + 2 * HORIZON_DAYS, step).length > 0);
}

function ofSwap(run: Evaluation, { name, row, pair, days }: Swap): Unreachable[] {
	const from = days.from ?? 0;
	const until = days.until ?? from + HORIZON_DAYS;
	const isOne = pair.some((id) => {
		const agent = run.agent(id);
		if (agent === undefined) return false;
		return run.rules(id).some(({ layer, isWork, time, step }) => {
			if (layer !== 'shift' || !isWork || time.kind !== 'clock') return false;
			const shifts = startDays(time.days, from, until, step ?? agent.step ?? 0);
			return shifts.some((day) => startsOn(days, day, 0));
		});
	});
	return isOne ? [] : [{ rule: name, row, problem: 'swaps nothing: neither agent has a shift on these days' }];
}
