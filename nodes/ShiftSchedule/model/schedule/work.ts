import { breakIn } from './break';
import type { EpochDay } from '../calendar/day';
import { zoneOf, type Evaluation } from './evaluation';
import { layers, type Agent, type Break, type Assignment, type Rule, type Source } from './types';
import { startDays, startsOn, type Occurrence } from './shift';

/** A shift that an agent works: the own, or that of the one it was swapped with. */
export interface Work extends Occurrence {
	rule: Rule;
	owner: Agent;
}

type Shift = Rule & { time: { kind: 'clock' } };

export const isWork = (rule: Rule): rule is Shift => rule.isWork && rule.time.kind === 'clock';

/** A shift that lasts 24 hours began yesterday, or the day before where a zone skipped a day. */
export const lookBack = (minutes: number): number => Math.ceil(minutes / 1440) + 1;

/** The shifts that start from `first` to `last`, swaps done. */
export function workOf(run: Evaluation, agent: Agent, first: EpochDay, last: EpochDay): Work[] {
	const own = ownWork(run, agent, first, last);
	const swaps = run.swaps(agent.id);
	if (swaps.length === 0) return own;
	const isSwapped = (work: Work): boolean =>
		work.rule.layer === 'shift' && swaps.some(({ days }) => startsOn(days, work.day, 0));
	const taken = swaps.flatMap(({ pair, days }) => {
		const partner = run.agent(pair[0] === agent.id ? pair[1] : pair[0]);
		const theirs = partner === undefined ? [] : ownWork(run, partner, first, last);
		return theirs.filter(({ rule, day }) => rule.layer === 'shift' && startsOn(days, day, 0));
	});
	return [...own.filter((work) => !isSwapped(work)), ...taken];
}

function ownWork(run: Evaluation, owner: Agent, first: EpochDay, last: EpochDay): Work[] {
	const found: Work[] = [];
	for (const rule of run.rules(owner.id)) {
		if (!isWork(rule)) continue;
		const clock = run.clock(rule.zone ?? zoneOf(run, owner));
		const { days, start, minutes } = rule.time;
		for (const day of startDays(days, first, last, stepFor(rule, owner))) {
			const shift = run.shiftOn(clock, day, start, minutes);
			// Field by field: a spread takes longer than all else here.
			if (shift) found.push({ day, start: shift.start, end: shift.end, dstNote: shift.dstNote, rule, owner });
		}
	}
	return found;
}

export const stepFor = (rule: Rule, agent: Agent): number => rule.step ?? agent.step ?? 0;

/** The shift and, above it, its breaks. */
export function* claimsOfWork(run: Evaluation, agent: Agent, work: Work): Generator<Assignment> {
	const { rule, owner, start, end, dstNote } = work;
	const swapped = owner.id === agent.id ? {} : { swappedWith: owner.id };
	const source: Source = { layer: rule.layer, rule: rule.name, row: rule.row, ...swapped };
	const rank = [layers.indexOf(rule.layer), rule.priority, start, rule.row];
	yield { start, end, state: rule.state, reason: rule.reason, source, rank, dstNote };
	const clock = run.clock(rule.zone ?? zoneOf(run, owner));
	for (const pause of run.breaks(owner.id)) {
		if (pause.shift !== undefined && !isNamed(rule, pause)) continue;
		const turn = { position: run.position(pause, owner.id), step: stepFor(rule, owner) };
		const span = breakIn(clock, work, pause, turn);
		if (span === undefined) continue;
		yield {
			...span,
			state: pause.state,
			reason: pause.reason,
			source: { layer: 'break', rule: pause.name, row: pause.row, ...swapped },
			rank: [...rank, 1, pause.priority, span.start, pause.row],
			dstNote,
		};
	}
}

const isNamed = (rule: Rule, pause: Break): boolean => rule.name.toLowerCase() === pause.shift?.toLowerCase();
