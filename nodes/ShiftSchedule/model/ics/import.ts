import { eventAgents, emptySchedule, fixedAgents, type IcsOptions } from './options';
import { rulesOfEvent, type Series } from './event';
import type { Complain } from './dates';
import { componentsIn, type Component } from './text';
import type { RosterProblem } from '../roster/problem';
import type { Agent, ScheduleRule } from '../schedule/types';
import type { Roster } from '../roster/roster';

/**
 * Reads a calendar: its events become rules of a schedule, repeated ones without being written out.
 *
 * Supported: VEVENT with DTSTART, DTEND or DURATION, whole days, RRULE (see rule.ts), EXDATE, RDATE, RECURRENCE-ID and
 * STATUS:CANCELLED; times in UTC, in a zone by IANA or Windows name, or in the schedule's zone. VTIMEZONE, VALARM and what
 * has nothing to do with time are skipped. Anything else is a problem, which names the line and the property: its event is
 * left out, never guessed.
 */
export function importCalendar(text: string, options: IcsOptions): Roster {
	const { components, problems } = componentsIn(text);
	const everybody = options.agent.kind === 'fixed' ? fixedAgents(options.agent.id) : 'all';
	const doubted: Array<ScheduleRule['agents']> = problems.length > 0 ? [everybody] : [];
	const doubt = (event: Component | undefined): void => {
		const agents = event && eventAgents(event, options);
		if (agents !== undefined) doubted.push(agents);
	};
	const calendars = components.filter(({ name }) => name === 'VCALENDAR');
	const stray = components.find(({ name }) => name !== 'VCALENDAR');
	if (stray) problems.push({ row: stray.line, column: stray.name, problem: 'stands outside of VCALENDAR' });
	if (calendars.length === 0)
		problems.push({ row: 1, column: 'BEGIN', problem: 'is no calendar: it has no VCALENDAR' });
	if (stray || calendars.length === 0) doubted.push(everybody);
	const inside = calendars.flatMap(({ children }) => children);
	for (const { name, line } of inside) {
		if (name === 'VEVENT' || name === 'VTIMEZONE' || name.startsWith('X-')) continue;
		problems.push({ row: line, column: name, problem: 'is not supported: only events (VEVENT) say shifts' });
	}
	const rules: ScheduleRule[] = [];
	const events = inside.filter(({ name }) => name === 'VEVENT');
	for (const { main, changes, second } of seriesIn(events)) {
		if (problems.length > MAX_PROBLEMS) break;
		const found: RosterProblem[] = [];
		const complain: Complain = (row, column, problem) => void found.push({ row, column, problem });
		const rulesFound = rulesOfEvent({ main, changes }, { options, complain });
		if (second) complain(second.line, 'UID', 'is that of another event, too');
		problems.push(...found);
		if (found.length === 0) rules.push(...rulesFound);
		else [main, second, ...changes].forEach(doubt);
	}
	problems.sort((a, b) => a.row - b.row);
	if (problems.length > MAX_PROBLEMS) {
		doubted.push(everybody);
		const [next] = problems.splice(MAX_PROBLEMS);
		problems.push({ row: next?.row ?? 1, column: 'BEGIN', problem: 'and more: nothing behind this line was read' });
	}
	const schedule = { ...emptySchedule(options), agents: agentsOfRules(rules, options), rules };
	return {
		...{ schedule, problems, notes: [] },
		doubted: doubted.includes('all') ? 'all' : new Set(doubted.flat()),
		mentions: new Map(schedule.agents.map(({ id }) => [id, 0])),
	};
}

/** A file with so many is no calendar of shifts, and nobody reads more. */
const MAX_PROBLEMS = 100;

/** Groups events by their UID, which an event shares with the changes to single dates of it, and with no second event. */
function seriesIn(events: Component[]): Array<Series & { second: Component | undefined }> {
	const byUid = new Map<string, Component[]>();
	for (const event of events) {
		// An event without a UID, which RFC 5545 wants, stands for itself.
		const uid = event.properties.find(({ name }) => name === 'UID')?.value ?? `line ${event.line}`;
		byUid.set(uid, [...(byUid.get(uid) ?? []), event]);
	}
	return [...byUid.values()].map((group) => {
		const isChange = ({ properties }: Component): boolean =>
			properties.some(({ name }) => name === 'RECURRENCE-ID');
		const [main, second] = group.filter((event) => !isChange(event));
		return { main, second, changes: group.filter(isChange) };
	});
}

/** Whoever the calendar is about is an agent of the schedule even when no event is left: without work, but still there. */
function agentsOfRules(rules: ScheduleRule[], { agent }: IcsOptions): Agent[] {
	const all: Array<ScheduleRule['agents']> = rules.map(({ agents }) => agents);
	if (agent.kind === 'fixed') all.push(fixedAgents(agent.id));
	const ids = new Set(all.flatMap((agents) => (agents === 'all' ? [] : agents)));
	return [...ids].map((id) => ({ id, name: id, service: '', isListed: false }));
}
