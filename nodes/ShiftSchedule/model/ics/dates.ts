import { inQuotes } from '../../../shared/values/text';
import { MINUTES_A_DAY, modulo, type EpochDay } from '../calendar/day';
import { propertiesNamed } from './options';
import { valueOrComplaint, type EventReading } from './reading';
import { repeatsIn } from './rule';
import type { Component, Property } from './text';
import { dayMeant, parseCalendarTime, parseDuration, type CalendarTime } from './time';
import { startsOn } from '../schedule/shift';
import { TimesByDay, type ClockTime } from './timesByDay';
import type { Instant, LocalMinutes, ZoneClock } from '../calendar/zone';

/** When an event starts first and how long it lasts, by the clock of its zone. */
export interface EventTime {
	start: CalendarTime;
	minutes: number;
	clock: ZoneClock;
}

const datesOfProperty = (property: Property, reading: EventReading): CalendarTime[] =>
	property.value
		.split(',')
		.filter((text) => text.trim() !== '')
		.map((text) => valueOrComplaint(parseCalendarTime(property, text, reading.zones), property, reading.complain))
		.filter((time) => time !== undefined);

/** The dates that EXDATE takes out. */
export const excludedDates = (event: Component, reading: EventReading): CalendarTime[] =>
	propertiesNamed(event, 'EXDATE').flatMap((property) => datesOfProperty(property, reading));

/** The dates of a series that a change is about. */
export const changedDates = (change: Component, reading: EventReading): CalendarTime[] =>
	propertiesNamed(change, 'RECURRENCE-ID').flatMap((property) => datesOfProperty(property, reading));

/** When an event happens: the dates of its rule and its added dates, less those that are taken out. */
export function timesOf(event: Component, eventTime: EventTime, reading: EventReading): ClockTime[] {
	const { start, minutes, clock } = eventTime;
	const [rule, second] = propertiesNamed(event, 'RRULE');
	if (second) reading.complain(second.line, 'RRULE', 'is there twice');
	const repeats = rule && valueOrComplaint(repeatsIn(rule, start, { ...reading, clock }), rule, reading.complain);
	const times: ClockTime[] = repeats ? [{ ...timeAt(start.local, minutes), days: repeats.days }] : [];
	if (!repeats?.includesStart) times.push(timeAt(start.local, minutes));
	const byDay = new TimesByDay(times);
	for (const property of propertiesNamed(event, 'RDATE')) {
		for (const more of addedTimes(property, eventTime, reading)) {
			if (byDay.has(more)) continue;
			times.push(more);
			byDay.add(more);
		}
	}
	for (const excluded of excludedDates(event, reading)) exclude(byDay, eventTime, excluded, reading);
	return times;
}

function timeAt(localStart: LocalMinutes, minutes: number): ClockTime {
	const day = Math.floor(localStart / MINUTES_A_DAY);
	return { kind: 'clock', days: { from: day, until: day }, start: modulo(localStart, MINUTES_A_DAY), minutes };
}

function addedTimes(property: Property, eventTime: EventTime, reading: EventReading): ClockTime[] {
	const texts = property.value.split(',').filter((text) => text.trim() !== '');
	return texts
		.map((text) => addedTime(property, text, eventTime, reading))
		.filter((time): time is ClockTime => time !== undefined);
}

function addedTime(
	property: Property,
	text: string,
	{ start, minutes, clock }: EventTime,
	reading: EventReading,
): ClockTime | undefined {
	const { complain, zones } = reading;
	const [from = '', until] = text.split('/');
	const time = valueOrComplaint(parseCalendarTime(property, from, zones), property, complain);
	if (time === undefined) return undefined;
	const local = start.isDate ? dayMeant(time, clock) * MINUTES_A_DAY : localMinutesIn(time, start.zone, reading);
	const isOther = start.isDate ? modulo(time.local, MINUTES_A_DAY) !== 0 : time.isDate;
	if (isOther)
		complain(
			property.line,
			property.name,
			start.isDate ? 'must be a date, as DTSTART is' : 'must have a time, as DTSTART has',
		);
	if (until === undefined) return timeAt(local, minutes);
	const lasts = until.trim().toUpperCase().startsWith('P')
		? valueOrComplaint(parseDuration(until), property, complain)
		: valueOrComplaint(parseCalendarTime(property, until, zones), property, complain);
	if (lasts === undefined) return undefined;
	const length =
		typeof lasts === 'number' ? Math.ceil(lasts / 60) : localMinutesIn(lasts, start.zone, reading) - local;
	if (length > 0) return timeAt(local, length);
	complain(property.line, property.name, `${inQuotes(text)} ends before it begins`);
	return undefined;
}

