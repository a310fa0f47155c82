import { checkService, idsIn, isAll, listAgent, mention, zonesNamed, type ZoneReader } from './agents';
import { breakRow, swapRow } from './breakRow';
import { cellsOf, headingsOf, type Cells, type Columns } from './cells';
import { ruleKinds, rulesIn, type RuleKind } from './ruleRow';
import { listOf, type Problem } from '../calendar/parsed';
import type { Agent, DstPolicy, Schedule } from '../schedule/types';
import { clockOf, type ZoneClock } from '../calendar/zone';
import { zoneReader } from '../calendar/zoneName';

export interface RosterOptions {
	/** Of every row and agent that names none. */
	zone: string;
	dst: DstPolicy;
	columns?: Columns;
}

export interface Roster {
	schedule: Schedule;
	/** Rows with a problem are not part of the schedule. */
	problems: Problem[];
	/** Whom those rows are about, as far as they say: what the schedule says of these agents lacks something. */
	doubted: 'all' | Set<string>;
	/** Agents, and where in the table each is named first, from 0. */
	mentions: Map<string, number>;
}

/**
 * Reads a roster: a table as a supervisor keeps it, one row for one thing, in any order. Blank rows are skipped.
 *
 * | column | meaning |
 * |---|---|
 * | `kind` | what the row says; empty: `shift`. One of `agent`, `default`, `shift`, `break`, `holiday`, `temporary`, `leave`, `extra`, `swap`, `manual` |
 * | `agent` | an id, several with commas, or `*` for all; never empty |
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
 * | `stagger` | `15 min`: every further agent of the break starts so much later; `15 min x 4`: in four turns |
 * | `priority` | within a layer the higher number wins, then the later start, then the later row; empty: 0 |
 *
 * Lowest first: default, shifts (and their breaks), holidays, temporary schedules, overrides (leave, extra), the manual
 * switch. A swap exchanges the shifts of the lowest layer that start on its days, breaks included. A temporary schedule
 * clears what is below it on its days. Whole days of leave, holiday and temporary rows follow the shifts that start on
 * them: see `Time` in schedule.ts. A `row_number` column says where the row stands, for messages; n8n's sheets add it.
 */
