import { isoDate, MINUTES_A_DAY } from '../calendar/day';
import { MS_A_MINUTE, type ZoneClock } from '../calendar/zone';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import type { Cells } from './cells';
import type { Dated } from './date';
import type { Edge } from './edges';
import { stretchBetween, type DatedStretch } from './stretch';
import { lengthInCell } from './lengths';
import { splitRange, type TimeRange } from './timeRanges';
import { durationOf, minutesBetween } from './times';

/** When a row's shifts are: at times of each of its days, or from one date and time to another. */
export type RowTimes = { kind: 'ranges'; ranges: TimeRange[] } | { kind: 'stretch'; stretch: DatedStretch };

/**
 * Reads `start`, `end` and `length`, and complains of what is wrong with them.
 *
 * @param from the row's date, which a date in `start` must agree with
 */
export function rowTimes(cells: Cells, clock: ZoneClock, from: Dated | undefined): RowTimes | undefined {
	const start = startIn(cells, clock);
	if (start === undefined) return undefined;
	const hasEnd = cells.raw('end') !== '';
	if (start.kind === 'ranges') {
		if (!hasEnd) return start;
		return cells.complain(
			'end',
			`is not empty, and ${cells.nameOf('start')} has both times: leave one of them empty`,
		);
	}
	if (start.kind === 'dated') return datedTimes(cells, clock, start.dated, from);
	const begins = start.time;
	if (begins.minutes === MINUTES_A_DAY)
		return cells.complain('start', '24:00 is the end of a day: write 00:00 for its start');
	if (begins.minutes > MINUTES_A_DAY)
		return cells.complain('start', 'is on the next day: write its date in the column from');
	const one = (minutes: number | undefined): RowTimes | undefined =>
		minutes === undefined ? undefined : { kind: 'ranges', ranges: [{ start: begins.minutes, minutes }] };
	const lasts = lengthIn(cells);
	if (lasts !== undefined) return one(cells.valueOrComplaint(hasEnd ? 'end' : 'length', lasts));
	if (!hasEnd) {
		return cells.complain('end', 'is empty: write when it ends, such as 17:00, or how long it is, such as 8h');
	}
	const end = cells.valueOrComplaint('end', cells.writing.edgeOf(cells.raw('end'), clock));
	if (end === undefined) return undefined;
	if (end.kind === 'time') return one(cells.valueOrComplaint('end', minutesBetween(begins, end.time)));
	if (end.kind === 'ranges') return cells.complain('end', 'has two times: write the end alone');
	if (from === undefined) return cells.complain('end', `has a date: write one in ${cells.nameOf('start')}, too`);
	const stretch = stretchBetween(cells, clock, ['start', { ...from, minutes: begins.minutes }], ['end', end.dated]);
	return stretch && { kind: 'stretch', stretch };
}

/** Complains of a row without a start. Only a shift can be a day off, or be known by its name. */
export function complainOfNoStart(cells: Cells): undefined {
	const isShift = /^(shift)?$/i.test(cells.text('kind'));
	const more = isShift
		? ", or OFF for a day off. Of a shift that is only named, write the times under 'Words Stand For'"
		: '';
	return cells.complain('start', `is empty: write when it starts, such as 09:00${more}`);
}

function startIn(cells: Cells, clock: ZoneClock): Edge | undefined {
	const cell = cells.raw('start');
	if (cell === '') return complainOfNoStart(cells);
	if (cells.raw('end') === '' && typeof cell === 'string') {
		const [first, last] = splitRange(cell);
		const lasts = last === undefined ? undefined : durationOf(last);
		// `09:00 - 8h`, where `9h-17h` has two times.
		if (lasts !== undefined && !hours.test(first)) {
			const begins = cells.writing.edgeOf(first, clock);
			if (begins.kind === 'value' && begins.value.kind === 'time' && lasts > 0) {
				return { kind: 'ranges', ranges: [{ start: begins.value.time.minutes, minutes: lasts }] };
			}
		}
	}
	return cells.valueOrComplaint('start', cells.writing.edgeOf(cell, clock));
}

/** `9h`, `9 hrs` and `09h00`. */
const hours = /^\d{1,2}\s?h(?:rs?)?\s?(\d{2})?$/i;

/** The length, where the end or the column of lengths has one. */
function lengthIn(cells: Cells): Result<number> | undefined {
	const [start, end] = [cells.raw('start'), cells.raw('end')];
	if (end === '') {
		const cell = cells.raw('length');
		return cell === '' ? undefined : lengthInCell(cell, cells.nameOf('length'));
	}
	const lasts = durationOf(end);
	if (lasts === undefined) return undefined;
	const [startsInHours, endsInHours] = [hours.exec(String(start)), hours.exec(String(end))];
	if (startsInHours && endsInHours) {
		// Two columns in the same notation: 17h is too long for a shift, and 17h00 is not a way to write a length.
		if (lasts > LONGEST_LENGTH || (startsInHours[1] && endsInHours[1])) return undefined;
		return problem(
			`${inQuotes(String(end))} can be a time or a length: write ${lasts / 60}:00 or "${lasts / 60} hours"`,
		);
	}
	return lasts > 0 ? value(lasts) : problem('lasts no time at all');
}

const LONGEST_LENGTH = 16 * 60;

function datedTimes(cells: Cells, clock: ZoneClock, start: Dated, from: Dated | undefined): RowTimes | undefined {
	if (from !== undefined && from.day !== start.day) {
		return cells.complain(
			'start',
			`has a date, ${isoDate(start.day)}, and ${cells.nameOf('from')} has another one: write the date in one place`,
		);
	}
	const other = (['until', 'days', 'rotation'] as const).find((column) => cells.raw(column) !== '');
	if (other !== undefined)
		return cells.complain(
			'start',
			`has a date, and ${cells.nameOf(other)} is not empty: write the days in one place`,
		);
	if (start.minutes === undefined)
		return cells.complain('start', `is a date without a time: write it as ${isoDate(start.day)} 09:00`);
	const until = endOfDated(cells, clock, start);
	const stretch = until && stretchBetween(cells, clock, ['start', start], ['end', until]);
	return stretch && { kind: 'stretch', stretch };
}

/** The end of what starts on a date: with a date, by the clock alone, or by its length. */
function endOfDated(cells: Cells, clock: ZoneClock, start: Dated): Dated | undefined {
	const after = (minutes: number): Dated => ({ day: start.day, minutes: (start.minutes ?? 0) + minutes });
	const lasts = lengthIn(cells);
	if (lasts !== undefined) {
		const minutes = cells.valueOrComplaint(cells.raw('end') === '' ? 'length' : 'end', lasts);
		if (minutes === undefined) return undefined;
		// Eight hours after a moment is a moment.
		const { moment } = start;
		return { ...after(minutes), ...(moment !== undefined && { moment: moment + minutes * MS_A_MINUTE }) };
	}
	if (cells.raw('end') === '') return cells.complain('end', 'is empty: write when it ends, with its date');
	const end = cells.valueOrComplaint('end', cells.writing.edgeOf(cells.raw('end'), clock));
	if (end === undefined) return undefined;
	if (end.kind === 'dated') return end.dated;
	if (end.kind === 'ranges') return cells.complain('end', 'has two times: write the end alone');
	const minutes = cells.valueOrComplaint(
		'end',
		minutesBetween({ minutes: start.minutes ?? 0, style: 'clock' }, end.time),
	);
	return minutes === undefined ? undefined : after(minutes);
}
