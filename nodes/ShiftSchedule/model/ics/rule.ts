import { MINUTES_A_DAY, modulo, type EpochDay, type Weekday } from '../calendar/day';
import type { Property } from './text';
import { dayMeant, parseCalendarTime, type CalendarTime, type CalendarZones } from './time';
import { problem, value, type Result } from '../../../shared/values/result';
import { recursOn, type Recurrence } from '../calendar/recurrence';
import { dayOfOccurrence, type CountSteps } from '../calendar/occurrence';
import { shortened } from '../../../shared/values/text';
import { MS_A_MINUTE, type ZoneClock } from '../calendar/zone';
import type { Days } from '../schedule/types';

/** The highest COUNT. As in GoAlert. */
export const MAX_OCCURRENCES = 10_000;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** On which days an event repeats. */
export interface Repeats {
	days: Days & { recurrence: Recurrence };
	/** Whether the rule names the day of DTSTART, which is a date of the event in any case. */
	includesStart: boolean;
}

/** Where the rule's event stands. */
export interface RuleSetting {
	zones: CalendarZones;
	/** Of the event's zone. */
	clock: ZoneClock;
	/** What is left for the counting of all rules of the calendar. */
	steps?: CountSteps;
}

/**
 * Reads RRULE: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, COUNT, UNTIL, BYMONTH, BYDAY, BYMONTHDAY, BYSETPOS and
 * WKST; BYHOUR, BYMINUTE and BYSECOND where they say the time of DTSTART again. Any other part is a problem: left out, it
 * would put people to work on days that nobody planned.
 *
 * DTSTART is a date of the event and counts for COUNT even if the rule does not name its day, as Google, Outlook and
 * RFC 5545, 3.8.5.3, have it. A time that the clocks skip is moved like any other (see zone.ts). RFC 5545 says so in 3.3.5,
 * and in 3.3.10 that a rule drops it; but nobody means a night shift to be missing once a year.
 */
export function repeatsIn(property: Property, start: CalendarTime, setting: RuleSetting): Result<Repeats> {
	const parts = new Map<string, string>();
	for (const part of property.value.trim().toUpperCase().split(';')) {
		const [name = '', given = ''] = part.split('=').map((text) => text.trim());
		if (name !== '') parts.set(name, given);
	}
	const stranger = [...parts].find(([name, given]) => !isReadPart(name, given, start));
	if (stranger !== undefined) return problem(`${shortened(stranger.join('='))} is not supported: ${SUPPORTED}`);
	const recurrence = recurrenceIn(parts, Math.floor(start.local / MINUTES_A_DAY));
	if (recurrence.kind === 'problem') return recurrence;
	const includesStart = recursOn(recurrence.value, recurrence.value.start);
	const until = untilIn(parts, recurrence.value, includesStart, { property, start, setting });
	if (until.kind === 'problem') return until;
	const days = { recurrence: recurrence.value, ...(until.value === undefined ? {} : { until: until.value }) };
	return value({ days, includesStart });
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'WKST']);

const SUPPORTED =
	'a rule may have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL, COUNT, UNTIL, BYMONTH, BYDAY, BYMONTHDAY, BYSETPOS and WKST';

/** Whether a part is one that is read, or says nothing more than DTSTART does. */
function isReadPart(name: string, given: string, { local, seconds, isDate }: CalendarTime): boolean {
	if (KNOWN.has(name)) return true;
	// RFC 7529: the calendar and the way that are the usual ones.
	if (name === 'RSCALE' || name === 'SKIP') return given === 'GREGORIAN' || given === 'OMIT';
	const own = {
		BYHOUR: Math.floor(modulo(local, MINUTES_A_DAY) / 60),
		BYMINUTE: modulo(local, 60),
		BYSECOND: seconds,
	};
	if (!Object.hasOwn(own, name)) return false;
	// RFC 5545: these must be ignored where DTSTART is a date.
	return isDate || (/^\d+$/.test(given) && Number(given) === own[name as keyof typeof own]);
}

function recurrenceIn(parts: Map<string, string>, start: EpochDay): Result<Recurrence> {
	const part = (name: string): string => parts.get(name) ?? '';
	const frequency = (['daily', 'weekly', 'monthly', 'yearly'] as const).find(
		(one) => one.toUpperCase() === part('FREQ'),
	);
	if (frequency === undefined) return problem(`FREQ=${shortened(part('FREQ'))} is not supported: ${SUPPORTED}`);
	const interval = part('INTERVAL') || '1';
	if (!/^[1-9]\d{0,3}$/.test(interval)) return problem(`INTERVAL=${shortened(interval)} is not a number of periods`);
	const weekStart = weekdayOfCode(part('WKST') || 'MO');
	if (weekStart === undefined) return problem(`WKST=${shortened(part('WKST'))} is not a day`);
	const weekdays = part('BYDAY').split(',').map(byDay);
	const isWrong = weekdays.some(
		(one) => one === undefined || (one.nth !== undefined && !isNthIn(frequency, part('BYMONTH') !== '', one.nth)),
	);
	if (parts.has('BYDAY') && isWrong)
		return problem(`BYDAY=${shortened(part('BYDAY'))} is not supported in a ${frequency} rule`);
	const months = numbersIn(parts, 'BYMONTH', /^(0?[1-9]|1[0-2])$/);
	if (months === undefined) return problem(`BYMONTH=${shortened(part('BYMONTH'))} is not a month`);
	const monthDays = numbersIn(parts, 'BYMONTHDAY', /^[+-]?(0?[1-9]|[12]\d|3[01])$/);
	if (monthDays === undefined) return problem(`BYMONTHDAY=${shortened(part('BYMONTHDAY'))} is not a day of a month`);
	if (frequency === 'weekly' && monthDays.length > 0) return problem('BYMONTHDAY has no meaning in a weekly rule');
	const positions = numbersIn(parts, 'BYSETPOS', /^[+-]?[1-9]\d{0,2}$/);
	if (positions === undefined) return problem(`BYSETPOS=${shortened(part('BYSETPOS'))} is not a position`);
	return value({
		...{ frequency, interval: Number(interval), start, weekStart, months, monthDays, positions, movedBy: 0 },
		weekdays: parts.has('BYDAY') ? weekdays.filter((one) => one !== undefined) : [],
	});
}

