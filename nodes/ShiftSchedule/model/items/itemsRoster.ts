import { fold, inQuotes } from '../../../shared/values/text';
import { MINUTES_A_DAY } from '../calendar/day';
import { createZoneClock, MS_A_MINUTE, type ZoneClock } from '../calendar/zone';
import { zoneReader } from '../calendar/zoneName';
import type { RosterProblem } from '../roster/problem';
import { rosterOf, type Roster } from '../roster/roster';
import type { DstPolicy, ScheduledState } from '../schedule/types';
import { wordReader } from './activityWords';
import {
	unread,
	type Entry,
	type Found,
	type ItemService,
	type LeftOutReason,
	type Person,
	type ReaderTools,
	type PlannedTime,
} from './found';
import { serviceNotes } from './notes';
import { rowsOfPlannedTime, type ItemRow } from './rows';
import { entriesIn } from './services';

export interface ItemOptions extends Pick<ReaderTools, 'zone' | 'eventOwner' | 'eventsAre'> {
	dst: DstPolicy;
	/** What of a person is the agent; where it is missing, the next: the address, the id, the name. */
	agentIs: 'email' | 'id' | 'name';
	/** The form's words, and the states that they mean. */
	words: ReadonlyMap<string, ScheduledState>;
}

/** A roster of items; its rows and problems are counted in items, from 1, and `mentions` from 0. */
export type ItemsRoster = Roster;

/** What was found, and in which item. */
interface Placed<T> {
	found: T;
	row: number;
}

/** Reads the items of a service as a roster: each item is an entry of it, or an answer with a list of entries. */
export function rosterOfServiceItems(items: Entry[], service: ItemService, options: ItemOptions): ItemsRoster {
	const answers = items.map((answer, index) => ({ answer, row: index + 1, entries: entriesIn(service, answer) }));
	const all = answers.flatMap(({ entries }) => entries ?? []);
	const clocks = new Map<string, ZoneClock>();
	const clockIn = (zone: string): ZoneClock => {
		const clock = clocks.get(zone) ?? createZoneClock(zone);
		clocks.set(zone, clock);
		return clock;
	};
	const tools: ReaderTools = {
		...{ zone: options.zone, eventOwner: options.eventOwner, eventsAre: options.eventsAre },
		...{ zoneNamed: zoneReader(), clockIn, ...wordReader(options.words) },
		names: service.namesIn?.(all) ?? new Map(),
	};
	const placed = answers.flatMap(({ answer, row, entries = [] }) =>
		entries.flatMap((entry) =>
			service.read(entry, tools, answer).map((found) => ({ found: ofUsualLength(found), row })),
		),
	);
	const stretches = withoutRepeats(placed.filter(isPlannedTime));
	const leftOut = placed.flatMap(({ found }): LeftOutReason[] => (found.kind === 'leftOut' ? [found.why] : []));
	const strangers = answers.filter(({ entries }) => entries === undefined);
	const roster = rosterOfStretches(stretches, placed, { ...options, clockIn });
	const problems: RosterProblem[] = [
		...strangers.map(({ row }) => ({
			...{ row, column: '' },
			problem: `is not an item of ${service.name}. Choose its service in 'Items Of'`,
		})),
		...placed.flatMap(({ found, row }) =>
			found.kind === 'unread' ? [{ row, column: '', problem: `cannot be read: ${found.problem}` }] : [],
		),
		...roster.problems,
	];
	const notes = serviceNotes(service, { entries: all, stretches: stretches.map(({ found }) => found), leftOut });
	return {
		...{ ...roster, problems, notes: [...notes, ...roster.notes] },
		doubted: strangers.length > 0 ? 'all' : roster.doubted,
	};
}

/** In days. Work by the clock has a row for each day: one until the year 9999 would have millions. */
const LONGEST_WORK = 400;

function ofUsualLength(found: Found): Found {
	if (found.kind !== 'work' || found.span.kind !== 'timed') return found;
	const isEndless = found.span.end - found.span.start > LONGEST_WORK * MINUTES_A_DAY * MS_A_MINUTE;
	return isEndless ? unread(found.people, `it lasts more than ${LONGEST_WORK} days`) : found;
}

const isPlannedTime = (one: Placed<Found>): one is Placed<PlannedTime> =>
	one.found.kind === 'work' || one.found.kind === 'away';

/** The same stretch twice, such as an on-call of two escalation policies, is one. */
function withoutRepeats(stretches: Array<Placed<PlannedTime>>): Array<Placed<PlannedTime>> {
	const seen = new Set<string>();
	return stretches.filter(({ found }) => {
		const key = JSON.stringify(found);
		return !seen.has(key) && seen.add(key);
	});
}

type Clocks = Pick<ReaderTools, 'clockIn'>;

function rosterOfStretches(
	stretches: Array<Placed<PlannedTime>>,
	placed: Array<Placed<Found>>,
	options: ItemOptions & Clocks,
): Roster {
	const agents = new Map<
		string,
		{ id: string; name: string; zones: Set<string>; row: number; people: Set<string> }
	>();
	const agentOf = (person: Person, row: number, zone = '') => {
		const id = idOfPerson(person, options);
		const agent = agents.get(fold(id)) ?? { id, name: '', zones: new Set(), row, people: new Set() };
		agents.set(fold(id), agent);
		agent.name ||= person.name;
		agent.people.add(fold(person.id || person.email));
		if (zone !== '') agent.zones.add(zone);
		return agent;
	};
	const doubted = new Set<string>();
	let isAllDoubted = false;
	for (const { found, row } of placed) {
		if (found.kind === 'leftOut') continue;
		for (const person of found.people) {
			const agent = agentOf(person, row, found.kind === 'unread' ? '' : (found.zone ?? ''));
			if (found.kind === 'unread') doubted.add(agent.id);
		}
		if (found.kind === 'unread' && found.people.length === 0) isAllDoubted = true;
	}
	const zoneOf = (zones: Set<string>): string => (zones.size === 1 ? ([...zones][0] ?? '') : '') || options.zone;
	const rows: ItemRow[] = [...agents.values()].map(({ id, name, zones, row }) => ({
		...{ kind: 'agent', agent: id, name, row_number: row, zone: zoneOf(zones) },
	}));
	const taken = new Set<string>();
	for (const { found, row } of stretches) {
		for (const person of found.people) {
			const agent = agentOf(person, row);
			const clock = options.clockIn(zoneOf(agent.zones));
			rows.push(...rowsOfPlannedTime(found, { agent: agent.id, row, clock, dst: options.dst, taken }));
		}
	}
	const roster = rosterOf(rows, { zone: options.zone, dst: options.dst, agentsInCell: 'one' });
	// One name of two people: nobody can tell whose shifts are whose.
	const twice = [...agents.values()].filter(({ people }) => people.size > 1);
	const problems = twice.map(({ id, row }) => ({
		...{ row, column: '' },
		problem: `is about ${inQuotes(id)}, which is the name of several people. Choose the email address or the ID in 'Agent Is'`,
	}));
	for (const { id } of twice) doubted.add(id);
	return {
		...roster,
		problems: [...problems, ...roster.problems],
		doubted: isAllDoubted || roster.doubted === 'all' ? 'all' : new Set([...roster.doubted, ...doubted]),
		mentions: new Map([...agents.values()].map(({ id, row }) => [id, row - 1])),
	};
}

function idOfPerson({ id, email, name }: Person, { agentIs }: ItemOptions): string {
	if (agentIs === 'name') return name || email || id;
	return agentIs === 'id' ? id || email || name : email || id || name;
}
