import { inQuotes, listedNames } from '../../../shared/values/text';
import type { Interval } from '../calendar/interval';
import { countSteps } from '../calendar/occurrence';
import { createZoneClock, type ZoneClock } from '../calendar/zone';
import type { RosterNote, RosterProblem } from '../roster/problem';
import type { Roster } from '../roster/roster';
import type { Agent, ScheduleRule } from '../schedule/types';
import { firstSpelling } from '../schedule/spelling';
import { titleOf } from './event';
import { extentOf } from './extent';
import { emptySchedule, type IcsOptions } from './options';
import type { CalendarReading } from './reading';
import { seriesIn, type FileEvent } from './series';
import { readSeries, type EventResult } from './seriesRules';
import { componentsIn, type Component } from './text';
import { fixedAgents, whoIs } from './who';
import { calendarZones } from './zones';
import { placeNamed, windowsZoneNamed } from '../calendar/zoneName';

/**
 * Reads a calendar: its events become rules of a schedule, repeated ones without being written out.
 *
 * Supported: VEVENT of any length with DTSTART, DTEND or DURATION, whole days, RRULE (see rule.ts), EXDATE, RDATE,
 * RECURRENCE-ID with or without THISANDFUTURE, several events of one UID, SEQUENCE and STATUS:CANCELLED; times in UTC, in a
 * zone (see zones.ts), or in that of X-WR-TIMEZONE or of the schedule. Anything else that could be about the time asked for
 * is a problem, which names the line and the property: its event is left out, never guessed, and its agents are in doubt.
 * What is skipped because it cannot be about that time, or is nobody's work, is a note.
 *
 * @param spell the one spelling of an agent, where several calendars are read
 */
export function importCalendar(text: string, options: IcsOptions, spell = firstSpelling()): Roster {
	const { components, problems } = componentsIn(text);
	const everyone = options.agent.kind === 'fixed' ? spelled(fixedAgents(options.agent.id), spell) : 'all';
	const doubted: Array<ScheduleRule['agents']> = problems.length > 0 ? [everyone] : [];
	const calendars = components.filter(({ name }) => name === 'VCALENDAR');
	const stray = components.find(({ name }) => name !== 'VCALENDAR');
	if (stray) problems.push({ row: stray.line, column: stray.name, problem: 'stands outside of VCALENDAR' });
	if (calendars.length === 0)
		problems.push({ row: 1, column: 'BEGIN', problem: 'is not a calendar: it has no VCALENDAR' });
	if (stray || calendars.length === 0) doubted.push(everyone);
	const notes = [...notesOfText(text), ...calendars.flatMap(notesOfOthers)];
	const readings = new Map(calendars.map((calendar) => [calendar, readingOf(calendar, options, spell, notes)]));
	const events = calendars.flatMap((calendar) =>
		calendar.children
			.filter(({ name }) => name === 'VEVENT')
			.map((component): FileEvent => ({ component, calendar })),
	);
	const rules: ScheduleRule[] = [];
	// Not all results: thousands of events that nothing is said about need not be kept.
	const notable: EventResult[] = [];
	let hasWork = false;
	for (const series of seriesIn(events, isForAllOf)) {
		if (problems.length > MAX_PROBLEMS) break;
		for (const result of readSeries(series, eventReading)) {
			hasWork ||= result.rules.length > 0;
			if (result.silence !== undefined || result.facts?.withoutAddress.length) notable.push(result);
			if (result.problems.length === 0) rules.push(...result.rules);
			else if (canTouch(extentOf(result.event.component), options.asked)) {
				problems.push(...result.problems);
				doubted.push(agentsOfFailed(result));
			} else notes.push(noteOfSkipped(result, options));
		}
	}
	notes.push(...notesOfSilence(notable, hasWork));
	problems.sort((a, b) => a.row - b.row);
	if (problems.length > MAX_PROBLEMS) {
		doubted.push(everyone);
		const [next] = problems.splice(MAX_PROBLEMS);
		problems.push({ row: next?.row ?? 1, column: 'BEGIN', problem: 'and more: nothing after this line was read' });
	}
	const named = rules.map(({ agents }) => agents).concat(options.agent.kind === 'fixed' ? [everyone] : []);
	const schedule = { ...emptySchedule(options), agents: agentsNamedBy(named), rules };
	return {
		...{ schedule, problems, notes },
		doubted: doubted.includes('all') ? 'all' : new Set(doubted.flat()),
		mentions: new Map(schedule.agents.map(({ id }) => [id, 0])),
	};

	function eventReading({ calendar }: FileEvent, found: RosterProblem[]) {
		const { zones, clock, steps } = readings.get(calendar) ?? readingOf(calendar, options, spell, notes);
		const complain = (row: number, column: string, problem: string) => void found.push({ row, column, problem });
		// Field by field: a spread takes longer than all else here.
		return { options, zones, clock, spell, steps, complain };
	}

	/** Whose name is lost may be anyone; who is not named cannot be held back. */
	function agentsOfFailed({ event }: EventResult): ScheduleRule['agents'] {
		const who = whoIs(event.component, options, spell);
		if (who.kind === 'agents') return who.agents;
		return who.kind === 'damaged' ? 'all' : [];
	}

	function isForAllOf(one: FileEvent, other: FileEvent): boolean {
		const [whole, part] = [one, other].map(({ component }) => whoIs(component, options, spell));
		if (whole?.kind !== 'agents' || part?.kind !== 'agents') return false;
		if (whole.agents === 'all' || part.agents === 'all') return whole.agents === 'all';
		const ids = new Set(whole.agents);
		return part.agents.every((id) => ids.has(id));
	}
}

