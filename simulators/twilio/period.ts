import type { Call } from './call';
import { atLeast, dateTime, readFields } from './fields';
import { invalid } from './refusal';

/** Milliseconds since the epoch, both ends included. */
export interface Period {
	from: number;
	to: number;
}

const MINUTE = 60_000;

/**
 * The time that StartDate, EndDate and Minutes name together; "the default is 15 minutes" when nothing says where it
 * starts. Minutes count back from now, not from EndDate.
 */
export function readPeriod({ query }: Call): Period {
	const sent = readFields({ StartDate: dateTime, EndDate: dateTime, Minutes: atLeast(1) }, query);
	const { StartDate: start = -Infinity, EndDate: end = Infinity } = sent;
	if (start > end) throw invalid('StartDate must not be after EndDate');
	const now = Date.now();
	const minutes = sent.Minutes ?? (sent.StartDate === undefined ? 15 : Infinity);
	return { from: Math.max(start, now - minutes * MINUTE), to: Math.min(end, now) };
}
