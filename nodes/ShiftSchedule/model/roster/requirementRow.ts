import { inQuotes } from '../../../shared/values/text';
import type { ZoneClock } from '../calendar/zone';
import type { Requirement } from '../schedule/types';
import type { Cells } from './cells';
import type { RosterColumn } from './columns';
import { ruleRow } from './ruleRow';
import { timeOf } from './times';

/**
 * Reads a row of kind needed: a number, and times in the form that shifts have. Where `start` and `end` are empty, `from`
 * and `until` may be times of day: tables of headcount often have them under these names.
 *
 * @returns none when the row has a problem, several where it has several times
 */
export function requirementRow(cells: Cells, clock: ZoneClock): Requirement[] {
	const needed = numberIn(cells);
	if (!/^(\*|)$/.test(cells.text('agent'))) {
		cells.complain('agent', 'must be empty or *: a row of kind needed is about a number of agents');
	}
	const rules = ruleRow(withTimes(cells), 'shift', 'all', clock);
	if (needed === undefined || cells.problems.length > 0) return [];
	return rules.flatMap(({ name, row, priority, state, time, zone }): Requirement[] => {
		if (time.kind !== 'clock') return [];
		const own = { name: name === 'shift' ? 'needed' : name, row, priority, state, needed, time };
		return [{ ...own, ...(zone !== undefined && { zone }) }];
	});
}

function numberIn(cells: Cells): number | undefined {
	const text = cells.text('needed');
	if (text === '') return cells.complain('needed', 'is empty: write how many agents are needed, such as 3');
	if (/^\d{1,6}$/.test(text)) return Number(text);
	return cells.complain('needed', `${inQuotes(text)} is not a number of agents: write a whole number, such as 3`);
}

/** The same row with its times of day as start and end. A complaint names the column in which they stand. */
function withTimes(cells: Cells): Cells {
	const isTime = (column: RosterColumn): boolean => timeOf(cells.raw(column)).kind === 'value';
	const areTimes = cells.raw('start') === '' && cells.raw('end') === '' && isTime('from') && isTime('until');
	if (!areTimes) return cells;
	const columns = new Map<RosterColumn, RosterColumn>([
		['start', 'from'],
		['end', 'until'],
	]);
	const isEmpty = (column: RosterColumn): boolean => column === 'from' || column === 'until';
	const { row, index, isBlank, isForeign, writing, dayLabel, problems, remarks } = cells;
	return {
		...{ row, index, isBlank, isForeign, writing, dayLabel, problems, remarks },
		columns: () => cells.columns(),
		nameOf: (column) => cells.nameOf(column),
		raw: (column) => (isEmpty(column) ? '' : cells.raw(columns.get(column) ?? column)),
		text: (column) => (isEmpty(column) ? '' : cells.text(columns.get(column) ?? column)),
		complain: (column, problem) => cells.complain(columns.get(column) ?? column, problem),
		valueOrComplaint: (column, result) => cells.valueOrComplaint(columns.get(column) ?? column, result),
	};
}
