import type { IcsOptions } from '../../../../nodes/ShiftSchedule/model/ics/options';
import { openEvaluation, type Evaluation } from '../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { rosterOf, type RosterOptions } from '../../../../nodes/ShiftSchedule/model/roster/roster';
import type { Agent, DstPolicy } from '../../../../nodes/ShiftSchedule/model/schedule/types';
import { stateAt } from '../../../../nodes/ShiftSchedule/model/answers/stateAt';
import { isoOf } from '../../../../nodes/ShiftSchedule/model/calendar/zone';
import type { RosterProblem } from '../../../../nodes/ShiftSchedule/model/roster/problem';
import { timelineOf } from '../../../../nodes/ShiftSchedule/model/answers/timeline';

export type Row = Record<string, unknown>;

const warsaw: RosterOptions = { zone: 'Europe/Warsaw', dst: 'keepEnd' };

/** A calendar of one agent's shifts. */
export const ofAnna: IcsOptions = {
	...warsaw,
	asked: { start: Date.parse('2026-01-01T00:00Z'), end: Date.parse('2026-12-31T00:00Z') },
	agent: { kind: 'fixed', id: 'anna' },
	state: { kind: 'fixed', state: 'available' },
	as: 'shift',
};

/** As `row 2, end: is empty: …`. */
const problemText = ({ row, column, problem }: RosterProblem): string => `row ${row}, ${column}: ${problem}`;

/** The evaluation of a roster that has no problem. */
export function evaluationOf(rows: Row[], options: Partial<RosterOptions> = {}): Evaluation {
	const { schedule, problems } = rosterOf(rows, { ...warsaw, ...options });
	if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
	return openEvaluation(schedule);
}

/** What is wrong with a roster, a sentence each. */
export const problemsOf = (rows: Row[], options: Partial<RosterOptions> = {}): string[] =>
	rosterOf(rows, { ...warsaw, ...options }).problems.map(problemText);

export function agentIn(evaluation: Evaluation, id: string): Agent {
	const agent = evaluation.agent(id);
	if (agent === undefined) throw new Error(`no agent ${id}`);
	return agent;
}

/**
 * The state of an agent, with its times as ISO texts by the agent's own clock.
 *
 * @param now an ISO time with its offset
 */
export function stateOf(evaluation: Evaluation, id: string, now: string) {
	const row = stateAt(evaluation, agentIn(evaluation, id), Date.parse(now));
	const at = (instant: number | undefined): string | undefined =>
		instant === undefined ? undefined : isoIn(evaluation, row.zone, instant);
	return { ...row, since: at(row.since), until: at(row.until) };
}

export const isoIn = (evaluation: Evaluation, zone: string, instant: number): string =>
	isoOf(evaluation.clock(zone), instant);

/** `state from to`, without the stretches of offline. */
export function workOf(evaluation: Evaluation, id: string, from: string, until: string): string[] {
	const window = { start: Date.parse(from), end: Date.parse(until) };
	return timelineOf(evaluation, agentIn(evaluation, id), window)
		.filter(({ desiredState }) => desiredState !== 'offline')
		.map(({ desiredState, zone, start, end }) =>
			[desiredState, isoIn(evaluation, zone, start), isoIn(evaluation, zone, end)].join(' '),
		);
}

/** The work of a week in January, in which no clock changes: `state from to`. 2026-01-05 is a Monday. */
export const week = (rows: Row[], id = 'anna', from = '2026-01-05', until = '2026-01-12'): string[] =>
	workOf(evaluationOf(rows), id, `${from}T00:00+01:00`, `${until}T00:00+01:00`).map((line) =>
		line.replace(/2026-/g, '').replace(/:00\+01:00/g, ''),
	);

export const policies: DstPolicy[] = ['keepEnd', 'keepDuration'];

/** fast-check's settings. The seed is printed; AGENT_STATE_SEED repeats it, and AGENT_STATE_RUNS multiplies the cases. */
export function seeded(numRuns: number): { numRuns: number; seed: number } {
	const seed = Number(process.env.AGENT_STATE_SEED ?? Math.floor(Math.random() * 2 ** 31));
	process.stdout.write(`seed ${seed}\n`);
	return { numRuns: Math.ceil(numRuns * Number(process.env.AGENT_STATE_RUNS ?? 1)), seed };
}

/** A property that compared hardly anything proves nothing; a handful of cases may by chance. */
export function expectMany(compared: number, { numRuns }: { numRuns: number }): void {
	expect(compared).toBeGreaterThan(numRuns < 100 ? 0 : 5 * numRuns);
}
