import { heatOf, slotMinutesFor, type Heat } from '../model/answers/heat';
import type { StaffedState } from '../model/answers/shortages';
import { MINUTES_A_DAY } from '../model/calendar/day';
import type { Interval } from '../model/calendar/interval';
import { dayAt, type ZoneClock } from '../model/calendar/zone';
import type { ScheduledState } from '../model/schedule/types';
import { pngFile } from './pngFile';
import { windowText } from './layout/dateText';
import { fitsHeat, heatDrawing, usedSlots } from './layout/heat';

/** A week of one state as a file. */
export interface HeatPicture {
	png: Uint8Array;
	state: ScheduledState;
	window: Interval;
	/** From 1, among those of all states. */
	page: number;
	pages: number;
}

const DAYS_A_WEEK = 7;

/**
 * For each state and each week of the window a picture of how many agents are there and needed, in the order of time. The
 * weeks begin on the window's first day.
 */
export async function heatPictures(
	clock: ZoneClock,
	staffed: StaffedState[],
	window: Interval,
	title: string,
): Promise<HeatPicture[]> {
	const weeks = weeksOf(clock, window);
	const parts = staffed.flatMap((one) => weeks.map((week) => ({ ...one, week })));
	const pictures: HeatPicture[] = [];
	// One after the other, because a page takes megabytes while it is painted.
	for (const [index, { state, staffing, week }] of parts.entries()) {
		const page = { number: index + 1, of: parts.length };
		const about = `${windowText(clock, week)}, ${clock.zone} · ${state}`;
		const png = await pngFile(heatDrawing(weekOf(clock, { state, staffing }, week), { title, about, page }));
		pictures.push({ png, state, window: week, page: page.number, pages: page.of });
	}
	return pictures;
}

function weeksOf(clock: ZoneClock, { start, end }: Interval): Interval[] {
	const [first, last] = [dayAt(clock, start), dayAt(clock, end - 1)];
	const midnight = (day: number): number => clock.instantOf(day * MINUTES_A_DAY);
	const count = Math.max(1, Math.ceil((last - first + 1) / DAYS_A_WEEK));
	return Array.from({ length: count }, (_, week) => ({
		start: week === 0 ? start : midnight(first + week * DAYS_A_WEEK),
		end: week === count - 1 ? end : midnight(first + (week + 1) * DAYS_A_WEEK),
	}));
}

/** In half-hours where needs begin or end between two full hours, if so many rows fit. */
function weekOf(clock: ZoneClock, { staffing }: StaffedState, { start, end }: Interval): Heat {
	const inWeek = staffing
		.map((one) => ({ ...one, start: Math.max(one.start, start), end: Math.min(one.end, end) }))
		.filter((one) => one.start < one.end);
	const first = dayAt(clock, start);
	const days = dayAt(clock, end - 1) - first + 1;
	const heat = (slotMinutes: number): Heat => heatOf(clock, inWeek, { first, days, slotMinutes });
	const fine = heat(slotMinutesFor(clock, inWeek));
	const { from, until } = usedSlots(fine);
	return fitsHeat(until - from) ? fine : heat(60);
}
