import { assignmentsOf } from '../schedule/claims';
import { gapsIn, hoursOf, levelsIn, minutesOf, percent, type HourRow } from './coverage';
import { flatten } from '../schedule/layers';
import { overlapsIn } from './overlaps';
import { zoneOf, type Evaluation } from '../schedule/evaluation';
import type { State } from '../schedule/types';
import { minutesIn, type Interval } from '../calendar/interval';
import { Seen } from './unreachable';
import { isoOf } from '../calendar/zone';

export interface CheckOptions {
	/** The states in which somebody has to be at any time. */
	states: State[];
	/** How many agents at least. */
	minimum: number;
	/** The ids that the service knows; without them, the agents that have a row of their own count as known. */
	known?: string[];
	/** How people find a row, where it is not one of a table. */
	placeOf?: (row: number) => string;
}

const rowOfTable = (row: number): string => `row ${row}`;

/** One thing to look at. Fields that do not apply are empty. */
export interface Finding {
	kind: 'gap' | 'overlap' | 'unknownAgent' | 'unreachableRule';
	message: string;
	agentId: string;
	state: State | '';
	start: string;
	end: string;
	minutes: number;
	rule: string;
	row: number | null;
}

export interface HourFinding extends HourRow {
	state: State;
}

export interface Summary {
	agents: number;
	gaps: number;
	gapMinutes: number;
	overlaps: number;
	unknownAgents: number;
	unreachableRules: number;
	/** By state: for how much of the time enough agents are in it. */
	coveredPercent: Partial<Record<State, number>>;
	isFine: boolean;
}

export interface Checked {
	findings: Finding[];
	hours: HourFinding[];
	summary: Summary;
}

const blank = { agentId: '', state: '', start: '', end: '', minutes: 0, rule: '', row: null } as const;

/** Looks through a schedule, for what its makers cannot have meant. Hours and gaps are by the schedule's own clock. */
export function check(run: Evaluation, window: Interval, options: CheckOptions): Checked {
	const { states, minimum, known, placeOf = rowOfTable } = options;
	const clock = run.clock(run.schedule.zone);
	const seen = new Seen();
	const spans = new Map<State, Interval[]>(states.map((state) => [state, []]));
	const overlaps: Finding[] = [];
	for (const agent of run.schedule.agents) {
		const claims = assignmentsOf(run, agent, window);
		for (const { source } of claims) seen.add(source, false);
		for (const segment of flatten(claims)) {
			seen.add(segment.assignment.source, true);
			spans.get(segment.assignment.state)?.push(segment);
		}
		const own = run.clock(zoneOf(run, agent));
		for (const { one, other, times, start, end } of overlapsIn(claims)) {
			const often = times === 1 ? '' : `, and ${times - 1} times more`;
			overlaps.push({
				...{ ...blank, kind: 'overlap', agentId: agent.id, rule: other.rule, row: other.row },
				...{ start: isoOf(own, start), end: isoOf(own, end), minutes: minutesIn({ start, end }) },
				message: `${agent.id}: "${one.rule}" (${placeOf(one.row)}) and "${other.rule}" (${placeOf(other.row)}) overlap${often}`,
			});
		}
	}
	const levels = states.map((state) => ({ state, levels: levelsIn(window, spans.get(state) ?? []) }));
	const gaps = levels.flatMap((one) => gapsIn(one.levels, minimum).map((gap) => ({ ...gap, state: one.state })));
	const few = minimum === 1 ? 'nobody is' : `fewer than ${minimum} agents are`;
	const gapFindings = gaps.map(({ start, end, state }): Finding => {
		const shown = { start: isoOf(clock, start), end: isoOf(clock, end), minutes: minutesIn({ start, end }) };
		return {
			...blank,
			kind: 'gap',
			state,
			...shown,
			message: `${few} ${state} from ${shown.start} to ${shown.end}`,
		};
	});
	const strangers = strangersIn(run, known);
	const idle = seen.unreachable(run, window.start).map(({ rule, row, problem }): Finding => ({
		...{ ...blank, kind: 'unreachableRule', rule, row },
		message: `"${rule}" (${placeOf(row)}) ${problem}`,
	}));
	const covered = (one: (typeof levels)[number]): number =>
		percent(minutesIn(window) - minutesOf(gapsIn(one.levels, minimum)), minutesIn(window));
	const findings = [...strangers, ...idle, ...overlaps, ...gapFindings];
	return {
		findings,
		hours: levels.flatMap((one) =>
			hoursOf(clock, one.levels, minimum).map((hour) => ({ state: one.state, ...hour })),
		),
		summary: {
			agents: run.schedule.agents.length,
			gaps: gaps.length,
			gapMinutes: minutesOf(gaps),
			overlaps: overlaps.length,
			unknownAgents: strangers.length,
			unreachableRules: idle.length,
			coveredPercent: Object.fromEntries(levels.map((one) => [one.state, covered(one)])),
			isFine: findings.length === 0,
		},
	};
}

function strangersIn({ schedule }: Evaluation, known: string[] | undefined): Finding[] {
	const listed = known ?? schedule.agents.filter(({ isListed }) => isListed).map(({ id }) => id);
	if (known === undefined && listed.length === 0) return [];
	const names = new Set(listed);
	return schedule.agents
		.filter(({ id }) => !names.has(id))
		.map(({ id }) => ({ ...blank, kind: 'unknownAgent', agentId: id, message: `agent ${id} is not known` }));
}
