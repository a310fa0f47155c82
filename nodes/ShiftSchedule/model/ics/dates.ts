import { MINUTES_A_DAY, modulo } from '../calendar/day';
import { propertiesNamed, type IcsOptions } from './options';
import { repeatsIn } from './rule';
import type { Component, Property } from './text';
import { timeIn, type Written } from './time';
import type { Read } from '../calendar/parsed';
import type { Days, Time } from '../schedule/types';
import { startsOn } from '../schedule/shift';
import { clockOf, type ZoneClock, type Instant } from '../calendar/zone';

export type Complain = (line: number, property: string, problem: string) => void;

/** How to read an event, and where to say what is wrong with it. */
export interface Reading {
	options: IcsOptions;
	complain: Complain;
}

/** What all dates of an event have in common. */
export interface Frame {
	start: Written;
	minutes: number;
	clock: ZoneClock;
}

type Clocked = Time & { kind: 'clock' };

/** A date that is taken out of a series. */
export interface Exclusion {
	property: Property;
	instant: Instant;
	isDate: boolean;
	/** A change to a date that the series has not is a mistake; an EXDATE of that kind has no effect. */
	isNeeded: boolean;
}

export const valueOrComplaint = <T>(read: Read<T>, { line, name }: Property, complain: Complain): T[] => {
	if (read.kind === 'value') return [read.value];
	complain(line, name, read.problem);
	return [];
};

const timesIn = (property: Property, { options, complain }: Reading): Written[] =>
	property.value
		.split(',')
		.flatMap((text) => valueOrComplaint(timeIn(property, text, options.zone), property, complain));

/** The dates that the changes of an event stand for. */
export function replacedBy(change: Component, reading: Reading): Exclusion[] {
	return propertiesNamed(change, 'RECURRENCE-ID').flatMap((property) => {
		if (property.params.RANGE === undefined) return outOf(property, true, reading);
		reading.complain(property.line, property.name, 'RANGE is not supported: only changes to single dates are');
		return [];
	});
}

export const allOut = (event: Component, reading: Reading): Exclusion[] =>
	propertiesNamed(event, 'EXDATE').flatMap((property) => outOf(property, false, reading));

const outOf = (property: Property, isNeeded: boolean, reading: Reading): Exclusion[] =>
	timesIn(property, reading).map(({ wall, zone, isDate }) => ({
		...{ property, isDate, isNeeded, instant: clockOf(zone).instantOf(wall) },
	}));

/** When an event happens: its rule's dates and the dates more, less the dates out. */
export function timesOf(event: Component, frame: Frame, outs: Exclusion[], reading: Reading): Clocked[] {
	const { start, minutes, clock } = frame;
	const { complain } = reading;
	const [rule, second] = propertiesNamed(event, 'RRULE');
	if (second) complain(second.line, 'RRULE', 'is there twice');
	const repeats = rule && valueOrComplaint(repeatsIn(rule, start, clock), rule, complain)[0];
	const times = [clocked(start.wall, minutes, repeats)];
	for (const property of propertiesNamed(event, 'RDATE')) {
		if (property.params.VALUE === 'PERIOD') complain(property.line, 'RDATE', 'PERIOD is not supported');
		else times.push(...moreIn(property, frame, reading).filter((more) => !isIn(more, times)));
	}
	for (const { property, instant, isDate, isNeeded } of outs) {
		if (isDate !== start.isDate) complainOfForm(property, frame, complain);
		const isFound = times.map((time) => takeOut(time, clock, instant)).includes(true);
		if (!isFound && isNeeded) complain(property.line, property.name, 'is not one of the dates of the event');
	}
	return times;
}

function clocked(wall: number, minutes: number, repeats: Days | undefined): Clocked {
	const day = Math.floor(wall / MINUTES_A_DAY);
	const days = repeats ?? { from: day, until: day };
	return { kind: 'clock', days, start: modulo(wall, MINUTES_A_DAY), minutes };
}

function moreIn(property: Property, frame: Frame, reading: Reading): Clocked[] {
	const { start, minutes, clock } = frame;
	return timesIn(property, reading).map(({ wall, zone, isDate }) => {
		if (isDate !== start.isDate) complainOfForm(property, frame, reading.complain);
		const own = zone === start.zone ? wall : clock.wallOf(clockOf(zone).instantOf(wall));
		return clocked(own, minutes, undefined);
	});
}

const complainOfForm = ({ line, name }: Property, { start }: Frame, complain: Complain): void =>
	complain(line, name, `must ${start.isDate ? 'be a date' : 'have a time'}, as DTSTART`);

const isIn = ({ days: { from = 0 }, start }: Clocked, times: Clocked[]): boolean =>
	times.some((time) => time.start === start && startsOn(time.days, from, 0));

/** A day out, by the moment that the occurrence starts at: it may be written in another zone. */
function takeOut(time: Clocked, clock: ZoneClock, instant: Instant): boolean {
	const near = Math.floor(clock.wallOf(instant) / MINUTES_A_DAY);
	// A start that the clocks move past midnight is on the day before by the rule.
	const day = [near, near - 1].find(
		(one) => startsOn(time.days, one, 0) && clock.instantOf(one * MINUTES_A_DAY + time.start) === instant,
	);
	if (day === undefined) return false;
	time.days = { ...time.days, except: [...(time.days.except ?? []), day] };
	return true;
}
