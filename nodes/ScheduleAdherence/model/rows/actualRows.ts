import type { Instant, ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import { problem, value, type Result } from '../../../shared/values/result';
import { fold, inQuotes, listedNames, textOf, tidyText } from '../../../shared/values/text';
import type { ActualEntry } from '../record/actualStretches';
import { columnFinder, isEmptyRow, type InputRow } from './columnFinder';
import { cellMoment } from './moment';
import { personKey, namedAgentOf, type NamedAgent } from './person';
import { namesList, type AdherenceNote } from '../record/notes';
import { rowProblem, type AdherenceProblem } from './problems';

/** An agent whose states are told. */
export interface ActualAgent extends NamedAgent {
	entries: ActualEntry[];
	/** The first row that names the agent, from 1. */
	row: number;
}

export interface ReadActual {
	agents: ActualAgent[];
	problems: AdherenceProblem[];
	notes: AdherenceNote[];
	/** When the last interval ends; `undefined` where no row is one. */
	toldUntil: Instant | undefined;
}

export interface ActualOptions {
	/** Of times without an offset. */
	clock: ZoneClock;
	now: Instant;
	/** The actualHeadings that the form names, by what the columns mean. */
	columns: Partial<Record<string, string>>;
}

/**
 * The columns of Get History, Get State and the triggers come first. `since` is when a state began, and `at` may be when
 * it was read.
 */
const actualHeadings = {
	agent: ['agent', 'name', 'agentname', 'employee', 'worker', 'workername'],
	agentId: ['agentid', 'workersid'],
	state: ['state', 'current', 'status', 'activity', 'activityname', 'workeractivityname'],
	native: ['native', 'currentnative'],
	reason: ['reason'],
	outcome: ['outcome'],
	from: ['from', 'start', 'begin', 'starttime'],
	until: ['until', 'end', 'to', 'finish', 'endtime'],
	at: ['since', 'at', 'changedat', 'time', 'timestamp', 'when', 'datetime'],
} as const;

type ActualCells = Record<keyof typeof actualHeadings, unknown>;

/** The names that the form has for columns. */
export const actualColumns = ['agent', 'agentId', 'state', 'native', 'reason', 'from', 'until', 'at'] as const;

/** Reads rows about the states that agents were in: changes, intervals, or both. */
export function readActualRows(rows: readonly InputRow[], options: ActualOptions): ReadActual {
	const cellsOf = columnFinder<keyof typeof actualHeadings>(actualHeadings, options.columns);
	const agents = new Map<string, ActualAgent>();
	const found: ReadActual = { agents: [], problems: [], notes: [], toldUntil: undefined };
	const [unread, future] = [new Set<string>(), new Set<string>()];
	for (const [index, given] of rows.entries()) {
		if (isEmptyRow(given)) continue;
		const cells = cellsOf(given);
		const row = index + 1;
		const person = namedAgentOf(cells);
		if (!person) {
			found.problems.push(rowProblem('Actual', row, '', namesNobody(given)));
			continue;
		}
		const key = personKey(person);
		const agent = agents.get(key) ?? { ...person, entries: [], row };
		agents.set(key, agent);
		if (isUnread(cells)) {
			unread.add(person.name);
			continue;
		}
		const entry = entryIn(cells, options.clock, given);
		if (entry.kind === 'problem') {
			found.problems.push(rowProblem('Actual', row, person.name, entry.problem));
			continue;
		}
		if (entry.value.start > options.now) future.add(person.name);
		else agent.entries.push(entry.value);
		if (entry.value.end !== undefined) found.toldUntil = Math.max(found.toldUntil ?? -Infinity, entry.value.end);
	}
	if (unread.size > 0) {
		found.notes.push({
			level: 'warning',
			message: `Rows of ${namesList(unread)} say that the agent could not be read. That time is unknown.`,
		});
	}
	if (future.size > 0) {
		found.notes.push({
			level: 'warning',
			message: `Rows of ${namesList(future)} are about the future. They were left out; check the time zone of the input Actual.`,
		});
	}
	return { ...found, agents: [...agents.values()] };
}

const namesNobody = (row: InputRow): string =>
	`no agent is named. If the column has a name of its own, give it in 'Columns of Actual'. The columns are: ${listedNames(Object.keys(row))}`;

/** A row of Get History or Get State about an agent that the service did not tell. */
const isUnread = ({ outcome, from, at }: ActualCells): boolean =>
	['failed', 'skipped'].includes(textOf(outcome)) && from === undefined && at === undefined;

function entryIn(cells: ActualCells, clock: ZoneClock, row: InputRow): Result<ActualEntry> {
	const first = cells.from === undefined ? ('at' as const) : ('from' as const);
	if (cells[first] === undefined) {
		return problem(
			`the row has no time. Give the column in 'Columns of Actual'. The columns are: ${listedNames(Object.keys(row))}`,
		);
	}
	const start = momentIn(cells[first], first, clock);
	if (start.kind === 'problem') return start;
	const isInterval = first === 'from' && cells.until !== undefined;
	const end = isInterval ? momentIn(cells.until, 'until', clock) : undefined;
	if (end?.kind === 'problem') return end;
	if (end && end.value < start.value) return problem('"until" is before "from"');
	return value({ start: start.value, end: end?.value, state: stateIn(cells) });
}

function momentIn(cell: unknown, column: string, clock: ZoneClock): Result<Instant> {
	const read = cellMoment(cell, clock);
	if (read.kind === 'problem') return problem(`${inQuotes(column)}: ${read.problem}`);
	return read.value.kind === 'moment'
		? value(read.value.at)
		: problem(`${inQuotes(column)}: ${inQuotes(textOf(cell))} has no time of day`);
}

/** `undefined` where the row says that the state is not known. */
function stateIn({ state, native, reason }: ActualCells): ActualEntry['state'] {
	const [word, own] = [tidyText(textOf(state)), tidyText(textOf(native))];
	if (word === '' && own === '') return undefined;
	const plain = fold(word);
	return { state: plain.startsWith('on ') ? plain.slice(3) : plain, native: own, reason: tidyText(textOf(reason)) };
}
