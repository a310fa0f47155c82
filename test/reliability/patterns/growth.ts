import type { Pattern } from './find';
import { hostileTexts, type HostileText } from './hostile';

/** In letters: from the first one on they are doubled until the time can be told from the noise of the machine. */
const LENGTHS = { first: 250, last: 32_000 };

/** In milliseconds. What takes less for the longest text is no trouble. */
const FAST = 4;

/** Four times the length takes four times as long where time grows with the length, and 16 times with its square. */
const MOST_GROWTH = 9;

/** How often a time is taken: the best of them is the least disturbed. */
const TRIES = 3;

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
	timeOf(regex, text, length * 4, 5 * TRIES) / timeOf(regex, text, length, 5 * TRIES) > MOST_GROWTH;

/** Looks for all places where the pattern fits, as `replace`, `split` and `matchAll` do; `test` looks for one of them. */
function timeOf(regex: RegExp, { prefix, pump, suffix }: HostileText, length: number, tries: number): number {
	const text = prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix;
	let best = Infinity;
	for (let attempt = 0; attempt < tries; attempt++) {
		const from = performance.now();
		text.replace(regex, '');
		best = Math.min(best, performance.now() - from);
	}
	return best;
}
