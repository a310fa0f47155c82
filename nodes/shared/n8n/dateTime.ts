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
 * A date and time in ISO 8601, a JavaScript date or a luxon one, in milliseconds since the epoch.
 *
 * @param zone in which a time without one is meant
 * @returns `undefined` for everything else
 */
export function momentOf(from: unknown, zone: string): number | undefined {
	const given = dateTimeText(from);
	const text = String(given instanceof Date ? given.toJSON() : given).trim();
	// ISO 8601 allows a year alone; here that is most likely a typing error.
	if (!/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
	const at = DateTime.fromISO(text.replace(' ', 'T'), { zone });
	return at.isValid ? at.toMillis() : undefined;
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
