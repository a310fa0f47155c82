import { MINUTES_A_DAY, modulo } from '../calendar/day';
import type { RosterProblem } from '../roster/problem';
import type { ScheduleRule } from '../schedule/types';
import { changedDates, exclude, localMinutesIn, startsOnDayOf, timesOf, type EventTime } from './dates';
import { TimesByDay, type ClockTime } from './timesByDay';
import { factsOf, ruleOf, type EventFacts, type Silence } from './event';
import { movedTimes, timesBefore, timesFrom } from './following';
import { propertiesNamed } from './options';
import type { EventReading } from './reading';
import type { FileEvent, Series } from './series';
import type { CalendarTime } from './time';

/** What became of one event. Its rules count only if there was no problem. */
export interface EventResult {
	event: FileEvent;
	rules: ScheduleRule[];
	problems: RosterProblem[];
	silence: Silence | undefined;
	facts: EventFacts | undefined;
}

/** An event while its series is read. */
interface OpenEvent {
	result: EventResult;
	reading: EventReading;
	facts: EventFacts | undefined;
	times: ClockTime[];
}

/** A change to a date, or from a date on. */
interface DateChange extends OpenEvent {
	dates: CalendarTime[];
	isFollowing: boolean;
}

/** @param readingOf how to read an event, and where its problems go */
export type ReadingOf = (event: FileEvent, problems: RosterProblem[]) => EventReading;

/** Reads the events of one UID, with the changes to dates of them, as rules. */
export function readSeries({ mains, changes }: Series, readingOf: ReadingOf): EventResult[] {
	const isRepeated = mains.some(({ component }) => propertiesNamed(component, 'RRULE').length > 0);
	const openMains = mains.map((main) =>
		openEvent(main, propertiesNamed(main.component, 'RRULE').length > 0, readingOf),
	);
	for (const main of openMains) {
		if (main.facts) main.times = timesOf(main.facts.event, main.facts.time, main.reading);
	}
	if (changes.length === 0) return openMains.map(resultOf);
	const openChanges = changes.map((change): DateChange => {
		const ids = propertiesNamed(change.component, 'RECURRENCE-ID');
		const isFollowing = ids.some(({ params }) => params.RANGE?.toUpperCase() === 'THISANDFUTURE');
		const open = openEvent(change, isFollowing && isRepeated, readingOf);
		const before = open.result.problems.length;
		const dates = changedDates(change.component, open.reading);
		// Nobody can say which date of the series has gone.
		for (const { result } of openMains) result.problems.push(...open.result.problems.slice(before));
		return { ...open, dates, isFollowing };
	});
	const byDay = openMains.map(({ facts, times }) => ({ facts, times: new TimesByDay(times) }));
	for (const change of openChanges.filter(({ isFollowing }) => !isFollowing)) {
		replaceDates(change, byDay);
		if (change.facts) change.times = timesOf(change.facts.event, change.facts.time, change.reading);
		for (const { line } of propertiesNamed(change.result.event.component, 'RRULE')) {
			change.reading.complain(line, 'RRULE', 'is not supported in a change to a single date');
		}
	}
	replaceFollowing(
		openChanges.filter(({ isFollowing }) => isFollowing),
		openMains,
	);
	return [...openMains, ...openChanges].map(resultOf);
}

function resultOf({ result: { event, problems, silence }, facts, times, reading }: OpenEvent): EventResult {
	const rules = facts ? times.map((time) => ruleOf(facts, time, reading.options)) : [];
	// Field by field: a spread takes longer than all else here.
	return { event, rules, problems, silence, facts };
}

function openEvent(event: FileEvent, isRepeated: boolean, readingOf: ReadingOf): OpenEvent {
	const problems: RosterProblem[] = [];
	const reading = readingOf(event, problems);
	const found = factsOf(event.component, isRepeated, reading);
	const silence = typeof found === 'string' ? found : undefined;
	const facts = typeof found === 'string' ? undefined : found;
	return { result: { event, rules: [], problems, silence, facts }, reading, facts, times: [] };
}

/**
 * Takes the date that a change is about out of its series. A date that the series does not have is an event more; but where
 * it has another one on that day, the change is likely about that one.
 */
function replaceDates(
	{ dates, reading, result }: DateChange,
	mains: Array<Pick<OpenEvent, 'facts'> & { times: TimesByDay }>,
): void {
	const [property] = propertiesNamed(result.event.component, 'RECURRENCE-ID');
	for (const date of dates) {
		const isFound = mains.map(
			({ facts, times }) => facts !== undefined && exclude(times, facts.time, date, reading),
		);
		if (isFound.includes(true) || property === undefined) continue;
		if (mains.some(({ facts, times }) => facts && startsOnDayOf(facts.time, times, date, reading))) {
			reading.complain(
				property.line,
				property.name,
				'is not one of the dates of the event, which has another on that day',
			);
		}
	}
}

/** Lets each change from a date on hold from that date to the next such change. */
function replaceFollowing(changes: DateChange[], mains: OpenEvent[]): void {
	const main = mains.find(({ facts }) => facts !== undefined);
	if (main?.facts === undefined) {
		for (const change of changes)
			if (change.facts) change.times = timesOf(change.facts.event, change.facts.time, change.reading);
		return;
	}
	const { time } = main.facts;
	const ordered = changes
		.flatMap((change) =>
			change.dates.slice(0, 1).map((date) => ({ change, from: localOf(date, time, change.reading) })),
		)
		.sort((a, b) => a.from - b.from);
	const all = main.times;
	if (ordered[0]) main.times = timesBefore(all, ordered[0].from);
	for (const [index, { change, from }] of ordered.entries()) {
		const { facts, reading, result } = change;
		if (facts === undefined) continue;
		const limit = ordered[index + 1]?.from ?? Infinity;
		const isOwnRule = propertiesNamed(result.event.component, 'RRULE').length > 0;
		const rest = isOwnRule ? [] : timesBefore(timesFrom(all, from), limit);
		const by = facts.time.start.local - from;
		change.times =
			rest.length > 0
				? movedTimes(rest, by, facts.time.minutes)
				: timesBefore(timesOf(facts.event, facts.time, reading), limit);
		const [property] = propertiesNamed(result.event.component, 'RECURRENCE-ID');
		if (
			rest.length > 0 &&
			property &&
			!rest.some((one) => timesBefore(timesFrom([one], from), from + 1).length > 0)
		) {
			reading.complain(property.line, property.name, 'is not one of the dates of the event');
		}
	}
}

/** When a change begins, by the clock of the series; a date alone means what starts on it. */
function localOf(date: CalendarTime, { start, clock }: EventTime, reading: EventReading): number {
	if (!date.isDate || start.isDate) return localMinutesIn(date, clock.zone, reading);
	return date.local + modulo(start.local, MINUTES_A_DAY);
}
