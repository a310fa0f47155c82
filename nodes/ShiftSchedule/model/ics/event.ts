import { MINUTES_A_DAY } from '../calendar/day';
import {
	excludedDates,
	replacedDates,
	valueOrComplaint,
	timesOf,
	type EventTime,
	type Exclusion,
	type EventReading,
} from './dates';
import { eventAgents, propertiesNamed, eventState } from './options';
import { unescaped, type Component } from './text';
import { parseDuration, parseCalendarTime, type CalendarTime } from './time';
import type { ScheduleRule, ScheduledState } from '../schedule/types';
import { createZoneClock } from '../calendar/zone';

/** An event, and the changes to single dates of it. */
export interface Series {
	main: Component | undefined;
	changes: Component[];
}

const layerOf = { shift: 'shift', extra: 'override', holiday: 'holiday', leave: 'override' } as const;

/** Reads one event with its changes, as rules. They count only if there was no complaint. */
export function rulesOfEvent({ main, changes }: Series, reading: EventReading): ScheduleRule[] {
	const replaced = changes.flatMap((change) => replacedDates(change, reading));
	const rules = changes.flatMap((change) => {
		for (const { line } of propertiesNamed(change, 'RRULE')) {
			reading.complain(line, 'RRULE', 'is not supported in a change to a single date');
		}
		return rulesOfOneEvent(change, [], reading);
	});
	return main === undefined ? rules : [...rulesOfOneEvent(main, replaced, reading), ...rules];
}

function rulesOfOneEvent(event: Component, replaced: Exclusion[], reading: EventReading): ScheduleRule[] {
	const { options, complain } = reading;
	const isCancelled = propertiesNamed(event, 'STATUS').some(
		({ value }) => value.trim().toUpperCase() === 'CANCELLED',
	);
	if (isCancelled) return [];
	for (const { line } of propertiesNamed(event, 'EXRULE')) complain(line, 'EXRULE', 'is not supported: use EXDATE');
	const who = whoAndWhat(event, reading);
	const start = eventStart(event, reading);
	const minutes = start && eventMinutes(event, start, reading);
	if (who === undefined || start === undefined || minutes === undefined) return [];
	const summary = propertiesNamed(event, 'SUMMARY').map(({ value }) => unescaped(value))[0];
	const isOff = options.as === 'holiday' || options.as === 'leave';
	const eventTime: EventTime = { start, minutes, clock: createZoneClock(start.zone) };
	return timesOf(event, eventTime, [...replaced, ...excludedDates(event, reading)], reading).map((time) => ({
		...{ name: summary ?? options.as, row: event.line, layer: layerOf[options.as], reason: '', priority: 0 },
		...{ ...who, isWork: !isOff },
		// Where the calendar names no zone, every agent's own holds.
		...(start.form === 'utc' || start.form === 'zone' ? { zone: start.zone } : {}),
		time: isOff && start.isDate ? { kind: 'days', days: time.days, count: minutes / MINUTES_A_DAY } : time,
	}));
}

function whoAndWhat(
	event: Component,
	{ options, complain }: EventReading,
): Pick<ScheduleRule, 'agents' | 'state'> | undefined {
	const agents = eventAgents(event, options);
	const state: ScheduledState | undefined = eventState(event, options);
	if (agents === undefined && options.agent.kind === 'property') {
		complain(event.line, options.agent.name, 'names no agent');
	}
	if (state === undefined && options.state.kind === 'words') {
		const said = propertiesNamed(event, options.state.property).map(({ value }) => unescaped(value));
		complain(event.line, options.state.property, `"${said.join(', ')}" stands for no state`);
	}
	return agents === undefined || state === undefined ? undefined : { agents, state };
}

function eventStart(event: Component, { options, complain }: EventReading): CalendarTime | undefined {
	const [property, second] = propertiesNamed(event, 'DTSTART');
	if (second) complain(event.line, 'DTSTART', 'is there twice');
	if (property === undefined) {
		complain(event.line, 'DTSTART', 'is missing');
		return undefined;
	}
	return valueOrComplaint(parseCalendarTime(property, property.value, options.zone), property, complain);
}

function eventMinutes(event: Component, start: CalendarTime, { options, complain }: EventReading): number | undefined {
	const [end] = propertiesNamed(event, 'DTEND');
	const [duration] = propertiesNamed(event, 'DURATION');
	if (end && duration) complain(duration.line, 'DURATION', 'stands beside DTEND: one of them must go');
	let length: number | undefined = start.isDate ? MINUTES_A_DAY : undefined;
	if (duration) length = valueOrComplaint(parseDuration(duration.value), duration, complain);
	if (end) {
		const until = valueOrComplaint(parseCalendarTime(end, end.value, options.zone), end, complain);
		if (until?.isDate === !start.isDate) {
			complain(end.line, 'DTEND', 'is a date, or DTSTART is, and the other has a time');
		}
		length = until && localMinutesIn(until, start.zone) - start.local;
	}
	const place = end ?? duration ?? { line: event.line, name: 'DTEND' };
	if (length === undefined) complain(place.line, place.name, 'is missing: an event needs an end');
	else if (length <= 0) complain(place.line, place.name, 'is not after DTSTART');
	else if (start.isDate && length % MINUTES_A_DAY !== 0) {
		complain(place.line, place.name, 'must be of whole days, as DTSTART is a date');
	} else if (!start.isDate && length > MINUTES_A_DAY) {
		complain(place.line, place.name, 'is more than 24 hours after DTSTART');
	}
	return length;
}

/** The same instant by the clock of another zone. */
function localMinutesIn({ local, zone }: CalendarTime, other: string): number {
	return zone === other ? local : createZoneClock(other).localMinutesAt(createZoneClock(zone).instantOf(local));
}
