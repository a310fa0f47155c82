import { inQuotes } from '../../../shared/values/text';
import { MINUTES_A_DAY, modulo } from '../calendar/day';
import type { ScheduleRule } from '../schedule/types';
import { localMinutesIn, type EventTime } from './dates';
import { eventState, isFreeTime, propertiesNamed, type IcsOptions } from './options';
import { valueOrComplaint, type EventReading } from './reading';
import { unescaped, type Component } from './text';
import { parseCalendarTime, parseDuration, type CalendarTime } from './time';
import type { ClockTime } from './timesByDay';
import { whoIs } from './who';

/** Why an event that can be read says nothing about anyone's work. */
export type Silence = 'cancelled' | 'freeTime' | 'nobody' | 'noLength';

/** Whom an event is about, what they do then, and when it is first. */
export interface EventFacts {
	event: Component;
	said: Pick<ScheduleRule, 'agents' | 'state' | 'name'>;
	time: EventTime;
	/** Whether it is of whole days, of which people are off. */
	isWholeDays: boolean;
	/** Names of people who are left out, since they have no address. */
	withoutAddress: string[];
}

const layerOf = { shift: 'shift', extra: 'override', holiday: 'holiday', leave: 'override' } as const;

/** In minutes: a century. An event until the year 9999 never ends, as far as anyone asks. */
const LONGEST_MINUTES = 52_596_000;

export const titleOf = (event: Component): string | undefined =>
	propertiesNamed(event, 'SUMMARY').map(({ value }) => unescaped(value))[0];

/**
 * Reads what one event says, but for its further dates.
 *
 * @param isRepeated whether it happens on more dates than its own
 * @returns `undefined` after a complaint
 */
export function factsOf(
	event: Component,
	isRepeated: boolean,
	reading: EventReading,
): EventFacts | Silence | undefined {
	const { options, complain } = reading;
	if (isCancelled(event)) return 'cancelled';
	if (isFreeTime(event, options)) return 'freeTime';
	for (const { row, column, problem } of event.problems) complain(row, column, problem);
	for (const { line } of propertiesNamed(event, 'EXRULE')) complain(line, 'EXRULE', 'is not supported: use EXDATE');
	const who = whoIs(event, options, reading.spell);
	if (who.kind === 'nobody') return 'nobody';
	const start = eventStart(event, isRepeated, reading);
	const minutes = start && eventMinutes(event, start, reading);
	if (minutes === 0) return 'noLength';
	if (who.kind === 'damaged') {
		const { line, name } = who.property;
		complain(line, name, 'names an agent with letters that are lost: save the calendar as UTF-8');
	}
	if (who.kind === 'unnamed') complain(event.line, agentProperty(options), 'does not name an agent');
	const state = eventState(event, options);
	if (state === undefined && options.state.kind === 'words') {
		const said = propertiesNamed(event, options.state.property).map(({ value }) => unescaped(value));
		complain(
			event.line,
			options.state.property,
			`${inQuotes(said.join(', '))} does not stand for a state: add it to 'Words', or choose a state for 'Other Words'`,
		);
	}
	if (who.kind !== 'agents' || state === undefined || start === undefined || minutes === undefined) return undefined;
	return {
		event,
		said: { agents: who.agents, state, name: titleOf(event) ?? options.as },
		time: { start, minutes, clock: reading.clock(start.zone) },
		isWholeDays: start.isDate || isMarkedAsWholeDays(event, start, minutes),
		withoutAddress: who.withoutAddress,
	};
}

export const isCancelled = (event: Component): boolean =>
	propertiesNamed(event, 'STATUS').some(({ value }) => value.trim().toUpperCase() === 'CANCELLED');

const agentProperty = ({ agent }: IcsOptions): string => (agent.kind === 'fixed' ? '' : agent.name);

/** Exchange writes whole days from midnight to midnight. */
function isMarkedAsWholeDays(event: Component, { local }: CalendarTime, minutes: number): boolean {
	const isMarked = propertiesNamed(event, 'X-MICROSOFT-CDO-ALLDAYEVENT').some(
		({ value }) => value.trim().toUpperCase() === 'TRUE',
	);
	return isMarked && modulo(local, MINUTES_A_DAY) === 0 && modulo(minutes, MINUTES_A_DAY) === 0;
}

function eventStart(
	event: Component,
	isRepeated: boolean,
	{ zones, complain }: EventReading,
): CalendarTime | undefined {
	const [property, second] = propertiesNamed(event, 'DTSTART');
	if (second) complain(event.line, 'DTSTART', 'is there twice');
	if (property === undefined) {
		complain(event.line, 'DTSTART', 'is missing');
		return undefined;
	}
	return valueOrComplaint(parseCalendarTime(property, property.value, zones, isRepeated), property, complain);
}

/** @returns 0 for an event without a length, which RFC 5545, 3.6.1, has one without an end be */
function eventMinutes(event: Component, start: CalendarTime, reading: EventReading): number | undefined {
	const { complain, zones } = reading;
	const [end] = propertiesNamed(event, 'DTEND');
	const [duration] = propertiesNamed(event, 'DURATION');
	if (end && duration) complain(duration.line, 'DURATION', 'cannot stand beside DTEND: remove one of them');
	let length: number | undefined = start.isDate ? MINUTES_A_DAY : 0;
	if (duration) {
		const seconds = valueOrComplaint(parseDuration(duration.value), duration, complain);
		length = seconds && Math.ceil((start.seconds + seconds) / 60);
	}
	if (end) {
		const until = valueOrComplaint(parseCalendarTime(end, end.value, zones), end, complain);
		if (until?.isDate === !start.isDate) {
			complain(end.line, 'DTEND', 'is a date, or DTSTART is, and the other has a time');
		}
		length = until && localMinutesIn(until, start.zone, reading) - start.local;
		// What ends within a minute, as at 23:59:59, has all of it.
		if (until && until.seconds > (length === 0 ? start.seconds : 0)) length = (length ?? 0) + 1;
		// An end on the date of the start means that day to everyone who writes it.
		if (length === 0 && start.isDate) length = MINUTES_A_DAY;
	}
	const place = end ?? duration ?? { line: event.line, name: 'DTEND' };
	if (length === undefined) return undefined;
	if (length < 0) complain(place.line, place.name, 'is before DTSTART');
	else if (start.isDate && length % MINUTES_A_DAY !== 0) {
		complain(place.line, place.name, 'must be of whole days, as DTSTART is a date');
	}
	return Math.min(length, LONGEST_MINUTES);
}

/** One time of an event as a rule. */
export function ruleOf(
	{ event, said, time, isWholeDays }: EventFacts,
	at: ClockTime,
	{ as }: IcsOptions,
): ScheduleRule {
	const { form, zone } = time.start;
	const isOff = as === 'holiday' || as === 'leave';
	// Field by field: a spread takes longer than all else here.
	const rule: ScheduleRule = {
		name: said.name,
		row: event.line,
		agents: said.agents,
		priority: 0,
		layer: layerOf[as],
		state: said.state,
		reason: '',
		time: isOff && isWholeDays ? { kind: 'days', days: at.days, count: at.minutes / MINUTES_A_DAY } : at,
		isWork: !isOff,
	};
	// Where the calendar names no zone, every agent's own holds.
	if (form === 'utc' || form === 'zone') rule.zone = zone;
	return rule;
}
