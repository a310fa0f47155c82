import { MS_A_DAY } from '../../../ShiftSchedule/model/calendar/day';
import { createZoneClock, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import { zoneReader } from '../../../ShiftSchedule/model/calendar/zoneName';
import { fold, inQuotes, listedNames, textOf } from '../../../shared/values/text';
import { problem, value, type Result } from '../../../shared/values/result';
import type { ScheduledStretch } from '../record/types';
import { columnFinder, isEmptyRow, type InputRow } from './columnFinder';
import { cellMoment } from './moment';
import { personKey, namedAgentOf, type NamedAgent } from './person';
import { rowProblem, type AdherenceProblem } from './problems';

/** An agent in the roster. */
export interface ScheduledAgent extends NamedAgent {
	team: string;
	service: string;
	clock: ZoneClock;
	/** In order of time, without overlaps. */
	stretches: ScheduledStretch[];
	/** The first row that names the agent, from 1. */
	row: number;
}

export interface ReadSchedule {
	agents: ScheduledAgent[];
	problems: AdherenceProblem[];
}

export interface ScheduleOptions {
	/** The clock of agents whose rows name no zone, and of times without an offset. */
	clock: ZoneClock;
	/** The heading of the column with the team; empty where there is none. */
	teamColumn: string;
}

/** As many days as are looked at. A longer row has a wrong year, and each of its days would be counted. */
const MOST_DAYS_OF_ROW = 400;

/** The columns of Preview Timeline come first. */
const scheduledHeadings = {
	agent: ['agent', 'name', 'agentname', 'employee', 'worker'],
	agentId: ['agentid'],
	state: ['desiredstate', 'state', 'desired', 'scheduled'],
	reason: ['reason'],
	start: ['start', 'from', 'begin', 'starttime', 'shiftstart'],
	end: ['end', 'until', 'to', 'finish', 'endtime', 'shiftend'],
	zone: ['zone', 'timezone'],
	service: ['service'],
	team: [],
} as const;

type ScheduledCells = Record<keyof typeof scheduledHeadings, unknown>;

interface PlannedRow {
	stretch: ScheduledStretch;
	row: number;
}

/** Reads the rows of a timeline. Rows of one agent may come in any order. */
export function readScheduledRows(rows: readonly InputRow[], options: ScheduleOptions): ReadSchedule {
	const cellsOf = columnFinder<keyof typeof scheduledHeadings>(scheduledHeadings, { team: options.teamColumn });
	const zones = clockReader(options.clock);
	const agents = new Map<string, ScheduledAgent & { planned: PlannedRow[] }>();
	const problems: AdherenceProblem[] = [];
	for (const [index, given] of rows.entries()) {
		if (isEmptyRow(given)) continue;
		const cells = cellsOf(given);
		const row = index + 1;
		const person = namedAgentOf(cells);
		if (!person) {
			problems.push(rowProblem('Scheduled', row, '', noAgent(given)));
			continue;
		}
		const read = plannedIn(cells, zones);
		if (read.kind === 'problem') {
			problems.push(rowProblem('Scheduled', row, person.name, read.problem));
			continue;
		}
		const { clock, stretch } = read.value;
		const key = personKey(person);
		const agent = agents.get(key) ?? {
			...{ ...person, team: '', service: textOf(cells.service), clock, stretches: [], row },
			planned: [],
		};
		agent.team ||= textOf(cells.team);
		if (stretch) agent.planned.push({ stretch, row });
		agents.set(key, agent);
	}
	return {
		agents: [...agents.values()].map(({ planned, ...agent }) => {
			const joined = inOrderOfTime(planned, agent.name);
			problems.push(...joined.problems);
			return { ...agent, stretches: joined.stretches };
		}),
		problems,
	};
}

const noAgent = (row: InputRow): string =>
	`no agent is named. The columns "agentId" or "agent" must have one; the columns are: ${listedNames(Object.keys(row))}`;

/** The clock of the row's agent, and what is scheduled. */
function plannedIn(
	cells: ScheduledCells,
	zones: ReturnType<typeof clockReader>,
): Result<{ clock: ZoneClock; stretch: ScheduledStretch | undefined }> {
	const clock = zones(textOf(cells.zone));
	if (clock.kind === 'problem') return problem(`"zone": ${clock.problem}`);
	const stretch = stretchIn(cells, clock.value);
	return stretch.kind === 'problem' ? stretch : value({ clock: clock.value, stretch: stretch.value });
}

/** @returns `undefined` as the value of a row that schedules nothing, or no time */
function stretchIn(cells: ScheduledCells, clock: ZoneClock): Result<ScheduledStretch | undefined> {
	const state = fold(textOf(cells.state));
	if (state === '') {
		return problem('the column "desiredState" is empty. Connect the output Timeline of Shift Schedule here');
	}
	const known = scheduledWords.find((one) => one === state || `on ${one}` === state);
	if (known === undefined) {
		return problem(
			`"desiredState": ${inQuotes(textOf(cells.state))} is not one of available, busy, break and offline`,
		);
	}
	const [start, end] = [cellMoment(cells.start ?? '', clock), cellMoment(cells.end ?? '', clock)];
	if (start.kind === 'problem') return problem(`"start": ${start.problem}`);
	if (end.kind === 'problem') return problem(`"end": ${end.problem}`);
	if (start.value.kind === 'day' || end.value.kind === 'day') {
		return problem('"start" and "end" need a time of day, such as 2026-11-24 09:00');
	}
	if (start.value.at > end.value.at) return problem('"end" is before "start"');
	if (end.value.at - start.value.at > MOST_DAYS_OF_ROW * MS_A_DAY && known !== 'offline') {
		return problem(`"end" is more than ${MOST_DAYS_OF_ROW} days after "start". Check the years`);
	}
	if (known === 'offline' || start.value.at === end.value.at) return value(undefined);
	return value({ start: start.value.at, end: end.value.at, state: known, reason: textOf(cells.reason) });
}

const scheduledWords = ['available', 'busy', 'break', 'offline'] as const;

function clockReader(usual: ZoneClock): (name: string) => Result<ZoneClock> {
	const named = zoneReader();
	const clocks = new Map<string, ZoneClock>();
	return (name) => {
		if (name === '') return value(usual);
		const zone = named(name);
		if (zone.kind === 'problem') return zone;
		const clock = clocks.get(zone.value) ?? createZoneClock(zone.value);
		clocks.set(zone.value, clock);
		return value(clock);
	};
}

/** Two rows for one time agree, or nobody can say what was scheduled. */
function inOrderOfTime(
	planned: PlannedRow[],
	name: string,
): { stretches: ScheduledStretch[]; problems: AdherenceProblem[] } {
	const rows: PlannedRow[] = [];
	const problems: AdherenceProblem[] = [];
	for (const one of planned.sort((a, b) => a.stretch.start - b.stretch.start)) {
		const last = rows.at(-1);
		const { stretch, row } = one;
		if (!last || last.stretch.end <= stretch.start) rows.push(one);
		else if (last.stretch.state === stretch.state && last.stretch.reason === stretch.reason) {
			last.stretch.end = Math.max(last.stretch.end, stretch.end);
		} else {
			const clash = `it overlaps row ${last.row}, which wants another state at the same time. Connect one timeline, in which an agent is once`;
			problems.push(rowProblem('Scheduled', row, name, clash));
		}
	}
	return { stretches: rows.map(({ stretch }) => stretch), problems };
}
