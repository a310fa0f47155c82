import type { Cells, Field } from './cells';
import { dateOfCell, type Dated } from './date';
import { MINUTES_A_DAY } from '../calendar/day';
import { rotationOf, stepOf, weekdaysOf } from './days';
import { problem, value, type Read } from '../calendar/parsed';
import type { Days } from '../schedule/types';
import type { ZoneClock, LocalMinutes } from '../calendar/zone';

/** The dates of a row, in the forms that its kinds need. */
export interface Dates {
	from: Dated | undefined;
	/** The last day itself; the same as `from` where the kind is of one day. */
	until: Dated | undefined;
	/** Whether one of them has a time. */
	isTimed: boolean;
	/** Whether it holds until further notice. */
	isOpen: boolean;
	whole: { days: Days; count: number };
	walls: { from?: LocalMinutes; until?: LocalMinutes };
}

/** @param needed which of them must be there; `from` alone is one day where `from` is needed */
export function datesIn(cells: Cells, clock: ZoneClock, needed: 'both' | 'from' | 'none'): Dates {
	const isOpen = /^open$/i.test(cells.text('until'));
	const read = (field: Field): Dated | undefined =>
		cells.raw(field) === '' ? undefined : cells.take(field, dateOfCell(cells.raw(field), clock));
	const written = [read('from'), isOpen ? undefined : read('until')];
	// Two midnights are two dates; beside any other time, midnight is a time.
	const areDates = written.every((one) => one === undefined || one.minutes === undefined || one.isMidnight);
	const [from, given] = written.map((one): Dated | undefined => (areDates && one ? { day: one.day } : one));
	const until = given ?? (needed === 'from' && !isOpen ? from : undefined);
	if (needed !== 'none' && cells.raw('from') === '')
		cells.complain('from', 'is empty: write a date, such as 2026-01-05');
	if (needed === 'both' && cells.raw('until') === '') cells.complain('until', 'is empty: write the last day of it');
	if (needed === 'both' && isOpen) cells.complain('until', 'must be a date');
	const walls = {
		...(from && { from: wallOf(from, 0) }),
		// A last day without a time is a whole day.
		...(until && { until: wallOf(until, MINUTES_A_DAY) }),
	};
	const isTimed = from?.minutes !== undefined || given?.minutes !== undefined;
	if (walls.from !== undefined && walls.until !== undefined && walls.until <= walls.from) {
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
		walls,
		whole: { days: from ? { from: from.day, until: from.day } : {}, count },
	};
}

const wallOf = ({ day, minutes }: Dated, otherwise: number): LocalMinutes =>
	day * MINUTES_A_DAY + (minutes ?? otherwise);

/** The days that a row picks between its dates. */
export function daysIn(cells: Cells, clock: ZoneClock, { from, until }: Dates): Days {
	const text = cells.text('days');
	const weekdays = text === '' ? undefined : cells.take('days', weekdaysOf(text));
	const pattern = cells.text('rotation');
	const rotation = pattern === '' ? undefined : cells.take('rotation', rotationOf(pattern, dateIn(clock)));
	const step = stepIn(cells);
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
	(cell: string): Read<Dated> => {
		const found = dateOfCell(cell, clock);
		return found.kind === 'value' && found.value.minutes !== undefined
			? problem('counts from a date, without a time')
			: found;
	};

export function stepIn(cells: Cells): number | undefined {
	const text = cells.text('step');
	if (text === '') return undefined;
	const step = stepOf(text);
	return cells.take(
		'step',
		step === undefined ? problem(`"${text}" is no step: write 1 or A for the first`) : value(step),
	);
}
