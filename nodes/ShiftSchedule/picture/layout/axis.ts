import { dateOf, MINUTES_A_DAY, modulo, weekdayOf, type EpochDay } from '../../model/calendar/day';
import { contains, isEmpty, type Interval } from '../../model/calendar/interval';
import { dayAt, MS_A_MINUTE, type ZoneClock, type Instant } from '../../model/calendar/zone';
import { monthName, timeText, weekdayName, type ClockChange } from './dateText';

/** Days side by side, and how many times that below one another. */
const [WEEK, MOST_TIERS] = [7, 4];

/**
 * The parts of a window that are drawn below one another, each of as many whole days: a week where that is enough, and
 * longer where it is not.
 */
export function tiersOf(clock: ZoneClock, { start, end }: Interval): Interval[] {
	const first = dayAt(clock, start);
	const days = Math.max(1, dayAt(clock, end - 1) - first + 1);
	const count = Math.min(MOST_TIERS, Math.ceil(days / WEEK));
	const length = Math.ceil(days / count);
	const begins = (tier: number): Instant => clock.instantOf((first + tier * length) * MINUTES_A_DAY);
	return Array.from({ length: count }, (_, tier) => ({
		start: tier === 0 ? start : begins(tier),
		end: tier === count - 1 ? end : begins(tier + 1),
	}));
}

/**
 * The window, or a tier of it, from left to right. Elapsed time is what counts, so that a day with 25 hours is wider
 * than the others; a day begins at midnight in the schedule's zone.
 */
export interface Axis {
	window: Interval;
	clock: ZoneClock;
	left: number;
	right: number;
}

export function xOf({ window: { start, end }, left, right }: Axis, instant: Instant): number {
	const share = start < end ? (instant - start) / (end - start) : 0;
	return Math.round(left + share * (right - left));
}

/** A stretch of the calendar. */
interface Unit {
	kind: 'day' | 'week' | 'month';
	/** How wide it has to be, so that it can be told what it is; in pixels. */
	least: number;
	/** On average. */
	days: number;
	first(day: EpochDay): EpochDay;
	/** The first day of the one after it. */
	next(first: EpochDay): EpochDay;
	/** The longest first. */
	names(first: EpochDay): string[];
}

const firstOf = (year: number, month: number): EpochDay => Date.UTC(year, month - 1, 1) / 86_400_000;

const dayUnit: Unit = {
	kind: 'day',
	least: 34,
	days: 1,
	first: (day) => day,
	next: (first) => first + 1,
	names: (first) => {
		const [name, date] = [weekdayName(first), dateOf(first).day];
		return [`${name} ${date}`, `${name.slice(0, 3)} ${date}`, String(date)];
	},
};

const weekUnit: Unit = {
	kind: 'week',
	least: 70,
	days: 7,
	first: (day) => day - weekdayOf(day) + 1,
	next: (first) => first + 7,
	names: (first) => {
		const [day, date, month] = [weekdayName(first).slice(0, 3), dateOf(first).day, monthName(first)];
		return [`${day} ${date} ${month}`, `${day} ${date} ${month.slice(0, 3)}`, `${date} ${month.slice(0, 3)}`];
	},
};

const monthUnit: Unit = {
	kind: 'month',
	least: 52,
	days: 30.4,
	first: (day) => firstOf(dateOf(day).year, dateOf(day).month),
	next: (first) => firstOf(dateOf(first).year, dateOf(first).month + 1),
	names: (first) => [monthName(first), monthName(first).slice(0, 3)],
};

const units = [dayUnit, weekUnit, monthUnit];

/** One unit, as far as it lies in the window. */
export interface Stretch extends Interval {
	first: EpochDay;
	isWhole: boolean;
	names: string[];
}

/** What the header is divided into: the shortest units that are wide enough. */
export interface Division {
	kind: Unit['kind'];
	stretches: Stretch[];
}

