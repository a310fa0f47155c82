import { inQuotes, listedNames } from '../../../shared/values/text';
import { agentNamesIn, type AgentNames } from './agentNames';
import { agentsNamed, checkService, idsOfRowsAbove, listAgents, mentionAgent, zonesNamed } from './agents';
import { breakRow, swapRow } from './breakRow';
import { breakOfColumns } from './breakColumns';
import { cellsOf, type Cells } from './cells';
import type { ColumnNames } from './columns';
import type { DateOrder } from './dateText';
import { layoutOf, type Layout } from './layout';
import { layoutNotes, remarksOf } from './notes';
import { writingOfTable } from './tableWriting';
import type { Weekday } from '../calendar/day';
import type { NameOptions } from './commas';
import type { RosterNote, RosterProblem } from './problem';
import { requirementRow } from './requirementRow';
import { rowClocks } from './rowClock';
import { ruleKinds, ruleRow, type RuleKind } from './ruleRow';
import type { Agent, DstPolicy, Schedule, Swap } from '../schedule/types';
import type { ZoneClock } from '../calendar/zone';
import { zoneReader } from '../calendar/zoneName';

export interface RosterOptions extends Partial<NameOptions> {
	/** The zone of every row and agent that names none: a valid IANA name. */
	zone: string;
	dst: DstPolicy;
	columns?: ColumnNames;
	/** Of dates such as 11/3/2026; without it, the table's own, where one of its dates settles it. */
	order?: DateOrder;
	/** The day that 1 stands for; without it, days in numbers are refused. */
	firstDay?: Weekday;
	/** What people call a row; without it, `row 3`. */
	placeOf?: (row: number) => string;
}

export interface Roster {
	/** Without the rows that have a problem. */
	schedule: Schedule;
	problems: RosterProblem[];
	notes: RosterNote[];
	/** The ids of the agents that those rows are about, as far as they say: the schedule lacks something about them. */
	doubted: 'all' | Set<string>;
	/** Where in the table each agent is named first, from 0. */
	mentions: Map<string, number>;
}

/**
 * Reads a roster: a table as a supervisor keeps it, one row for one thing, in any order. Blank rows are skipped.
 *
 * | column | meaning |
 * |---|---|
 * | `kind` | what the row says; empty: `shift`. One of `agent`, `default`, `shift`, `break`, `holiday`, `temporary`, `leave`, `extra`, `swap`, `manual`, `needed` |
 * | `agent` | an id, several with commas, or `*` for all; empty only in rows of kind `needed` |
 * | `name`, `service` | of the agent, for display and for the Agent State node |
 * | `shift` | what people call it (Early, Christmas); in a break row, the shifts that the break is in; empty: all |
 * | `days` | `Mon-Fri`, `Sat, Sun`, `daily`; empty: every day between the dates or of the rotation |
 * | `start`, `end` | `09:00`, `9am`, both in one as `21-05`; `end` may be a length, `8h`. An end before the start is on the next day. In a break row also `4h after start`, `1h before end` |
 * | `state` | `available`, `busy`, `break`, `offline`; empty: as the kind has it |
 * | `reason` | handed on as it is: the service's break cause, say |
 * | `from`, `until` | dates, both included; with times where no start is given; `until` may be `open` for leave, holiday, shift and manual rows. A shift with `from` alone, without days or a rotation, is on that day |
 * | `rotation` | `A of A/B from 2026-01-05`, `4 on 4 off from 2026-01-05` |
 * | `step` | where the agent stands in rotations on that date: `1` or `A` is the first |
 * | `zone` | of the row; in an agent row, of the agent. An agent without such a row is in the zone that all its shifts name |
 * | `with` | the other agent of a swap |
 * | `stagger` | `15 min`: every further agent of the break starts so much later; `15 min x 4`: four agents do, and the fifth starts with the first |
 * | `priority` | within a layer the higher number wins, then the later start, then the later row; empty: 0 |
 * | `needed` | in a row of kind `needed`: how many agents must be in the state at these times |
 *
 * Lowest first: default, shifts (and their breaks), holidays, temporary schedules, overrides (leave, extra), the manual
 * switch. A swap exchanges the rows of kind shift that start on its days, breaks included. A temporary schedule
 * clears what is below it on its days. Whole days of leave, holiday and temporary rows follow the shifts that start on
 * them: see `Time` in types.ts. A `row_number` column says where the row stands, for messages; n8n's sheets add it.
 */
