import { dateOf, MINUTES_A_DAY, weekdayOf, type EpochDay } from '../../model/calendar/day';
import { isEmpty, type Interval } from '../../model/calendar/interval';
import { dayAt, type Instant } from '../../model/calendar/zone';
import { pixelsPerDay, type Axis } from './axis';
import { monthName, weekdayName } from './dateText';

/** A unit of the calendar. */
interface Unit {
	kind: 'day' | 'week' | 'month';
	/** How wide it must be for its name; in pixels. */
	least: number;
	/** Its average length. */
	days: number;
	first(day: EpochDay): EpochDay;
	/** The first day of the one after it. */
	next(first: EpochDay): EpochDay;
	/** The forms of its name, the longest first. */
	names(first: EpochDay): string[];
}

const firstDayOf = (year: number, month: number): EpochDay => Date.UTC(year, month - 1, 1) / 86_400_000;

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
	first: (day) => firstDayOf(dateOf(day).year, dateOf(day).month),
	next: (first) => firstDayOf(dateOf(first).year, dateOf(first).month + 1),
	names: (first) => [monthName(first), monthName(first).slice(0, 3)],
};

const units = [dayUnit, weekUnit, monthUnit];

/** A unit, as far as it lies in the window. */
export interface Stretch extends Interval {
	first: EpochDay;
	isWhole: boolean;
	names: string[];
}

/** The units of the header: the shortest that are wide enough for their names. */
export interface Division {
	kind: Unit['kind'];
	stretches: Stretch[];
}

export function divisionOf(axis: Axis): Division {
	const unit = units.find((one) => pixelsPerDay(axis) * one.days >= one.least) ?? monthUnit;
	return { kind: unit.kind, stretches: stretchesOf(axis, unit) };
}

function stretchesOf({ window, clock }: Axis, unit: Unit): Stretch[] {
	const stretches: Stretch[] = [];
	if (isEmpty(window)) return stretches;
	const midnight = (day: EpochDay): Instant => clock.instantOf(day * MINUTES_A_DAY);
	for (let first = unit.first(dayAt(clock, window.start)); midnight(first) < window.end;) {
		const next = unit.next(first);
		const whole = { start: midnight(first), end: midnight(next) };
		const visible = { start: Math.max(whole.start, window.start), end: Math.min(whole.end, window.end) };
		const isWhole = visible.start === whole.start && visible.end === whole.end;
		// A week that began before the window is named by its first day in the window.
		const named = unit.kind === 'week' ? Math.max(first, dayAt(clock, window.start)) : first;
		if (!isEmpty(visible)) stretches.push({ ...visible, first, isWhole, names: unit.names(named) });
		first = next;
	}
	return stretches;
}