/** A file with so many is not a calendar of shifts, and nobody reads more. */
const MAX_PROBLEMS = 100;

const spelled = (agents: ScheduleRule['agents'], spell: (id: string) => string): ScheduleRule['agents'] =>
	agents === 'all' ? 'all' : agents.map(spell);

function readingOf(
	calendar: Component,
	options: IcsOptions,
	spell: (id: string) => string,
	notes: RosterNote[],
): CalendarReading {
	const clocks = new Map<string, ZoneClock>();
	const clock = (zone: string): ZoneClock => {
		const found = clocks.get(zone) ?? createZoneClock(zone);
		clocks.set(zone, found);
		return found;
	};
	const header = calendar.properties.find(({ name, value }) => name === 'X-WR-TIMEZONE' && value.trim() !== '');
	const named = header && (windowsZoneNamed(header.value) ?? placeNamed(header.value));
	if (header && named === undefined) {
		const message = `Line ${header.line} of the calendar, X-WR-TIMEZONE: ${inQuotes(header.value)} is not a time zone. Times that name no zone are read in ${options.zone}.`;
		notes.push({ kind: 'columnNotRead', level: 'warning', message, row: header.line });
	}
	const floating = { zone: named ?? options.zone, isNamed: named !== undefined };
	return { options, zones: calendarZones(calendar, floating, options.asked), clock, spell, steps: countSteps() };
}

const canTouch = (extent: Interval, asked: Interval): boolean => extent.start <= asked.end && asked.start <= extent.end;

/** What is over is only told; what is still to come has to be mended before its time. */
function noteOfSkipped({ event: { component }, problems }: EventResult, { asked }: IcsOptions): RosterNote {
	const [first] = problems;
	const isOver = extentOf(component).end < asked.start;
	const when = isOver ? 'was over before' : 'begins after';
	return {
		kind: 'eventSkipped',
		level: isOver ? 'info' : 'warning',
		message: `Line ${first?.row ?? component.line} of the calendar, ${first?.column ?? ''}: ${first?.problem ?? ''}. ${eventText(component)} was skipped, because it ${when} the time asked for.`,
		row: component.line,
	};
}

const eventText = (event: Component): string => {
	const title = titleOf(event);
	return title === undefined ? 'This event' : `The event ${inQuotes(title)}`;
};

function notesOfSilence(results: EventResult[], hasWork: boolean): RosterNote[] {
	const notes: RosterNote[] = [];
	const free = results.filter(({ silence }) => silence === 'freeTime');
	if (free.length > 0) {
		const count = free.length === 1 ? 'One event is' : `${free.length} events are`;
		const message = `${count} marked as free time (TRANSP:TRANSPARENT) and left out, such as line ${free[0]?.event.component.line ?? 0} of the calendar.`;
		notes.push({ kind: 'leftOut', level: hasWork ? 'info' : 'warning', message });
	}
	const nobody = results.filter(({ silence }) => silence === 'nobody');
	if (nobody.length > 0) {
		const count = nobody.length === 1 ? 'One event is' : `${nobody.length} events are`;
		const message = `${count} not about anyone in particular and left out, such as line ${nobody[0]?.event.component.line ?? 0} of the calendar: it names no agent who takes part.`;
		notes.push({ kind: 'leftOut', level: 'info', message });
	}
	for (const { event, silence, facts } of results) {
		const row = event.component.line;
		if (silence === 'noLength') {
			const message = `Line ${row} of the calendar: ${eventText(event.component)} has no length, so it was skipped.`;
			notes.push({ kind: 'eventSkipped', level: 'info', message, row });
		}
		if (facts && facts.withoutAddress.length > 0) {
			const message = `Line ${row} of the calendar: ${listedNames(facts.withoutAddress)} has no email address and was left out.`;
			notes.push({ kind: 'leftOut', level: 'warning', message, row });
		}
	}
	return notes;
}

/** Tasks, notes and the like stand beside the events in many exports. */
function notesOfOthers({ children }: Component): RosterNote[] {
	const others = children.filter(({ name }) => !['VEVENT', 'VTIMEZONE'].includes(name) && !name.startsWith('X-'));
	const [first] = others;
	if (first === undefined) return [];
	const names = listedNames([...new Set(others.map(({ name }) => name))]);
	const hasEvents = children.some(({ name }) => name === 'VEVENT');
	const message = hasEvents
		? `Only events (VEVENT) of the calendar are read. Skipped: ${names}, such as line ${first.line}.`
		: `The calendar has no events (VEVENT), only ${names}.`;
	return [{ kind: 'eventSkipped', level: hasEvents ? 'info' : 'warning', message, row: first.line }];
}

function notesOfText(text: string): RosterNote[] {
	const at = text.indexOf('\uFFFD');
	if (at === -1) return [];
	const row = text.slice(0, at).split(/\r\n|\n|\r/).length;
	const message = `Letters of the calendar are lost, such as in line ${row}. Save it as UTF-8.`;
	return [{ kind: 'textDamaged', level: 'warning', message, row }];
}

/** Whoever the calendar is about is an agent of the schedule even when no event is left: without work, but still there. */
function agentsNamedBy(named: Array<ScheduleRule['agents']>): Agent[] {
	const ids = new Set(named.flatMap((agents) => (agents === 'all' ? [] : agents)));
	return [...ids].map((id) => ({ id, name: id, service: '', isListed: false }));
}
