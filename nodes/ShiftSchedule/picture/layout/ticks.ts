import { MINUTES_A_DAY, modulo } from '../../model/calendar/day';
import { contains, isEmpty } from '../../model/calendar/interval';
import { timeText } from '../../model/calendar/timeText';
import { MS_A_MINUTE, type Instant } from '../../model/calendar/zone';
import { pixelsPerDay, type Axis } from './axis';
import type { ClockChange } from './clockChanges';

/** A time of day in the header. */
export interface Tick {
	at: Instant;
	text: string;
}

/** In minutes. */
const steps = [1, 5, 10, 15, 30, 60, 120, 180, 360, 480, 720];

/** The room that `06:00`, `6` and, in steps of eight hours, `8` need, in pixels: the next one is `16`, and then midnight. */
const [LONG, SHORT, OF_EIGHT_HOURS] = [76, 32, 26];

function roomFor(step: number): number {
	if (step < 60) return LONG;
	return step === 480 ? OF_EIGHT_HOURS : SHORT;
}

/** As many times as there is room for. Where the clocks go back, a time that occurs twice is there twice. */
export function ticksOf(axis: Axis, changes: ClockChange[]): Tick[] {
	const pixelsPerMinute = pixelsPerDay(axis) / MINUTES_A_DAY;
	const step = steps.find((one) => one * pixelsPerMinute >= roomFor(one));
	if (step === undefined || isEmpty(axis.window)) return [];
	const { window, clock } = axis;
	const isLong = step < 60 || step * pixelsPerMinute >= LONG;
	const ticks: Tick[] = [];
	const add = (at: Instant, local: number): void => {
		const text = isLong ? timeText(local) : String(modulo(local, MINUTES_A_DAY) / 60);
		// A time that the clocks skip does not exist, and midnight is where the day's name begins.
		if (contains(window, at) && clock.localMinutesAt(at) === local && (isLong || text !== '0'))
			ticks.push({ at, text });
	};
	const [from, until] = [clock.localMinutesAt(window.start), clock.localMinutesAt(window.end) + MINUTES_A_DAY / 2];
	for (let local = Math.floor(from / step) * step; local <= until; local += step) add(clock.instantOf(local), local);
	for (const { at, minutes } of changes) {
		const again = clock.localMinutesAt(at);
		for (let local = Math.ceil(again / step) * step; local < again - minutes; local += step) {
			add(at + (local - again) * MS_A_MINUTE, local);
		}
	}
	return ticks.sort((a, b) => a.at - b.at);
}
