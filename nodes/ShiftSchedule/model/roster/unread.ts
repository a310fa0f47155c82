import { inQuotes } from '../../../shared/values/text';
import { isAwayWord, isBreakWord } from './awayWords';
import { foldedText } from '../../../shared/values/visibleText';
import type { RosterColumn } from './columns';
import { normalizedHeading } from '../../../shared/values/headings';
import { columnCloseTo } from './headings';

/** What the heading of a column that is not read says about its cells. */
export interface UnreadHeading {
	/** The column that it was likely meant to be. */
	closeTo?: RosterColumn;
	/** `away`: a Yes means that nobody works; `holds`: a No means it; `break`: there is a break. */
	says?: 'away' | 'holds' | 'break';
}

export function unreadHeading(key: string): UnreadHeading {
	const heading = normalizedHeading(key);
	const closeTo = columnCloseTo(heading);
	if (closeTo !== undefined) return { closeTo };
	const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^\s*(?:is|on)[\s_]+/i, '');
	if (isAwayWord(words)) return { says: 'away' };
	if (/^(?:is)?(?:published|confirmed|active)$/.test(heading)) return { says: 'holds' };
	const isBreak =
		/^(?:paid|unpaid)?(?:break|lunch|meal|pause|przerwa)\d?(?:start|end|from|to|time|length|minutes)?\d?$/.test(
			heading,
		);
	return isBreak ? { says: 'break' } : {};
}

/** Whether nothing that stands in such a column can change what a row means, words that say it outright aside. */
export const saysNothing = ({ closeTo, says }: UnreadHeading): boolean => closeTo === undefined && says === undefined;

/**
 * Why a row cannot be understood without a column that is not read: the column was likely meant to be one of ours, or the
 * cell says that the row is not work at all.
 *
 * @returns `undefined` where the row means the same without it, as with a team, a location or a note
 */
export function unreadProblem({ closeTo, says }: UnreadHeading, cell: unknown): string | undefined {
	if (closeTo !== undefined) {
		return `is not read. Is it the column ${inQuotes(closeTo)}? Rename it, or name it under 'Columns With Other Names'`;
	}
	if (typeof cell === 'string' && (isAwayWord(cell) || isBreakWord(cell) || otherStates.has(cell.toLowerCase()))) {
		return `says ${inQuotes(cell)}, and this column is not read. Leave the row out, or name the column under 'Columns With Other Names', as Kind or State`;
	}
	if (says === 'away' && saysYes(cell)) {
		return 'means a day off, and this column is not read. Leave the row out, or write leave in the column kind';
	}
	if (says === 'holds' && saysNo(cell)) {
		return `says ${inQuotes(String(cell))}, and this column is not read. Leave the row out if it does not hold`;
	}
	if (says === 'break' && !saysNo(cell)) {
		return 'is not read. Write the break in a row of kind break, or in the columns breakStart and breakEnd';
	}
	return undefined;
}

const otherStates = new Set(['busy', 'offline', 'on break']);

const saysYes = (cell: unknown): boolean =>
	cell === true || cell === 1 || ['true', 'yes', 'y', 'x', '1', 'ja', 'tak', 'si', 'oui'].includes(wordOf(cell));

/** Whether a cell says No, or nothing at all as a column of ticks or of lengths does. */
export const saysNo = (cell: unknown): boolean =>
	cell === false || cell === 0 || ['false', 'no', 'n', '0', '-', 'none', 'nein', 'nie', 'non'].includes(wordOf(cell));

const wordOf = (cell: unknown): string => (typeof cell === 'string' ? foldedText(cell) : '');
