import { DateTime } from 'luxon';
import { dateTimeText } from '../../shared/n8n/dateTime';
import { dateOfCell } from '../model/roster/date';
import { MINUTES_A_DAY } from '../model/calendar/day';
import { problem, value, type Result } from '../../shared/values/result';
import type { ZoneClock, Instant } from '../model/calendar/zone';

/**
 * The moment that a field names: with an offset it is that moment anywhere, without one it is by the clock of the
 * schedule's zone. n8n hands over text, a `Date` or luxon's `DateTime`.
 */
export function momentIn(from: unknown, clock: ZoneClock): Result<Instant> {
	const given = dateTimeText(from);
	if (given instanceof Date || DateTime.isDateTime(given)) {
		return Number.isNaN(given.valueOf())
			? problem('is no moment: the expression gave an invalid date')
			: value(given.valueOf());
	}
	if (typeof given === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/i.test(given.trim())) {
		const moment = DateTime.fromISO(given.trim());
		if (moment.isValid) return value(moment.toMillis());
	}
	// n8n's own picker writes seconds; schedules count whole minutes.
	const text = typeof given === 'string' ? given.trim().replace(/([T ]\d{1,2}:\d{2}):\d{2}(\.\d+)?$/, '$1') : given;
	const read = dateOfCell(text, clock);
	if (read.kind === 'problem') return problem(read.problem);
	const { day, minutes = 0 } = read.value;
	return value(clock.instantOf(day * MINUTES_A_DAY + minutes));
}
