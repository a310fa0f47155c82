import { fold } from './text';

/** Longer texts are compared by their beginning: comparing costs the product of both lengths. */
const MAX_COMPARED_LENGTH = 100;

/** Where more of the letters are wrong than this, no name is closer than another. */
const MAX_SHARE_WRONG = 0.75;

/**
 * The names that were likely meant, the likeliest first. Names that are equally likely keep their order, and so do all
 * that resemble the text too little to be meant: what they share with it is chance.
 *
 * @param wanted what was given
 * @param count how many names at most
 */
export function closestNames(wanted: string, names: readonly string[], count: number): string[] {
	const text = comparable(wanted);
	const furthest = text.length * MAX_SHARE_WRONG;
	return names
		.map((name) => ({
			name,
			distance: Math.min(furthest, distanceOf(text, comparable(name))),
		}))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, count)
		.map(({ name }) => name);
}

/** Cut before it is folded, too: a text of ten megabytes takes its time there. */
const comparable = (text: string): string => fold(text.slice(0, MAX_COMPARED_LENGTH * 4)).slice(0, MAX_COMPARED_LENGTH);

/** What may be wrong of a name that was meant, as a share of its letters. */
const MAX_SHARE_MISSPELT = 0.38;

/** Whether a name is likely the one that was meant, and not only the first of many that are not. */
export function isCloseTo(wanted: string, name: string): boolean {
	const [text, other] = [comparable(wanted), comparable(name)];
	if (other.includes(text) || text.includes(lastPart(other))) return true;
	return edits(lastPart(text), lastPart(other)) <= lastPart(text).length * MAX_SHARE_MISSPELT;
}

/**
 * Nothing where one name holds the other; else by the slip that would explain it best: wrong letters, the right place in
 * the wrong region (Italy/Rome), or parts in another order (Kowalska Anna).
 */
function distanceOf(wanted: string, name: string): number {
	if (name.includes(wanted) || wanted.includes(name)) return 0;
	const isPart = !wanted.includes('/');
	const whole = edits(wanted, name);
	const hasPlace = !isPart || name.includes('/');
	const place = hasPlace ? edits(lastPart(wanted), lastPart(name)) + (isPart ? 0 : 1) : whole;
	return Math.min(whole, place, missingPairs(wanted, name) + 1);
}

/** Of a name such as Europe/Warsaw the place. */
const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** The Levenshtein distance: how many letters to insert, drop or replace. */
function edits(from: string, to: string): number {
	const [letters, others] = [[...from], [...to]];
	// Two rows of numbers, written over in turn: a list of three thousand names is compared while someone waits.
	let row = Uint16Array.from({ length: others.length + 1 }, (_, column) => column);
	let next = new Uint16Array(row.length);
	for (const [index, letter] of letters.entries()) {
		next[0] = index + 1;
		for (let column = 0; column < others.length; column++) {
			const replace = (row[column] ?? 0) + (letter === others[column] ? 0 : 1);
			next[column + 1] = Math.min(replace, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1);
		}
		[row, next] = [next, row];
	}
	return row.at(-1) ?? 0;
}

/** How many pairs of adjacent letters the name does not have. */
function missingPairs(wanted: string, name: string): number {
	const known = new Set(adjacentPairs(name));
	return adjacentPairs(wanted).filter((pair) => !known.has(pair)).length;
}

const adjacentPairs = (text: string): string[] =>
	Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
