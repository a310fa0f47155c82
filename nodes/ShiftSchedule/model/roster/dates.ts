import type { Cells } from './cells';
import type { RosterColumn } from './columns';
import type { Dated } from './date';
import { isoDate, MINUTES_A_DAY, MS_A_DAY, weekdayOf, type EpochDay } from '../calendar/day';
import { parseRotation, parseStep } from './rotationText';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import type { Days } from '../schedule/types';
import type { ZoneClock, LocalMinutes } from '../calendar/zone';

/** The dates of a row, in the forms that its kinds need. */
export interface Dates {
	from: Dated | undefined;
	/** The last day itself; the same as `from` where the kind is of one day. */
	until: Dated | undefined;
	/** Whether one of them has a time. */
	isTimed: boolean;
	/** Whether `until` is `open`: until further notice. */
	isOpen: boolean;
	/** As whole days: `count` of them, from the day on which `days` starts. */
	whole: { days: Days; count: number };
}

/** Where a row has its dates: in the columns for them, or in those for times. */
export type DateColumns = readonly [first: RosterColumn, last: RosterColumn];

/** What a row must have: which dates, whether times stand in columns of their own, and where the dates are. */
export interface DatesNeeded {
	/** Where only `from` is needed, a row with `from` alone is about that one day. */
	needed: 'both' | 'from' | 'none';
	/** Then a moment at midnight is the date that a database hands over. */
	hasTimes?: boolean;
	columns?: DateColumns;
}

/** Reads the dates of a row, and complains of what is wrong with them. */
export function datesIn(
	cells: Cells,
	clock: ZoneClock,
	{ needed, hasTimes = false, columns: [first, last] = ['from', 'until'] }: DatesNeeded,
): Dates {
	const isOpen = /^open$/i.test(cells.text(last));
	const read = (column: RosterColumn): Dated | undefined => {
		const cell = cells.raw(column);
		if (cell === '') return undefined;
		const found = cells.valueOrComplaint(column, cells.writing.dateOf(cell, clock));
		return found && hasTimes ? dateAtMidnight(found) : found;
	};
	const written = [read(first), isOpen ? undefined : read(last)];
	// Two midnights are two dates; beside any other time, midnight is a time.
	const areDates = written.every((one) => one === undefined || one.minutes === undefined || one.isMidnight);
	const [from, given] = written.map((one): Dated | undefined => (areDates && one ? { day: one.day } : one));
	const until = given ?? (needed === 'from' && !isOpen ? from : undefined);
	if (needed !== 'none' && cells.raw(first) === '')
		cells.complain(first, 'is empty: write a date, such as 2026-01-05');
	if (needed === 'both' && cells.raw(last) === '') cells.complain(last, 'is empty: write the last day of it');
	if (needed === 'both' && isOpen) cells.complain(last, 'must be a date');
	const isTimed = from?.minutes !== undefined || given?.minutes !== undefined;
	if (from && until && orderOf(until, MINUTES_A_DAY) <= orderOf(from, 0)) {
		cells.complain(last, given === undefined ? untilNeeded(from) : `must be after ${cells.nameOf(first)}`);
	}
	if (from && cells.dayLabel !== '') checkLabel(cells, from.day, first);
	const count = from && until ? until.day - from.day + 1 : 1;
	const whole = { days: from ? { from: from.day, until: from.day } : {}, count };
	return { from, until, isTimed, isOpen, whole };
}

const untilNeeded = (from: Dated): string =>
	from.moment === undefined
		? 'is empty: from has a time, so until needs one'
		: `is empty, and from is a moment: write when it ends, or for the whole day the date alone, ${isoDate(from.day)}`;

/** A moment at midnight, in UTC or by the zone's clock, where the row has its times elsewhere: it stands for the date. */
function dateAtMidnight(dated: Dated): Dated {
	if (dated.moment === undefined) return dated;
	if (dated.moment % MS_A_DAY === 0) return { day: dated.moment / MS_A_DAY };
	return dated.minutes === 0 ? { day: dated.day } : dated;
}

function checkLabel(cells: Cells, day: EpochDay, column: RosterColumn): void {
	const read = cells.writing.weekdaysOf(cells.dayLabel);
	if (read.kind === 'problem' || read.value.includes(weekdayOf(day))) return;
	cells.complain(
		column,
		`${isoDate(day)} is not on ${inQuotes(cells.dayLabel)}, which stands beside it: correct one of them`,
	);
}

/** @param otherwise where on its day a date without a time is: a last day is a whole day */
const orderOf = ({ day, minutes }: Dated, otherwise: number): LocalMinutes =>
	day * MINUTES_A_DAY + (minutes ?? otherwise);

/**
 * Reads the days that a row picks between its dates: `days` and `rotation`.
 *
 * @param step as {@link stepOfRow} reads it
 */
export function daysIn(cells: Cells, clock: ZoneClock, { from, until }: Dates, step: number | undefined): Days {
	const text = cells.text('days');
	const weekdays = text === '' ? undefined : cells.valueOrComplaint('days', cells.writing.weekdaysOf(text));
	const pattern = cells.text('rotation');
	const rotation =
		pattern === '' ? undefined : cells.valueOrComplaint('rotation', parseRotation(pattern, dateIn(cells, clock)));
	if (rotation && step !== undefined && step >= rotation.steps) {
		cells.complain('step', `must be one of the ${rotation.steps} steps of the rotation`);
	}
	// Property by property, as in ruleRow.ts.
	const days: Days = {};
	if (from) days.from = from.day;
	if (until) days.until = until.day;
	if (weekdays) days.weekdays = weekdays;
	if (rotation) days.rotation = rotation;
	return days;
}

const dateIn =
	({ writing }: Cells, clock: ZoneClock) =>
	(cell: string): Result<Dated> => {
		const found = writing.dateOf(cell, clock);
		return found.kind === 'value' && found.value.minutes !== undefined
			? problem('counts from a date, without a time')
			: found;
	};

/**
 * Reads `step`. Once for each row: every reading of a wrong one is a complaint.
 *
 * @returns from 0; `undefined` when it is empty or wrong
 */
export function stepOfRow(cells: Cells): number | undefined {
	const text = cells.text('step');
	if (text === '') return undefined;
	const step = parseStep(text);
	return cells.valueOrComplaint(
		'step',
		step === undefined ? problem(`${inQuotes(text)} is not a step: write 1 or A for the first`) : value(step),
	);
}
