import { patternsIn, type Pattern } from './find';
import { overflowFor } from './growth';

// A process of its own: after a megabyte of patterns and 16 MB of code V8 no longer optimises them, and then a text of 10 MB
// is too long for most of them. https://github.com/v8/v8/blob/11.3.244/src/regexp/regexp.cc (TooMuchRegExpCode)

/** Cells of a roster, and what stands before the colon in a calendar's line, are cut or refused before anybody reads them. */
function longestFor({ place, source }: Pattern): number {
	if (place.startsWith('nodes/ShiftSchedule/model/roster/')) return 100_000;
	const isHead = place.startsWith('nodes/ShiftSchedule/model/ics/text.ts') && source.includes('[A-Za-z0-9-]+');
	return isHead ? 10_000 : 10_000_000;
}

const found = patternsIn().patterns.flatMap((pattern) => {
	const text = overflowFor(pattern, longestFor(pattern));
	return text ? [{ ...pattern, text }] : [];
});
console.log(JSON.stringify(found));
