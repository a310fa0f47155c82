import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import type { ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import { problem, value, type Result } from '../../../shared/values/result';
import { fold, textOf } from '../../../shared/values/text';
import { startOfDay } from '../record/shifts';
import { columnFinder, isEmptyRow, type InputRow } from './columnFinder';
import { cellMoment } from './moment';
import { rowProblem, type AdherenceProblem } from './problems';

/** A time in which deviations of an agent do not count. */
export interface ExcusedTime extends Interval {
	/** As the row has it; `*` for all. */
	who: string;
	/** From 1. */
	row: number;
}

export interface ReadExcuses {
	excused: ExcusedTime[];
	problems: AdherenceProblem[];
}

const excusedHeadings = {
	who: ['who', 'agentid', 'agent', 'name', 'employee'],
	from: ['from', 'start', 'begin'],
	until: ['until', 'end', 'to'],
} as const;

/** Reads the rows who, from, until, why. A day without a time is the whole day. */
export function readExcusedRows(rows: readonly InputRow[], clock: ZoneClock): ReadExcuses {
	const cellsOf = columnFinder<keyof typeof excusedHeadings>(excusedHeadings);
	const found: ReadExcuses = { excused: [], problems: [] };
	for (const [index, given] of rows.entries()) {
		if (isEmptyRow(given)) continue;
		const cells = cellsOf(given);
		const [row, who] = [index + 1, textOf(cells.who)];
		const time = who === '' ? problem(`"who" is empty; write * for all agents`) : excusedTimeIn(cells, clock);
		if (time.kind === 'problem') {
			found.problems.push(rowProblem('Excused', row, who === '*' ? '' : who, time.problem));
		} else found.excused.push({ ...time.value, who: fold(who), row });
	}
	return found;
}

function excusedTimeIn({ from, until }: { from: unknown; until: unknown }, clock: ZoneClock): Result<Interval> {
	const [start, end] = [cellMoment(from ?? '', clock), cellMoment(until ?? '', clock)];
	if (start.kind === 'problem') return problem(`"from": ${start.problem}`);
	if (end.kind === 'problem') return problem(`"until": ${end.problem}`);
	const time = {
		start: start.value.kind === 'day' ? startOfDay(clock, start.value.day) : start.value.at,
		end: end.value.kind === 'day' ? startOfDay(clock, end.value.day + 1) : end.value.at,
	};
	return time.start < time.end ? value(time) : problem('"until" is not after "from"');
}
