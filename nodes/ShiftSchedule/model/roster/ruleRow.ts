import { inQuotes } from '../../../shared/values/text';
import { isAwayWord } from './awayWords';
import type { Cells } from './cells';
import { datesIn, daysIn, stepOfRow, type Dates } from './dates';
import type { Dated } from './date';
import { localTimes } from './edges';
import { stretchBetween, type DatedStretch } from './stretch';
import { isoDate, MINUTES_A_DAY, MS_A_DAY } from '../calendar/day';
import { complainOfNoStart, rowTimes } from './rowTimes';
import { scheduledStates, type Layer, type ScheduleRule, type ScheduledState, type Time } from '../schedule/types';
import type { ZoneClock } from '../calendar/zone';

/** What a kind of row means, and what it must have. */
interface Kind {
	layer: Exclude<Layer, 'break'>;
	/** The state where the row says none; without one, the row must say one. */
	state?: ScheduledState;
	/** Whether it must have a start and an end, may have them, or must not. */
	times: 'needed' | 'optional' | 'none';
	/** Which dates it must have: see `datesIn`. */
	dates: 'both' | 'from' | 'none';
	/** As in `ScheduleRule`, where it has times. */
	isWork: boolean;
}

/** The kinds of rows that become rules; agent, break and swap rows do not. */
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

/**
 * Reads a row that becomes rules.
 *
 * @returns none when the row has a problem; one for each time of day that it names, and before them, in a temporary
 * schedule with shifts, the days that it clears
 */
export function ruleRow(
	cells: Cells,
	name: RuleKind,
	agents: ScheduleRule['agents'],
	clock: ZoneClock,
): ScheduleRule[] {
	const kind: Kind = ruleKinds[name];
	const step = stepOfRow(cells);
	const when = whenOfRow(cells, name, clock, step);
	const isShift = kind.isWork && when?.times.every(({ kind }) => kind === 'clock') === true;
	const state = stateOfRow(cells, name === 'temporary' && isShift ? 'available' : kind.state);
	if (isShift && state === 'available') checkWords(cells);
	const priority = priorityOfRow(cells);
	if (when === undefined || state === undefined || cells.problems.length > 0) return [];
	const zone = when.zone ?? (cells.text('zone') === '' ? undefined : clock.zone);
	const written = { name: cells.text('shift') || name, row: cells.row, agents, layer: kind.layer };
	const reason = cells.text('reason');
	const rules = when.times.map((time): ScheduleRule => {
		// Property by property, for a table may have a hundred thousand rows: spreads take most of the time here.
		const { name: called, row, layer } = written;
		const rule: ScheduleRule = { name: called, row, agents, layer, state, reason, priority, time, isWork: isShift };
		if (zone !== undefined) rule.zone = zone;
		if (step !== undefined) rule.step = step;
		return rule;
	});
	if (name !== 'temporary' || !isShift) return rules;
	const cleared = { state: 'offline', reason: '', priority: 0, isWork: false, isCleared: true } as const;
	const inZone = zone === undefined ? {} : { zone };
	return [{ ...written, ...inZone, ...cleared, time: { kind: 'days', ...when.dates.whole } }, ...rules];
}

/** A row that says available and Leave in one breath says nothing. */
function checkWords(cells: Cells): void {
	for (const column of ['shift', 'reason'] as const) {
		if (!isAwayWord(cells.text(column))) continue;
		cells.complain(
			column,
			`${inQuotes(cells.text(column))} means a day off, but the row is a shift: write leave or holiday in the column kind, or offline in the column state`,
		);
	}
}

/** Many systems export a row for each day of each agent: a shift with a date alone is on that day. */
const isOfOneDay = (cells: Cells, name: RuleKind): boolean =>
	name === 'shift' && cells.raw('from') !== '' && cells.raw('days') === '' && cells.raw('rotation') === '';

/** When the rules of a row hold; `zone` where only one zone's clock can say it. */
interface When {
	times: Time[];
	dates: Dates;
	zone?: string;
}

