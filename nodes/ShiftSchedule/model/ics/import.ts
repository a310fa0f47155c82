import { agentsOf, emptyOf, fixedAgents, type IcsOptions } from './options';
import { rulesOfEvent, type Series } from './event';
import type { Complain } from './dates';
import { componentsIn, type Component } from './text';
import { listOf, type Problem } from '../calendar/parsed';
import type { Agent, Rule } from '../schedule/types';
import type { Roster } from '../roster/roster';

/**
 * Reads a calendar: its events become rules of a schedule, repeated ones without being written out.
 *
 * Supported: VEVENT with DTSTART, DTEND or DURATION, whole days, RRULE (see icsRule.ts), EXDATE, RDATE, RECURRENCE-ID and
 * STATUS:CANCELLED; times in UTC, in a zone by IANA or Windows name, or in the schedule's zone. VTIMEZONE, VALARM and what
 * has no bearing on time are skipped. Anything else is a problem, which names the line and the property: its event is
 * left out, never guessed.
 */
export function importIcs(text: string, options: IcsOptions): Roster {
	const { components, problems } = componentsIn(text);
	const everybody = options.agent.kind === 'fixed' ? fixedAgents(options.agent.id) : 'all';
	const doubted: Array<Rule['agents']> = problems.length > 0 ? [everybody] : [];
	const doubt = (events: Component[]): unknown =>
		doubted.push(...events.flatMap((event) => listOf(agentsOf(event, options))));
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
	const rules: Rule[] = [];
	const events = inside.filter(({ name }) => name === 'VEVENT');
	for (const { main, changes, second } of seriesIn(events)) {
		if (problems.length > MOST_PROBLEMS) break;
		const wrong: Problem[] = [];
		const complain: Complain = (row, column, problem) => void wrong.push({ row, column, problem });
		const found = rulesOfEvent({ main, changes }, { options, complain });
		if (second) complain(second.line, 'UID', 'is that of another event, too');
		problems.push(...wrong);
		if (wrong.length === 0) rules.push(...found);
		else doubt([...listOf(main), ...listOf(second), ...changes]);
	}
	problems.sort((a, b) => a.row - b.row);
	if (problems.length > MOST_PROBLEMS) {
		doubted.push(everybody);
		const [next] = problems.splice(MOST_PROBLEMS);
		problems.push({ row: next?.row ?? 1, column: 'BEGIN', problem: 'and more: nothing behind this line was read' });
	}
	const schedule = { ...emptyOf(options), agents: agentsIn(rules, options), rules };
	return {
		...{ schedule, problems },
		doubted: doubted.includes('all') ? 'all' : new Set(doubted.flat()),
		mentions: new Map(schedule.agents.map(({ id }) => [id, 0])),
	};
}

/** With so many the file is not what it was taken for, and nobody reads more. */
const MOST_PROBLEMS = 100;

/** An event and the changes to single dates of it share a UID; a second event must not. */
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

/** The agent that a calendar is about is there even when nothing is left in it: out of work, not out of sight. */
function agentsIn(rules: Rule[], { agent }: IcsOptions): Agent[] {
	const all: Array<Rule['agents']> = rules.map(({ agents }) => agents);
	if (agent.kind === 'fixed') all.push(fixedAgents(agent.id));
	const ids = new Set(all.flatMap((agents) => (agents === 'all' ? [] : agents)));
	return [...ids].map((id) => ({ id, name: id, vendor: '', isListed: false }));
}
