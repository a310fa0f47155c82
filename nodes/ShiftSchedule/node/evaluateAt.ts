import { DateTime } from 'luxon';
import { dateTimeText } from '../../shared/n8n/dateTime';
import { problem, value, type Result } from '../../shared/values/result';
import { MINUTES_A_DAY } from '../model/calendar/day';
import type { Instant, ZoneClock } from '../model/calendar/zone';
import { dateOfCell } from '../model/roster/date';

/**
 * The moment that a field names. A time with an offset is that moment everywhere; one without is by the schedule's clock.
 *
 * @param given text, a `Date` or luxon's `DateTime`: n8n hands over any of them
 */
export function readInstant(given: unknown, clock: ZoneClock): Result<Instant> {
	const moment = dateTimeText(given);
	if (moment instanceof Date || DateTime.isDateTime(moment)) {
		return Number.isNaN(moment.valueOf())
			? problem('the expression gave an invalid date')
			: value(moment.valueOf());
	}
	if (typeof moment !== 'string') return localInstant(moment, clock);
	const text = moment.trim();
	if (/T/i.test(text) && /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) {
		const parsed = DateTime.fromISO(text);
		if (parsed.isValid) return value(parsed.toMillis());
	}
	// n8n's own picker writes seconds; schedules count whole minutes.
	return localInstant(text.replace(/([T ]\d{1,2}:\d{2}):\d{2}(\.\d+)?$/, '$1'), clock);
}

function localInstant(given: unknown, clock: ZoneClock): Result<Instant> {
	const date = dateOfCell(given, clock);
	if (date.kind === 'problem') return problem(date.problem);
	const { day, minutes = 0 } = date.value;
	return value(clock.instantOf(day * MINUTES_A_DAY + minutes));
}
