import { weekdayOf, MINUTES_A_DAY, type Weekday } from '../calendar/day';
import { durationMinutes, type Interval } from '../calendar/interval';
import { MS_A_MINUTE, type ZoneClock } from '../calendar/zone';
import type { Staffing } from './staffing';

/** Coverage in one hour of the week. */
export interface HourRow {
	/** As in ISO 8601: Monday is 1. */
	weekday: Weekday;
	/** 0 to 23, on the schedule's clock. */
	hour: number;
	/** For how much of that hour, over all weeks of the window, there were enough agents; with two digits. */
	coveredPercent: number;
	averageAgents: number;
	/** How many agents are needed on average; with two digits. */
	averageNeeded: number;
	/** How long that hour is in the window, over all weeks. */
	minutes: number;
}

/** Every zone's clock changes on a quarter of an hour, so that no quarter is in two hours of a local clock. */
const QUARTER = 15 * MS_A_MINUTE;

/** Coverage by hour of the week, Monday first. Hours that are not in the window are left out. */
export function hoursOf(clock: ZoneClock, staffing: Staffing[]): HourRow[] {
	const hours = new Map<number, { minutes: number; covered: number; agentMinutes: number; neededMinutes: number }>();
	for (const level of staffing) {
		for (let start = level.start; start < level.end;) {
			const end = Math.min(level.end, Math.floor(start / QUARTER) * QUARTER + QUARTER);
			const local = clock.localMinutesAt(start);
			const key = weekdayOf(Math.floor(local / MINUTES_A_DAY)) * 24 + (Math.floor(local / 60) % 24);
			const hour = hours.get(key) ?? { minutes: 0, covered: 0, agentMinutes: 0, neededMinutes: 0 };
			const minutes = (end - start) / MS_A_MINUTE;
			hour.minutes += minutes;
			hour.covered += level.count >= level.needed ? minutes : 0;
			hour.agentMinutes += level.count * minutes;
			hour.neededMinutes += level.needed * minutes;
			hours.set(key, hour);
			start = end;
		}
	}
	return [...hours.entries()]
		.sort(([a], [b]) => a - b)
		.map(([key, { minutes, covered, agentMinutes, neededMinutes }]) => ({
			weekday: Math.floor(key / 24) as Weekday,
			hour: key % 24,
			coveredPercent: percent(covered, minutes),
			averageAgents: Math.round((agentMinutes / minutes) * 100) / 100,
			averageNeeded: Math.round((neededMinutes / minutes) * 100) / 100,
			minutes: Math.round(minutes),
		}));
}

/** A percentage with two digits; rounded down, so that it is never 100 where anything is missing. */
export const percent = (part: number, whole: number): number =>
	whole === 0 ? 0 : Math.floor((part / whole) * 10_000) / 100;

export const totalMinutes = (intervals: Interval[]): number =>
	intervals.reduce((sum, interval) => sum + durationMinutes(interval), 0);