function whenOfRow(cells: Cells, name: RuleKind, clock: ZoneClock, step: number | undefined): When | undefined {
	const kind: Kind = ruleKinds[name];
	const needed = isOfOneDay(cells, name) ? 'from' : kind.dates;
	const isTimed = (['start', 'end', 'length'] as const).some((column) => cells.raw(column) !== '');
	if (!isTimed) return whenOfDates(cells, name, clock, datesIn(cells, clock, { needed }), step);
	if (kind.times === 'none') return cells.complain('start', `a row of kind ${name} has no times`);
	const start = cells.raw('start') === '' ? undefined : cells.writing.edgeOf(cells.raw('start'), clock);
	const isDated = start?.kind === 'value' && start.value.kind === 'dated';
	if (isDated && kind.times === 'optional') {
		const columns = ['start', 'end'] as const;
		return whenOfDates(cells, name, clock, datesIn(cells, clock, { needed, columns }), step);
	}
	const dates = datesIn(cells, clock, { needed: isDated ? 'none' : needed, hasTimes: true });
	if (dates.isTimed) return cells.complain('from', 'has a time, and so has start: write the time in one place');
	const days = daysIn(cells, clock, dates, step);
	const isOfDays = start?.kind !== 'problem' && !isDated;
	if (isOfDays && name === 'shift' && (['days', 'rotation', 'from'] as const).every((one) => cells.raw(one) === '')) {
		cells.complain('days', 'is empty: write days such as Mon-Fri, or daily');
	}
	const times = rowTimes(cells, clock, dates.from);
	if (times === undefined) return undefined;
	if (times.kind === 'stretch') return whenOfStretch(times.stretch, dates);
	// By the clock alone and day after day, more than a day is a slip.
	if (kind.isWork && needed !== 'from' && times.ranges.some(({ minutes }) => minutes > MINUTES_A_DAY)) {
		return cells.complain('end', 'is more than 24 hours after the start: write two rows');
	}
	return { dates, times: times.ranges.map((range) => ({ kind: 'clock', days, ...range })) };
}

const whenOfStretch = ({ day, start, minutes, zone }: DatedStretch, dates: Dates): When => ({
	...{ dates, times: [{ kind: 'clock', days: { from: day, until: day }, start, minutes }] },
	...(zone !== undefined && { zone }),
});

/** Whole days, or from one time to another, or always. */
function whenOfDates(
	cells: Cells,
	name: RuleKind,
	clock: ZoneClock,
	dates: Dates,
	step: number | undefined,
): When | undefined {
	const { from, until, whole } = dates;
	if (ruleKinds[name].times === 'needed') {
		if (!dates.isTimed) return complainOfNoStart(cells);
		if (from === undefined) return undefined;
		if (until === undefined) return cells.complain('until', `needs a time, such as ${isoDate(from.day)} 14:00`);
		if (cells.problems.length > 0) return undefined;
		const stretch = stretchBetween(cells, clock, ['from', from], ['until', until]);
		return stretch && whenOfStretch(stretch, dates);
	}
	const days = daysIn(cells, clock, dates, step);
	const isPicked = days.weekdays !== undefined || days.rotation !== undefined;
	if (dates.isTimed || dates.isOpen || from === undefined || until === undefined) {
		if (isPicked) return cells.complain('days', 'needs dates without times in from and until');
		if (isMomentAtMidnight(from) && isMomentAtMidnight(until)) cells.remarks.push(MIDNIGHTS);
		// A last day without a time is a whole day.
		const last = until && until.minutes === undefined ? { ...until, day: until.day + 1 } : until;
		const { start, end, zone } = localTimes(clock, from, last);
		const time: Time = {
			kind: 'interval',
			...(start !== undefined && { from: start }),
			...(end !== undefined && { until: end }),
		};
		return { dates, times: [time], ...(zone !== undefined && { zone }) };
	}
	return { dates, times: [isPicked ? { kind: 'days', days, count: 1 } : { kind: 'days', ...whole }] };
}
const MIDNIGHTS =
	'both dates are moments at midnight, so the day of the last one is not in it. Write dates without a time if it should be.';

/** Whether it is a moment at midnight, in UTC or by the zone's clock. */
const isMomentAtMidnight = (dated: Dated | undefined): boolean =>
	dated?.moment !== undefined && (dated.minutes === 0 || dated.moment % MS_A_DAY === 0);

export function stateOfRow(cells: Cells, otherwise: ScheduledState | undefined): ScheduledState | undefined {
	const word = cells.text('state').toLowerCase();
	const all = `there are ${scheduledStates.join(', ')}`;
	if (word === '') return otherwise ?? cells.complain('state', `is empty: ${all}`);
	const state = scheduledStates.find((one) => one === word || `on ${one}` === word);
	return state ?? cells.complain('state', `${inQuotes(cells.text('state'))} is not a state: ${all}`);
}

export function priorityOfRow(cells: Cells): number {
	const text = cells.text('priority');
	if (!/^(-?\d{1,6})?$/.test(text)) cells.complain('priority', `${inQuotes(text)} is not a whole number`);
	return Number(text);
}
