import type { Cells } from './cells';
import { datesIn, daysIn, stepOfRow, type Dates } from './dates';
import { MINUTES_A_DAY } from '../calendar/day';
import { scheduledStates, type Layer, type ScheduleRule, type ScheduledState, type Time } from '../schedule/types';
import { splitRange } from './timeRanges';
import { durationOf, minutesBetween, timeOf } from './times';
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
 * Reads a row that becomes a rule.
 *
 * @returns no rule when the row has a problem, two for a temporary schedule with shifts: the days that it clears, and the
 * shifts on them
 */
export function ruleRow(
	cells: Cells,
	name: RuleKind,
	agents: ScheduleRule['agents'],
	clock: ZoneClock,
): ScheduleRule[] {
	const kind: Kind = ruleKinds[name];
	const dates = datesIn(cells, clock, isOfOneDay(cells, name) ? 'from' : kind.dates);
	const isTimed = cells.raw('start') !== '' || cells.raw('end') !== '';
	if (kind.times === 'needed' && !isTimed && !(name === 'extra' && dates.isTimed)) {
		cells.complain('start', 'is empty: write when it starts, such as 09:00');
	}
	const step = stepOfRow(cells);
	const readTime = isTimed ? timeOfDays : timeOfDates;
	const time = readTime(cells, name, dates, clock, step);
	const isShift = kind.isWork && time?.kind === 'clock';
	const state = stateOfRow(cells, name === 'temporary' && isShift ? 'available' : kind.state);
	const priority = priorityOfRow(cells);
	const zone = cells.text('zone') === '' ? {} : { zone: clock.zone };
	if (time === undefined || state === undefined || cells.problems.length > 0) return [];
	const written = { name: cells.text('shift') || name, row: cells.row, agents, ...zone, layer: kind.layer };
	const rule: ScheduleRule = {
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
			priority: 0,
			time: cleared,
			isWork: false,
			isCleared: true,
		},
		rule,
	];
}

/** Many systems export a row for each day of each agent: a shift with a date alone is on that day. */
const isOfOneDay = (cells: Cells, name: RuleKind): boolean =>
	name === 'shift' && cells.raw('from') !== '' && cells.raw('days') === '' && cells.raw('rotation') === '';

/** From a start to an end, on each of the row's days. */
function timeOfDays(
	cells: Cells,
	name: RuleKind,
	dates: Dates,
	clock: ZoneClock,
	step: number | undefined,
): Time | undefined {
	if (ruleKinds[name].times === 'none') return cells.complain('start', `a row of kind ${name} has no times`);
	if (dates.isTimed) return cells.complain('from', 'has a time, and so has start: write the time in one place');
	const days = daysIn(cells, clock, dates, step);
	if (name === 'shift' && (['days', 'rotation', 'from'] as const).every((field) => cells.raw(field) === '')) {
		cells.complain('days', 'is empty: write days such as Mon-Fri, or daily');
	}
	const [start, ending] = [cells.raw('start'), cells.raw('end')];
	const [first, last] =
		ending === '' && typeof start === 'string' ? splitRange(start) : [start, ending === '' ? undefined : ending];
	if (first === '') return cells.complain('start', 'is empty: write when it starts, such as 09:00');
	if (last === undefined)
		return cells.complain('end', 'is empty: write when it ends, such as 17:00, or how long it is, such as 8h');
	const begins = cells.valueOrComplaint('start', timeOf(first));
	if (begins?.minutes === MINUTES_A_DAY)
		return cells.complain('start', '24:00 is the end of a day: write 00:00 for its start');
	const lasts = durationOf(last);
	if (lasts !== undefined) {
		if (lasts <= 0) return cells.complain('end', 'lasts no time at all');
		if (lasts > MINUTES_A_DAY)
			return cells.complain('end', 'is more than 24 hours after the start: write two rows');
		return begins && { kind: 'clock', days, start: begins.minutes, minutes: lasts };
	}
	const ends = cells.valueOrComplaint('end', timeOf(last));
	if (begins === undefined || ends === undefined) return undefined;
	const minutes = cells.valueOrComplaint('end', minutesBetween(begins, ends));
	return minutes === undefined ? undefined : { kind: 'clock', days, start: begins.minutes, minutes };
}

/** Whole days, or from one time to another, or always. */
function timeOfDates(
	cells: Cells,
	name: RuleKind,
	dates: Dates,
	clock: ZoneClock,
	step: number | undefined,
): Time | undefined {
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
	const days = daysIn(cells, clock, dates, step);
	const isPicked = days.weekdays !== undefined || days.rotation !== undefined;
	if (dates.isTimed || dates.isOpen || from === undefined || until === undefined) {
		if (isPicked) return cells.complain('days', 'needs dates without times in from and until');
		return { kind: 'interval', ...dates.local };
	}
	return isPicked ? { kind: 'days', days, count: 1 } : { kind: 'days', ...whole };
}

export function stateOfRow(cells: Cells, otherwise: ScheduledState | undefined): ScheduledState | undefined {
	const word = cells.text('state').toLowerCase();
	const all = `there are ${scheduledStates.join(', ')}`;
	if (word === '') return otherwise ?? cells.complain('state', `is empty: ${all}`);
	const state = scheduledStates.find((one) => one === word || `on ${one}` === word);
	return state ?? cells.complain('state', `"${cells.text('state')}" is no state: ${all}`);
}

export function priorityOfRow(cells: Cells): number {
	const text = cells.text('priority');
	if (!/^(-?\d{1,6})?$/.test(text)) cells.complain('priority', `"${text}" is no whole number`);
	return Number(text);
}
