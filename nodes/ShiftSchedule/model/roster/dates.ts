import type { Cells, RosterColumn } from './cells';
import { dateOfCell, type Dated } from './date';
import { MINUTES_A_DAY } from '../calendar/day';
import { parseWeekdays } from './days';
import { parseRotation, parseStep } from './rotationText';
import { problem, value, type Result } from '../../../shared/values/result';
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
	/** As local times; `until` is not included. */
	local: { from?: LocalMinutes; until?: LocalMinutes };
}

/**
 * Reads `from` and `until`, and complains of what is wrong with them.
 *
 * @param needed which of them must be there; where only `from` is, a row with `from` alone is about that one day
 */
export function datesIn(cells: Cells, clock: ZoneClock, needed: 'both' | 'from' | 'none'): Dates {
	const isOpen = /^open$/i.test(cells.text('until'));
	const read = (column: RosterColumn): Dated | undefined =>
		cells.raw(column) === '' ? undefined : cells.valueOrComplaint(column, dateOfCell(cells.raw(column), clock));
	const written = [read('from'), isOpen ? undefined : read('until')];
	// Two midnights are two dates; beside any other time, midnight is a time.
	const areDates = written.every((one) => one === undefined || one.minutes === undefined || one.isMidnight);
	const [from, given] = written.map((one): Dated | undefined => (areDates && one ? { day: one.day } : one));
	const until = given ?? (needed === 'from' && !isOpen ? from : undefined);
	if (needed !== 'none' && cells.raw('from') === '')
		cells.complain('from', 'is empty: write a date, such as 2026-01-05');
	if (needed === 'both' && cells.raw('until') === '') cells.complain('until', 'is empty: write the last day of it');
	if (needed === 'both' && isOpen) cells.complain('until', 'must be a date');
	const local = {
		...(from && { from: toLocalMinutes(from, 0) }),
		// A last day without a time is a whole day.
		...(until && { until: toLocalMinutes(until, MINUTES_A_DAY) }),
	};
	const isTimed = from?.minutes !== undefined || given?.minutes !== undefined;
	if (local.from !== undefined && local.until !== undefined && local.until <= local.from) {
		cells.complain(
			'until',
			given === undefined ? 'is empty: from has a time, so until needs one' : 'must be after from',
		);
	}
	const count = from && until ? until.day - from.day + 1 : 1;
	return {
		from,
		until,
		isTimed,
		isOpen,
		local,
		whole: { days: from ? { from: from.day, until: from.day } : {}, count },
	};
}

const toLocalMinutes = ({ day, minutes }: Dated, otherwise: number): LocalMinutes =>
	day * MINUTES_A_DAY + (minutes ?? otherwise);

/**
 * Reads the days that a row picks between its dates: `days` and `rotation`.
 *
 * @param step as {@link stepOfRow} reads it
 */
export function daysIn(cells: Cells, clock: ZoneClock, { from, until }: Dates, step: number | undefined): Days {
	const text = cells.text('days');
	const weekdays = text === '' ? undefined : cells.valueOrComplaint('days', parseWeekdays(text));
	const pattern = cells.text('rotation');
	const rotation =
		pattern === '' ? undefined : cells.valueOrComplaint('rotation', parseRotation(pattern, dateIn(clock)));
	if (rotation && step !== undefined && step >= rotation.steps) {
		cells.complain('step', `must be one of the ${rotation.steps} steps of the rotation`);
	}
	return {
		...(from && { from: from.day }),
		...(until && { until: until.day }),
		...(weekdays && { weekdays }),
		...(rotation && { rotation }),
	};
}

const dateIn =
	(clock: ZoneClock) =>
	(cell: string): Result<Dated> => {
		const found = dateOfCell(cell, clock);
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
		step === undefined ? problem(`"${text}" is no step: write 1 or A for the first`) : value(step),
	);
}
