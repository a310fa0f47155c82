import { MINUTES_A_DAY } from '../calendar/day';
import { problem, value, type Result } from '../../../shared/values/result';

/** A time of day, and how it was written: that decides whether two of them can be misread together. */
export interface TimeOfDay {
	/** Since midnight; 1440 is the midnight at the day's end. */
	minutes: number;
	style: 'hour' | 'meridiem' | 'clock';
}

const TIME_HINT = 'write it as 09:00, 9:00 or 9am';

/** Reads `9:00`, `09.30`, `9`, `9am`, `9:30 pm`, `0900`, `noon`, `midnight`, `24:00` or a sheet's fraction of a day. */
export function timeOf(cell: unknown): Result<TimeOfDay> {
	if (typeof cell === 'number' && cell > 0 && cell < 1) {
		return value({ minutes: Math.round(cell * MINUTES_A_DAY), style: 'clock' });
	}
	const text = String(cell).trim().toLowerCase();
	if (text === 'noon') return value({ minutes: 720, style: 'clock' });
	if (text === 'midnight') return value({ minutes: 0, style: 'clock' });
	const found =
		/^(\d{1,2})(?:[:.](\d{2})(?::00)?)?\s*([ap])?\.?(?:m\.?)?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
	const [, hours = '', minutes, half] = found ?? [];
	if (found === null || (half === undefined && /m/.test(text))) return problem(`"${text}" is no time: ${TIME_HINT}`);
	const [hour, minute] = [Number(hours), Number(minutes ?? 0)];
	const isFine = half === undefined ? hour < 24 || (hour === 24 && minute === 0) : hour >= 1 && hour <= 12;
	if (!isFine || minute > 59) return problem(`"${text}" is no time of a day: ${TIME_HINT}`);
	if (half !== undefined) {
		return value({ minutes: ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute, style: 'meridiem' });
	}
	// 09 is how a 24-hour clock is written; a plain 9 may be meant either way.
	const isPlain = minutes === undefined && !hours.startsWith('0') && hour <= 12;
	return value({ minutes: hour * 60 + minute, style: isPlain ? 'hour' : 'clock' });
}

/** Reads `8h`, `7h30`, `7.5 h`, `30 min` or `1 h 30 min`, in minutes. */
export function durationOf(cell: unknown): number | undefined {
	const text = String(cell).trim().toLowerCase();
	const found = /^(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*(m(?:in(?:ute)?s?)?)?)?$/.exec(text);
	if (found === null) return undefined;
	const [, hours, minutes, unit] = found;
	if (hours === undefined && unit === undefined) return undefined;
	return Math.round(Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** Splits `21-05`, `9am - 5pm` or `9:00 to 17:00`; a single time stays alone. */
export function splitRange(cell: unknown): [unknown, unknown?] {
	if (typeof cell !== 'string') return [cell];
	const [start = '', end] = cell.trim().split(/(?<=[\w.])\s*(?:[-–—]|\bto\b)\s*(?=\w)/i);
	return end === undefined ? [start] : [start, end];
}

/**
 * How long it is from one time to another, of the same day or the next.
 *
 * Refused rather than guessed: no time at all, and `9-5`, which may be 8 hours by day or 20 through the night.
 */
export function minutesBetween(start: TimeOfDay, end: TimeOfDay): Result<number> {
	if (end.minutes === start.minutes) {
		return problem('ends when it starts: for a whole day write 00:00 and 24:00');
	}
	const styles = [start.style, end.style];
	if (styles.includes('hour') && styles.includes('meridiem')) {
		return problem('has am or pm on one side only: write it on both');
	}
	const isNext = end.minutes < start.minutes;
	if (isNext && start.style === 'hour' && end.style === 'hour') {
		return problem('can be read in two ways: write 09:00 and 17:00, or 9am and 5pm; for a night, 09:00 and 05:00');
	}
	return value(end.minutes - start.minutes + (isNext ? MINUTES_A_DAY : 0));
}
