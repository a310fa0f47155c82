import { stateAt } from '../../../../../../nodes/ShiftSchedule/model/answers/stateAt';
import { createZoneClock, dayAt } from '../../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { readGrid, type Grid, type GridOptions } from '../../../../../../nodes/ShiftSchedule/model/roster/grid/grid';
import type { LegendLine } from '../../../../../../nodes/ShiftSchedule/model/roster/legend';
import { openEvaluation } from '../../../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import type { Row } from '../../make';

const clock = createZoneClock('Europe/Warsaw');

/** A Tuesday. */
export const TODAY = '2026-11-03';

export const dayOfText = (date: string): number => Date.parse(date) / 86_400_000;

const usual: GridOptions = {
	...{ clock, today: dayOfText(TODAY), columns: {}, leaveOut: [], legend: [] },
	emptyCells: 'unknown',
	cellsHold: 'any',
	roster: { zone: 'Europe/Warsaw', dst: 'keepEnd' },
};

/** A line of a legend: `E = 07:00-15:00`, `AL = leave`. */
export const code = (text: string, more: Partial<LegendLine> = {}): LegendLine => {
	const [name = '', means = ''] = text.split(' = ');
	return { place: 'Legend', code: name, means, times: '', reason: '', pause: '', days: '', ...more };
};

/** A grid that can be read as a whole. */
export function gridOf(items: Row[], options: Partial<GridOptions> = {}): Grid {
	const read = readGrid(items, { ...usual, ...options });
	if (read.kind === 'problem') throw new Error(read.problem);
	return read.value;
}

/** Why a grid cannot be read. */
export function refusalOf(items: Row[], options: Partial<GridOptions> = {}): string {
	const read = readGrid(items, { ...usual, ...options });
	return read.kind === 'problem' ? read.problem : 'no problem';
}

/** As `Row 2, Mon: …`. */
export const problemsIn = (items: Row[], options: Partial<GridOptions> = {}): string[] =>
	gridOf(items, options).problems.map(({ place, problem }) => `Row ${place.row}, ${place.column}: ${problem}`);

export const notesIn = (items: Row[], options: Partial<GridOptions> = {}): string[] =>
	gridOf(items, options).notes.map(({ message }) => message);

/**
 * The states of all agents at a local time: `anna available, bob offline`. With a question mark: nothing is known.
 *
 * @param at as `2026-11-03T12:00`, by the clock of Warsaw
 */
export function statesIn(items: Row[], at: string, options: Partial<GridOptions> = {}): string {
	const { schedule, days, problems, doubted, isOpen } = gridOf(items, options);
	if (problems.length > 0 && doubted !== 'all' && doubted.size === 0) throw new Error('told, and nobody is in doubt');
	const evaluation = openEvaluation(schedule);
	const now = clock.instantOf(Date.parse(`${at}Z`) / 60_000);
	expect(dayAt(clock, now)).toBe(dayOfText(at.slice(0, 10)));
	return schedule.agents
		.filter(({ id }) => doubted !== 'all' && !doubted.has(id))
		.map((agent) => {
			const { desiredState, reason, source } = stateAt(evaluation, agent, now);
			const isUnknown = source.row === 0 ? days !== 'all' && !days.has(dayAt(clock, now)) : isOpen(source.row);
			return `${agent.id} ${isUnknown ? '?' : desiredState}${reason === '' ? '' : ` ${reason}`}`;
		})
		.join(', ');
}
