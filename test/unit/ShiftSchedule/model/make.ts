import type { IcsOptions } from '../../../../nodes/ShiftSchedule/model/ics/options';
import { openEvaluation, type Evaluation } from '../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { rosterOf, type RosterOptions } from '../../../../nodes/ShiftSchedule/model/roster/roster';
import { sentence } from '../../../../nodes/ShiftSchedule/model/calendar/parsed';
import type { Agent, DstPolicy } from '../../../../nodes/ShiftSchedule/model/schedule/types';
import { stateAt, type StateRow } from '../../../../nodes/ShiftSchedule/model/answers/stateAt';
import { timelineOf } from '../../../../nodes/ShiftSchedule/model/answers/timeline';

export type Row = Record<string, unknown>;

const warsaw: RosterOptions = { zone: 'Europe/Warsaw', dst: 'keepEnd' };

/** A calendar of one agent's shifts. */
export const ofAnna: IcsOptions = {
	...warsaw,
	agent: { kind: 'fixed', id: 'anna' },
	state: { kind: 'fixed', state: 'available' },
	as: 'shift',
};

/** A run of a roster that has no problem. */
export function runOf(rows: Row[], options: Partial<RosterOptions> = {}): Evaluation {
	const { schedule, problems } = rosterOf(rows, { ...warsaw, ...options });
	if (problems.length > 0) throw new Error(problems.map((problem) => sentence(problem)).join('\n'));
	return openEvaluation(schedule);
}

/** What is wrong with a roster, a sentence each. */
export const problemsOf = (rows: Row[], options: Partial<RosterOptions> = {}): string[] =>
	rosterOf(rows, { ...warsaw, ...options }).problems.map((problem) => sentence(problem));

export function agentIn(run: Evaluation, id: string): Agent {
	const agent = run.agent(id);
	if (agent === undefined) throw new Error(`no agent ${id}`);
	return agent;
}

/** @param now an ISO time with its offset */
export const stateOf = (run: Evaluation, id: string, now: string): StateRow =>
	stateAt(run, agentIn(run, id), Date.parse(now));

/** `state from to`, without the stretches of offline. */
export function workOf(run: Evaluation, id: string, from: string, until: string): string[] {
	const window = { start: Date.parse(from), end: Date.parse(until) };
	return timelineOf(run, agentIn(run, id), window)
		.filter(({ desiredState }) => desiredState !== 'offline')
		.map(({ desiredState, start, end }) => `${desiredState} ${start} ${end}`);
}

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
