import { fold, inQuotes } from '../../../shared/values/text';
import { assignmentsOf } from '../schedule/assignments';
import { hoursOf, percent, totalMinutes, type HourRow } from './coverage';
import { flatten } from '../schedule/layers';
import { overlapsIn } from './overlaps';
import { zoneOf, type Evaluation } from '../schedule/evaluation';
import { scheduledStates, type ScheduledState } from '../schedule/types';
import { durationMinutes, type Interval } from '../calendar/interval';
import type { CheckOptions } from './checkOptions';
import { endedFinding } from './ended';
import { blank, type Finding } from './finding';
import { longShiftFindings } from './longShifts';
import { requiredTimes } from './required';
import { shortageFindings, requirementFindings, type StaffedState } from './shortages';
import { levelsIn, shortagesIn, withMinimum, withRequirements } from './staffing';
import { SeenEntries } from './unreachable';
import { isoOf } from '../calendar/zone';

export interface HourFinding extends HourRow {
	state: ScheduledState;
}

export interface Summary {
	agents: number;
	gaps: number;
	gapMinutes: number;
	shortfalls: number;
	shortfallMinutes: number;
	overlaps: number;
	unknownAgents: number;
	unreachableRules: number;
	longShifts: number;
	/** By state: for how much of the time in which agents are needed there are enough of them. */
	coveredPercent: Partial<Record<ScheduledState, number>>;
	isFine: boolean;
}

export interface Checked {
	findings: Finding[];
	hours: HourFinding[];
	/** How many agents are needed and there, for each state in which agents are needed. */
	staffed: StaffedState[];
	summary: Summary;
}

/**
 * Looks through a schedule for what cannot be meant: too few agents, overlaps, unknown agents, shifts of unusual length and
 * entries that change nothing. Hours and shortages are by the schedule's own clock.
 *
 * @throws {TooManyAssignments} as `assignmentsOf`
 */
export function check(evaluation: Evaluation, window: Interval, options: CheckOptions): Checked {
	const { known, placeOf } = options;
	const clock = evaluation.clock(evaluation.schedule.zone);
	const seen = new SeenEntries();
	const intervals = new Map<ScheduledState, Interval[]>(scheduledStates.map((state) => [state, []]));
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
				message: `${agent.id}: ${inQuotes(one.rule)} (${placeOf(one.row)}) and ${inQuotes(other.rule)} (${placeOf(other.row)}) overlap${often}`,
			});
		}
	}
	const staffed = staffedStates(evaluation, window, intervals, options);
	const shortages = staffed.flatMap((one) => shortageFindings(clock, one, options));
	const contradictions = requirementFindings(evaluation, window, options);
	const long = longShiftFindings(evaluation, window, options);
	const unknown = findUnknownAgents(evaluation, known);
	const unreachable = seen.unreachable(evaluation, window.start).map(({ rule, row, problem }): Finding => ({
		...{ ...blank, kind: 'unreachableRule', rule, row },
		message: `${inQuotes(rule)} (${placeOf(row)}) ${problem}`,
	}));
	const ended = options.tellsEnded ? endedFinding(evaluation, window.start, options) : [];
	const faults = [...unknown, ...unreachable, ...long, ...overlaps, ...contradictions, ...shortages];
	const findings = [...faults, ...ended];
	const ofKind = (kind: Finding['kind']): Finding[] => findings.filter((finding) => finding.kind === kind);
	const minutesOf = (kind: Finding['kind']): number => ofKind(kind).reduce((sum, { minutes }) => sum + minutes, 0);
	return {
		findings,
		hours: staffed.flatMap(({ state, staffing }) => hoursOf(clock, staffing).map((hour) => ({ state, ...hour }))),
		staffed,
		summary: {
			agents: evaluation.schedule.agents.length,
			...{ gaps: ofKind('gap').length, gapMinutes: minutesOf('gap') },
			...{ shortfalls: ofKind('shortfall').length, shortfallMinutes: minutesOf('shortfall') },
			overlaps: overlaps.length,
			unknownAgents: unknown.length,
			unreachableRules: unreachable.length,
			longShifts: long.length,
			coveredPercent: Object.fromEntries(staffed.map((one) => [one.state, coveredPercent(one, window)])),
			isFine: faults.length === 0,
		},
	};
}

/** The states that must be covered all the time, and those with requirements, in the order of the states. */
function staffedStates(
	evaluation: Evaluation,
	window: Interval,
	intervals: Map<ScheduledState, Interval[]>,
	{ states, minimum }: CheckOptions,
): StaffedState[] {
	const { requirements } = evaluation.schedule;
	return scheduledStates.flatMap((state): StaffedState[] => {
		const levels = levelsIn(window, intervals.get(state) ?? []);
		const own = requirements.filter((requirement) => requirement.state === state);
		if (own.length === 0) return states.includes(state) ? [{ state, staffing: withMinimum(levels, minimum) }] : [];
		const times = own.flatMap((requirement) => requiredTimes(evaluation, requirement, window));
		return [{ state, staffing: withRequirements(levels, times) }];
	});
}

function coveredPercent({ staffing }: StaffedState, window: Interval): number {
	const required = totalMinutes(staffing.filter(({ needed }) => needed > 0));
	if (required === 0) return percent(durationMinutes(window), durationMinutes(window));
	return percent(required - totalMinutes(shortagesIn(staffing)), required);
}

function findUnknownAgents({ schedule }: Evaluation, known: string[] | undefined): Finding[] {
	const listed = known ?? schedule.agents.filter(({ isListed }) => isListed).map(({ id }) => id);
	if (known === undefined && listed.length === 0) return [];
	const names = new Set(listed.map(fold));
	const where = known === undefined ? 'has no row of kind "agent", as others have' : `is not among 'Known Agents'`;
	return schedule.agents
		.filter(({ id }) => !names.has(fold(id)))
		.map(({ id }) => ({ ...blank, kind: 'unknownAgent', agentId: id, message: `agent ${id} ${where}` }));
}
