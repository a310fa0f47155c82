import { agentCells } from './agentsDown';
import { isAbsence } from './cell';
import type { GridReading } from './reading';
import type { FoundShape } from './shape';
import { isUnfilled, isHarmless, type GridTable } from './table';

/**
 * Looks at the columns that a grid does not use. One with a time, a code of the legend or leave in it may be a day under a
 * heading that nobody can read: its lines are refused.
 *
 * @returns the headings that were not read
 */
export function unreadColumns(reading: GridReading, table: GridTable, { shape, used }: FoundShape): string[] {
	const known = new Set([...used, ...table.own.values()]);
	const others = table.names.filter(
		(name) => !known.has(name) && table.lines.some(({ json }) => !isUnfilled(json[name])),
	);
	if (shape.kind !== 'daysAcross' && shape.kind !== 'timesAcross') return others;
	for (const column of others.filter((name) => !isHarmless(name))) {
		for (const line of table.lines) {
			const read = reading.read(line.json[column]);
			const matters =
				read.kind === 'parts' && read.parts.some((part) => part.ranges.length > 0 || isAbsence(part));
			if (!matters) continue;
			const problem =
				"has codes or times, and its heading is not a day: correct it, or add it to 'Columns to Leave Out'";
			const place = { row: line.row, column, item: line.item };
			reading.refuse({ kind: 'problem', problem }, agentCells(table, line, shape.agent), place);
		}
	}
	return others;
}
