import type { Cells } from './cells';
import { fold, inQuotes, tidyText } from '../../../shared/values/text';

/** What a comma in a cell of agents means: it separates them, it is part of a name, or as the rest of the roster tells. */
export type AgentsInCell = 'several' | 'one' | 'findOut';

export interface NameOptions {
	agentsInCell: AgentsInCell;
	/** The ids that the service knows, as far as someone said so. */
	knownAgents: readonly string[];
}

/** Whether a cell means all agents. */
export const isAll = (text: string): boolean => /^(\*|all|everyone)$/i.test(text.trim());

/** The agents of a cell or, where a comma can be read in two ways, what is wrong. */
export interface CommaReading {
	names: string[];
	unclear?: UnclearComma;
}

/** A comma that can be read in two ways. */
interface UnclearComma {
	problem: string;
	/** The agents whom the cell may be about. */
	mayBe: string[];
}

/**
 * Reads `anna, ben` as two agents and `Kowalska, Anna` as one, by what else the roster says. Semicolons and line breaks
 * always separate, unless the cell is one agent by the form.
 *
 * A comma separates what stands alone elsewhere (in another row, or among the known agents), and what cannot be a name: ids
 * with digits, addresses, extensions. It belongs to a name that stands elsewhere as a whole: in a row of kind agent, as
 * the other agent of a swap, among the known agents. A pair about which nothing is said is refused: taken for two,
 * `Kowalska, Anna` would be two agents who do not exist.
 */
export function commaReader(
	filled: Cells[],
	isAgentRow: (cells: Cells) => boolean,
	{ agentsInCell, knownAgents }: NameOptions,
): (cells: Cells) => CommaReading {
	if (agentsInCell === 'one') return (cells) => ({ names: tidyNames([cells.text('agent')]) });
	if (agentsInCell === 'several') return (cells) => ({ names: segmentsIn(cells).flatMap(partsIn) });
	const alone = namesAlone(filled, isAgentRow, knownAgents);
	return (cells) => {
		const names: string[] = [];
		for (const segment of segmentsIn(cells)) {
			const parts = partsIn(segment);
			const sense = parts.length < 2 ? 'several' : senseOf(parts, alone);
			if (sense === 'several') names.push(...parts);
			else if (sense === 'one') names.push(wholeOf(parts));
			else return { names: [], unclear: unclearOf(parts, alone) };
		}
		return { names };
	};
}

/** What semicolons and line breaks separate. */
const segmentsIn = (cells: Cells): string[] => cells.text('agent').split(AGENT_SEPARATOR);

const AGENT_SEPARATOR = /[;\n]/;

/** Reads `anna, ben`; semicolons and line breaks separate, too. */
export const splitAgentIds = (text: string): string[] => [...new Set(text.split(AGENT_SEPARATOR).flatMap(partsIn))];

const partsIn = (segment: string): string[] => tidyNames(segment.split(','));

const tidyNames = (texts: string[]): string[] => texts.map(tidyText).filter((name) => name !== '');

const wholeOf = (parts: string[]): string => parts.join(', ');

/** The names that stand for one agent, as they are compared. */
function namesAlone(
	filled: Cells[],
	isAgentRow: (cells: Cells) => boolean,
	knownAgents: readonly string[],
): Set<string> {
	const alone = new Set(knownAgents.map((name) => fold(wholeOf(partsIn(name)))));
	const lists = new Map<string, string[]>();
	for (const cells of filled) {
		if (cells.text('with') !== '') alone.add(fold(wholeOf(partsIn(cells.text('with')))));
		for (const segment of segmentsIn(cells)) {
			const parts = partsIn(segment);
			const [first, second, ...more] = parts;
			if (first === undefined) continue;
			if (second === undefined) alone.add(fold(first));
			else if (more.length === 0 && fold(cells.text('name')) === fold(`${second} ${first}`))
				alone.add(fold(wholeOf(parts)));
			else lists.set(fold(wholeOf(parts)), parts);
		}
	}
	// Lists that are certain tell who is there, and that may make other lists certain: those with the same part.
	const withPart = new Map<string, string[]>();
	for (const [key, parts] of lists) {
		for (const part of new Set(parts.map(fold))) {
			const before = withPart.get(part);
			if (before) before.push(key);
			else withPart.set(part, [key]);
		}
	}
	const open = [...lists.keys()];
	for (let key = open.pop(); key !== undefined; key = open.pop()) {
		const parts = lists.get(key);
		if (parts === undefined || senseOf(parts, alone) !== 'several') continue;
		lists.delete(key);
		for (const part of parts.map(fold)) {
			if (alone.has(part)) continue;
			alone.add(part);
			open.push(...(withPart.get(part) ?? []));
		}
	}
	for (const cells of filled.filter(isAgentRow)) {
		for (const segment of segmentsIn(cells)) {
			const parts = partsIn(segment);
			if (parts.length === 2 && !parts.some((part) => alone.has(fold(part)))) alone.add(fold(wholeOf(parts)));
		}
	}
	return alone;
}

function senseOf(parts: string[], alone: Set<string>): 'several' | 'one' | 'unclear' {
	const known = parts.filter((part) => alone.has(fold(part)));
	const isWhole = alone.has(fold(wholeOf(parts)));
	if (isWhole) return known.length < parts.length ? 'one' : 'unclear';
	if (known.length === parts.length || isList(parts) || parts.some(isAll)) return 'several';
	if (known.length === 0) return 'unclear';
	return (parts.length === 2 && !parts.some(isLogin)) || hasTitle(parts) ? 'unclear' : 'several';
}

/** One word that begins with a small letter: with an agent beside it who stands alone elsewhere, it is not a given name. */
const isLogin = (part: string): boolean => /^\p{Ll}\S*$/u.test(part);

/** Ids, addresses and extensions are not surnames; nor are three names, or five, pairs of surname and given name. */
const isList = (parts: string[]): boolean =>
	parts.every((part) => /[\d@*]/.test(part)) || (parts.length % 2 === 1 && !hasTitle(parts));

/** `Smith, John, Jr.` is one. */
const hasTitle = (parts: string[]): boolean => parts.some((part) => /^(jr|sr|ii|iii|iv|dr|md|mba|phd)\.?$/i.test(part));

/** More names are counted. */
const MOST_STRANGERS = 5;

function unclearOf(parts: string[], alone: Set<string>): UnclearComma {
	const known = parts.filter((part) => alone.has(fold(part)));
	const strangers = parts.filter((part) => !alone.has(fold(part)));
	const named = strangers.slice(0, MOST_STRANGERS).map(inQuotes);
	if (strangers.length > named.length) named.push(`${strangers.length - named.length} more`);
	const why =
		strangers.length === 0
			? 'the roster has an agent of the whole name and agents of its parts'
			: `${named.join(' and ')} ${strangers.length === 1 ? 'is' : 'are'} in no other row`;
	return {
		problem: `${inQuotes(wholeOf(parts))} can be one agent or ${parts.length}: ${why}. Choose Only One or Several in 'Agents in One Cell', or write a semicolon between agents`,
		mayBe: [wholeOf(parts), ...known],
	};
}
