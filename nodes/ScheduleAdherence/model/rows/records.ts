import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import type { Instant, ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import { actualTimesOf } from '../record/actualStretches';
import { namesList, type AdherenceNote } from '../record/notes';
import type { AgentRecord, PlacedRecord } from '../record/types';
import { readActualRows } from './actualRows';
import type { InputRow } from './columnFinder';
import { readExcusedRows, type ExcusedTime } from './excusedRows';
import { matchPeople, type Matched } from './people';
import { namesOfPerson } from './person';
import type { AdherenceProblem } from './problems';
import { readScheduledRows } from './scheduledRows';
import { inQuotes } from '../../../shared/values/text';

/** The rows of the node's inputs. */
export interface AdherenceInputs {
	scheduled: readonly InputRow[];
	actual: readonly InputRow[];
	excused: readonly InputRow[];
}

export interface ReadOptions {
	/** Of rows that name no zone, and of times without an offset. */
	clock: ZoneClock;
	now: Instant;
	teamColumn: string;
	/** The headings of the columns of Actual that the form names. */
	columns: Partial<Record<string, string>>;
}

export interface ReadRecords {
	records: PlacedRecord[];
	problems: AdherenceProblem[];
	notes: AdherenceNote[];
	/** When the last interval of Actual ends; `undefined` where there is none. */
	toldUntil: Instant | undefined;
}

/**
 * Reads all inputs, and puts together what they say of each agent. An agent of whom a row cannot be read has no record:
 * half of the rows would be a wrong answer that looks right.
 */
export function readRecords({ scheduled, actual, excused }: AdherenceInputs, options: ReadOptions): ReadRecords {
	const plan = readScheduledRows(scheduled, options);
	const told = readActualRows(actual, options);
	const excuses = readExcusedRows(excused, options.clock);
	const matches = matchPeople(plan.agents, told.agents);
	const problems = [...plan.problems, ...told.problems, ...excuses.problems, ...matches.problems];
	const doubted = new Set(problems.flatMap(({ agent }) => namesOfPerson({ id: agent, name: agent })));
	const isDoubted = problems.some(({ agent }) => agent === '');
	const records = isDoubted
		? []
		: matches.people.filter((person) => !namesOfMatch(person).some((name) => doubted.has(name)));
	const contradicted = new Set<string>();
	const usedExcuses = new Set<number>();
	const placed = records.map((person): PlacedRecord => {
		const names = new Set(namesOfMatch(person));
		const own = excuses.excused.filter(({ who }) => who === '*' || names.has(who));
		for (const { row } of own) usedExcuses.add(row);
		const times = actualTimesOf(person.actual?.entries ?? [], options.now);
		const record = recordOf(person, times.stretches, own, options.clock);
		if (times.contradictions.length > 0) contradicted.add(record.name);
		return {
			record,
			row: person.scheduled?.row ?? person.actual?.row ?? 0,
			isScheduled: person.scheduled !== undefined,
			isTold: person.actual !== undefined,
		};
	});
	const unused = excuses.excused.filter(({ row }) => !usedExcuses.has(row));
	const notes = [...told.notes, ...contradictionNotes(contradicted), ...(isDoubted ? [] : unusedNotes(unused))];
	return { records: placed, problems, notes, toldUntil: told.toldUntil };
}

const namesOfMatch = ({ scheduled, actual }: Matched): string[] =>
	[scheduled, actual].flatMap((person) => (person ? namesOfPerson(person) : []));

function recordOf(
	{ scheduled, actual }: Matched,
	stretches: AgentRecord['actual'],
	excused: Interval[],
	clock: ZoneClock,
): AgentRecord {
	const person = scheduled ?? actual ?? { id: '', name: '' };
	// Where the roster names the ID alone, the service knows what people call the agent.
	const name = scheduled && actual && scheduled.name === scheduled.id ? actual.name : person.name;
	return {
		...{ id: person.id, name, team: scheduled?.team ?? '', service: scheduled?.service ?? '' },
		...{ clock: scheduled?.clock ?? clock, scheduled: scheduled?.stretches ?? [], actual: stretches, excused },
	};
}

const contradictionNotes = (names: Set<string>): AdherenceNote[] =>
	names.size === 0
		? []
		: [
				{
					level: 'warning',
					message: `Rows of Actual contradict each other for ${namesList(names)}: two states at the same time. That time is unknown.`,
				},
			];

const unusedNotes = (unused: readonly ExcusedTime[]): AdherenceNote[] =>
	unused.length === 0
		? []
		: [
				{
					level: 'warning',
					message: `Excused: no agent is called ${namesList(new Set(unused.map(({ who }) => inQuotes(who))))}. These rows have no effect.`,
				},
			];