/** A time by the clock of another zone. */
export function localMinutesIn({ local, zone }: CalendarTime, other: string, { clock }: EventReading): LocalMinutes {
	return zone === other ? local : clock(other).localMinutesAt(clock(zone).instantOf(local));
}

/**
 * Takes a date out of times: the occurrence that starts then or, where it is a date, or midnight and nothing starts then, all
 * of that day.
 *
 * @returns whether there was one
 */
export function exclude(
	times: TimesByDay,
	{ start, clock }: EventTime,
	excluded: CalendarTime,
	reading: EventReading,
): boolean {
	if (start.isDate) return excludeDay(times, dayMeant(excluded, clock), (day) => day);
	// A series in UTC has its dates on the days that people see in their calendar.
	const seen = start.form === 'utc' ? reading.clock(reading.zones.floating.zone) : clock;
	const dayOfStart = (day: EpochDay, { start: minute }: ClockTime): EpochDay =>
		Math.floor(seen.localMinutesAt(clock.instantOf(day * MINUTES_A_DAY + minute)) / MINUTES_A_DAY);
	const written = Math.floor(excluded.local / MINUTES_A_DAY);
	if (excluded.isDate) return excludeDay(times, written, dayOfStart);
	const instant = reading.clock(excluded.zone).instantOf(excluded.local);
	if (excludeInstant(times, clock, instant)) return true;
	const isMidnight = excluded.form !== 'utc' && modulo(excluded.local, MINUTES_A_DAY) === 0;
	return isMidnight && excludeDay(times, written, dayOfStart);
}

function excludeDay(
	times: TimesByDay,
	wanted: EpochDay,
	dayOfStart: (day: EpochDay, time: ClockTime) => EpochDay,
): boolean {
	const found = times
		.near(wanted)
		.flatMap((time) =>
			[wanted - 1, wanted, wanted + 1]
				.filter((day) => startsOn(time.days, day, 0) && dayOfStart(day, time) === wanted)
				.map((day) => ({ time, day })),
		);
	for (const { time, day } of found) except(time, day);
	return found.length > 0;
}

/** By the instant, since it may be written in another zone. */
function excludeInstant(times: TimesByDay, clock: ZoneClock, instant: Instant): boolean {
	const near = Math.floor(clock.localMinutesAt(instant) / MINUTES_A_DAY);
	let isFound = false;
	for (const time of times.near(near)) {
		// By the rule, a start that the clocks move past midnight is on the day before.
		const day = [near, near - 1].find(
			(one) => startsOn(time.days, one, 0) && clock.instantOf(one * MINUTES_A_DAY + time.start) === instant,
		);
		if (day === undefined) continue;
		except(time, day);
		isFound = true;
	}
	return isFound;
}

/** In place: a copy for each of twenty thousand dates would take seconds. */
const except = ({ days }: ClockTime, day: EpochDay): unknown => (days.except ??= new Set()).add(day);

/** Whether anything starts on the day of a time, by the clock of the event. */
export function startsOnDayOf(
	{ start, clock }: EventTime,
	times: TimesByDay,
	time: CalendarTime,
	reading: EventReading,
) {
	const local =
		time.isDate || start.isDate ? dayMeant(time, clock) * MINUTES_A_DAY : localMinutesIn(time, clock.zone, reading);
	const day = Math.floor(local / MINUTES_A_DAY);
	return times.near(day).some(({ days }) => startsOn(days, day, 0));
}
