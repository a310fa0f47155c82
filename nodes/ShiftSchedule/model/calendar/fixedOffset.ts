/** More than any place is from Greenwich. */
const MAX_HOURS = 14;

/**
 * Reads a fixed offset: `UTC+1`, `GMT+05:30`, `-0300`, or a name of the tz database such as `Etc/GMT-2`, whose sign says the
 * opposite.
 *
 * It is exact for a time on a date, as an export writes it. For what repeats it is wrong by an hour as soon as the clocks
 * change, wherever they do.
 *
 * @returns `UTC+05:30` or, of the tz database, the name; both are zones to `createZoneClock`. `undefined` when the text is none
 */
export function fixedOffsetNamed(text: string): string | undefined {
	const name = text.trim();
	const [, etc] = /^etc\/gmt([+-]\d{1,2})$/i.exec(name) ?? [];
	// East of Greenwich 14, west of it 12: what the tz database has.
	if (etc !== undefined) return Number(etc) >= -14 && Number(etc) <= 12 ? `Etc/GMT${etc}` : undefined;
	const [, sign, hours, minutes = '0'] = /^(?:utc|gmt|z)? ?([+\-−]) ?(\d{1,2})(?::?([0-5]\d))?$/i.exec(name) ?? [];
	if (sign === undefined) return undefined;
	const length = Number(hours) * 60 + Number(minutes);
	return length > MAX_HOURS * 60 ? undefined : fixedOffset(sign === '+' ? length : -length);
}

/**
 * The zone that is always so far from Greenwich.
 *
 * @param minutes east of Greenwich positive
 */
export function fixedOffset(minutes: number): string {
	if (minutes === 0) return 'UTC';
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	const two = (part: number): string => String(part).padStart(2, '0');
	return `UTC${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}
