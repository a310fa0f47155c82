import { MINUTES_A_DAY, modulo } from '../calendar/day';
import type { LocalMinutes } from '../calendar/zone';
import type { Days } from '../schedule/types';
import type { ClockTime } from './timesByDay';

/** Of times, what starts before a local time. */
export const timesBefore = (times: ClockTime[], limit: LocalMinutes): ClockTime[] =>
	times.flatMap((time) => {
		const until = Math.min(time.days.until ?? Infinity, firstDayFrom(time, limit) - 1);
		return isNever({ ...time.days, until }) ? [] : [{ ...time, days: { ...time.days, until } }];
	});

/** Of times, what starts at a local time or later. */
export const timesFrom = (times: ClockTime[], limit: LocalMinutes): ClockTime[] =>
	times.flatMap((time) => {
		const from = Math.max(time.days.from ?? -Infinity, firstDayFrom(time, limit));
		return isNever({ ...time.days, from }) ? [] : [{ ...time, days: { ...time.days, from } }];
	});

/** The first day on which a time of this start is not before the limit. */
const firstDayFrom = ({ start }: ClockTime, limit: LocalMinutes): number => Math.ceil((limit - start) / MINUTES_A_DAY);

const isNever = ({ from = -Infinity, until = Infinity }: Days): boolean => from > until;

/**
 * Times that are so much later, or earlier, and as long as given: RFC 5545, 3.8.4.4, has the change of one date stand for
 * those of all that follow.
 *
 * @param by minutes by the local clock
 */
export const movedTimes = (times: ClockTime[], by: number, minutes: number): ClockTime[] =>
	times.map(({ days, start }) => {
		const dayShift = Math.floor((start + by) / MINUTES_A_DAY);
		return { kind: 'clock', days: movedDays(days, dayShift), start: modulo(start + by, MINUTES_A_DAY), minutes };
	});

function movedDays(days: Days, by: number): Days {
	const { from, until, recurrence, except } = days;
	return {
		...days,
		...(from === undefined ? {} : { from: from + by }),
		...(until === undefined ? {} : { until: until + by }),
		...(recurrence === undefined ? {} : { recurrence: { ...recurrence, movedBy: recurrence.movedBy + by } }),
		...(except === undefined ? {} : { except: new Set([...except].map((day) => day + by)) }),
	};
}
