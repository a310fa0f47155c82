import { inQuotes } from '../../../shared/values/text';
import type { IExecuteFunctions } from 'n8n-workflow';
import { dayAt, createZoneClock, type ZoneClock } from '../../model/calendar/zone';
import type { EpochDay } from '../../model/calendar/day';
import type { GridPlace } from '../../model/roster/grid/entries';
import { readGrid, type Grid } from '../../model/roster/grid/grid';
import { readInstant } from '../evaluateAt';
import { readOption, readTexts } from '../../../shared/n8n/parameters';
import { readColumnNames } from './columnNames';
import { readLegend } from './legendLines';
import { readOrder } from './readWriting';
import { unreadRoster, type LoadedRoster, type RowOptions } from './loadedRoster';

/** Reads a roster from a grid, whose lines are the input items. */
export function rosterFromGrid(context: IExecuteFunctions, options: RowOptions): LoadedRoster {
	const clock = createZoneClock(options.zone);
	const inPeriod = readDateInGrid(context, clock);
	const items = context.getInputData().map(({ json }) => json);
	const found = readGrid(items, {
		...{ clock, today: dayAt(clock, options.now), columns: readColumnNames(context) },
		...(inPeriod !== undefined && { inPeriod }),
		...readOrder(context),
		roster: options,
		leaveOut: readTexts(context, 'leaveOut'),
		legend: readLegend(context),
		emptyCells: readOption(context, { name: 'emptyCells', label: 'Empty Cells Mean', options: ['unknown', 'off'] }),
		cellsHold: readOption(context, { name: 'cellsHold', label: 'Cells Hold', options: ['any', 'codes', 'agents'] }),
	});
	return found.kind === 'problem' ? unreadRoster(found.problem, options) : loadedFrom(found.value);
}

function readDateInGrid(context: IExecuteFunctions, clock: ZoneClock): EpochDay | undefined {
	const given: unknown = context.getNodeParameter('gridDate', 0, '');
	if (given === '' || given === null || given === undefined) return undefined;
	const read = readInstant(given, clock);
	if (read.kind === 'problem') throw new Error(`Date in the Grid: ${read.problem}`);
	return dayAt(clock, read.value);
}

function loadedFrom(grid: Grid): LoadedRoster {
	const { schedule, notes, doubted, days, placeOf, firstPlaceOf, isOpen } = grid;
	const problems = grid.problems.map(({ place, problem }) => ({
		message: sentence(place, problem),
		item: place.item,
	}));
	return {
		...{ schedule, problems, notes, doubted },
		placeOf: (row) => placeText(placeOf(row)),
		itemOf: (agentId, row) => (placeOf(row) ?? firstPlaceOf(agentId))?.item ?? 0,
		saysNothing: (row, day) => (row === 0 ? days !== 'all' && !days.has(day) : isOpen(row)),
	};
}

const sentence = (place: GridPlace, problem: string): string => {
	const where = placeText(place);
	return `${where.slice(0, 1).toUpperCase()}${where.slice(1)}: ${problem}`;
};

/** As `row 3, column "Mon"`. */
function placeText(place: GridPlace | undefined): string {
	if (place === undefined || place.row === 0) return place?.column ?? '';
	return place.column === '' ? `row ${place.row}` : `row ${place.row}, column ${inQuotes(place.column)}`;
}
