import type { Cells } from './cells';
import type { RosterColumn } from './columns';

/** What a word makes of a row. */
export interface WordMeaning {
	/** The kind of row. */
	kind: string;
	/** Empty: as the kind has it. */
	state: string;
	reason: string;
}

/**
 * A row whose kind, or whose start, is a word: `Annual Leave` in the column kind, `OFF` in the column start.
 *
 * @returns the row as the word means it; the row itself where it has no such word
 */
export function asMeant(cells: Cells, meaningOf: (word: string) => WordMeaning | undefined): Cells {
	const column = (['kind', 'start'] as const).find((one) => meaningOf(cells.text(one)) !== undefined);
	const meaning = column && meaningOf(cells.text(column));
	if (column === undefined || meaning === undefined) return cells;
	const { kind, state, reason } = meaning;
	const said: Partial<Record<RosterColumn, unknown>> = {
		...{ kind, [column === 'start' ? 'start' : 'kind']: column === 'start' ? '' : kind },
		state: cells.text('state') || state,
		reason: cells.text('reason') || reason,
	};
	const raw = (one: RosterColumn): unknown => said[one] ?? cells.raw(one);
	return { ...cells, raw, text: (one) => (one in said ? String(said[one]) : cells.text(one)) };
}
