import type { IExecuteFunctions } from 'n8n-workflow';
import { dayAt, createZoneClock, type ZoneClock } from '../../model/calendar/zone';
import type { EpochDay } from '../../model/calendar/day';
import type { GridEntry, GridPlace } from '../../model/roster/grid/entries';
import { rowsOfGrid, type Grid } from '../../model/roster/grid/grid';
import type { RosterNote, RosterProblem } from '../../model/roster/problem';
import { rosterOf } from '../../model/roster/roster';
import { readInstant } from '../evaluateAt';
import { readOption, readTexts } from '../parameters';
import { readColumnNames } from './columnNames';
import { readLegend } from './legendLines';
import { unreadRoster, type ItemProblem, type LoadedRoster, type RowOptions } from './loadedRoster';

/** Reads a roster from a grid, whose lines are the input items. */
export function rosterFromGrid(context: IExecuteFunctions, options: RowOptions): LoadedRoster {
	const clock = createZoneClock(options.zone);
	const inPeriod = readDateInGrid(context, clock);
	const items = context.getInputData().map(({ json }) => json);
	const found = rowsOfGrid(items, {
		...{ clock, today: dayAt(clock, options.now), columns: readColumnNames(context) },
		...(inPeriod !== undefined && { inPeriod }),
		leaveOut: readTexts(context, 'leaveOut'),
		legend: readLegend(context),
		emptyCells: readOption(context, { name: 'emptyCells', label: 'Empty Cells Mean', options: ['unknown', 'off'] }),
		cellsHold: readOption(context, { name: 'cellsHold', label: 'Cells Hold', options: ['any', 'codes', 'agents'] }),
	});
	return found.kind === 'problem' ? unreadRoster(found.problem, options) : loadedFrom(found.value, options);
}

function readDateInGrid(context: IExecuteFunctions, clock: ZoneClock): EpochDay | undefined {
	const given: unknown = context.getNodeParameter('gridDate', 0, '');
	if (given === '' || given === null || given === undefined) return undefined;
	const read = readInstant(given, clock);
	if (read.kind === 'problem') throw new Error(`Date in the Grid: ${read.problem}`);
	return dayAt(clock, read.value);
}

function loadedFrom({ entries, problems: gridProblems, notes, days }: Grid, options: RowOptions): LoadedRoster {
	const roster = rosterOf(
		entries.map(({ json }) => json),
		options,
	);
	const problems: ItemProblem[] = [
		...gridProblems.map(({ place, problem }) => ({ message: sentence(place, problem), item: place.item })),
		...roster.problems.flatMap((problem) => rowProblem(entries, problem)),
	];
	const entryOf = (row: number): GridEntry | undefined => entries[row - 1];
	return {
		schedule: roster.schedule,
		problems: [...new Map(problems.map((one) => [one.message, one])).values()],
		notes: [...notes, ...roster.notes.filter(isAboutAgents)],
		doubted: roster.doubted,
		placeOf: (row) => placeText(entryOf(row)?.place),
		itemOf: (agentId, row) => (entryOf(row) ?? entries[roster.mentions.get(agentId) ?? 0])?.place.item ?? 0,
		saysNothing: (row, day) => (row === 0 ? days !== 'all' && !days.has(day) : entryOf(row)?.says === 'nothing'),
	};
}

/** The columns of the rows are this node's own: only what is about the agents is news. */
const isAboutAgents = ({ kind }: RosterNote): boolean => kind !== 'columnsRead' && kind !== 'columnNotRead';

/** What the reader of rows found, at the cell that the row comes from. */
function rowProblem(entries: GridEntry[], { row, column, problem }: RosterProblem): ItemProblem[] {
	const entry = entries[row - 1];
	if (entry === undefined || entry.says === 'refused') return [];
	return [{ message: sentence(entry.place, `${column} ${problem}`), item: entry.place.item }];
}

const sentence = (place: GridPlace, problem: string): string => {
	const where = placeText(place);
	return `${where.slice(0, 1).toUpperCase()}${where.slice(1)}: ${problem}`;
};

/** As `row 3, column "Mon"`. */
function placeText(place: GridPlace | undefined): string {
	if (place === undefined || place.row === 0) return place?.column ?? '';
	return place.column === '' ? `row ${place.row}` : `row ${place.row}, column "${place.column}"`;
}