/** @returns nothing where the part is missing, `undefined` where one of its numbers is none */
function numbersIn(parts: Map<string, string>, name: string, pattern: RegExp): number[] | undefined {
	const texts = parts.get(name)?.split(',') ?? [];
	return texts.every((text) => pattern.test(text)) ? texts.map(Number) : undefined;
}

/** 2TU is the second Tuesday of the month or, of a yearly rule without months, of the year. */
function isNthIn(frequency: Recurrence['frequency'], hasMonths: boolean, nth: number): boolean {
	if (frequency === 'monthly' || (frequency === 'yearly' && hasMonths)) return Math.abs(nth) <= 5;
	return frequency === 'yearly';
}

function weekdayOfCode(text: string): Weekday | undefined {
	const index = WEEKDAYS.indexOf(text);
	return index === -1 ? undefined : ((index + 1) as Weekday);
}

function byDay(text: string): Recurrence['weekdays'][number] | undefined {
	const [, nth, name = ''] = /^([+-]?(?:[1-9]|[1-4]\d|5[0-3]))?([A-Z]{2})$/.exec(text.trim()) ?? [];
	const weekday = weekdayOfCode(name);
	if (weekday === undefined) return undefined;
	return nth === undefined ? { weekday } : { weekday, nth: Number(nth) };
}

interface RuleContext {
	property: Property;
	start: CalendarTime;
	setting: RuleSetting;
}

/** @returns the last day, or `undefined` where the rule never ends */
function untilIn(
	parts: Map<string, string>,
	recurrence: Recurrence,
	includesStart: boolean,
	context: RuleContext,
): Result<EpochDay | undefined> {
	const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')];
	if (count !== undefined && until !== undefined) return problem('has both COUNT and UNTIL');
	if (count !== undefined) return untilByCount(recurrence, count, includesStart, context.setting.steps);
	return until === undefined ? value(undefined) : untilByDate(until, context);
}

/** Turns COUNT into a last day. It counts the days that EXDATE takes out, too. */
function untilByCount(
	recurrence: Recurrence,
	text: string,
	includesStart: boolean,
	steps?: CountSteps,
): Result<EpochDay> {
	const count = Number(text);
	if (!/^[1-9]\d*$/.test(text)) return problem(`COUNT=${shortened(text)} is not a number of times`);
	if (count > MAX_OCCURRENCES)
		return problem(`COUNT=${shortened(text)} is more than ${MAX_OCCURRENCES}: give it an UNTIL instead`);
	const left = includesStart ? count : count - 1;
	if (left === 0) return value(recurrence.start);
	const day = dayOfOccurrence(recurrence, left, steps);
	if (day === 'tooFar') return problem(`COUNT=${text} is not reached within 100 years: give it an UNTIL instead`);
	return day === 'tooLong'
		? problem(
				`COUNT=${text} takes too long to count, after the other rules of this calendar: give it an UNTIL instead`,
			)
		: value(day);
}

/**
 * Turns UNTIL into a last day. RFC 5545, 3.3.10, wants a date for dates and UTC for a time in a zone; others are read as
 * they are meant. A date includes that day, a local time is by the event's clock.
 */
function untilByDate(text: string, { property, start, setting }: RuleContext): Result<EpochDay> {
	const { zones, clock } = setting;
	const read = parseCalendarTime({ ...property, params: {} }, text, zones);
	if (read.kind === 'problem') return problem(`UNTIL: ${read.problem}`);
	if (read.value.isDate || start.isDate) return value(dayMeant(read.value, clock));
	const last = read.value.form === 'utc' ? read.value.local * MS_A_MINUTE : clock.instantOf(read.value.local);
	const day = Math.floor(clock.localMinutesAt(last) / MINUTES_A_DAY);
	const onThatDay = clock.instantOf(day * MINUTES_A_DAY + modulo(start.local, MINUTES_A_DAY));
	const isOver = onThatDay + start.seconds * 1000 > last + read.value.seconds * 1000;
	return value(isOver ? day - 1 : day);
}
