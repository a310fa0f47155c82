import { patternsIn, type Pattern } from './find';
import { overflowFor, slowTextFor, type Slow } from './growth';
import type { HostileText } from './hostile';

// A process of its own: after a megabyte of patterns and 16 MB of code V8 no longer optimises them. Then they take ten times as
// long, and a text of 10 MB is too long for most of them.
// https://github.com/v8/v8/blob/11.3.244/src/regexp/regexp.cc (TooMuchRegExpCode)

/** A pattern, and the texts that are too much for it. */
export interface Searched extends Pattern {
	slow?: Slow;
	overflow?: HostileText;
}

/** Cells of a roster, and what stands before the colon in a calendar's line, are cut or refused before anyone reads them. */
function longestFor({ place, source }: Pattern): number {
	if (place.startsWith('nodes/ShiftSchedule/model/roster/')) return 100_000;
	const isHead = place.startsWith('nodes/ShiftSchedule/model/ics/text.ts') && source.includes('[A-Za-z0-9-]+');
	return isHead ? 10_000 : 10_000_000;
}

const { patterns } = patternsIn();
// One after the other for the stack first: the search for slow ones compiles patterns anew.
const overflows = patterns.map((pattern) => overflowFor(pattern, longestFor(pattern)));
const searched: Searched[] = patterns.map((pattern, index) => ({
	...pattern,
	slow: slowTextFor(pattern),
	overflow: overflows[index],
}));
console.log(JSON.stringify(searched));
