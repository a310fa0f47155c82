import type { Cells } from './cells';
import { commaReader, isAll, type NameOptions } from './commas';
import type { RosterNote } from './problem';
import { digitsLost } from './roundedNumbers';
import { fold, textOf, tidyText } from '../../../shared/values/text';

/** Whom a cell names. */
interface NamedInCell {
	/** Each once, by its first spelling in the table. */
	ids: string[];
	/** Why the cell cannot be read. */
	problem?: string;
	/** Of a cell that cannot be read: whom else it may be about. */
	mayBe: string[];
}

/** The agents of a table: one who is written in several ways is one agent, by the first of them. */
export interface AgentNames {
	of: (cells: Cells) => NamedInCell;
	/** The one agent in the column `with`; empty where it is. */
	other: (cells: Cells) => string;
	/** What the reader made of names that can be read in several ways. */
	notes: RosterNote[];
}

/** @param filled the rows that say something, in their order */
export function agentNamesIn(filled: Cells[], isAgentRow: (cells: Cells) => boolean, options: NameOptions): AgentNames {
	const commas = commaReader(filled, isAgentRow, options);
	const spellings = new Map<string, { id: string; others: Set<string> }>();
	const spell = (text: string): string => {
		const [name, key] = [tidyText(text), fold(text)];
		const before = spellings.get(key) ?? { id: name, others: new Set() };
		spellings.set(key, before);
		if (name !== before.id) before.others.add(name);
		return before.id;
	};
	const spellOnce = (texts: string[]): string[] => [...new Set(texts.map(spell))];
	const read = new Map<string, NamedInCell>();
	const notes: RosterNote[] = [];
	const readCell = (cells: Cells): NamedInCell => {
		const { names, unclear } = commas(cells);
		if (unclear === undefined) return { ids: spellOnce(names), mayBe: [] };
		const { problem, mayBe } = unclear;
		const message = `Row ${cells.row}: the agent cell ${problem}.`;
		notes.push({ kind: 'agentUnclear', level: 'warning', message, row: cells.row });
		return { ids: [], problem, mayBe: spellOnce(mayBe) };
	};
	for (const cells of filled) {
		const text = cells.text('agent');
		const list = givenList(cells);
		if (list) spellOnce(list);
		else if (!isAll(text) && !read.has(text)) read.set(text, readCell(cells));
		if (cells.text('with') !== '') spell(cells.text('with'));
	}
	const others = [...spellings.values()].filter((one) => one.others.size > 0);
	if (others.length > 0) notes.push(spelledNote(others));
	const rounded = digitsLost([...spellings.values()].map(({ id }) => id));
	return {
		of: (cells) => {
			const list = givenList(cells);
			const named = list
				? { ids: spellOnce(list), mayBe: [] }
				: (read.get(cells.text('agent')) ?? { ids: [], mayBe: [] });
			const lost = rounded(cells.raw('agent'));
			return lost === undefined ? named : { ...named, ...lost };
		},
		other: (cells) => (cells.text('with') === '' ? '' : spell(cells.text('with'))),
		notes,
	};
}

/** The names of a list, which an expression may give: what stands between its commas is certain. */
function givenList(cells: Cells): string[] | undefined {
	const given = cells.raw('agent');
	return Array.isArray(given) ? given.map(textOf).filter((name) => tidyText(name) !== '') : undefined;
}

/** How many agents a note names. */
const MOST_SPELLINGS = 5;

function spelledNote(others: Array<{ id: string; others: Set<string> }>): RosterNote {
	const named = others.slice(0, MOST_SPELLINGS).map((one) => `${one.id} (also ${[...one.others].join(', ')})`);
	const more = others.length > MOST_SPELLINGS ? ` and ${others.length - MOST_SPELLINGS} more` : '';
	const who = others.length === 1 ? 'One agent is' : `${others.length} agents are`;
	return {
		kind: 'similarAgents',
		level: 'info',
		message: `${who} written in several ways. Upper and lower case make no difference, so each is one agent: ${named.join('; ')}${more}.`,
	};
}
