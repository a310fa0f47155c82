/** In letters: of a note, a name or a time. What is longer was not meant for its column. */
const LONGEST_CELL = 1000;

/** A cell of agents may name thousands of them. */
const LONGEST_LIST = 100_000;

/**
 * Looks at the length of a cell before anyone reads it: one of a megabyte would hold the run up.
 *
 * @returns what is wrong with one that is too long
 */
export function tooLong(cell: unknown, isList = false): string | undefined {
	const longest = isList ? LONGEST_LIST : LONGEST_CELL;
	if (typeof cell !== 'string' || cell.length <= longest) return undefined;
	return `is ${cell.length} characters long, and at most ${longest} are read: shorten it`;
}
