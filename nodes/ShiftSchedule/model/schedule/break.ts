import { MINUTES_A_DAY, modulo } from '../calendar/day';
import { startsOn, type Occurrence } from './shift';
import type { Break } from './types';
import { intersection, isEmpty, type Interval } from '../calendar/interval';
import { MS_A_MINUTE, type ZoneClock, type Instant, type LocalMinutes } from '../calendar/zone';

/** The agent who takes a break: as the how many-eth of its agents, and where in the rotation. */
export interface Turn {
	position: number;
	step: number;
}

/**
 * When a break falls inside one shift. What lies outside the shift is cut off.
 *
 * A clock time is the first such time at or after the shift's start: 02:00 in a night shift is tomorrow's.
 *
 * @returns `undefined` when it is not on this shift's day, or not inside the shift
 */
export function breakIn(clock: ZoneClock, shift: Occurrence, pause: Break, turn: Turn): Interval | undefined {
	if (!startsOn(pause.days, shift.day, turn.step)) return undefined;
	const later = staggered(pause, turn.position) * MS_A_MINUTE;
	const start = momentOf(clock, shift, pause.start, clock.wallOf(shift.start));
	// From the start as it is written: one that the clocks skip is moved, and then the end would be tomorrow's.
	const end =
		pause.end.kind === 'lasts'
			? start.instant + pause.end.minutes * MS_A_MINUTE
			: momentOf(clock, shift, pause.end, start.wall).instant;
	const span = intersection(shift, { start: start.instant + later, end: end + later });
	return isEmpty(span) ? undefined : span;
}

function staggered({ stagger }: Break, position: number): number {
	if (stagger === undefined) return 0;
	return stagger.minutes * (stagger.groups === undefined ? position : modulo(position, stagger.groups));
}

/** @param notBefore the wall from which to look for a clock time */
function momentOf(
	clock: ZoneClock,
	shift: Interval,
	time: Break['start'],
	notBefore: LocalMinutes,
): { instant: Instant; wall: LocalMinutes } {
	if (time.kind === 'clock') {
		const wall = notBefore + modulo(time.minutes - notBefore, MINUTES_A_DAY);
		return { instant: clock.instantOf(wall), wall };
	}
	const length = time.minutes * MS_A_MINUTE;
	const instant = time.kind === 'afterStart' ? shift.start + length : shift.end - length;
	return { instant, wall: clock.wallOf(instant) };
}
