import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { withoutEmptyColumns } from '../../../shared/n8n/columns';
import { stopOnProblems, toErrorItems, toOperationError, type ItemProblem } from '../../../shared/n8n/itemProblem';
import { readWholeNumber } from '../../../shared/n8n/parameters';
import { MINUTES_A_DAY } from '../../model/calendar/day';
import type { Interval } from '../../model/calendar/interval';
import { dayAt, isoOf } from '../../model/calendar/zone';
import { HORIZON_DAYS } from '../../model/answers/stateAt';
import { TooManyAssignments } from '../../model/schedule/assignments';
import { openEvaluation, type Evaluation } from '../../model/schedule/evaluation';
import type { Agent } from '../../model/schedule/types';
import { tellNotes, warnOfProblems } from '../output';
import type { RowContext } from '../rows';
import type { RunSettings } from '../settings';
import { reliableAgents, type LoadedRoster } from '../source/loadedRoster';
import { loadRoster } from '../source/loadRoster';

/** What every operation works with. */
export interface OperationTask {
	context: IExecuteFunctions;
	settings: RunSettings;
}

/** What an operation on a roster works with. */
export interface RosterTask extends OperationTask {
	loaded: LoadedRoster;
	evaluation: Evaluation;
	/** Those whose part of the schedule is complete. */
	agents: Agent[];
	rows: RowContext;
}

/** The items of each of the node's outputs, in their order. */
export type Outputs = INodeExecutionData[][];

/** An agent who could not be worked out. */
interface AgentProblem extends ItemProblem {
	agentId: string;
}

/** What an operation on a roster found, and the agents who could not be worked out. */
export interface Finished {
	outputs: Outputs;
	problems: AgentProblem[];
}

/**
 * Makes an operation of a task on a roster: it loads the roster, works on it, and reports the problems of both.
 *
 * @param tellsProblems whether the work itself tells what is wrong with the roster, so that nothing stops the run
 */
export function onRoster(work: (task: RosterTask) => Promise<Finished> | Finished, tellsProblems = false) {
	return async ({ context, settings }: OperationTask): Promise<Outputs> => {
		const loaded = await loadRoster(context, { zone: settings.zone, dst: settings.dst, now: settings.now });
		if (!tellsProblems) stopOnProblems(context, loaded.problems);
		tellNotes(context, loaded.notes);
		const agents = reliableAgents(loaded);
		const evaluation = openEvaluation(loaded.schedule);
		const thisYear = Number(isoOf(settings.clock, settings.now).slice(0, 4));
		const { now } = settings;
		const rows = { placeOf: loaded.placeOf, thisYear, clockIn: (zone: string) => evaluation.clock(zone), now };
		const { outputs, problems } = await work({ context, settings, loaded, evaluation, agents, rows });
		const all = [...loaded.problems, ...problems];
		if (!tellsProblems) stopOnProblems(context, all);
		const failed = new Set(problems.map(({ agentId }) => agentId));
		const answered = agents.filter(({ id }) => !failed.has(id));
		warnOfProblems(context, all, leftOut(loaded, answered), tellsProblems ? 'findings' : 'error items');
		const [first = [], ...others] = outputs.map(withoutEmptyColumns);
		return tellsProblems ? [first, ...others] : [[...first, ...toErrorItems(all)], ...others];
	};
}

/** The agents who are named, and get no rows because of a problem. */
function leftOut({ schedule, doubted }: LoadedRoster, answered: Agent[]): string[] {
	const kept = new Set(answered.map(({ id }) => id));
	const named = [...schedule.agents.map(({ id }) => id), ...(doubted === 'all' ? [] : doubted)];
	return [...new Set(named)].filter((id) => !kept.has(id));
}

export interface Answers<T> {
	answers: Array<{ agent: Agent; answer: T }>;
	problems: AgentProblem[];
}

/** Asks about each agent. An agent with more entries than can be worked out is a problem, and stops no other. */
export function answerPerAgent<T>({ agents, context, loaded }: RosterTask, ask: (agent: Agent) => T): Answers<T> {
	const found: Answers<T> = { answers: [], problems: [] };
	for (const agent of agents) {
		try {
			found.answers.push({ agent, answer: ask(agent) });
		} catch (error) {
			if (!(error instanceof TooManyAssignments)) throw toOperationError(context, error);
			found.problems.push({ agentId: agent.id, message: error.message, item: loaded.itemOf(agent.id, 0) });
		}
	}
	return found;
}

/**
 * Whole days by the schedule's clock, beginning with the day of the moment to work from.
 *
 * @param daysAgo how many days before it to begin instead
 */
export function readWindow({ context, settings: { clock, now } }: OperationTask, daysAgo = 0): Interval {
	const first = dayAt(clock, now) - daysAgo;
	const days = readWholeNumber(context, { name: 'days', label: 'Days', most: HORIZON_DAYS });
	return {
		start: clock.instantOf(first * MINUTES_A_DAY),
		end: clock.instantOf((first + days) * MINUTES_A_DAY),
	};
}
