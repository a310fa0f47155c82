import { MINUTES_A_DAY, modulo } from '../calendar/day';
import { startsOn, type Occurrence } from './shift';
import type { Break } from './types';
import { intersection, isEmpty, type Interval } from '../calendar/interval';
import { MS_A_MINUTE, type ZoneClock, type Instant, type LocalMinutes } from '../calendar/zone';

/** The agent who takes a break. */
export interface BreakTaker {
	/** Among all agents of the break, from 0: staggered breaks start one after another in this order. */
	position: number;
	/** Where the agent stands in rotations; see `Agent` in types.ts. */
	step: number;
}

/**
 * When a break falls inside one shift. What lies outside the shift is cut off.
 *
 * A clock time is the first such time at or after the shift's start: 02:00 in a night shift is tomorrow's.
 *
 * @returns `undefined` when it is not on this shift's day, or not inside the shift
 */
export function breakIn(clock: ZoneClock, shift: Occurrence, pause: Break, taker: BreakTaker): Interval | undefined {
	if (!startsOn(pause.days, shift.day, taker.step)) return undefined;
	const delay = staggerMinutes(pause, taker.position) * MS_A_MINUTE;
	const start = timeInShift(clock, shift, pause.start, clock.localMinutesAt(shift.start));
	// From the start as it is written: a start that the clocks skip is moved, and the end would be tomorrow's after it.
	const end =
		pause.end.kind === 'lasts'
			? start.instant + pause.end.minutes * MS_A_MINUTE
			: timeInShift(clock, shift, pause.end, start.localMinutes).instant;
	const interval = intersection(shift, { start: start.instant + delay, end: end + delay });
	return isEmpty(interval) ? undefined : interval;
}

function staggerMinutes({ stagger }: Break, position: number): number {
	if (stagger === undefined) return 0;
	return stagger.minutes * (stagger.groups === undefined ? position : modulo(position, stagger.groups));
}

/** @param notBefore a clock time is the first one at or after this */
function timeInShift(
	clock: ZoneClock,
	shift: Interval,
	time: Break['start'],
	notBefore: LocalMinutes,
): { instant: Instant; localMinutes: LocalMinutes } {
	if (time.kind === 'clock') {
		const localMinutes = notBefore + modulo(time.minutes - notBefore, MINUTES_A_DAY);
		return { instant: clock.instantOf(localMinutes), localMinutes };
	}
	const length = time.minutes * MS_A_MINUTE;
	const instant = time.kind === 'afterStart' ? shift.start + length : shift.end - length;
	return { instant, localMinutes: clock.localMinutesAt(instant) };
}
