import type { Cells } from './cells';
import { visibleText } from '../../../shared/values/visibleText';
import type { RosterColumn } from './columns';
import { MINUTES_A_DAY, modulo } from '../calendar/day';
import { priorityOfRow, stateOfRow } from './ruleRow';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import type { Break, BreakTime, Swap } from '../schedule/types';
import { splitRange } from './timeRanges';
import { durationOf, timeOf } from './times';
import { datesIn, daysIn, stepOfRow } from './dates';
import type { ZoneClock } from '../calendar/zone';

/** From one time of day to another: whoever writes 12:00 to 0:30 means half an hour. */
const MAX_BREAK_MINUTES = 12 * 60;

/** Reads a row of kind break. */
export function breakRow(cells: Cells, agents: Break['agents'], clock: ZoneClock): Break | undefined {
	const dates = datesIn(cells, clock, { needed: 'none', hasTimes: true });
	if (dates.isTimed) cells.complain('from', 'is a date of shifts, without a time');
	const days = daysIn(cells, clock, dates, stepOfRow(cells));
	const state = stateOfRow(cells, 'break');
	const shift = cells.text('shift');
	const [first, last] =
		cells.raw('end') === '' ? splitRange(cells.text('start')) : [cells.raw('start'), cells.raw('end')];
	const start =
		first === ''
			? cells.complain('start', 'is empty: write 12:00, or "4h after start"')
			: breakTimeIn(cells, 'start', first);
	const end =
		last === undefined
			? cells.complain('end', 'is empty: write how long it is, such as 30 min')
			: endIn(cells, last);
	if (start !== undefined && start.kind === end?.kind && start.minutes === end.minutes) {
		cells.complain('end', 'ends when it starts: write how long it is, such as 30 min');
	}
	if (
		start?.kind === 'clock' &&
		end?.kind === 'clock' &&
		modulo(end.minutes - start.minutes, MINUTES_A_DAY) > MAX_BREAK_MINUTES
	) {
		cells.complain('end', 'is more than 12 hours after the start: write how long it is, such as 30 min');
	}
	const stagger = staggerIn(cells);
	const priority = priorityOfRow(cells);
	if (state === undefined || start === undefined || end === undefined || cells.problems.length > 0) return undefined;
	const written = { name: cells.text('reason') || 'break', row: cells.row, agents, priority };
	return {
		...{ ...written, state, reason: cells.text('reason'), days, start, end },
		...(shift !== '' && { shift }),
		...(stagger && { stagger }),
	};
}

const breakTimeIn = (cells: Cells, column: RosterColumn, cell: unknown): BreakTime | undefined =>
	cells.valueOrComplaint(column, parseBreakTime(cell));

function endIn(cells: Cells, cell: unknown): Break['end'] | undefined {
	const minutes = durationOf(cell);
	if (minutes === 0) return cells.complain('end', 'lasts no time at all');
	return minutes === undefined ? breakTimeIn(cells, 'end', cell) : { kind: 'lasts', minutes };
}

/** Reads `12:00`, `+4h` or `4h after start`, `-1h` or `1 h before end`. A spreadsheet takes a leading + for a formula, hence the words. */
export function parseBreakTime(cell: unknown): Result<BreakTime> {
	const text = visibleText(cell);
	const [, amount, side] = /^(.+?) (after start|before end)$/i.exec(text) ?? [];
	const [, sign, signed] = /^([+\-−]) ?(.+)$/.exec(text) ?? [];
	const length = amount ?? signed;
	if (length === undefined) {
		const clocked = timeOf(cell);
		return clocked.kind === 'problem' ? clocked : value({ kind: 'clock', minutes: clocked.value.minutes });
	}
	// +4:30 is four hours and a half, as on a stopwatch.
	const [, hours, rest] = /^(\d{1,2}):(\d{2})$/.exec(length) ?? [];
	const minutes = durationOf(hours === undefined ? length : `${hours}h ${rest ?? 0}min`);
	if (minutes === undefined)
		return problem(`${inQuotes(text)} is not a time in a shift: write 12:00, or "4h after start"`);
	return value({ kind: sign === '+' || side?.toLowerCase() === 'after start' ? 'afterStart' : 'beforeEnd', minutes });
}

/** Reads `15 min`, or `15 min x 4` for four groups. */
function staggerIn(cells: Cells): Break['stagger'] {
	const text = visibleText(cells.text('stagger'));
	if (text === '') return undefined;
	const [, length = text, groups] = /^(.+?) ?[x×*] ?(\d+)$/i.exec(text) ?? [];
	const minutes = durationOf(/^\d+$/.test(length) ? `${length} min` : length);
	if (minutes === undefined || groups === '0')
		return cells.complain('stagger', `${inQuotes(text)} is not a stagger: write 15 min, or 15 min x 4`);
	return groups === undefined ? { minutes } : { minutes, groups: Number(groups) };
}

/**
 * Reads a row of kind swap.
 *
 * @param other the agent in the column `with`
 */
export function swapRow(cells: Cells, agents: string[] | 'all', other: string, clock: ZoneClock): Swap | undefined {
	const dates = datesIn(cells, clock, { needed: 'from', hasTimes: true });
	if (dates.isTimed) cells.complain('from', 'is a date of shifts, without a time');
	const days = daysIn(cells, clock, dates, stepOfRow(cells));
	const [one, ...more] = agents === 'all' ? [] : agents;
	if (one === undefined || more.length > 0)
		return cells.complain('agent', 'must be one agent: a swap is between two');
	if (other === '') return cells.complain('with', 'is empty: write the agent to swap shifts with');
	if (other === one) return cells.complain('with', 'is the same agent');
	if (cells.problems.length > 0) return undefined;
	return { name: cells.text('shift') || 'swap', row: cells.row, pair: [one, other], days };
}