export function divisionOf(axis: Axis): Division {
	const unit = units.find((one) => pixelsADay(axis) * one.days >= one.least) ?? monthUnit;
	return { kind: unit.kind, stretches: stretchesOf(axis, unit) };
}

const pixelsADay = ({ window: { start, end }, left, right }: Axis): number =>
	(right - left) / ((end - start) / (MINUTES_A_DAY * MS_A_MINUTE));

function stretchesOf({ window, clock }: Axis, unit: Unit): Stretch[] {
	const stretches: Stretch[] = [];
	if (isEmpty(window)) return stretches;
	const midnight = (day: EpochDay): Instant => clock.instantOf(day * MINUTES_A_DAY);
	for (let first = unit.first(dayAt(clock, window.start)); midnight(first) < window.end;) {
		const next = unit.next(first);
		const whole = { start: midnight(first), end: midnight(next) };
		const span = { start: Math.max(whole.start, window.start), end: Math.min(whole.end, window.end) };
		const isWhole = span.start === whole.start && span.end === whole.end;
		// A week that began before the window is told by its first day in it.
		const shown = unit.kind === 'week' ? Math.max(first, dayAt(clock, window.start)) : first;
		if (!isEmpty(span)) stretches.push({ ...span, first, isWhole, names: unit.names(shown) });
		first = next;
	}
	return stretches;
}

/** A time of day that the header shows. */
export interface Tick {
	at: Instant;
	text: string;
}

const steps = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720];

/** What `06:00` and `6` take, in pixels. */
const [LONG, SHORT] = [76, 36];

/** As many as have room; where the clocks go back, a time that comes twice is told twice. */
export function ticksOf(axis: Axis, changes: ClockChange[]): Tick[] {
	const pixels = pixelsADay(axis) / MINUTES_A_DAY;
	const step = steps.find((one) => one * pixels >= (one < 60 ? LONG : SHORT));
	if (step === undefined || isEmpty(axis.window)) return [];
	const { window, clock } = axis;
	const isLong = step < 60 || step * pixels >= LONG;
	const ticks: Tick[] = [];
	const add = (at: Instant, wall: number): void => {
		const text = isLong ? timeText(wall) : String(modulo(wall, MINUTES_A_DAY) / 60);
		// A time that the clocks skip is none; and midnight is told by the day's name.
		if (contains(window, at) && clock.wallOf(at) === wall && (isLong || text !== '0')) ticks.push({ at, text });
	};
	const [from, until] = [clock.wallOf(window.start), clock.wallOf(window.end) + MINUTES_A_DAY / 2];
	for (let wall = Math.floor(from / step) * step; wall <= until; wall += step) add(clock.instantOf(wall), wall);
	for (const { at, minutes } of changes) {
		const again = clock.wallOf(at);
		for (let wall = Math.ceil(again / step) * step; wall < again - minutes; wall += step) {
			add(at + (wall - again) * MS_A_MINUTE, wall);
		}
	}
	return ticks.sort((a, b) => a.at - b.at);
}

const DAY = MINUTES_A_DAY * MS_A_MINUTE;

/** When the clocks change inside of a window. */
export function clockChanges(clock: ZoneClock, { start, end }: Interval): ClockChange[] {
	const changes: ClockChange[] = [];
	for (let from = start; from < end; from += DAY) {
		const until = Math.min(from + DAY, end - 1);
		const minutes = clock.offsetAt(until) - clock.offsetAt(from);
		if (minutes !== 0) changes.push({ at: changeBetween(clock, from, until), minutes });
	}
	return changes;
}

/** Halves the time between an instant before and one after, to the millisecond. */
function changeBetween(clock: ZoneClock, before: Instant, after: Instant): Instant {
	const offset = clock.offsetAt(before);
	let [from, until] = [before, after];
	while (until - from > 1) {
		const middle = Math.floor((from + until) / 2);
		if (clock.offsetAt(middle) === offset) from = middle;
		else until = middle;
	}
	return until;
}
