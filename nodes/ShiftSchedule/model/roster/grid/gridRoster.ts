import type { ScheduleRule } from '../../schedule/types';
import type { CodeBreak } from '../legend';
import { rosterOf, type Roster, type RosterOptions } from '../roster';
import type { GridProblem } from './complaints';
import type { AgentCells, GridPlace } from './entries';
import type { GridReading } from './reading';

/** A grid as a roster. */
export interface GridRoster extends Pick<Roster, 'schedule' | 'notes' | 'doubted'> {
	problems: GridProblem[];
	/** Where an entry of the schedule comes from, by its row; the first place that names the agent, by its ID. */
	placeOf: (row: number) => GridPlace | undefined;
	firstPlaceOf: (agentId: string) => GridPlace | undefined;
	/** Whether an entry says that nothing is known about its days. */
	isOpen: (row: number) => boolean;
}

/** A row for the reader of rows, and where it comes from. */
interface Line {
	json: Record<string, unknown>;
	place: GridPlace;
	/** Of a row about agents. */
	agent?: AgentCells;
}

/** A shift that says nothing: its row tells who the agents of a line are, and in which zone. */
const marker = { from: '1970-01-01', start: '00:00', end: '1 min' };

/**
 * Makes a roster of what was read in a grid. The reader of rows says who the agents are, once for each line of the grid;
 * the cells are rules already. Reading 12,400 cells as rows would take a second.
 */
export function gridRoster(
	{ entries, complaints, doubted }: GridReading,
	breaks: CodeBreak[],
	agentHeading: string,
	options: RosterOptions,
): GridRoster {
	const lines = linesOf({ entries, doubted }, breaks, agentHeading);
	const roster = rosterOf(
		lines.map(({ json }) => json),
		options,
	);
	const named = new Map<AgentCells, ScheduleRule>();
	for (const rule of roster.schedule.rules) {
		const agent = lines[rule.row - 1]?.agent;
		if (agent) named.set(agent, rule);
	}
	const rules = entries.flatMap(({ agent, rule }, index): ScheduleRule[] => {
		const who = named.get(agent);
		if (who === undefined) return [];
		const { agents, zone } = who;
		return [{ ...rule, row: lines.length + index + 1, agents, priority: 0, ...(zone !== undefined && { zone }) }];
	});
	const entryOf = (row: number) => entries[row - lines.length - 1];
	const own = roster.problems.flatMap(({ row, column, problem }): GridProblem[] => {
		const line = lines[row - 1];
		const isMarker = line?.json.state === UNREADABLE;
		return line === undefined || isMarker ? [] : [{ place: line.place, problem: columnWords(column, problem) }];
	});
	return {
		schedule: { ...roster.schedule, rules },
		problems: [...complaints.list(), ...own],
		notes: roster.notes,
		doubted: roster.doubted,
		placeOf: (row) => entryOf(row)?.place ?? lines[row - 1]?.place,
		firstPlaceOf: (agentId) => lines[roster.mentions.get(agentId) ?? 0]?.place,
		isOpen: (row) => entryOf(row)?.says === 'nothing',
	};
}

/** The place names the column of the agents; of the other columns the problem says which one it is about. */
const columnWords = (column: string, problem: string): string =>
	column === 'agent' ? problem : `the column ${column} ${problem}`;

/** No state: a row with it is refused, and leaves its agents in doubt. */
const UNREADABLE = 'unreadable';

function linesOf(
	{ entries, doubted }: Pick<GridReading, 'entries' | 'doubted'>,
	breaks: CodeBreak[],
	agentHeading: string,
): Line[] {
	const ofAgent = (place: GridPlace): GridPlace => ({ ...place, column: agentHeading || place.column });
	const lines = new Map<AgentCells, Line>();
	for (const { agent, place } of entries) {
		if (!lines.has(agent)) lines.set(agent, { agent, place: ofAgent(place), json: { ...agent, ...marker } });
	}
	const refused = [...doubted].map(([agent, place]): Line => ({
		place: ofAgent(place),
		json: { ...agent, state: UNREADABLE },
	}));
	const ofLegend = breaks.map(({ code, start, end, place }): Line => ({
		place: { row: 0, column: place, item: 0 },
		json: { agent: '*', kind: 'break', shift: code, start, end },
	}));
	return [...lines.values(), ...refused, ...ofLegend];
}
