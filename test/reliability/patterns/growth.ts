import { cpuTimeOf } from '../../support/cpuTime';
import type { Pattern } from './find';
import { hostileTexts, repeatedTexts, type HostileText } from './hostile';

/** In letters: from the first one on they are doubled until the time can be told from the noise of the machine. */
const LENGTHS = { first: 250, last: 32_000 };

/** In milliseconds. What takes less for the longest text is not a problem. */
const FAST = 4;

/** Four times the length takes four times as long where time grows with the length, and 16 times with its square. */
const MOST_GROWTH = 9;

/** How often a time is taken: the best of them is the least disturbed. */
const TRIES = 3;

/** In milliseconds. What takes longer is tried once: the noise of the machine is small beside it. */
const LONG = 200;

/** A text for which a pattern takes more time than grows with its length. */
export interface Slow extends HostileText {
	milliseconds: number;
	growth: number;
}

/** @returns the first such text; `undefined` where the pattern is linear for all that are tried */
export function slowTextFor(pattern: Pattern, texts = hostileTexts(pattern)): Slow | undefined {
	const regex = new RegExp(pattern.source, [...new Set([...pattern.flags, 'g'])].join(''));
	for (const text of texts) {
		for (let length = LENGTHS.first; length <= LENGTHS.last; length *= 2) {
			if (timeOf(regex, text, length, 1) < FAST) continue;
			const short = timeOf(regex, text, length, TRIES);
			if (short < FAST) continue;
			const long = timeOf(regex, text, length * 4, TRIES);
			if (long / short > MOST_GROWTH && isSlow(regex, text, length))
				return { ...text, milliseconds: long, growth: long / short };
			break;
		}
	}
	return undefined;
}

/** Once more, with more patience for a busy machine. */
const isSlow = (regex: RegExp, text: HostileText, length: number): boolean =>
	timeOf(regex, text, length * 4, 2 * TRIES) / timeOf(regex, text, length, 2 * TRIES) > MOST_GROWTH;

/** Looks for all places where the pattern fits, as `replace`, `split` and `matchAll` do; `test` looks for one of them. */
function timeOf(regex: RegExp, { prefix, pump, suffix }: HostileText, length: number, tries: number): number {
	const text = prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix;
	let best = Infinity;
	for (let attempt = 0; attempt < tries; attempt++) {
		best = Math.min(
			best,
			cpuTimeOf(() => text.replace(regex, '')),
		);
		if (best > LONG) break;
	}
	return best;
}

/**
 * @param length of the texts, in letters
 * @returns the first text of that length for which a pattern keeps so many places to come back to that its stack is full
 */
export function overflowFor(pattern: Omit<Pattern, 'place'>, length: number): HostileText | undefined {
	const regex = new RegExp(pattern.source, [...new Set([...pattern.flags.replace('g', ''), 'y'])].join(''));
	return repeatedTexts(pattern).find(({ prefix, pump, suffix }) => {
		regex.lastIndex = 0;
		try {
			regex.test(prefix + pump.repeat(length / pump.length) + suffix);
			return false;
		} catch (error) {
			if (error instanceof RangeError) return true;
			throw error;
		}
	});
}