export function rosterOf(rows: Array<Record<string, unknown>>, options: RosterOptions): Roster {
	const problems: RosterProblem[] = [];
	const agents = new Map<string, Agent>();
	const schedule: Schedule = {
		...{ zone: options.zone, dst: options.dst, agents: [], rules: [], breaks: [], swaps: [], requirements: [] },
	};
	const zoneNamed = zoneReader();
	const clockFor = rowClocks(options.zone, zoneNamed);
	const layout = layoutOf(rows, options.columns ?? {});
	const writing = writingOfTable(rows, layout, options);
	const notes: RosterNote[] = layoutNotes(rows, layout);
	const filled = rows.map((json, index) => cellsOf(json, layout, writing, index)).filter((cells) => !cells.isBlank);
	const mentions = new Map<string, number>();
	let doubted: Roster['doubted'] = new Set<string>();
	const doubt = (whom: 'all' | string[]): void => {
		if (whom === 'all') doubted = 'all';
		else if (doubted !== 'all') for (const id of whom) doubted.add(id);
	};
	const shiftRows = filled.filter((cells) => kindOf(cells) === 'shift');
	const isAgentRow = (cells: Cells): boolean => kindOf(cells) === 'agent';
	const { agentsInCell = 'findOut', knownAgents = [] } = options;
	const names = agentNamesIn(filled, isAgentRow, { agentsInCell, knownAgents });
	const zonesOfShifts = zonesNamed(shiftRows, names, zoneNamed);
	const idsAbove = idsOfRowsAbove(filled, names);
	// Agent rows first: a row may stand above the one that says whose zone it is in.
	for (const cells of [...filled.filter(isAgentRow), ...filled.filter((row) => !isAgentRow(row))]) {
		if (cells.isForeign) {
			complainOfColumns(cells);
			problems.push(...cells.problems);
			doubt('all');
			continue;
		}
		const kind = kindOf(cells);
		if (kind === 'needed') {
			schedule.requirements.push(
				...requirementRow(
					cells,
					clockFor(cells, 'all', () => undefined),
				),
			);
			problems.push(...cells.problems);
			continue;
		}
		const named = agentsNamed(cells, names);
		const clock = clockFor(cells, named, (id) => agents.get(id)?.zone ?? zonesOfShifts.get(id));
		const ids = named === 'all' ? [] : named;
		checkService(cells, ids, agents);
		if (kind === 'agent') {
			if (named === 'all') cells.complain('agent', 'must be one agent or several, by id');
			listAgents(cells, ids, agents, zoneNamed);
		} else addEntries(schedule, cells, { named, names }, clock);
		const concerned = [...ids, ...(kind === 'swap' ? [names.other(cells)] : [])];
		for (const id of concerned) {
			mentionAgent(cells, { id, isSingle: id === ids[0] && ids.length === 1 }, agents, zonesOfShifts.get(id));
			mentions.set(id, Math.min(mentions.get(id) ?? Infinity, cells.index));
		}
		problems.push(...cells.problems);
		notes.push(...remarksOf(cells, options.placeOf ?? defaultPlace));
		if (cells.problems.length > 0) {
			doubt(named === 'all' ? 'all' : [...concerned, ...names.of(cells).mayBe, ...(idsAbove.get(cells) ?? [])]);
		}
	}
	const inOtherRows = new Set(
		filled.filter((cells) => kindOf(cells) !== 'swap').flatMap((cells) => names.of(cells).ids),
	);
	const swaps = schedule.swaps.filter((swap) => {
		const found = swapProblem(swap, inOtherRows, layout);
		if (found === undefined) return true;
		problems.push(found);
		doubt(swap.pair);
		return false;
	});
	return {
		schedule: { ...schedule, swaps, agents: [...agents.values()] },
		problems: problems.sort((a, b) => a.row - b.row),
		notes: [...notes, ...names.notes],
		...{ doubted, mentions },
	};
}

const defaultPlace = (row: number): string => `row ${row}`;

export const rowKinds = ['agent', 'break', 'swap', ...Object.keys(ruleKinds), 'needed'];

const isRuleKind = (kind: string): kind is RuleKind => Object.hasOwn(ruleKinds, kind);

const kindOf = (cells: Cells): string => cells.text('kind').toLowerCase() || 'shift';

/** Reads a row that is not about an agent, and adds what it says to the schedule. */
function addEntries(
	schedule: Schedule,
	cells: Cells,
	{ named, names }: { named: 'all' | string[]; names: AgentNames },
	clock: ZoneClock,
): void {
	const kind = kindOf(cells);
	if (kind === 'break') {
		const found = breakRow(cells, named, clock);
		if (found) schedule.breaks.push(found);
	} else if (kind === 'swap') {
		const found = swapRow(cells, named, names.other(cells), clock);
		if (found) schedule.swaps.push(found);
	} else if (isRuleKind(kind)) addRules(schedule, cells, kind, named, clock);
	else
		cells.complain(
			'kind',
			`${inQuotes(cells.text('kind'))} is not a kind of row: there are ${rowKinds.join(', ')}. A word of your own needs an entry under 'Words Stand For'`,
		);
}

function addRules(schedule: Schedule, cells: Cells, kind: RuleKind, named: 'all' | string[], clock: ZoneClock): void {
	const rules = ruleRow(cells, kind, named, clock);
	const [rule] = rules.filter(({ isWork }) => isWork);
	const pause = rule?.time.kind === 'clock' ? breakOfColumns(cells, named, rule.time.days, clock) : undefined;
	if (cells.problems.length > 0) return;
	schedule.rules.push(...rules);
	if (pause) schedule.breaks.push(pause);
}

const complainOfColumns = (cells: Cells): undefined =>
	cells.complain(
		'agent',
		`is missing, and so are all columns of a roster: there are ${listedNames(cells.columns())}. Name yours under 'Columns With Other Names'`,
	);

function swapProblem({ pair, row }: Swap, inOtherRows: Set<string>, layout: Layout): RosterProblem | undefined {
	const stranger = pair.find((id) => !inOtherRows.has(id));
	if (stranger === undefined) return undefined;
	const own = stranger === pair[0] ? 'agent' : 'with';
	const column = layout.names.get(own) ?? own;
	return {
		row,
		column,
		problem: `${inQuotes(stranger)} is in no other row: an agent who swaps needs shifts`,
	};
}
