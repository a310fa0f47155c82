import { DateTime } from 'luxon';
import { isRecord } from '../values/record';

/**
 * What an expression gave for a moment. n8n's sandbox of expressions hands a luxon DateTime over as a record with its
 * ISO text (2.40, `__n8nType`); everything else is as it was.
 */
export function dateTimeText(given: unknown): unknown {
	if (!isRecord(given) || given.__n8nType !== 'DateTime') return given;
	return typeof given.__isoString === 'string' ? given.__isoString : 'Invalid DateTime';
}

/**
 * The time of day by a zone's clock, such as `16:52`; of another day with its date, such as `2026-03-29 16:52`.
 *
 * @param at milliseconds since the epoch
 * @param now the same, for what is today
 */
export function timeOfDay(at: number, zone: string, now: number): string {
	const [time, today] = [at, now].map((ms) => DateTime.fromMillis(ms, { zone }));
	return time?.toFormat(today && time.hasSame(today, 'day') ? 'HH:mm' : 'yyyy-MM-dd HH:mm') ?? '';
}
