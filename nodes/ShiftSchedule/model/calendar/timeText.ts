import { MINUTES_A_DAY, modulo } from './day';
import type { LocalMinutes } from './zone';

/** The time of day, such as `03:00`. */
export function timeText(local: LocalMinutes): string {
	const minutes = modulo(local, MINUTES_A_DAY);
	const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
	return `${two(minutes / 60)}:${two(minutes % 60)}`;
}
