import type { Cells } from './cells';
import { datesIn, daysIn, stepIn, type Dates } from './dates';
import { MINUTES_A_DAY } from '../calendar/day';
import { states, type Layer, type Rule, type State, type Time } from '../schedule/types';
import { durationOf, minutesBetween, splitRange, timeOf } from './times';
import type { ZoneClock } from '../calendar/zone';

interface Kind {
	layer: Exclude<Layer, 'break'>;
	/** Where the row says none; without one, it has to. */
	state?: State;
	/** Whether it must have a start and an end, may have them, or has none. */
	times: 'needed' | 'optional' | 'none';
	/** Which dates it must have; `from` alone is that one day, except where no date is needed. */
	dates: 'both' | 'from' | 'none';
	isWork: boolean;
}

/** Agent, break and swap rows are no rules: roster.ts reads them apart. */
export const ruleKinds = {
	default: { layer: 'default', times: 'none', dates: 'none', isWork: false },
	shift: { layer: 'shift', state: 'available', times: 'needed', dates: 'none', isWork: true },
	holiday: { layer: 'holiday', state: 'offline', times: 'optional', dates: 'from', isWork: false },
	temporary: { layer: 'temporary', times: 'optional', dates: 'both', isWork: true },
	leave: { layer: 'override', state: 'offline', times: 'optional', dates: 'from', isWork: false },
	extra: { layer: 'override', state: 'available', times: 'needed', dates: 'from', isWork: true },
	manual: { layer: 'manual', times: 'optional', dates: 'none', isWork: false },
} satisfies Record<string, Kind>;

export type RuleKind = keyof typeof ruleKinds;

/** @returns no rule when the row has a problem, two for a temporary schedule: what it clears, and what it puts there */
export function rulesIn(cells: Cells, name: RuleKind, agents: Rule['agents'], clock: ZoneClock): Rule[] {
	const kind: Kind = ruleKinds[name];
	const dates = datesIn(cells, clock, isOfOneDay(cells, name) ? 'from' : kind.dates);
	const isTimed = cells.raw('start') !== '' || cells.raw('end') !== '';
	if (kind.times === 'needed' && !isTimed && !(name === 'extra' && dates.isTimed)) {
		cells.complain('start', 'is empty: write when it starts, such as 09:00');
	}
	const time = isTimed ? timedIn(cells, name, dates, clock) : untimedIn(cells, name, dates, clock);
	const isShift = kind.isWork && time?.kind === 'clock';
	const state = stateIn(cells, name === 'temporary' && isShift ? 'available' : kind.state);
	const step = stepIn(cells);
	const priority = priorityIn(cells);
	const zone = cells.text('zone') === '' ? {} : { zone: clock.zone };
	if (time === undefined || state === undefined || cells.problems.length > 0) return [];
	const written = { name: cells.text('shift') || name, row: cells.row, agents, ...zone, layer: kind.layer };
	const rule: Rule = {
		...{ ...written, state, reason: cells.text('reason'), priority, time, isWork: isShift },
		...(step === undefined ? {} : { step }),
	};
	if (name !== 'temporary' || !isShift) return [rule];
	const cleared: Time = { kind: 'days', ...dates.whole };
	return [
		{
			...written,
			state: 'offline',
			reason: '',
			priority: -Infinity,
			time: cleared,
			isWork: false,
			isCleared: true,
		},
		rule,
	];
}

/** A table with a row for each day of each agent, as many systems export it: a date alone is that day. */
const isOfOneDay = (cells: Cells, name: RuleKind): boolean =>
	name === 'shift' && cells.raw('from') !== '' && cells.raw('days') === '' && cells.raw('rotation') === '';

/** A start and an end, on each of the days. */
function timedIn(cells: Cells, name: RuleKind, dates: Dates, clock: ZoneClock): Time | undefined {
	if (ruleKinds[name].times === 'none') return cells.complain('start', `a row of kind ${name} has no times`);
	if (dates.isTimed) return cells.complain('from', 'has a time, and so has start: write the time in one place');
	const days = daysIn(cells, clock, dates);
	if (name === 'shift' && (['days', 'rotation', 'from'] as const).every((field) => cells.raw(field) === '')) {
		cells.complain('days', 'is empty: write days such as Mon-Fri, or daily');
	}
	const [start, ending] = [cells.raw('start'), cells.raw('end')];
	const [first, last] = ending === '' ? splitRange(start) : [start, ending];
	if (first === '') return cells.complain('start', 'is empty: write when it starts, such as 09:00');
	if (last === undefined)
		return cells.complain('end', 'is empty: write when it ends, such as 17:00, or how long it is, such as 8h');
	const begins = cells.take('start', timeOf(first));
	if (begins?.minutes === MINUTES_A_DAY)
		return cells.complain('start', '24:00 is the end of a day: write 00:00 for its start');
	const lasts = durationOf(last);
	if (lasts !== undefined) {
		if (lasts <= 0) return cells.complain('end', 'lasts no time at all');
		if (lasts > MINUTES_A_DAY)
			return cells.complain('end', 'is more than 24 hours after the start: write two rows');
		return begins && { kind: 'clock', days, start: begins.minutes, minutes: lasts };
	}
	const ends = cells.take('end', timeOf(last));
	if (begins === undefined || ends === undefined) return undefined;
	const minutes = cells.take('end', minutesBetween(begins, ends));
	return minutes === undefined ? undefined : { kind: 'clock', days, start: begins.minutes, minutes };
}

/** Whole days, or from one moment to another, or always. */
function untimedIn(cells: Cells, name: RuleKind, dates: Dates, clock: ZoneClock): Time | undefined {
	const { from, until, whole } = dates;
	if (name === 'extra') {
		const [first, last] = [from?.minutes, until?.minutes];
		if (!dates.isTimed || !from) return undefined;
		if (first === undefined) return cells.complain('from', 'needs a time, such as 2026-01-05 09:00');
		if (!until || last === undefined) return cells.complain('until', 'needs a time, such as 2026-01-05 14:00');
		const minutes = (until.day - from.day) * MINUTES_A_DAY + last - first;
		if (minutes > MINUTES_A_DAY) return cells.complain('until', 'must be within 24 hours after from');
		return { kind: 'clock', days: { from: from.day, until: from.day }, start: first, minutes };
	}
	const days = daysIn(cells, clock, dates);
	const isPicked = days.weekdays !== undefined || days.rotation !== undefined;
	if (dates.isTimed || dates.isOpen || from === undefined || until === undefined) {
		if (isPicked) return cells.complain('days', 'needs dates without times in from and until');
		return { kind: 'span', ...dates.walls };
	}
	return isPicked ? { kind: 'days', days, count: 1 } : { kind: 'days', ...whole };
}

export function stateIn(cells: Cells, otherwise: State | undefined): State | undefined {
	const word = cells.text('state').toLowerCase();
	const all = `there are ${states.join(', ')}`;
	if (word === '') return otherwise ?? cells.complain('state', `is empty: ${all}`);
	const state = states.find((one) => one === word || `on ${one}` === word);
	return state ?? cells.complain('state', `"${cells.text('state')}" is no state: ${all}`);
}

export function priorityIn(cells: Cells): number {
	const text = cells.text('priority');
	if (!/^(-?\d{1,6})?$/.test(text)) cells.complain('priority', `"${text}" is no whole number`);
	return Number(text);
}
