import { MS_A_DAY } from '../calendar/day';
import type { Interval } from '../calendar/interval';
import { windowsZones } from '../calendar/windowsZones';
import { createZoneClock } from '../calendar/zone';
import type { OwnZone } from './ownZone';

/** A change of the clocks and back takes longer everywhere. */
const STEP_IN_DAYS = 5;

/** Some months more on either side, so that both changes of a year are compared. */
const COMPARED_BEYOND_IN_DAYS = 370;

/**
 * Finds a place whose clocks show what a calendar's own zone says, in the time that was asked for and the year around it.
 * That is how an event can repeat in a `Customized Time Zone`.
 *
 * @param preferred the place to try first
 */
export function placeLike(own: OwnZone, preferred: string, { start, end }: Interval): string | undefined {
	const candidates = new Set([preferred, ...windowsZones.values(), ...Intl.supportedValuesOf('timeZone')]);
	const instants: number[] = [];
	for (
		let instant = start - COMPARED_BEYOND_IN_DAYS * MS_A_DAY;
		instant <= end + COMPARED_BEYOND_IN_DAYS * MS_A_DAY;
		instant += STEP_IN_DAYS * MS_A_DAY
	) {
		instants.push(instant);
	}
	const changes = instants.flatMap((instant, index) => {
		const next = instants[index + 1];
		return next === undefined || own.offsetAt(instant) === own.offsetAt(next) ? [] : [changeIn(own, instant, next)];
	});
	const compared = [...instants, ...changes.flatMap((change) => [change - 1, change])];
	return [...candidates].find((zone) => {
		const clock = createZoneClock(zone);
		return compared.every((instant) => clock.offsetAt(instant) === own.offsetAt(instant));
	});
}

/** The first instant of the new offset. */
function changeIn(own: OwnZone, before: number, after: number): number {
	let [low, high] = [before, after];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (own.offsetAt(middle) === own.offsetAt(before)) low = middle;
		else high = middle;
	}
	return high;
}
