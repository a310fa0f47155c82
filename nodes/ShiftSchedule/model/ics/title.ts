import { fold } from '../../../shared/values/text';

/** How to find the agents in a text such as a title. */
export type TitleReading =
	{ kind: 'before'; separator: string } | { kind: 'known'; names: string[] } | { kind: 'pattern'; pattern: string };

/** In letters. No title is longer, and a description may be of any length. */
const MAX_TITLE_LENGTH = 1000;

/** @returns nothing when the text names nobody */
export function agentsInTitle(text: string, reading: TitleReading): string[] {
	const title = text.slice(0, MAX_TITLE_LENGTH);
	if (reading.kind === 'known') return knownIn(title, reading.names);
	const found =
		reading.kind === 'before'
			? textBefore(title, reading.separator)
			: groupOf(title, parsePattern(reading.pattern));
	return found === undefined || found.trim() === '' ? [] : [found.trim()];
}

function textBefore(title: string, separator: string): string | undefined {
	const at = title.indexOf(separator);
	return at === -1 ? undefined : title.slice(0, at);
}

/** The names that stand in a title as whole words: the longest first, so that Anna is not found in Anna Nowak. */
function knownIn(title: string, names: string[]): string[] {
	let left = fold(title);
	const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
	const found = longestFirst.filter((name) => {
		const wanted = fold(name);
		const at = wanted === '' ? -1 : wholeWordAt(left, wanted);
		if (at === -1) return false;
		left = `${left.slice(0, at)}\0${left.slice(at + wanted.length)}`;
		return true;
	});
	return names.filter((name, index) => found.includes(name) && names.indexOf(name) === index);
}

function wholeWordAt(text: string, word: string): number {
	for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
		const [before, after] = [text.slice(0, at).at(-1), text[at + word.length]];
		if (!isPartOfWord(before) && !isPartOfWord(after)) return at;
	}
	return -1;
}

const isPartOfWord = (letter: string | undefined): boolean =>
	letter !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(letter);

/** A pattern such as `On Call - (*) - *`: the texts between its stars, and which star is the agent. */
interface Pattern {
	texts: string[];
	group: number;
}

/** @returns `undefined` unless there is exactly one `(*)` */
export function parsePattern(pattern: string): Pattern | undefined {
	const parts = pattern.trim().split(/(\(\*\)|\*)/);
	const stars = parts.filter((_, index) => index % 2 === 1);
	const group = stars.indexOf('(*)');
	if (group === -1 || stars.lastIndexOf('(*)') !== group) return undefined;
	return { texts: parts.filter((_, index) => index % 2 === 0), group };
}

/**
 * What the agent's star stands for. Every star stands for as little as possible, so that a long title takes no more time than
 * it has letters; a pattern that has no star at an end has to fit to that end.
 */
function groupOf(title: string, pattern: Pattern | undefined): string | undefined {
	const text = title.trim();
	// Letters keep their number, so that what is found can be cut out of the title.
	const isFolded = text.toLowerCase().length === text.length;
	const folded = isFolded ? text.toLowerCase() : text;
	const [first = '', ...texts] = pattern?.texts.map((one) => (isFolded ? one.toLowerCase() : one)) ?? [];
	if (pattern === undefined || !folded.startsWith(first)) return undefined;
	let from = first.length;
	let group: string | undefined;
	for (const [index, wanted] of texts.entries()) {
		const isLast = index === texts.length - 1;
		const at = wanted === '' ? (isLast ? folded.length : from) : folded.indexOf(wanted, from);
		const found = isLast && wanted !== '' ? folded.length - wanted.length : at;
		if (found < from || (isLast && !folded.endsWith(wanted))) return undefined;
		if (index === pattern.group) group = text.slice(from, found);
		from = found + wanted.length;
	}
	return group;
}
