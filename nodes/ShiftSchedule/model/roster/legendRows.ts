import { normalizedHeading } from './headings';
import type { LegendLine } from './legend';
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
		const cells = new Map(Object.entries(json).map(([name, cell]) => [normalizedHeading(name), textOf(cell)]));
		if (cells.get('kind')?.toLowerCase() !== 'code') continue;
		const named = (column: keyof typeof headings): string =>
			headings[column].map((heading) => cells.get(heading) ?? '').find((text) => text !== '') ?? '';
		const end = cells.get('end') ?? '';
		const times = end === '' ? named('times') : `${named('times')}-${end}`;
		const { row_number: own } = json;
		const place = `Row ${typeof own === 'number' ? own : index + 1}`;
		const [code, means, reason, pause, days] = [
			named('code'),
			named('means'),
			named('reason'),
			named('pause'),
			named('days'),
		];
		lines.push({ place, code, means, times, reason, pause, days });
		indexes.add(index);
	}
	return { lines, indexes };
}
