import { inQuotes } from '../../../shared/values/text';
import { MINUTES_A_DAY, modulo } from '../calendar/day';
import type { ZoneClock } from '../calendar/zone';
import type { Break, BreakTime, Days } from '../schedule/types';
import { parseBreakTime } from './breakRow';
import type { Cells } from './cells';
import type { RosterColumn } from './columns';
import { lengthInCell } from './lengths';
import { durationOf, lengthText } from './times';
import { saysNo } from './unread';

/** Over this, the time in a column of breaks is a time of day: 12:00, not 1:30. */
const LONGEST_BREAK = 4 * 60;

/**
 * Reads the break that stands in the columns of a shift's own row: `breakStart` with `breakEnd` or `breakLength`.
 *
 * @param days those of the shift
 * @returns nothing where the row has no break, or says how long it is and not when: then nobody can be sent on it
 */
export function breakOfColumns(cells: Cells, agents: Break['agents'], days: Days, clock: ZoneClock): Break | undefined {
	const has = (column: RosterColumn): boolean => cells.raw(column) !== '' && !saysNo(cells.raw(column));
	if (!has('breakStart') && !has('breakEnd') && !has('breakLength')) return undefined;
	const read = has('breakStart') ? fromColumns(cells, clock, has) : fromOneColumn(cells, clock, has);
	if (read === undefined) return undefined;
	return {
		...{ name: 'break', row: cells.row, agents, priority: 0, state: 'break', reason: '', days },
		...read,
	};
}

type Times = Pick<Break, 'start' | 'end'>;

function fromColumns(cells: Cells, clock: ZoneClock, has: (column: RosterColumn) => boolean): Times | undefined {
	const first = cells.writing.edgeOf(cells.raw('breakStart'), clock);
	if (first.kind === 'value' && first.value.kind === 'ranges') {
		const [range, ...more] = first.value.ranges;
		if (range === undefined || more.length > 0 || has('breakEnd')) return cells.complain('breakStart', ONE_BREAK);
		return lasting({ kind: 'clock', minutes: range.start }, range.minutes);
	}
	const start = timeOfBreak(cells, 'breakStart', clock);
	if (start === undefined) return undefined;
	if (has('breakEnd')) {
		const lasts = durationOf(cells.raw('breakEnd'));
		if (lasts !== undefined && lasts > 0) return lasting(start, lasts);
		const end = timeOfBreak(cells, 'breakEnd', clock);
		if (end === undefined) return undefined;
		const length = modulo(end.minutes - start.minutes, MINUTES_A_DAY);
		if (start.kind === end.kind && (length === 0 || length > MINUTES_A_DAY / 2)) {
			return cells.complain('breakEnd', 'must be after the start of the break, and within 12 hours of it');
		}
		return { start, end };
	}
	if (!has('breakLength'))
		return cells.complain('breakStart', `says when the break is and not how long: add the column breakEnd`);
	const lasts = cells.valueOrComplaint(
		'breakLength',
		lengthInCell(cells.raw('breakLength'), cells.nameOf('breakLength')),
	);
	if (lasts === undefined) return undefined;
	if (lasts > LONGEST_BREAK)
		return cells.complain('breakLength', `is ${lengthText(lasts)}, too long for a break: write 30m`);
	return lasting(start, lasts);
}

const ONE_BREAK = 'must be the start of one break: write others in rows of kind break';

const lasting = (start: BreakTime, minutes: number): Times => ({ start, end: { kind: 'lasts', minutes } });

function timeOfBreak(cells: Cells, column: RosterColumn, clock: ZoneClock): BreakTime | undefined {
	const edge = cells.writing.edgeOf(cells.raw(column), clock);
	// With a date, it is a time of that shift all the same.
	if (edge.kind === 'value' && edge.value.kind === 'dated') {
		const { minutes } = edge.value.dated;
		return minutes === undefined ? cells.complain(column, 'is a date without a time') : { kind: 'clock', minutes };
	}
	if (edge.kind === 'value' && edge.value.kind === 'time') return { kind: 'clock', minutes: edge.value.time.minutes };
	return cells.valueOrComplaint(column, parseBreakTime(cells.raw(column)));
}

/** A column such as Lunch or Break may hold `12:00-12:30`, or how long it is. */
function fromOneColumn(cells: Cells, clock: ZoneClock, has: (column: RosterColumn) => boolean): Times | undefined {
	if (has('breakEnd')) return cells.complain('breakEnd', 'is not empty, and no column says when the break starts');
	const cell = cells.raw('breakLength');
	const edge = cells.writing.edgeOf(cell, clock);
	if (edge.kind === 'value' && edge.value.kind === 'ranges') {
		const [range, ...more] = edge.value.ranges;
		if (range === undefined || more.length > 0) return cells.complain('breakLength', ONE_BREAK);
		return lasting({ kind: 'clock', minutes: range.start }, range.minutes);
	}
	if (typeof cell === 'number' || durationOf(cell) !== undefined || /^\d+(?:[.,]\d+)?$/.test(String(cell)))
		return undefined;
	if (edge.kind === 'value' && edge.value.kind === 'time') {
		const { time } = edge.value;
		if (time.style === 'clock' && time.minutes <= LONGEST_BREAK) return undefined;
		return cells.complain('breakLength', 'says when the break is and not how long: write it as 12:00-12:30');
	}
	return cells.complain(
		'breakLength',
		`${inQuotes(cells.text('breakLength'))} is not a break: write it as 12:00-12:30`,
	);
}
