import { fold } from '../../../shared/values/text';
import { assignmentsOf } from '../schedule/assignments';
import { gapsIn, hoursOf, levelsIn, totalMinutes, percent, type HourRow } from './coverage';
import { flatten } from '../schedule/layers';
import { overlapsIn } from './overlaps';
import { zoneOf, type Evaluation } from '../schedule/evaluation';
import type { ScheduledState } from '../schedule/types';
import { durationMinutes, type Interval } from '../calendar/interval';
import { SeenEntries } from './unreachable';
import { isoOf } from '../calendar/zone';

export interface CheckOptions {
	/** The states in which there must be agents at any time. */
	states: ScheduledState[];
	/** How many agents must be in each of these states. */
	minimum: number;
	/** The ids that the service knows; without them, the agents that have a row of their own count as known. */
	known?: string[];
	/** How people find a row: "row 3", "line 12". */
	placeOf: (row: number) => string;
}

/** One thing to look at. Fields that do not apply are empty. */
export interface Finding {
	kind: 'gap' | 'overlap' | 'unknownAgent' | 'unreachableRule';
	message: string;
	agentId: string;
	state: ScheduledState | '';
	/** ISO times by the clock of the schedule or, of an overlap, of the agent. */
	start: string;
	end: string;
	minutes: number;
	rule: string;
	row: number | null;
}

export interface HourFinding extends HourRow {
	state: ScheduledState;
}

export interface Summary {
	agents: number;
	gaps: number;
	gapMinutes: number;
	overlaps: number;
	unknownAgents: number;
	unreachableRules: number;
	/** By state: for how much of the time enough agents are in it. */
	coveredPercent: Partial<Record<ScheduledState, number>>;
	isFine: boolean;
}

export interface Checked {
	findings: Finding[];
	hours: HourFinding[];
	summary: Summary;
}

const blank = { agentId: '', state: '', start: '', end: '', minutes: 0, rule: '', row: null } as const;

/**
 * Looks through a schedule for what cannot be meant: gaps, overlaps, unknown agents and entries that change nothing. Hours
 * and gaps are by the schedule's own clock.
 *
 * @throws {TooManyAssignments} as `assignmentsOf`
 */
export function check(evaluation: Evaluation, window: Interval, options: CheckOptions): Checked {
	const { states, minimum, known, placeOf } = options;
	const clock = evaluation.clock(evaluation.schedule.zone);
	const seen = new SeenEntries();
	const intervals = new Map<ScheduledState, Interval[]>(states.map((state) => [state, []]));
	const overlaps: Finding[] = [];
	for (const agent of evaluation.schedule.agents) {
		const assignments = assignmentsOf(evaluation, agent, window);
		for (const { source } of assignments) seen.add(source, false);
		for (const segment of flatten(assignments)) {
			seen.add(segment.assignment.source, true);
			intervals.get(segment.assignment.state)?.push(segment);
		}
		const own = evaluation.clock(zoneOf(evaluation, agent));
		for (const { one, other, times, start, end } of overlapsIn(assignments)) {
			const often = times === 1 ? '' : `, and ${times - 1} times more`;
			overlaps.push({
				...{ ...blank, kind: 'overlap', agentId: agent.id, rule: other.rule, row: other.row },
				...{ start: isoOf(own, start), end: isoOf(own, end), minutes: durationMinutes({ start, end }) },
				message: `${agent.id}: "${one.rule}" (${placeOf(one.row)}) and "${other.rule}" (${placeOf(other.row)}) overlap${often}`,
			});
		}
	}
	const levels = states.map((state) => ({ state, levels: levelsIn(window, intervals.get(state) ?? []) }));
	const gaps = levels.flatMap((one) => gapsIn(one.levels, minimum).map((gap) => ({ ...gap, state: one.state })));
	const few = minimum === 1 ? 'nobody is' : `fewer than ${minimum} agents are`;
	const gapFindings = gaps.map(({ start, end, state }): Finding => {
		const shown = { start: isoOf(clock, start), end: isoOf(clock, end), minutes: durationMinutes({ start, end }) };
		return {
			...blank,
			kind: 'gap',
			state,
			...shown,
			message: `${few} ${state} from ${shown.start} to ${shown.end}`,
		};
	});
	const unknown = findUnknownAgents(evaluation, known);
	const unreachable = seen.unreachable(evaluation, window.start).map(({ rule, row, problem }): Finding => ({
		...{ ...blank, kind: 'unreachableRule', rule, row },
		message: `"${rule}" (${placeOf(row)}) ${problem}`,
	}));
	const covered = (one: (typeof levels)[number]): number =>
		percent(durationMinutes(window) - totalMinutes(gapsIn(one.levels, minimum)), durationMinutes(window));
	const findings = [...unknown, ...unreachable, ...overlaps, ...gapFindings];
	return {
		findings,
		hours: levels.flatMap((one) =>
			hoursOf(clock, one.levels, minimum).map((hour) => ({ state: one.state, ...hour })),
		),
		summary: {
			agents: evaluation.schedule.agents.length,
			gaps: gaps.length,
			gapMinutes: totalMinutes(gaps),
			overlaps: overlaps.length,
			unknownAgents: unknown.length,
			unreachableRules: unreachable.length,
			coveredPercent: Object.fromEntries(levels.map((one) => [one.state, covered(one)])),
			isFine: findings.length === 0,
		},
	};
}

function findUnknownAgents({ schedule }: Evaluation, known: string[] | undefined): Finding[] {
	const listed = known ?? schedule.agents.filter(({ isListed }) => isListed).map(({ id }) => id);
	if (known === undefined && listed.length === 0) return [];
	const names = new Set(listed.map(fold));
	return schedule.agents
		.filter(({ id }) => !names.has(fold(id)))
		.map(({ id }) => ({ ...blank, kind: 'unknownAgent', agentId: id, message: `agent ${id} is not known` }));
}
