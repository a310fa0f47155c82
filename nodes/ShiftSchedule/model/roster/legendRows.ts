import { normalizedHeading } from '../../../shared/values/headings';
import type { LegendLine } from './legend';
import { omit } from '../../../shared/values/record';
import { textOf } from '../../../shared/values/text';

/** What the columns of a legend are called, normalized. Sources: the legends of the templates in docs/decisions/0051. */
const headings: Record<Exclude<keyof LegendLine, 'place'>, readonly string[]> = {
	code: ['code', 'shift', 'shiftcode', 'abbreviation', 'kurzel', 'skrot', 'codigo', 'sigla'],
	means: ['means', 'meaning', 'state', 'bedeutung', 'znaczenie', 'significado', 'signification'],
	times: ['times', 'time', 'start', 'hours', 'zeiten', 'zeit', 'godziny', 'horario', 'horaire'],
	reason: ['reason'],
	pause: ['break', 'pause', 'przerwa'],
	days: ['days'],
};

/**
 * Takes the rows of kind `code` out of a table: `kind: code`, the code in `shift`, and its times in `start` and `end`, or
 * what it means in `state`.
 *
 * @returns the lines, and the indexes of the rows that they stand in
 */
export function codeLines(rows: Array<Record<string, unknown>>): { lines: LegendLine[]; indexes: Set<number> } {
	const lines: LegendLine[] = [];
	const indexes = new Set<number>();
	for (const [index, json] of rows.entries()) {
		const cells = legendCells(json);
		if (cells.get('kind')?.toLowerCase() !== 'code') continue;
		lines.push(legendLineOf(cells, `Row ${rowNumber(json, index)}`));
		indexes.add(index);
	}
	return { lines, indexes };
}

/** A table that is nothing but a legend, with the same columns but for `kind`. Rows without any text are left out. */
export const linesOfSheet = (rows: Array<Record<string, unknown>>): LegendLine[] =>
	rows.flatMap((json, index) => {
		const cells = legendCells(omit(json, 'row_number'));
		const isBlank = [...cells.values()].every((text) => text === '');
		return isBlank ? [] : [legendLineOf(cells, `Legend, row ${rowNumber(json, index)}`)];
	});

const legendCells = (json: Record<string, unknown>): Map<string, string> =>
	new Map(Object.entries(json).map(([name, cell]) => [normalizedHeading(name), textOf(cell)]));

const rowNumber = ({ row_number: own }: Record<string, unknown>, index: number): number =>
	typeof own === 'number' ? own : index + 1;

function legendLineOf(cells: ReadonlyMap<string, string>, place: string): LegendLine {
	const named = (column: keyof typeof headings): string =>
		headings[column].map((heading) => cells.get(heading) ?? '').find((text) => text !== '') ?? '';
	const end = cells.get('end') ?? '';
	return {
		place,
		code: named('code'),
		means: named('means'),
		times: end === '' ? named('times') : `${named('times')}-${end}`,
		reason: named('reason'),
		pause: named('pause'),
		days: named('days'),
	};
}
