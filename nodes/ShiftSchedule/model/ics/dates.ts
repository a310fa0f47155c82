import { MINUTES_A_DAY, modulo } from '../calendar/day';
import { propertiesNamed, type IcsOptions } from './options';
import { repeatsIn } from './rule';
import type { Component, Property } from './text';
import { parseCalendarTime, type CalendarTime } from './time';
import type { Result } from '../../../shared/values/result';
import type { Days, Time } from '../schedule/types';
import { startsOn } from '../schedule/shift';
import { createZoneClock, type ZoneClock, type Instant, type LocalMinutes } from '../calendar/zone';

export type Complain = (line: number, property: string, problem: string) => void;

/** How to read an event, and where its problems go. */
export interface EventReading {
	options: IcsOptions;
	complain: Complain;
}

/** When an event starts first and how long it lasts, by the clock of its zone. */
export interface EventTime {
	start: CalendarTime;
	minutes: number;
	clock: ZoneClock;
}

type ClockTime = Time & { kind: 'clock' };

/** A date that is taken out of a series: by EXDATE, or by a change to that date. */
export interface Exclusion {
	property: Property;
	instant: Instant;
	isDate: boolean;
	/** Whether the series must have that date. A change must; an EXDATE for no date of the series has no effect. */
	isNeeded: boolean;
}

/** The value; of a problem, `undefined` after a complaint. */
export function valueOrComplaint<T>(result: Result<T>, { line, name }: Property, complain: Complain): T | undefined {
	if (result.kind === 'value') return result.value;
	complain(line, name, result.problem);
	return undefined;
}

const timesIn = (property: Property, { options, complain }: EventReading): CalendarTime[] =>
	property.value
		.split(',')
		.map((text) => valueOrComplaint(parseCalendarTime(property, text, options.zone), property, complain))
		.filter((time) => time !== undefined);

/** The date of a series that a change replaces. */
export function replacedDates(change: Component, reading: EventReading): Exclusion[] {
	return propertiesNamed(change, 'RECURRENCE-ID').flatMap((property) => {
		if (property.params.RANGE === undefined) return exclusionsIn(property, true, reading);
		reading.complain(property.line, property.name, 'RANGE is not supported: only changes to single dates are');
		return [];
	});
}

export const excludedDates = (event: Component, reading: EventReading): Exclusion[] =>
	propertiesNamed(event, 'EXDATE').flatMap((property) => exclusionsIn(property, false, reading));

const exclusionsIn = (property: Property, isNeeded: boolean, reading: EventReading): Exclusion[] =>
	timesIn(property, reading).map(({ local, zone, isDate }) => ({
		...{ property, isDate, isNeeded, instant: createZoneClock(zone).instantOf(local) },
	}));

/** When an event happens: the dates of its rule and its added dates, less those that are taken out. */
export function timesOf(
	event: Component,
	eventTime: EventTime,
	exclusions: Exclusion[],
	reading: EventReading,
): ClockTime[] {
	const { start, minutes, clock } = eventTime;
	const { complain } = reading;
	const [rule, second] = propertiesNamed(event, 'RRULE');
	if (second) complain(second.line, 'RRULE', 'is there twice');
	const repeats = rule && valueOrComplaint(repeatsIn(rule, start, clock), rule, complain);
	const times = [clockTime(start.local, minutes, repeats)];
	for (const property of propertiesNamed(event, 'RDATE')) {
		if (property.params.VALUE === 'PERIOD') complain(property.line, 'RDATE', 'PERIOD is not supported');
		else times.push(...addedTimes(property, eventTime, reading).filter((more) => !isAmong(more, times)));
	}
	for (const { property, instant, isDate, isNeeded } of exclusions) {
		if (isDate !== start.isDate) complainOfForm(property, eventTime, complain);
		const isFound = times.map((time) => exclude(time, clock, instant)).includes(true);
		if (!isFound && isNeeded) complain(property.line, property.name, 'is not one of the dates of the event');
	}
	return times;
}

function clockTime(localStart: LocalMinutes, minutes: number, repeats: Days | undefined): ClockTime {
	const day = Math.floor(localStart / MINUTES_A_DAY);
	const days = repeats ?? { from: day, until: day };
	return { kind: 'clock', days, start: modulo(localStart, MINUTES_A_DAY), minutes };
}

function addedTimes(property: Property, eventTime: EventTime, reading: EventReading): ClockTime[] {
	const { start, minutes, clock } = eventTime;
	return timesIn(property, reading).map(({ local, zone, isDate }) => {
		if (isDate !== start.isDate) complainOfForm(property, eventTime, reading.complain);
		const own = zone === start.zone ? local : clock.localMinutesAt(createZoneClock(zone).instantOf(local));
		return clockTime(own, minutes, undefined);
	});
}

const complainOfForm = ({ line, name }: Property, { start }: EventTime, complain: Complain): void =>
	complain(line, name, `must ${start.isDate ? 'be a date' : 'have a time'}, as DTSTART`);

const isAmong = ({ days: { from = 0 }, start }: ClockTime, times: ClockTime[]): boolean =>
	times.some((time) => time.start === start && startsOn(time.days, from, 0));

/**
 * Takes the occurrence that starts at an instant out of a time. By the instant, since it may be written in another zone.
 *
 * @returns whether there was one
 */
function exclude(time: ClockTime, clock: ZoneClock, instant: Instant): boolean {
	const near = Math.floor(clock.localMinutesAt(instant) / MINUTES_A_DAY);
	// By the rule, a start that the clocks move past midnight is on the day before.
	const day = [near, near - 1].find(
		(one) => startsOn(time.days, one, 0) && clock.instantOf(one * MINUTES_A_DAY + time.start) === instant,
	);
	if (day === undefined) return false;
	time.days = { ...time.days, except: [...(time.days.except ?? []), day] };
	return true;
}