export function rosterOf(rows: Array<Record<string, unknown>>, options: RosterOptions): Roster {
	const problems: Problem[] = [];
	const agents = new Map<string, Agent>();
	const schedule: Schedule = { zone: options.zone, dst: options.dst, agents: [], rules: [], breaks: [], swaps: [] };
	const zoneNamed = zoneReader();
	const clockNamed = clocks(options.zone, zoneNamed);
	const headings = headingsOf(options.columns ?? {});
	const places = new Map(rows.map((json, index) => [cellsOf(json, headings, index + 1), index]));
	const tables = [...places.keys()].filter((row) => !row.isBlank);
	const mentions = new Map<string, number>();
	let doubted: Roster['doubted'] = new Set<string>();
	const doubt = (whom: 'all' | string[]): void => {
		if (whom === 'all') doubted = 'all';
		else if (doubted !== 'all') for (const id of whom) doubted.add(id);
	};
	const shiftRows = tables.filter((cells) => kindOf(cells) === 'shift');
	const ownZones = zonesNamed(shiftRows, zoneNamed);
	const above = namesAbove(tables);
	// Agent rows first: a row may stand above the one that says whose zone it is in.
	const isAgentRow = (cells: Cells): boolean => kindOf(cells) === 'agent';
	for (const cells of [...tables.filter(isAgentRow), ...tables.filter((row) => !isAgentRow(row))]) {
		if (cells.isForeign) {
			cells.complain(
				'agent',
				`is missing, and so are all columns of a roster: there are ${cells.columns.join(', ')}`,
			);
			problems.push(...cells.problems);
			doubt('all');
			continue;
		}
		const kind = kindOf(cells);
		const named = agentsIn(cells);
		const clock = clockNamed(cells, named, (id) => agents.get(id)?.zone ?? ownZones.get(id));
		const ids = named === 'all' ? [] : named;
		checkService(cells, ids, agents);
		if (kind === 'agent') {
			if (named === 'all') cells.complain('agent', 'must be one agent or several, by id');
			for (const id of ids) listAgent(cells, id, agents, zoneNamed);
		} else if (kind === 'break') schedule.breaks.push(...listOf(breakRow(cells, named, clock)));
		else if (kind === 'swap') schedule.swaps.push(...listOf(swapRow(cells, named, clock)));
		else if (isRuleKind(kind)) schedule.rules.push(...rulesIn(cells, kind, named, clock));
		else cells.complain('kind', `"${cells.text('kind')}" is no kind of row: there are ${kinds.join(', ')}`);
		const concerned = [...ids, ...(kind === 'swap' ? [cells.text('with')] : [])];
		for (const id of concerned) {
			mention(cells, id, agents, ownZones.get(id));
			mentions.set(id, Math.min(mentions.get(id) ?? Infinity, places.get(cells) ?? 0));
		}
		problems.push(...cells.problems);
		if (cells.problems.length > 0) doubt(named === 'all' ? 'all' : [...concerned, ...(above.get(cells) ?? [])]);
	}
	const inOtherRows = new Set(tables.filter((cells) => kindOf(cells) !== 'swap').flatMap(idsIn));
	const swaps = schedule.swaps.filter((swap) => {
		const stranger = swap.pair.find((id) => !inOtherRows.has(id));
		if (stranger === undefined) return true;
		const column = headings.get(stranger === swap.pair[0] ? 'agent' : 'with')?.column ?? '';
		problems.push({ row: swap.row, column, problem: `"${stranger}" is in no other row: who swaps needs shifts` });
		doubt(swap.pair);
		return false;
	});
	return {
		schedule: { ...schedule, swaps, agents: [...agents.values()] },
		problems: problems.sort((a, b) => a.row - b.row),
		...{ doubted, mentions },
	};
}

const kinds = ['agent', 'break', 'swap', ...Object.keys(ruleKinds)];

const isRuleKind = (kind: string): kind is RuleKind => Object.hasOwn(ruleKinds, kind);

const kindOf = (cells: Cells): string => cells.text('kind').toLowerCase() || 'shift';

/** In a sheet with merged cells, whose row it is stands further up. */
function namesAbove(tables: Cells[]): Map<Cells, string[]> {
	let last: string[] = [];
	return new Map(
		tables.map((cells) => {
			const ids = idsIn(cells);
			if (ids.length > 0) last = ids;
			return [cells, ids.length > 0 ? [] : last];
		}),
	);
}

function agentsIn(cells: Cells): 'all' | string[] {
	if (isAll(cells.text('agent'))) return 'all';
	const named = idsIn(cells);
	if (named.some(isAll)) cells.complain('agent', 'names agents and all of them: write one or the other');
	if (named.length === 0) cells.complain('agent', 'is empty: write the agent, or * for all');
	return named;
}

/** The zone of a row is its own, or that of its agents where they have the same, or the schedule's. */
function clocks(scheduleZone: string, zoneNamed: ZoneReader) {
	const made = new Map<string, ZoneClock>();
	const clockIn = (zone: string): ZoneClock => {
		const clock = made.get(zone) ?? clockOf(zone);
		made.set(zone, clock);
		return clock;
	};
	return (cells: Cells, named: 'all' | string[], zoneOfAgent: (id: string) => string | undefined): ZoneClock => {
		const text = cells.text('zone');
		const zones = new Set(named === 'all' ? [] : named.map(zoneOfAgent));
		const shared = zones.size === 1 ? [...zones][0] : undefined;
		if (text === '') return clockIn(shared ?? scheduleZone);
		return clockIn(cells.take('zone', zoneNamed(text)) ?? scheduleZone);
	};
}
