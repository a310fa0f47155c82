import { inQuotes, listedNames } from '../../../shared/values/text';
import { omit } from '../../../shared/values/record';
import { givenNumbers } from '../../../shared/values/rowNumbers';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { createZoneClock, dayAt } from '../../model/calendar/zone';
import { cellAt } from '../../model/roster/cells';
import { looksLikeGrid } from '../../model/roster/grid/looksLikeGrid';
import { wordsNote } from '../../model/roster/grid/gridNotes';
import { rowsAsMeant } from '../../model/roster/wordRows';
import { normalizedHeading } from '../../../shared/values/headings';
import { isPath } from '../../model/roster/layout';
import { problemSentence } from '../../model/roster/problem';
import { rosterOf } from '../../model/roster/roster';
import { readColumnNames } from './columnNames';
import { readLegend } from './legendLines';
import { unreadRoster, type LoadedRoster, type RowOptions } from './loadedRoster';
import { readWriting } from './readWriting';
import { rosterOfRecognizedItems } from './rosterFromServices';

/** Reads a roster whose rows are the input items. */
export function rosterFromItems(context: IExecuteFunctions, options: RowOptions): LoadedRoster {
	const items = context.getInputData().map(({ json }) => json);
	const columns = readColumnNames(context);
	const recognized = rosterOfRecognizedItems(context, options, columns);
	if (recognized !== undefined) return recognized;
	const clock = createZoneClock(options.zone);
	const grid = looksLikeGrid(items, columns, { clock, today: dayAt(clock, options.now) });
	if (grid !== undefined) {
		return unreadRoster(`This table is a grid: it ${grid}. Set 'Roster From' to 'A Grid'`, options);
	}
	const numbers = givenNumbers(items);
	const numbered = numbers ? items : items.map((row) => omit(row, 'row_number'));
	const { rows, words, problems: wrongLines } = rowsAsMeant(numbered, readLegend(context), columns);
	const [wrongLine] = wrongLines;
	if (wrongLine !== undefined) return unreadRoster(wrongLine, options);
	const itemsByRow = new Map((numbers ?? items.map((_, index) => index + 1)).map((row, index) => [row, index]));
	const { schedule, problems, notes, doubted, mentions } = rosterOf(rows, {
		...options,
		columns,
		...readWriting(context),
	});
	const missing = missingColumns(items, Object.values(columns));
	return {
		schedule,
		notes: [...wordsNote(words, 'Words Stand For'), ...notes],
		doubted: missing.length > 0 ? 'all' : doubted,
		problems: [
			...missing.map((message) => ({ message, item: 0 })),
			...problems.map((problem) => ({
				message: problemSentence(`Row ${problem.row}`, problem),
				item: itemsByRow.get(problem.row) ?? 0,
				row: problem.row,
			})),
		],
		placeOf: (row) => `row ${row}`,
		itemOf: (agentId, row) => itemsByRow.get(row) ?? mentions.get(agentId) ?? 0,
		saysNothing: () => false,
	};
}

/** A column that was renamed in the sheet would read as empty in every row, so that leave would last one day. */
function missingColumns(items: IDataObject[], columns: string[]): string[] {
	const names = [...new Set(items.flatMap((json) => Object.keys(json)))];
	const known = new Set(names.map(normalizedHeading));
	return columns
		.filter((column) => !known.has(normalizedHeading(column)))
		.filter((column) => !isPath(column) || !items.some((json) => cellAt(json, column) !== ''))
		.map((column) => {
			return `No row has the column ${inQuotes(column)}, which 'Columns With Other Names' asks for. The columns are: ${listedNames(names)}`;
		});
}
