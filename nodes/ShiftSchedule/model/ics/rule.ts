import { MINUTES_A_DAY, modulo, type EpochDay, type Weekday } from '../calendar/day';
import type { Property } from './text';
import { parseCalendarTime, type CalendarTime } from './time';
import { problem, value, type Result } from '../../../shared/values/result';
import { recursOn, type Recurrence } from '../calendar/recurrence';
import { MS_A_MINUTE, type ZoneClock } from '../calendar/zone';

/** The highest COUNT. As in GoAlert. */
export const MAX_OCCURRENCES = 10_000;

/** How far to look for the last occurrence, in days: a hundred years. */
const MAX_DAYS = 36_525;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** On which days an event repeats. */
export interface Repeats {
	recurrence: Recurrence;
	/** The day of the last occurrence, where there is one. */
	until?: EpochDay;
}

/**
 * Reads RRULE: FREQ=DAILY, WEEKLY or MONTHLY with INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY and WKST. Any other part is a
 * problem: left out, it would put people to work on days that nobody planned.
 *
 * A time that the clocks skip is moved like any other (see zone.ts). RFC 5545 says so in 3.3.5, and in 3.3.10 that a rule
 * drops it; but nobody means a night shift to be missing once a year.
 */
export function repeatsIn(property: Property, start: CalendarTime, clock: ZoneClock): Result<Repeats> {
	const parts = new Map<string, string | undefined>();
	for (const part of property.value.trim().toUpperCase().split(';')) {
		const [name = '', given] = part.split('=');
		parts.set(name, given);
	}
	const stranger = [...parts.keys()].find((name) => !KNOWN.has(name));
	if (stranger !== undefined) return problem(`${stranger} is not supported: ${SUPPORTED}`);
	const recurrence = recurrenceIn(parts, Math.floor(start.local / MINUTES_A_DAY));
	if (recurrence.kind === 'problem') return recurrence;
	if (!recursOn(recurrence.value, recurrence.value.start)) {
		return problem('does not include the day of DTSTART: RFC 5545 leaves open what that means');
	}
	const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')];
	if (count !== undefined && until !== undefined) return problem('has both COUNT and UNTIL');
	if (count !== undefined) return untilByCount(recurrence.value, count);
	if (until !== undefined) return untilByDate(recurrence.value, property, until, start, clock);
	return value({ recurrence: recurrence.value });
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'WKST']);

const SUPPORTED = 'a rule may have FREQ=DAILY, WEEKLY or MONTHLY, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY and WKST';

function recurrenceIn(parts: Map<string, string | undefined>, start: EpochDay): Result<Recurrence> {
	const part = (name: string): string => parts.get(name) ?? '';
	const frequency = (['daily', 'weekly', 'monthly'] as const).find((one) => one.toUpperCase() === part('FREQ'));
	if (frequency === undefined) return problem(`FREQ=${part('FREQ')} is not supported: ${SUPPORTED}`);
	const interval = part('INTERVAL') || '1';
	if (!/^[1-9]\d{0,3}$/.test(interval)) return problem(`INTERVAL=${interval} is no number of periods`);
	const weekStart = weekdayOfCode(part('WKST') || 'MO');
	if (weekStart === undefined) return problem(`WKST=${part('WKST')} is no day`);
	const weekdays = part('BYDAY').split(',').filter(Boolean).map(byDay);
	const wrong = weekdays.some((one) => one === undefined || (one.nth !== undefined && frequency !== 'monthly'));
	if (wrong || (parts.has('BYDAY') && weekdays.length === 0))
		return problem(`BYDAY=${part('BYDAY')} is not supported in a ${frequency} rule`);
	const monthDays = part('BYMONTHDAY').split(',').filter(Boolean);
	if (
		(parts.has('BYMONTHDAY') && monthDays.length === 0) ||
		monthDays.some((text) => !/^[+-]?([1-9]|[12]\d|3[01])$/.test(text))
	) {
		return problem(`BYMONTHDAY=${part('BYMONTHDAY')} is no day of a month`);
	}
	if (frequency === 'weekly' && monthDays.length > 0) return problem('BYMONTHDAY has no meaning in a weekly rule');
	return value({
		...{ frequency, interval: Number(interval), start, weekStart },
		weekdays: weekdays.filter((one) => one !== undefined),
		monthDays: monthDays.map(Number),
	});
}

function weekdayOfCode(text: string): Weekday | undefined {
	const index = WEEKDAYS.indexOf(text);
	return index === -1 ? undefined : ((index + 1) as Weekday);
}

function byDay(text: string): Recurrence['weekdays'][number] | undefined {
	const [, nth, name = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text) ?? [];
	const weekday = weekdayOfCode(name);
	if (weekday === undefined) return undefined;
	return nth === undefined ? { weekday } : { weekday, nth: Number(nth) };
}

/** Turns COUNT into a last day. It counts the days that EXDATE takes out, too. */
function untilByCount(recurrence: Recurrence, text: string): Result<Repeats> {
	const count = Number(text);
	if (!/^[1-9]\d*$/.test(text)) return problem(`COUNT=${text} is no number of times`);
	if (count > MAX_OCCURRENCES)
		return problem(`COUNT=${text} is more than ${MAX_OCCURRENCES}: give it an UNTIL instead`);
	let found = 0;
	for (let day = recurrence.start; day - recurrence.start <= MAX_DAYS; day++) {
		if (recursOn(recurrence, day) && ++found === count) return value({ recurrence, until: day });
	}
	return problem(`COUNT=${text} is not reached within 100 years: give it an UNTIL instead`);
}

/** Turns UNTIL into a last day. RFC 5545, 3.3.10, says its form: a date for dates, UTC for a time in a zone. */
function untilByDate(
	recurrence: Recurrence,
	property: Property,
	text: string,
	start: CalendarTime,
	clock: ZoneClock,
): Result<Repeats> {
	const params: Record<string, string> = text.includes('T') ? {} : { VALUE: 'DATE' };
	const read = parseCalendarTime({ ...property, params }, text, start.zone);
	if (read.kind === 'problem') return problem(`UNTIL: ${read.problem}`);
	const wanted = { date: 'date', floating: 'floating', utc: 'utc', zone: 'utc' }[start.form];
	if (read.value.form !== wanted) {
		const forms = {
			date: 'a date, as DTSTART is',
			floating: 'a time without a zone, as DTSTART is',
			utc: 'a time in UTC',
		};
		return problem(`UNTIL=${text} must be ${forms[wanted as keyof typeof forms]}`);
	}
	const last = wanted === 'utc' ? read.value.local * MS_A_MINUTE : clock.instantOf(read.value.local);
	const day = Math.floor(clock.localMinutesAt(last) / MINUTES_A_DAY);
	const isOver = clock.instantOf(day * MINUTES_A_DAY + modulo(start.local, MINUTES_A_DAY)) > last;
	return value({ recurrence, until: isOver ? day - 1 : day });
}
