import { fold } from '../../../shared/values/text';

/** Two agents whose names are so much alike that they may be one person. */
export interface SimilarPair {
	one: string;
	other: string;
}

/** Nobody reads more. */
const MOST_PAIRS = 50;

/** Shorter names are one letter apart by chance: Jan and Jon. */
const FEWEST_LETTERS = 5;

/**
 * Finds agents that may be one person under two spellings: `0042` and `42`, `Müller` and `Mueller`, `Anna Kowalska` and
 * `Kowalska, Anna`, names with one letter more, less or other, or two letters exchanged. Ids in which digits differ are
 * no names, and different on purpose.
 *
 * @param ids in their order; spellings that make no difference are one id already
 * @param known the agents that are known to be different, each as `fold` has it
 */
export function similarAgents(ids: string[], known: ReadonlySet<string>): SimilarPair[] {
	const found = new Map<string, SimilarPair>();
	const note = (one: string, other: string): void => {
		if ((known.has(fold(one)) && known.has(fold(other))) || found.size >= MOST_PAIRS) return;
		found.set(JSON.stringify([one, other]), { one, other });
	};
	for (const group of groupsBy(ids, (id) => [sameSound(id)])) {
		const [first = '', ...others] = group;
		for (const other of others) note(first, other);
	}
	const names = ids.map((id) => ({ id, text: fold(id) })).filter(({ text }) => isName(text));
	for (const group of groupsBy(names, ({ text }) => [text, ...withoutOneLetter(text)])) {
		for (const [index, one] of group.entries()) {
			for (const other of group.slice(index + 1)) if (isOneSlip(one.text, other.text)) note(one.id, other.id);
		}
	}
	return [...found.values()];
}

/** Nobody's name is longer; each letter less makes another text to compare. */
const MOST_LETTERS = 100;

const isName = (text: string): boolean =>
	text.length >= FEWEST_LETTERS && text.length <= MOST_LETTERS && !/\d/.test(text);

/** The groups of several that share a key. */
function groupsBy<T>(all: T[], keysOf: (one: T) => string[]): T[][] {
	const groups = new Map<string, T | T[]>();
	for (const one of all) {
		for (const key of new Set(keysOf(one))) {
			const before = groups.get(key);
			if (before === undefined) groups.set(key, one);
			else if (Array.isArray(before)) before.push(one);
			else groups.set(key, [before, one]);
		}
	}
	return [...groups.values()].filter((group) => Array.isArray(group));
}

/** The same for a number with and without zeros in front, for a name without its accents, and for its words in any order. */
function sameSound(id: string): string {
	const text = fold(id);
	const [, digits] = /^(\d+)(?:\.0+)?$/.exec(text) ?? [];
	if (digits !== undefined) return digits.replace(/^0+(?=\d)/, '');
	const plain = text.replace(/[äöüßøåæœł]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
	return plain
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/ae|oe|ue/g, ([vowel = '']) => vowel)
		.split(/[\s,]+/)
		.sort()
		.join(' ');
}

/** Letters that are written as two where a keyboard has none of them, or that have no accent to take away. */
const PLAIN_LETTERS: Record<string, string> = {
	...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'oe', å: 'a', æ: 'ae', œ: 'oe', ł: 'l' },
};

const withoutOneLetter = (text: string): string[] =>
	Array.from({ length: text.length }, (_, at) => text.slice(0, at) + text.slice(at + 1));

/** Of two that are the same without one letter of either, or of the longer: whether one slip makes one of the other. */
function isOneSlip(one: string, other: string): boolean {
	if (one.length !== other.length) return true;
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	const isWrong = one.slice(start + 1) === other.slice(start + 1);
	const isExchanged =
		one[start] === other[start + 1] &&
		one[start + 1] === other[start] &&
		one.slice(start + 2) === other.slice(start + 2);
	return isWrong || isExchanged;
}
