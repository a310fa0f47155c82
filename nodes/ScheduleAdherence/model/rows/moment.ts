import { dayOf, MINUTES_A_DAY, type EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import { MS_A_MINUTE, type Instant, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';

/** A moment that a cell names, or a whole day. */
export type CellMoment = { kind: 'moment'; at: Instant } | { kind: 'day'; day: EpochDay };

/** 2001 to 2099 in seconds: smaller and larger numbers are something else than a moment. */
const [FIRST_SECOND, LAST_SECOND] = [1_000_000_000, 4_102_444_799];

const WRITTEN_MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

const MOMENT_HINT = 'write it as 2026-11-24 09:00, or with an offset as 2026-11-24T09:00:00+01:00';

/**
 * Reads a date and time in ISO 8601, Unix seconds or milliseconds, a `Date`, or luxon's `DateTime`, to the millisecond.
 *
 * @param clock by which a time without an offset is meant
 */
export function cellMoment(cell: unknown, clock: ZoneClock): Result<CellMoment> {
	if (typeof cell === 'object' && cell !== null) {
		const at = Array.isArray(cell) ? NaN : Number(cell.valueOf());
		return Number.isFinite(at) ? value({ kind: 'moment', at }) : problem(`is not a date and time: ${MOMENT_HINT}`);
	}
	const text = String(cell).trim();
	const at = /^\d[\d.]+$/.test(text) ? unixMoment(Number(text)) : undefined;
	if (at !== undefined) return value({ kind: 'moment', at });
	return writtenMoment(text, clock) ?? problem(`${inQuotes(text)} is not a date and time: ${MOMENT_HINT}`);
}

function unixMoment(number: number): Instant | undefined {
	const unit = [1000, 1].find((ms) => number * ms >= FIRST_SECOND * 1000 && number * ms <= LAST_SECOND * 1000);
	return unit === undefined ? undefined : Math.round(number * unit);
}

function writtenMoment(text: string, clock: ZoneClock): Result<CellMoment> | undefined {
	const written = WRITTEN_MOMENT.exec(text);
	if (!written) return undefined;
	const [, date = '', hour, minute, second = '', fraction = '', offset] = written;
	const day = dayWritten(date);
	if (day === undefined) return undefined;
	if (hour === undefined) return value({ kind: 'day', day });
	const minutes = Number(hour) * 60 + Number(minute);
	if (Number(minute) > 59 || Number(second) > 59 || minutes > MINUTES_A_DAY) return undefined;
	const local = day * MINUTES_A_DAY + minutes;
	const ms = Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
	const whole = offset === undefined ? clock.instantOf(local) : (local - minutesEast(offset)) * MS_A_MINUTE;
	return value({ kind: 'moment', at: whole + ms });
}

/** @param date as 2026-11-24 */
const dayWritten = (date: string): EpochDay | undefined =>
	dayOf({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) });

function minutesEast(offset: string): number {
	if (offset === 'Z' || offset === 'z') return 0;
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
	return offset.startsWith('-') ? -minutes : minutes;
}
