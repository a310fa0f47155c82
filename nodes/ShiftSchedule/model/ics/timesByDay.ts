import type { EpochDay } from '../calendar/day';
import { startsOn } from '../schedule/shift';
import type { Time } from '../schedule/types';

export type ClockTime = Time & { kind: 'clock' };

/**
 * The times of an event by their days: one with twenty thousand dates of its own is not looked through for each date that
 * is taken out.
 */
export class TimesByDay {
	/** Those of one day. */
	private readonly single = new Map<EpochDay, ClockTime[]>();
	private readonly others: ClockTime[] = [];

	constructor(times: ClockTime[]) {
		for (const time of times) this.add(time);
	}

	add(time: ClockTime): void {
		const { from, until } = time.days;
		if (from === undefined || from !== until) this.others.push(time);
		else this.single.set(from, [...(this.single.get(from) ?? []), time]);
	}

	/** All that may start on a day, the day before or the day after. */
	near(day: EpochDay): ClockTime[] {
		return [...this.others, ...[day - 1, day, day + 1].flatMap((one) => this.single.get(one) ?? [])];
	}

	/** Whether a time of one day is among them. */
	has({ days: { from = 0 }, start, minutes }: ClockTime): boolean {
		return this.near(from).some(
			(time) => time.start === start && time.minutes === minutes && startsOn(time.days, from, 0),
		);
	}
}
