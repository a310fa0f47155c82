import { MINUTES_A_DAY, modulo, type EpochDay } from '../calendar/day';
import { MS_A_MINUTE, type ZoneClock } from '../calendar/zone';
import type { Staffing } from './staffing';

/** How many agents are needed and there at the worst moment of a slot: when most are missing, or fewest to spare. */
export interface HeatCell {
	needed: number;
	scheduled: number;
}

/** Days side by side, cut into slots of the same length. */
export interface Heat {
	/** The first day. */
	first: EpochDay;
	days: number;
	/** The length of a slot in minutes. */
	slotMinutes: number;
	/** By day from the first one, and by slot since midnight; a slot that the clocks skip, or outside of the window, has none. */
	cells: Array<Map<number, HeatCell>>;
}

/** Every zone's clock changes on a quarter of an hour, so that no quarter is in two slots of a local clock. */
const QUARTER_MINUTES = 15;

/** @param staffing in order of time; only what lies on these days is counted */
export function heatOf(
	clock: ZoneClock,
	staffing: Staffing[],
	{ first, days, slotMinutes }: Pick<Heat, 'first' | 'days' | 'slotMinutes'>,
): Heat {
	const cells = Array.from({ length: days }, () => new Map<number, HeatCell>());
	const quarter = QUARTER_MINUTES * MS_A_MINUTE;
	for (const { start, end, count, needed } of staffing) {
		for (let at = start; at < end; at = Math.min(end, Math.floor(at / quarter) * quarter + quarter)) {
			const local = clock.localMinutesAt(at);
			const day = cells[Math.floor(local / MINUTES_A_DAY) - first];
			const slot = Math.floor(modulo(local, MINUTES_A_DAY) / slotMinutes);
			const [before, cell] = [day?.get(slot), { needed, scheduled: count }];
			if (before === undefined || isWorse(cell, before)) day?.set(slot, cell);
		}
	}
	return { first, days, slotMinutes, cells };
}

/** What is not needed is never worse: part of a slot may be outside of the opening hours. */
function isWorse(cell: HeatCell, before: HeatCell): boolean {
	if (cell.needed === 0 || before.needed === 0) return cell.needed > before.needed;
	return cell.scheduled - cell.needed < before.scheduled - before.needed;
}

/** 30 where a need begins or ends between two full hours, and else 60. */
export function slotMinutesFor(clock: ZoneClock, staffing: Staffing[]): number {
	const isBetweenHours = staffing.some(({ start, needed }, index) => {
		const before = staffing[index - 1]?.needed ?? needed;
		return before !== needed && modulo(clock.localMinutesAt(start), 60) !== 0;
	});
	return isBetweenHours ? 30 : 60;
}
